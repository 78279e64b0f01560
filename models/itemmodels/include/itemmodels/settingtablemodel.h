// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/ensemble.h"
#include "ensemble/finding.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QMap>
#include <QtCore/QStringList>

namespace zoodock
{

/// Everything that can be set for an ensemble's servers and containers: value, default, unit, range, since.
/// Holds a copy; what a person enters is announced, and comes back by setEnsemble(). What cannot be set can
/// be gone to all the same, to read why. The free lines of zoo.cfg are not among the rows.
class SettingTableModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingTableModel)
public:
    enum Column { NameColumn, ValueColumn, DefaultColumn, UnitColumn, RangeColumn, SinceColumn, ColumnCount };
    enum Role {
        KeyRole = Qt::UserRole + 1,
        ExplanationRole, ///< what it is, and why it cannot be set where it cannot
        UnavailableRole, ///< why it cannot be set; empty: it can
        SeverityRole,    ///< of the value: int of the worst finding's Severity; invalid: there is none
        FindingRole,     ///< that finding's sentence and remedy
        ChoicesRole,     ///< QStringList of values; empty: free text
        ChoiceTextsRole, ///< how the choices are called, in the same order
        ChangedRole,     ///< bool: not the default
    };

    explicit SettingTableModel(QObject *parent = nullptr);

    void setEnsemble(const Ensemble &ensemble, const QList<Finding> &findings);
    /// What cannot be chosen: key → translated reason.
    void setFixed(const QMap<QString, QString> &reasons);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    /// The keys of the two rows that are the containers' and not the servers'.
    [[nodiscard]] static QString restartKey();
    [[nodiscard]] static QString volumesKey();

Q_SIGNALS:
    /// `key` of a ServerSetting, or one of the two above with the policy's name.
    void valueChosen(const QString &key, const QString &value);

private:
    struct Row;
    [[nodiscard]] QString display(const Row &row, int column) const;
    [[nodiscard]] const Finding *finding(const QString &key) const;
    [[nodiscard]] Row row(int number) const;
    [[nodiscard]] QList<Row> rows() const;

    Ensemble m_ensemble;
    QList<Finding> m_findings;
    QMap<QString, QString> m_fixed;
};

/// Puts what valueChosen() said into an ensemble.
void applyChoice(Ensemble &ensemble, const QString &key, const QString &value);

} // namespace zoodock
