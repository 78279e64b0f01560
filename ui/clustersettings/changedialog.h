// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterstatus.h"
#include "clusters/ensemblechange.h"

#include <QtWidgets/QDialog>

class QLabel;
class QPushButton;
class QTableWidget;

namespace zoodock
{

class Banner;

/// What applying changed settings would do, before it is done: each value before and after, which members are
/// made anew and in which order, what stays, and who does not serve meanwhile. accepted(): do it.
class ChangeDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChangeDialog)
public:
    /// `pulls`: the engine does not have the image.
    ChangeDialog(const EnsembleChange &change, const ClusterStatus &status, bool pulls, QWidget *parent);

    /// How the members stand by now.
    void setStatus(const ClusterStatus &status);
    /// Why it cannot be applied just now; empty: it can.
    void setReason(const QString &reason);

private:
    [[nodiscard]] QTableWidget *makeValues();
    [[nodiscard]] QTableWidget *makeMembers();
    [[nodiscard]] QList<QStringList> memberRows() const;
    [[nodiscard]] QString consequences() const;
    [[nodiscard]] QList<ChangedValue> wishedOf(int memberId) const;
    [[nodiscard]] bool isMixed() const;
    [[nodiscard]] QString changesOf(int memberId, bool mixed) const;

    EnsembleChange m_change;
    ClusterStatus m_status;
    bool m_pulls;
    QTableWidget *m_members = nullptr; ///< those that are made anew, if any
    QLabel *m_what = nullptr;
    Banner *m_reason = nullptr;
    QPushButton *m_apply = nullptr;
};

/// The order in which ClusterService::apply() goes: those that do not serve first, the leader last.
[[nodiscard]] QList<int> rollingOrder(const QList<int> &members, const ClusterStatus &status);

} // namespace zoodock
