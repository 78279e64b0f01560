// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/ensemble.h"

#include <QtCore/QMap>
#include <QtWidgets/QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace zoodock
{

class PortTableModel;
class WizardDraft;

/// What is published and where, and every port of the host that is taken for it: of a draft, which it shows
/// and changes.
class PortsPanel : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PortsPanel)
public:
    PortsPanel(WizardDraft &draft, QWidget *parent);

    /// The draft has changed.
    void refresh();
    /// Who gets the keyboard first.
    [[nodiscard]] QWidget *firstField() const;
    [[nodiscard]] QTableView &table() const { return *m_table; }
    /// A line more of text above the table takes from the table.
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Publication
    {
        QLabel *label = nullptr;
        QCheckBox *published = nullptr;
        QComboBox *address = nullptr;
    };

    QWidget *makePublications();
    Publication makePublication(PortKind kind, QWidget *box, QWidget *cell);
    QWidget *makePorts();
    void makeTable(QWidget *box);
    void setColumnWidths();
    [[nodiscard]] int widthOfCell(const QString &text) const;
    [[nodiscard]] QModelIndex firstEditable() const;
    void publish(PortKind kind);
    void refreshPublications();

    WizardDraft &m_draft;
    QLabel *m_publishTitle = nullptr;
    QMap<PortKind, Publication> m_publications;
    PortTableModel *m_ports = nullptr;
    QTableView *m_table = nullptr;
    QPushButton *m_propose = nullptr;
};

} // namespace zoodock
