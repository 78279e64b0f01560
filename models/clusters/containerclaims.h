// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docker/dockerobjects.h"
#include "ensemble/hostfacts.h"

#include <QtCore/QList>

namespace zoodock
{

/// What the container's label of that key says; empty: it has none.
[[nodiscard]] QString labelOf(const ContainerInfo &container, const char16_t *key);
/// The ports of the engine's host that it has, or wants back when it is started.
[[nodiscard]] QList<PortHolder> portsOf(const ContainerInfo &container);
/// On the networks that it has joined.
[[nodiscard]] QList<NameHolder> namesOf(const ContainerInfo &container);

} // namespace zoodock
