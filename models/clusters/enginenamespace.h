// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace zoodock
{

/// Does the daemon behind this endpoint live in our own network namespace, so that our /proc/net/tcp shows
/// its host's listeners? Asks the kernel who serves the Unix socket and compares the two namespaces. A socket
/// that a forwarder serves (ssh -L, socat) says nothing about the daemon: no. Where the process may not be
/// looked at (we are not root): yes for the system's own socket, no for all others. Desktop and rootless
/// engines are the caller's to exclude.
[[nodiscard]] bool sharesNetworkNamespace(const QString &endpoint);

} // namespace zoodock
