// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/wizardpage.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace zoodock
{

class FindingList;

/// Name, participants and observers.
class WhatPage : public WizardPage
{
    Q_OBJECT
public:
    WhatPage(WizardDraft &draft, QWidget *parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString explanation() const override;
    void refresh() override;
    [[nodiscard]] QWidget *firstField() const override;

private:
    QWidget *makeMembers();
    void takeCounts();
    void showCount();

    QLineEdit *m_name;
    QSpinBox *m_members;
    QSpinBox *m_observers;
    QList<QPushButton *> m_counts;
    QLabel *m_quorum;
    FindingList *m_nameFindings;
    FindingList *m_memberFindings;
};

} // namespace zoodock
