// SPDX-License-Identifier: GPL-3.0-or-later
#include "wishesofothers.h"

#include "clusters/clusterstore.h"
#include "ensemble/portplan.h"

namespace zoodock
{

namespace
{

/// Valid until the store changes.
QList<const Ensemble *> othersOnTheEngine(const ClusterStore &store, const Ensemble &ensemble)
{
    const auto isSameEngine = [&](const QString &context) {
        const QString endpoint = store.engine(context).endpoint;
        return context == ensemble.context ||
               (!endpoint.isEmpty() && endpoint == store.engine(ensemble.context).endpoint);
    };
    QList<const Ensemble *> others;
    const QStringList names = store.clusterNames();
    for (const QString &name : names) {
        const ClusterStatus *const other = store.cluster(name);
        if (name != ensemble.name && other->isManaged() && isSameEngine(other->ensemble.context))
            others.append(&other->ensemble);
    }
    return others;
}

} // namespace

QList<PortHolder> portsOfOthers(const ClusterStore &store, const Ensemble &ensemble)
{
    QList<PortHolder> holders;
    for (const Ensemble *const other : othersOnTheEngine(store, ensemble)) {
        for (const TakenPort &taken : hostPorts(*other)) {
            if (taken.port != 0)
                holders.append({taken.port, taken.address, {}, other->name, false});
        }
        for (const LinePort &line : hostLinePorts(*other))
            holders.append({line.port, line.address, {}, other->name, false});
    }
    return holders;
}

QList<NameHolder> namesOfOthers(const ClusterStore &store, const Ensemble &ensemble)
{
    QList<NameHolder> holders;
    for (const Ensemble *const other : othersOnTheEngine(store, ensemble)) {
        // What adopted containers are called, docker says as long as there are any.
        if (other->network.mode != NetworkMode::Bridge || other->adopted)
            continue;
        for (const Member &member : other->members)
            holders.append({networkName(*other), member.name, containerName(*other, member), other->name});
    }
    return holders;
}

} // namespace zoodock
