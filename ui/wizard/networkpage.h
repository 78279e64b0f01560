// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/wizardpage.h"

class QComboBox;
class QRadioButton;

namespace zoodock
{

class FindingArea;
class PortsPanel;
class TopologyPicture;

/// Bridge or host, which network, what is published, and every port of the host that will be taken.
class NetworkPage : public WizardPage
{
    Q_OBJECT
public:
    NetworkPage(WizardDraft &draft, QWidget *parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString explanation() const override;
    void refresh() override;
    [[nodiscard]] QWidget *firstField() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeModes();
    QWidget *makeNetwork();
    void refreshModes();
    void refreshNetworks();
    void divideHeight();

    QRadioButton *m_bridge = nullptr;
    QRadioButton *m_host = nullptr;
    TopologyPicture *m_bridgePicture = nullptr;
    TopologyPicture *m_hostPicture = nullptr;
    QWidget *m_modes = nullptr;
    QWidget *m_networkRow = nullptr;
    QComboBox *m_network = nullptr;
    PortsPanel *m_ports = nullptr;
    FindingArea *m_findings = nullptr;
};

} // namespace zoodock
