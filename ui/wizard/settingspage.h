// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/wizardpage.h"

#include <QtCore/QMap>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace zoodock
{

class FindingArea;
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

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeTable();
    void makeView(QWidget *box);
    void fitColumns();
    QWidget *makeLines();
    void explain();
    void takeDefaults();

    SettingTableModel *m_model = nullptr;
    QSortFilterProxyModel *m_found = nullptr;
    QLineEdit *m_find = nullptr;
    QPushButton *m_defaults = nullptr;
    QTableView *m_table = nullptr;
    QMap<int, int> m_usualWidths; ///< of columns, in pixels
    QLabel *m_explanation = nullptr;
    QPlainTextEdit *m_lines = nullptr;
    FindingArea *m_findings = nullptr;
};

} // namespace zoodock
