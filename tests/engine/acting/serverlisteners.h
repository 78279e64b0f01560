// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/ensemble.h"

#include <QtCore/QList>
#include <QtCore/QSet>
#include <QtCore/QString>

/// A socket that listens, as the kernel says.
struct Listener
{
    QString address; ///< hexadecimal, as in /proc/net/tcp and tcp6
    quint16 port = 0;
    /// 127.0.0.1, also as an IPv6 socket has it (::ffff:127.0.0.1).
    [[nodiscard]] bool isLocal() const;
    [[nodiscard]] QString toString() const { return address + u':' + QString::number(port); }
};

/// Those of the processes of a running container, by the inodes of their open sockets (Linux proc(5)). Uses
/// sudo where they are another user's and this is not root.
[[nodiscard]] QList<Listener> listenersOf(const QString &container);
/// Why they cannot be seen here, as a sentence; empty: they can.
[[nodiscard]] QString whyListenersAreHidden(const QString &container);

/// The ports that a member with the network of the host has to listen at.
[[nodiscard]] QSet<quint16> portsOf(const zoodock::Ensemble &ensemble, const zoodock::Member &member);
