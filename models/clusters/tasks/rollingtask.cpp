// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollingtask.h"

#include "autopsy.h"
#include "clusters/clusterstore.h"
#include "clusters/engineregistry.h"
#include "core/sentences.h"
#include "core/sequence.h"

#include <algorithm>

namespace zoodock
{

namespace
{

/// Of the members that are lost anyway nothing more can be lost. One whose role is being asked again is not
/// among them.
bool isLost(MemberState state)
{
    return !isServing(state) && state != MemberState::Unconfirmed && state != MemberState::Unknown;
}

bool votes(const MemberStatus &member)
{
    return member.wanted.role == MemberRole::Participant && isServing(member.state) &&
           member.state != MemberState::ReadOnly;
}

} // namespace

RollingTask::RollingTask(TaskTools tools, const QString &cluster, TaskTitle title,
                         std::chrono::milliseconds quorumDeadline, QObject *parent)
    : ClusterTask(cluster, std::move(title), parent)
    , m_tools(tools)
    , m_hold(tools, cluster)
    , m_quorumDeadline(quorumDeadline)
{
}

RollingTask::~RollingTask() = default;

const ClusterStatus *RollingTask::status() const
{
    return m_tools.store.cluster(cluster());
}

QString RollingTask::nameOf(int memberId) const
{
    const ClusterStatus *const now = status();
    const MemberStatus *const member = now ? now->member(memberId) : nullptr;
    return member ? member->wanted.name : QString::number(memberId);
}

QString RollingTask::namesOf(const QList<int> &memberIds) const
{
    QStringList names;
    for (const int id : memberIds)
        names += nameOf(id);
    return listOf(names);
}

int RollingTask::stepOf(int memberId) const
{
    return m_firstStep + static_cast<int>(m_order.indexOf(memberId));
}

void RollingTask::setMemberSteps(const QList<int> &memberIds, StepState state, const QString &detail)
{
    for (const int id : memberIds)
        setStep(stepOf(id), state, detail);
}

void RollingTask::setRunning(Operation *operation, bool mayCancel)
{
    m_running = operation;
    m_mayCancel = mayCancel;
    if (operation && mayCancel && m_why)
        operation->cancel();
}

void RollingTask::abort(const Error &why)
{
    if (m_why)
        return;
    m_why = why;
    // Otherwise the end of what runs, or the beginning of what is next, sees it.
    if (m_running && m_mayCancel)
        m_running->cancel(); // which ends in stop(), or in the subclass
}

void RollingTask::roll(const QList<int> &memberIds, int firstStep, Pace pace)
{
    m_pace = pace;
    m_order = memberIds;
    m_left = memberIds;
    m_firstStep = firstStep;
    if (const ClusterStatus *const now = status()) {
        for (const MemberStatus &member : now->members) {
            if (!isLost(member.state) && member.state != MemberState::Unknown)
                m_expected += member.wanted.id;
        }
    }
    next();
}

void RollingTask::next()
{
    if (m_why) {
        stop(*m_why);
        return;
    }
    if (m_left.isEmpty()) {
        onRolled();
        return;
    }
    if (m_pace == Pace::Together) {
        work(QList<int>(m_left));
        return;
    }
    if (!m_idleDone) {
        m_idleDone = true;
        if (const QList<int> lost = idle(); !lost.isEmpty()) {
            work(lost);
            return;
        }
        waitForOthers();
        return;
    }
    const int id = pick();
    if (const Result<void> spared = spare(id); spared)
        work({id});
    else
        stop(spared.error());
}

QList<int> RollingTask::idle() const
{
    QList<int> ids;
    const ClusterStatus *const now = status();
    for (const int id : m_left) {
        const MemberStatus *const member = now ? now->member(id) : nullptr;
        if (member && (isLost(member->state) || member->state == MemberState::ReadOnly))
            ids += id;
    }
    return ids;
}

/// The leader last: each election costs the programs a moment.
int RollingTask::pick() const
{
    const ClusterStatus *const now = status();
    const int leader = now ? now->quorum.leaderId : 0;
    const auto other =
        std::find_if(m_left.cbegin(), m_left.cend(), [leader](int id) { return id != leader; });
    return other == m_left.cend() ? m_left.first() : *other;
}

Result<void> RollingTask::spare(int memberId) const
{
    const ClusterStatus *const now = status();
    const MemberStatus *const member = now ? now->member(memberId) : nullptr;
    if (!member || member->wanted.role != MemberRole::Participant || now->quorum.voters < 3)
        return {}; // with one or two voters there is nothing to be kept
    const auto others =
        std::count_if(now->members.cbegin(), now->members.cend(), [memberId](const MemberStatus &one) {
            return one.wanted.id != memberId && votes(one);
        });
    if (others >= now->quorum.majority)
        return {};
    return failure(ErrorKind::NoQuorum,
                   tr("%1 was left alone: without it there would be no quorum. Start the members that do "
                      "not serve, then try again.")
                       .arg(member->wanted.name));
}

void RollingTask::expectNoMore(const QList<int> &memberIds)
{
    m_expected -= QSet<int>(memberIds.cbegin(), memberIds.cend());
}

ServingWait *RollingTask::makeWait(QObject *parent)
{
    auto *const wait = new ServingWait(m_tools.store, cluster(), m_expected, m_marks, parent);
    wait->setDeadline(m_quorumDeadline);
    return wait;
}

/// Whose role is being asked again has to answer first.
void RollingTask::waitForOthers()
{
    ServingWait *const wait = makeWait(this);
    setRunning(wait, true);
    connect(wait, &Operation::finished, this, [this, wait] {
        setRunning(nullptr, false);
        wait->deleteLater();
        if (m_why)
            stop(*m_why);
        else if (!wait->succeeded())
            stop(wait->error());
        else
            next();
    });
    wait->start();
}

void RollingTask::work(const QList<int> &batch)
{
    m_batch = batch;
    m_marks.clear();
    const ClusterStatus *const now = status();
    for (const int id : batch) {
        m_left.removeOne(id);
        if (const MemberStatus *const member = now ? now->member(id) : nullptr)
            m_marks.insert(id, ContainerMark::of(*member));
    }
    m_expected += QSet<int>(batch.cbegin(), batch.cend());
    setMemberSteps(batch, StepState::Running);
    Operation *const all = makeWorkOn(batch, this);
    setRunning(all, false);
    connect(all, &Operation::finished, this, [this, all] {
        setRunning(nullptr, false);
        all->deleteLater();
        onWorked(all->outcome());
    });
    all->start();
}

Operation *RollingTask::makeWorkOn(const QList<int> &memberIds, QObject *parent)
{
    QList<OperationFactory> works;
    for (const int id : memberIds)
        works += [this, id](QObject *owner) { return makeWork(id, owner); };
    return new Parallel(works, Parallel::OnFailure::FinishOthers, 0, parent);
}

void RollingTask::onWorked(const Result<void> &outcome)
{
    if (m_why)
        stop(*m_why);
    else if (!outcome)
        stop(outcome.error());
    else
        waitForBatch();
}

void RollingTask::waitForBatch()
{
    ServingWait *const wait = makeWait(this);
    setRunning(wait, true);
    connect(wait, &ServingWait::progressed, this,
            [this](const QString &detail) { setMemberSteps(m_batch, StepState::Running, detail); });
    connect(wait, &Operation::finished, this, [this, wait] {
        setRunning(nullptr, false);
        wait->deleteLater();
        onWaited(wait->outcome());
    });
    wait->start();
}

void RollingTask::onWaited(const Result<void> &outcome)
{
    if (m_why) {
        stop(*m_why);
    } else if (outcome) {
        setMemberSteps(m_batch, StepState::Done);
        m_done += m_batch;
        m_batch.clear();
        next();
    } else if (outcome.error().kind() == ErrorKind::NoQuorum) {
        examine(outcome.error());
    } else {
        stop(outcome.error());
    }
}

void RollingTask::examine(const Error &error)
{
    const ClusterStatus *const now = status();
    if (!now) {
        stop(error);
        return;
    }
    DockerEngine &engine = m_tools.engines.engine(now->ensemble.context);
    auto *const autopsy = new Autopsy(engine, containersInTrouble(now, now->ensemble, m_expected), this);
    setRunning(autopsy, true);
    connect(autopsy, &Operation::finished, this, [this, autopsy, error] {
        setRunning(nullptr, false);
        autopsy->deleteLater();
        stop(autopsy->succeeded() ? withLogs(error, autopsy->value()) : error);
    });
    autopsy->start();
}

void RollingTask::stop(const Error &why)
{
    m_why = why;
    const QList<int> inHand = m_batch;
    m_marks.clear(); // what they are put back to counts, whenever it was started
    setMemberSteps(m_left, StepState::Cancelled);
    onStopped(inHand, why);
}

void RollingTask::conclude(const Result<void> &outcome)
{
    m_hold.release();
    settleWith(outcome);
}

} // namespace zoodock
