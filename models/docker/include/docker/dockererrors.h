// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/commandspec.h"
#include "core/error.h"

#include <QtCore/QByteArray>

namespace zoodock
{

/// The one table from docker's words to kinds: stable cores of messages of CLI 20.10–28 and engines 20.10–29
/// ("port is already allocated", "No such container", "permission denied while trying to connect", …). The
/// sentence says what to do next; detail holds the masked command, the exit code and stderr.
[[nodiscard]] Error dockerError(const CommandSpec &spec, int exitCode, const QByteArray &standardError,
                                const QByteArray &standardOutput = {});
/// The kind alone.
[[nodiscard]] ErrorKind dockerErrorKind(const QByteArray &standardError);

/// The program named docker answered as Podman does.
[[nodiscard]] Error podmanError(const QString &detail);

} // namespace zoodock
