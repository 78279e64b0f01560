// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/hostfacts.h"
#include "ensemble/imagereference.h"

#include <QtCore/QString>

namespace zoodock
{

/// The image that ZooDock builds where none can be had: its recipe is in resources/image.
[[nodiscard]] inline QString localImageReference()
{
    return QStringLiteral("zoodock/zookeeper:3.8");
}

/// The image of a cluster for which nobody chose one: the preferred reference if given; else the local image
/// where the engine has it; else the official one, which is pulled where it is missing.
[[nodiscard]] inline QString defaultImage(const HostFacts &facts, const QString &preferred = {})
{
    const QString local = localImageReference();
    if (!preferred.isEmpty())
        return preferred;
    return hasImage(facts, local) ? local : QStringLiteral("zookeeper:3.9");
}

} // namespace zoodock
