// SPDX-License-Identifier: GPL-3.0-or-later
#include "connectstages.h"

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
        m_list[i] = {m_list.at(i).stage, State::Waiting, {}, {}, {}};
    run(index(stage));
    return true;
}

bool ConnectStages::clear()
{
    restart(ConnectStage::Name);
    m_list.first().state = State::Waiting;
    return true;
}

bool ConnectStages::done(ConnectStage stage, const QString &detail)
{
    if (at(stage).state == State::Done)
        return false;
    const auto took = m_clock.monotonic() - m_since;
    // What was skipped shares the time: the last of them has it.
    for (qsizetype i = 0; i < index(stage); ++i) {
        if (m_list.at(i).state != State::Done)
            m_list[i] = {m_list.at(i).stage, State::Done, {}, {}, {}};
    }
    m_list[index(stage)] = {stage, State::Done, took, detail, {}};
    run(index(stage) + 1);
    return true;
}

bool ConnectStages::fail(ConnectStage stage, const Error &error)
{
    const ConnectStageReport &before = at(stage);
    if (before.state == State::Done)
        return false;
    const ConnectStageReport after{stage, State::Failed, m_clock.monotonic() - m_since, {}, error};
    const bool same = before.state == State::Failed && before.error->message() == error.message();
    m_list[index(stage)] = after;
    return !same;
}

void ConnectStages::run(qsizetype at)
{
    m_since = m_clock.monotonic();
    if (at < m_list.size() && m_list.at(at).state == State::Waiting)
        m_list[at].state = State::Running;
}

} // namespace zoodock
