// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storewait.h"

#include <QtCore/QSet>
#include <QtCore/QTimer>

namespace zoodock
{

struct MemberStatus;
struct ClusterStatus;

/// One of the `fresh` members that has died, and whose next try would end the same way; nullptr: none.
[[nodiscard]] const MemberStatus *deadForGood(const ClusterStatus &status, const QSet<int> &fresh);
/// NoQuorum, with what the exit code means.
[[nodiscard]] Error deathOf(const MemberStatus &member);

/// Reads the store until the cluster serves: all wanted members, or a quorum for some seconds with nobody
/// dead. Fails with NoQuorum at the deadline (caused by Timeout), and at once where a member has died for
/// good. Does not probe.
class QuorumWait : public StoreWait
{
    Q_OBJECT
public:
    /// `freshMembers`: their containers were just made, so that a death in the store is a new one.
    QuorumWait(const ClusterStore &store, QString cluster, QSet<int> freshMembers, QObject *parent);
    ~QuorumWait() override;

protected:
    void abort(const Error &why) override;
    void look(const ClusterStatus &status) override;

private:
    [[nodiscard]] bool isDone(const ClusterStatus &status);

    QSet<int> m_fresh;
    QTimer m_grace; ///< runs once a quorum is there and members are missing
    bool m_graceOver = false;
};

} // namespace zoodock
