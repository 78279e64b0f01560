// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/imagetask.h"

#include "ensemble/defaultimage.h"
#include "imagebuild.h"
#include "imagepull.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

ImageTask *ImageTask::pull(EngineRegistry &engines, const QString &context, const QString &reference,
                           QObject *parent)
{
    return new ImagePull(engines, context, reference, parent);
}

ImageTask *ImageTask::build(EngineRegistry &engines, const QString &context, const QString &recipe,
                            QObject *parent)
{
    return new ImageBuild(engines, context, recipe, parent);
}

int ImageTask::addStep(const QString &sentence)
{
    TaskStep step;
    step.sentence = sentence;
    QList<TaskStep> longer = steps();
    longer.append(step);
    setSteps(longer);
    return int(longer.size()) - 1;
}

QString ImageTask::localImage()
{
    return localImageReference();
}

QString ImageTask::recipe(const QString &programFolder)
{
    QDir folder(programFolder);
    const QString installed = folder.absoluteFilePath(u"../share/zoodock/image/build.sh"_s);
    if (QFileInfo(installed).isExecutable())
        return QDir::cleanPath(installed);
    // A build folder lies somewhere inside the sources.
    constexpr int deepest = 5;
    for (int depth = 0; depth < deepest; ++depth) {
        const QString script = folder.absoluteFilePath(u"resources/image/build.sh"_s);
        if (QFileInfo(script).isExecutable() && folder.exists(u"models/clusters"_s))
            return script;
        if (!folder.cdUp())
            break;
    }
    return {};
}

} // namespace zoodock
