// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/logfollower.h"
#include "clusters/logrings.h"

#include <QtCore/QMap>

namespace zoodock
{

/// The logs of one cluster's members. Followed only while asked for; lines that were written meanwhile are
/// read afterwards.
class LogBook : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogBook)
public:
    LogBook(EngineRegistry &engines, ClusterStore &store, QObject *parent = nullptr);
    ~LogBook() override;

    [[nodiscard]] LogRings &rings() { return m_rings; }
    void setLimit(int lines);
    /// Another cluster's lines are forgotten. Empty: none.
    void open(const QString &cluster);
    [[nodiscard]] const QString &cluster() const { return m_cluster; }
    void setFollowing(bool following);
    /// nullptr: no such member.
    [[nodiscard]] const LogFollower *follower(int memberId) const;

Q_SIGNALS:
    /// Of that member's follower.
    void stateChanged(int memberId);

private:
    void rebuild();
    [[nodiscard]] LogFollower *makeFollower(int memberId);

    EngineRegistry &m_engines;
    ClusterStore &m_store;
    LogRings m_rings;
    QString m_cluster;
    bool m_following = false;
    QMap<int, LogFollower *> m_followers;
};

} // namespace zoodock
