// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/wizardpage.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace zoodock
{

class FindingList;
class SettingTableModel;

/// Every setting of the servers and their containers, with what it means, and free lines of zoo.cfg.
class SettingsPage : public WizardPage
{
    Q_OBJECT
public:
    SettingsPage(WizardDraft &draft, QWidget *parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString explanation() const override;
    void refresh() override;
    [[nodiscard]] QWidget *firstField() const override;

private:
    QWidget *makeTable();
    QWidget *makeLines();
    void explain();
    void takeDefaults();

    SettingTableModel *m_model = nullptr;
    QSortFilterProxyModel *m_found = nullptr;
    QLineEdit *m_find = nullptr;
    QPushButton *m_defaults = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_explanation = nullptr;
    QPlainTextEdit *m_lines = nullptr;
    FindingList *m_findings = nullptr;
    QWidget *m_findingArea = nullptr; ///< takes no room while there is nothing to say
};

} // namespace zoodock
