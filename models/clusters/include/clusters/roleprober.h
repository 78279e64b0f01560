// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterstatus.h"
#include "core/result.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <chrono>
#include <memory>

namespace zoodock
{

class ClusterStore;
class DockerEngine;
class Operation;
struct ProbeRoute;

/// How long to wait between two questions to a member: while nothing moves, and while the cluster is not
/// settled.
struct ProbePaces
{
    std::chrono::milliseconds settled{1000};
    std::chrono::milliseconds unsettled{250};
    friend bool operator==(const ProbePaces &, const ProbePaces &) = default;
};

/// Asks every running member of one cluster `srvr`: 50 ms apart while something moves, then at the unsettled
/// pace for as long as the cluster is not settled, at the settled pace when it is, not at all when nothing
/// runs. A member whose container changed, or whose role is doubted, is asked at once. It goes on
/// while the engine is silent: who answers is there. Route per member: the published client port; else the
/// container's own address on a local engine; else `docker exec` with bash's /dev/tcp, every 5 s at most.
/// While a member has never answered, the other routes are tried now and then. One question per member at a
/// time. While a silent engine has never spoken of a member, it is asked at the published port that is wanted
/// for it, if no other member wants the same.
class RoleProber : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RoleProber)
public:
    RoleProber(QString cluster, DockerEngine &engine, ClusterStore &store, QObject *parent = nullptr);
    ~RoleProber() override;

    void start();
    /// From the next question on.
    void setPaces(const ProbePaces &paces);
    /// Ask everybody now, and stay fast until settled.
    void hurry();
    /// Every member that runs has been asked, and has answered or missed, since its last start.
    [[nodiscard]] bool hasAskedAll() const;

Q_SIGNALS:
    /// hasAskedAll() became true.
    void askedAll();

private:
    struct Target;
    void tick();
    void schedule();
    [[nodiscard]] std::chrono::milliseconds pace() const;
    [[nodiscard]] bool isAsked(const MemberStatus &member) const;
    [[nodiscard]] std::optional<ProbeRoute> unseenRoute(const MemberStatus &member) const;
    [[nodiscard]] QList<ProbeRoute> routesTo(const MemberStatus &member) const;
    void follow(const MemberStatus &member);
    void ask(const MemberStatus &member, Target &target);
    [[nodiscard]] Operation *makeQuestion(const MemberStatus &member, Target &target);
    /// Of a question that was asked at that time and had to have ended by `due`.
    void take(int memberId, std::chrono::milliseconds at, std::chrono::milliseconds due,
              const Result<QByteArray> &answer);
    void checkAskedAll();
    void onMemberChanged(const QString &cluster, int memberId);
    void onStateChanged(const QString &cluster, int memberId, MemberState to);
    void onReset(const QString &cluster);

    QString m_cluster;
    DockerEngine &m_engine;
    ClusterStore &m_store;
    ProbePaces m_paces;
    QTimer m_timer;
    std::chrono::milliseconds m_movedAt{0}; ///< when a state last moved
    bool m_started = false;
    bool m_askedAll = false;
    QHash<int, std::shared_ptr<Target>> m_targets; ///< by member id
};

} // namespace zoodock
