// SPDX-License-Identifier: GPL-3.0-or-later
#include "storewait.h"

#include "clusters/clusterstore.h"

namespace zoodock
{

StoreWait::StoreWait(const ClusterStore &store, QString cluster, QObject *parent)
    : Operation(parent)
    , m_store(store)
    , m_cluster(std::move(cluster))
{
}

StoreWait::~StoreWait() = default;

void StoreWait::begin()
{
    const auto checkOurs = [this](const QString &name) {
        if (name == m_cluster)
            check();
    };
    connect(&m_store, &ClusterStore::clusterChanged, this, checkOurs);
    connect(&m_store, &ClusterStore::clusterReset, this, checkOurs);
    connect(&m_store, &ClusterStore::memberChanged, this, checkOurs);
    check();
}

const ClusterStatus *StoreWait::current() const
{
    return m_store.cluster(m_cluster);
}

void StoreWait::check()
{
    const ClusterStatus *const now = current();
    if (!isSettled() && now)
        look(*now);
}

void StoreWait::say(const QString &detail)
{
    if (detail == m_detail)
        return;
    m_detail = detail;
    Q_EMIT progressed(detail);
}

} // namespace zoodock
