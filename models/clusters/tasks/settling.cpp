// SPDX-License-Identifier: GPL-3.0-or-later
#include "settling.h"

#include "docker/dockerengine.h"

namespace zoodock
{

using namespace std::chrono_literals;

namespace
{

constexpr std::chrono::milliseconds longest = 15s;
constexpr std::chrono::milliseconds lookEvery = 200ms;

/// What moves while a docker call is under way: what there is, and which containers were started.
QStringList fingerprint(const OwnObjects &objects)
{
    QStringList lines = objects.names();
    for (const ContainerInfo &container : objects.containers) {
        if (container.startedAt.isValid())
            lines += container.id;
    }
    lines.sort();
    return lines;
}

} // namespace

Settling::Settling(DockerEngine &engine, QString cluster, QObject *parent)
    : Operation(parent)
    , m_engine(engine)
    , m_cluster(std::move(cluster))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(lookEvery);
    connect(&m_pause, &QTimer::timeout, this, &Settling::look);
}

Settling::~Settling() = default;

void Settling::begin()
{
    m_total.start();
    m_quiet.restart();
    look();
}

void Settling::abort(const Error &why)
{
    fail(why); // a look only asks
}

void Settling::look()
{
    if (isSettled())
        return;
    m_quiet.look();
    auto *const query = new OwnObjectsQuery(m_engine, m_cluster, this);
    connect(query, &Operation::finished, this, [this, query] {
        query->deleteLater();
        if (!isSettled())
            onFound(query->result());
    });
    query->start();
}

void Settling::onFound(const Result<OwnObjects> &found)
{
    if (!found) {
        fail(found.error());
        return;
    }
    const QStringList now = fingerprint(*found);
    if (now != m_last)
        m_quiet.restart();
    m_last = now;
    if (m_quiet.isOver() || m_total.elapsed() >= longest.count())
        succeed();
    else
        m_pause.start();
}

} // namespace zoodock
