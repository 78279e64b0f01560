// SPDX-License-Identifier: GPL-3.0-or-later
// EngineWatcher while nobody answers: what is said of the engine's silence, and of where it would be.
#include "clusters/enginewatcher.h"

#include "clusters/clusterstore.h"
#include "docker/dockerengine.h"
#include "docker/eventstream.h"

#include <utility>

namespace zoodock
{

using namespace std::chrono_literals;

namespace
{

/// A little longer than a healthy engine ever needs.
constexpr auto silenceDeadline = 10s;

} // namespace

void EngineWatcher::onLost(const Error &error)
{
    const EngineStatus::Reach reach = m_store.engine(m_context).reach;
    // Of one that nobody has heard of so far, to wait in vain for an answer was the question.
    const bool neverAnswered = reach == EngineStatus::Reach::Unknown && error.kind() == ErrorKind::Timeout;
    if (reach == EngineStatus::Reach::Silent || neverAnswered) {
        fallSilent(error);
        return;
    }
    // The stream's process may have died alone. The engine's silence is claimed only after asking it.
    auto *check = m_engine.version(this);
    check->setDeadline(silenceDeadline);
    connect(check, &Operation::finished, this, [this, check] {
        check->deleteLater();
        if (!check->succeeded() && !m_events->isOpen())
            fallSilent(check->outcome().error());
        else if (check->succeeded())
            m_events->retryNow();
    });
    check->start();
}

void EngineWatcher::fallSilent(const Error &error)
{
    ++m_generation; // a look that was asked before and ends well after it speaks of what was
    EngineStatus status = m_store.engine(m_context);
    status.context = m_context;
    status.reach = EngineStatus::Reach::Silent;
    status.problem = error;
    nameEndpoint(status);
    m_store.observeEngine(status);
    askEndpoint();
    // Where it would be, the servers are asked: until that is known not all has been seen.
    if (!m_askingEndpoint || !status.endpoint.isEmpty())
        settle();
}

void EngineWatcher::nameEndpoint(EngineStatus &status) const
{
    status.source = endpointSourceOf(m_context);
    status.contextName = m_contextName;
    status.endpoint =
        status.source == EndpointSource::DockerHost ? qEnvironmentVariable("DOCKER_HOST") : m_endpoint;
}

/// Docker knows it without its engine, too.
void EngineWatcher::askEndpoint()
{
    if (m_reachKnown || std::exchange(m_endpointAsked, true))
        return;
    auto *const question = m_engine.recentContextInfo(this);
    question->setDeadline(silenceDeadline);
    m_askingEndpoint = true;
    connect(question, &Operation::finished, this, [this, question] {
        question->deleteLater();
        m_askingEndpoint = false;
        if (question->succeeded())
            takeEndpoint(question->value());
        if (m_store.engine(m_context).reach == EngineStatus::Reach::Silent)
            settle(); // else the look does
    });
    question->start();
}

void EngineWatcher::takeEndpoint(const ContextInfo &endpoint)
{
    m_contextName = endpoint.name;
    m_endpoint = endpoint.endpoint;
    EngineStatus status = m_store.engine(m_context);
    nameEndpoint(status);
    m_store.observeEngine(status);
}

} // namespace zoodock
