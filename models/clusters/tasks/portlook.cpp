// SPDX-License-Identifier: GPL-3.0-or-later
#include "portlook.h"

#include "clusters/clusterplanner.h"
#include "clusters/clusterstatus.h"
#include "clusters/preflight.h"

namespace zoodock
{

namespace
{

/// What listens is told from others' by our label, which adopted containers lack: one that docker starts
/// again and again may be itself what has the port.
bool isDown(ContainerLife life, bool adopted)
{
    return life == ContainerLife::Exited || life == ContainerLife::Created || life == ContainerLife::Dead ||
           (life == ContainerLife::Restarting && !adopted);
}

} // namespace

PortLook::PortLook(EngineRegistry &engines, Ensemble ensemble, QList<int> memberIds, QObject *parent)
    : ValueOperation(parent)
    , m_engines(engines)
    , m_ensemble(std::move(ensemble))
    , m_memberIds(std::move(memberIds))
{
}

QList<int> PortLook::needing(const ClusterStatus &cluster, const QList<int> &memberIds)
{
    QList<int> ids;
    if (cluster.ensemble.network.mode != NetworkMode::Host)
        return ids;
    for (const MemberStatus &member : cluster.members) {
        const bool isMeant = memberIds.isEmpty() || memberIds.contains(member.wanted.id);
        if (isMeant && isDown(member.container.life, cluster.ensemble.adopted))
            ids += member.wanted.id;
    }
    return ids;
}

void PortLook::begin()
{
    auto *const preflight =
        new Preflight(m_engines, m_ensemble.context, m_ensemble.name, {m_ensemble.image.reference}, this);
    connect(preflight, &Operation::finished, this, [this, preflight] {
        if (isSettled())
            return;
        QMap<int, Error> refused;
        for (const int id : std::as_const(m_memberIds)) {
            if (!preflight->succeeded())
                break;
            if (const Result<void> free = portsAreFree(m_ensemble, preflight->value(), {id}); !free)
                refused.insert(id, free.error());
        }
        succeedWith(refused);
    });
    preflight->start();
}

void PortLook::abort(const Error &why)
{
    fail(why); // the question is our child and only asks
}

} // namespace zoodock
