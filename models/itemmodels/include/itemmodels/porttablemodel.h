// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/ensemble.h"
#include "ensemble/finding.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QHash>

namespace zoodock
{

/// Which ports of the engine's host an ensemble takes: a row per member with its name, a column per kind of
/// port. Bridge mode: the published ports; what is not published has no cell to edit. Holds a copy; what a
/// person enters is announced, and comes back by setEnsemble().
class PortTableModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PortTableModel)
public:
    enum Column { MemberColumn, ClientColumn, QuorumColumn, ElectionColumn, AdminColumn, ColumnCount };
    enum Role { SeverityRole = Qt::UserRole + 1, FindingRole };

    explicit PortTableModel(QObject *parent = nullptr);

    /// `findings` are those of validate() for this ensemble.
    void setEnsemble(const Ensemble &ensemble, const QList<Finding> &findings);
    /// Of members that are not made yet.
    void setNamesEditable(bool editable) { m_hasEditableNames = editable; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// A port, 1 to 65535, or the empty text: a free port shall be proposed. Any other text stays in its
    /// cell, as long as the ensemble has no port there. Of a name any text.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    /// Whatever was entered; empty: it shall be called as it would be by itself.
    void memberNamed(int memberId, const QString &name);
    /// 0: none any more.
    void portChosen(int memberId, zoodock::PortKind kind, quint16 port);
    /// What was entered, `text`, is not a port.
    void portRefused(int memberId, zoodock::PortKind kind, const QString &text);

private:
    [[nodiscard]] QString text(const Member &member, int column) const;
    [[nodiscard]] QString hint(const Member &member, int column) const;
    [[nodiscard]] bool isEditable(const Member &member, int column) const;
    [[nodiscard]] quint16 port(const Member &member, PortKind kind) const;
    [[nodiscard]] const Finding *finding(const QModelIndex &index) const;

    void dropRefused();

    Ensemble m_ensemble;
    QList<Finding> m_findings;
    bool m_hasEditableNames = false;
    QHash<std::pair<int, int>, QString> m_refused; ///< member id and kind → what was entered
};

} // namespace zoodock
