// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/imagework.h"

#include "clusters/clusterservice.h"
#include "clusters/imagetask.h"
#include "ui/start/clustercreator.h"

namespace zoodock
{

ImageTask *pullAgainable(ClusterService &service, const QString &context, const QString &reference)
{
    ImageTask *task = service.pullImage(context, reference);
    task->setAgain([context, reference](QObject &window) {
        if (const auto *creator = window.findChild<ClusterCreator *>())
            pullAgainable(creator->service(), context, reference)->start();
    });
    return task;
}

ImageTask *buildAgainable(ClusterService &service, const QString &context, const QString &recipe)
{
    ImageTask *task = service.buildImage(context, recipe);
    task->setAgain([context, recipe](QObject &window) {
        if (const auto *creator = window.findChild<ClusterCreator *>())
            buildAgainable(creator->service(), context, recipe)->start();
    });
    return task;
}

} // namespace zoodock
