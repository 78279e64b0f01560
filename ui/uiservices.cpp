// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uiservices.h"

#include "clusters/clusterstatus.h"
#include "clusters/clusterstore.h"
#include "core/settings.h"

namespace zoodock
{

QString UiServices::newClusterContext() const
{
    return context.isEmpty() ? settings.text(SettingKey::DockerContext) : context;
}

QString UiServices::shownName(const QString &cluster) const
{
    const ClusterStatus *status = store.cluster(cluster);
    return status ? status->ensemble.shownName() : cluster;
}

} // namespace zoodock
