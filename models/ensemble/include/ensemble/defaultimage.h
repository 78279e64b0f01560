// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/hostfacts.h"

#include <QtCore/QString>

namespace zoodock
{

/// The image of a cluster for which nobody chose one: the preferred reference if given; else the local image
/// where the engine has it; else the official one, which is pulled where it is missing.
[[nodiscard]] inline QString defaultImage(const HostFacts &facts, const QString &preferred = {})
{
    const QString local = QStringLiteral("zoodock/zookeeper:3.8");
    if (!preferred.isEmpty())
        return preferred;
    return facts.imageReferences.contains(local) ? local : QStringLiteral("zookeeper:3.9");
}

} // namespace zoodock
