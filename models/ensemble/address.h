// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace zoodock::address
{

/// A numeric IPv4 or IPv6 address, without brackets or a zone.
[[nodiscard]] bool isNumeric(const QString &text);
/// 0.0.0.0, :: and their other spellings.
[[nodiscard]] bool isWildcard(const QString &text);
/// 127.0.0.0/8 and ::1.
[[nodiscard]] bool isLoopback(const QString &text);
/// The shortest spelling; IPv4 inside IPv6 (::ffff:1.2.3.4) becomes plain IPv4. What is not numeric stays as
/// it is.
[[nodiscard]] QString normalized(const QString &text);
/// Whether sockets of both addresses cannot listen on one port. Java and Docker open wildcards for both
/// protocols at once, so that a wildcard collides with everything.
[[nodiscard]] bool collide(const QString &one, const QString &other);
/// "[::1]" for IPv6, the text itself otherwise: the form in front of ":port".
[[nodiscard]] QString bracketed(const QString &text);

} // namespace zoodock::address
