// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/wizardpage.h"

class QLabel;

namespace zoodock
{

class FindingArea;
class PortsPanel;

/// The ports of a cluster that there is; its network stays as it is.
class PortsPage : public WizardPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PortsPage)
public:
    PortsPage(WizardDraft &draft, QWidget *parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString explanation() const override;
    void refresh() override;
    [[nodiscard]] QWidget *firstField() const override;

private:
    PortsPanel *m_ports;
    FindingArea *m_findings;
};

} // namespace zoodock
