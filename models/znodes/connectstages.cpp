// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectstages.h"

#include <algorithm>

namespace zoodock
{

namespace
{

using State = ConnectStageReport::State;

} // namespace

ConnectStages::ConnectStages(const Clock &clock)
    : m_clock(clock)
{
    for (const ConnectStage stage : {ConnectStage::Name, ConnectStage::Tcp, ConnectStage::Handshake,
                                     ConnectStage::Session, ConnectStage::Auth}) {
        ConnectStageReport report;
        report.stage = stage;
        m_list.append(report);
    }
}

bool ConnectStages::restart(ConnectStage stage)
{
    for (qsizetype i = index(stage); i < m_list.size(); ++i)
        m_list[i] = {m_list.at(i).stage, State::Waiting, {}, {}, {}, {}};
    run(index(stage));
    return true;
}

bool ConnectStages::clear()
{
    restart(ConnectStage::Name);
    m_list.first().state = State::Waiting;
    return true;
}

bool ConnectStages::done(ConnectStage stage, const QString &detail,
                         std::optional<std::chrono::milliseconds> took, const Failures &failures)
{
    const bool isPassed = at(stage).state == State::Done;
    if (isPassed && (at(stage).took || !took))
        return false;
    for (qsizetype i = 0; i < index(stage); ++i) {
        if (m_list.at(i).state != State::Done)
            m_list[i] = {m_list.at(i).stage, State::Done, {}, {}, {}, {}};
    }
    m_list[index(stage)] = {stage,  State::Done, took ? took : m_clock.monotonic() - m_since,
                            detail, {},          failures};
    if (!isPassed)
        run(index(stage) + 1);
    return true;
}

bool ConnectStages::fail(ConnectStage stage, const Error &error, const Failures &failures,
                         std::optional<std::chrono::milliseconds> took)
{
    const ConnectStageReport &before = at(stage);
    if (before.state == State::Done)
        return false;
    const ConnectStageReport after{stage, State::Failed, took ? took : m_clock.monotonic() - m_since,
                                   {},    error,         failures};
    const bool same = before.state == State::Failed && before.error->message() == error.message() &&
                      before.failures.size() == failures.size();
    m_list[index(stage)] = after;
    return !same;
}

bool ConnectStages::areMeasured() const
{
    return std::none_of(m_list.cbegin(), m_list.cend(), [](const ConnectStageReport &report) {
        return report.state == State::Done && !report.took;
    });
}

void ConnectStages::run(qsizetype at)
{
    m_since = m_clock.monotonic();
    if (at < m_list.size() && m_list.at(at).state == State::Waiting)
        m_list[at].state = State::Running;
}

} // namespace zoodock
