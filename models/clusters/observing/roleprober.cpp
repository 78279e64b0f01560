// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/roleprober.h"

#include "clusters/clusterstore.h"
#include "docker/dockerengine.h"
#include "proberoute.h"
#include "zookeeper/fourletterclient.h"

#include <QtCore/QPointer>

#include <algorithm>
#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr std::chrono::milliseconds movingPace = 50ms;
/// How long after the last move of a state the cluster counts as moving.
constexpr std::chrono::milliseconds movingTime = 10s;
/// A frozen server is to be seen within a second and a half at the slowest pace.
constexpr std::chrono::milliseconds answerDeadline = 700ms;
/// A question that ended so long after its deadline says more about this program, which stood still, than
/// about the server; it is asked again, so often at most.
constexpr std::chrono::milliseconds lateness = 300ms;
constexpr int mostStandstills = 3;
constexpr std::chrono::milliseconds execPause = 5s;
constexpr std::chrono::milliseconds execDeadline = 3s;
/// After so many misses without one answer another route is tried, once: a server that is slow to start
/// misses as well.
constexpr int missesPerTrial = 20;

} // namespace

/// What the prober keeps per member.
struct RoleProber::Target
{
    QString containerId; ///< of the run that is asked
    QDateTime startedAt;
    ContainerLife life = ContainerLife::Unknown;
    QPointer<Operation> question;
    qsizetype route = 0;  ///< the one that answered last, or the best
    qsizetype asking = 0; ///< the one of the question under way
    int misses = 0;       ///< since the last answer
    int standstills = 0;  ///< of ours, one after the other
    bool answered = false;
    bool asked = false; ///< one question of this run has ended
    std::optional<std::chrono::milliseconds> execAt;

    /// An answer that is under way does not count any more.
    void drop() { delete question.data(); }
};

RoleProber::RoleProber(QString cluster, DockerEngine &engine, ClusterStore &store, QObject *parent)
    : QObject(parent)
    , m_cluster(std::move(cluster))
    , m_engine(engine)
    , m_store(store)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RoleProber::tick);
}

RoleProber::~RoleProber() = default;

void RoleProber::start()
{
    if (std::exchange(m_started, true))
        return;
    connect(&m_store, &ClusterStore::memberChanged, this, &RoleProber::onMemberChanged);
    connect(&m_store, &ClusterStore::memberStateChanged, this,
            [this](const QString &cluster, int id, MemberState, MemberState to) {
                onStateChanged(cluster, id, to);
            });
    connect(&m_store, &ClusterStore::clusterReset, this, &RoleProber::onReset);
    connect(&m_store, &ClusterStore::engineChanged, this, [this] {
        schedule();
        checkAskedAll();
    });
    onReset(m_cluster);
}

void RoleProber::setPaces(const ProbePaces &paces)
{
    if (std::exchange(m_paces, paces) == paces)
        return;
    m_timer.stop();
    schedule();
}

void RoleProber::hurry()
{
    m_movedAt = m_store.clock().monotonic();
    for (const auto &target : std::as_const(m_targets))
        target->execAt.reset();
    tick();
}

void RoleProber::onReset(const QString &cluster)
{
    if (cluster != m_cluster)
        return;
    for (const auto &target : std::as_const(m_targets))
        target->drop();
    m_targets.clear();
    m_movedAt = m_store.clock().monotonic();
    const ClusterStatus *status = m_store.cluster(m_cluster);
    if (!status)
        return;
    const QList<MemberStatus> members = status->members;
    for (const MemberStatus &member : members)
        follow(member);
    tick();
}

void RoleProber::onMemberChanged(const QString &cluster, int memberId)
{
    if (cluster != m_cluster)
        return;
    const ClusterStatus *status = m_store.cluster(m_cluster);
    const MemberStatus *member = status ? status->member(memberId) : nullptr;
    if (member)
        follow(*member);
}

/// A container that lives otherwise than before is asked at once, and what was under way is void.
void RoleProber::follow(const MemberStatus &member)
{
    std::shared_ptr<Target> &target = m_targets[member.wanted.id];
    if (!target)
        target = std::make_shared<Target>();
    const ContainerObservation &container = member.container;
    const bool otherRun = target->containerId != container.id || target->startedAt != container.startedAt;
    if (!otherRun && target->life == container.life)
        return;
    target->drop();
    if (otherRun)
        *target = {};
    target->containerId = container.id;
    target->startedAt = container.startedAt;
    target->life = container.life;
    if (container.life == ContainerLife::Running)
        ask(member, *target);
    schedule();
    checkAskedAll();
}

void RoleProber::onStateChanged(const QString &cluster, int memberId, MemberState to)
{
    if (cluster != m_cluster)
        return;
    m_movedAt = m_store.clock().monotonic();
    const std::shared_ptr<Target> target = m_targets.value(memberId);
    if (to == MemberState::Unconfirmed && target) {
        // The question under way was asked before the doubt: its answer would not clear it.
        target->drop();
        target->execAt.reset();
        // Who heard it before us may have taken the cluster out of the store.
        const ClusterStatus *status = m_store.cluster(m_cluster);
        const MemberStatus *member = status ? status->member(memberId) : nullptr;
        if (member && isAsked(*member))
            ask(*member, *target);
    }
    schedule();
}

void RoleProber::tick()
{
    const ClusterStatus *status = m_store.cluster(m_cluster);
    if (!status)
        return;
    for (const MemberStatus &member : status->members) {
        const std::shared_ptr<Target> target = m_targets.value(member.wanted.id);
        if (target && isAsked(member))
            ask(member, *target);
    }
    m_timer.stop();
    schedule();
}

bool RoleProber::isAsked(const MemberStatus &member) const
{
    return member.container.life == ContainerLife::Running || unseenRoute(member).has_value();
}

std::optional<ProbeRoute> RoleProber::unseenRoute(const MemberStatus &member) const
{
    const ClusterStatus *const status = m_store.cluster(m_cluster);
    return status ? routeUnseen(m_store, *status, member) : std::nullopt;
}

QList<ProbeRoute> RoleProber::routesTo(const MemberStatus &member) const
{
    if (const auto unseen = unseenRoute(member))
        return {*unseen};
    const bool local = m_store.engine(m_store.cluster(m_cluster)->ensemble.context).containerAddresses;
    return probeRoutes(member, local);
}

/// zero: nobody runs.
std::chrono::milliseconds RoleProber::pace() const
{
    const ClusterStatus *status = m_store.cluster(m_cluster);
    if (!status)
        return 0ms;
    int running = 0;
    int runningVoters = 0;
    bool settled = true;
    for (const MemberStatus &member : status->members) {
        if (isAsked(member)) {
            ++running;
            runningVoters += member.wanted.role == MemberRole::Participant ? 1 : 0;
        }
        settled = settled && isSettled(member.state);
    }
    if (running == 0)
        return 0ms;
    // Followers of a leader that is paused go on saying so for some seconds: without a quorum nothing is
    // settled.
    settled = settled && (status->quorum.established || runningVoters < status->quorum.majority);
    const auto quiet = m_store.clock().monotonic() - m_movedAt;
    if (settled)
        return m_paces.settled;
    return quiet > movingTime ? m_paces.unsettled : std::min(movingPace, m_paces.unsettled);
}

void RoleProber::schedule()
{
    const std::chrono::milliseconds interval = pace();
    if (interval == 0ms) {
        m_timer.stop();
        return;
    }
    if (m_timer.isActive() && m_timer.remainingTimeAsDuration() <= interval)
        return;
    m_timer.setTimerType(interval >= 1s ? Qt::CoarseTimer : Qt::PreciseTimer);
    m_timer.start(interval);
}

Operation *RoleProber::makeQuestion(const MemberStatus &member, Target &target)
{
    const QList<ProbeRoute> routes = routesTo(member);
    const auto now = m_store.clock().monotonic();
    const bool mayExec = !target.execAt || now - *target.execAt >= execPause;
    target.asking = target.route % routes.size();
    if (!target.answered && target.misses > 0 && target.misses % missesPerTrial == 0) {
        const qsizetype trial = (target.misses / missesPerTrial) % routes.size();
        if (mayExec || routes[trial].kind == ProbeRoute::Kind::Tcp)
            target.asking = trial;
    }
    const ProbeRoute &route = routes[target.asking];
    if (route.kind == ProbeRoute::Kind::Tcp) {
        auto *question = new FourLetterRequest(route.host, route.port, "srvr"_ba, this);
        question->setDeadline(answerDeadline);
        return question;
    }
    if (!mayExec)
        return nullptr;
    target.execAt = now;
    auto *question =
        m_engine.run(m_engine.commands().exec(member.container.id, execArguments(route.port)), this);
    question->setDeadline(execDeadline);
    return question;
}

void RoleProber::ask(const MemberStatus &member, Target &target)
{
    if (target.question)
        return;
    auto *question = dynamic_cast<ValueOperation<QByteArray> *>(makeQuestion(member, target));
    if (!question)
        return;
    target.question = question;
    const auto at = m_store.clock().monotonic();
    connect(question, &Operation::finished, this, [this, question, at, id = member.wanted.id] {
        question->deleteLater();
        take(id, at, at + question->deadline(), question->result());
    });
    question->start();
}

void RoleProber::take(int memberId, std::chrono::milliseconds at, std::chrono::milliseconds due,
                      const Result<QByteArray> &answer)
{
    const std::shared_ptr<Target> target = m_targets.value(memberId);
    if (!target)
        return;
    target->question = nullptr;
    const bool isLate = !answer && answer.error().kind() == ErrorKind::Timeout &&
                        m_store.clock().monotonic() > due + lateness;
    if (isLate && ++target->standstills <= mostStandstills) {
        m_timer.start(0ms);
        return;
    }
    target->standstills = 0;
    target->asked = true;
    const ProbeObservation seen = probeObservation(at, answer);
    if (seen.outcome != ProbeOutcome::NoAnswer) {
        target->answered = true;
        target->route = target->asking;
        target->misses = 0;
    } else {
        ++target->misses;
    }
    m_store.observeProbe(m_cluster, memberId, seen);
    schedule();
    checkAskedAll();
}

bool RoleProber::hasAskedAll() const
{
    const ClusterStatus *const status = m_store.cluster(m_cluster);
    const QList<MemberStatus> members = status ? status->members : QList<MemberStatus>();
    return std::all_of(members.cbegin(), members.cend(), [this](const MemberStatus &member) {
        const std::shared_ptr<Target> target = m_targets.value(member.wanted.id);
        return !target || target->asked || !isAsked(member);
    });
}

void RoleProber::checkAskedAll()
{
    const bool all = hasAskedAll();
    if (all && !std::exchange(m_askedAll, true))
        Q_EMIT askedAll();
    m_askedAll = all;
}

} // namespace zoodock
