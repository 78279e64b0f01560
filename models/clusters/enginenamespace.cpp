// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginenamespace.h"

#include <QtCore/QFile>

#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr auto unixScheme = "unix://"_L1;
constexpr pid_t systemdsOwn = 1; // a socket that systemd made and handed over

/// The pid that listens on the socket; 0: not known.
pid_t listenerOf(const QString &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray name = QFile::encodeName(path);
    if (name.isEmpty() || static_cast<size_t>(name.size()) >= sizeof address.sun_path)
        return 0;
    std::memcpy(address.sun_path, name.constData(), static_cast<size_t>(name.size()));
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (socket < 0)
        return 0;
    ucred peer{};
    socklen_t length = sizeof peer;
    void *const target = &address;
    const bool known = ::connect(socket, static_cast<sockaddr *>(target), sizeof address) == 0 &&
                       ::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &length) == 0;
    ::close(socket);
    return known ? peer.pid : 0;
}

QByteArray namespaceOf(const QString &process)
{
    char target[64];
    const QByteArray link = "/proc/" + process.toLatin1() + "/ns/net";
    const ssize_t length = ::readlink(link.constData(), target, sizeof target);
    return length > 0 ? QByteArray(target, length) : QByteArray();
}

bool isDaemon(pid_t pid)
{
    QFile comm(u"/proc/%1/comm"_s.arg(pid));
    return pid == systemdsOwn || (comm.open(QIODevice::ReadOnly) && comm.readAll().trimmed() == "dockerd");
}

} // namespace

bool sharesNetworkNamespace(const QString &endpoint)
{
    if (!endpoint.startsWith(unixScheme))
        return false;
    const QString path = endpoint.mid(unixScheme.size());
    const pid_t pid = listenerOf(path);
    if (pid == 0 || !isDaemon(pid))
        return false;
    const QByteArray its = namespaceOf(QString::number(pid));
    if (its.isEmpty())
        return path == "/var/run/docker.sock"_L1 || path == "/run/docker.sock"_L1;
    return its == namespaceOf(u"self"_s);
}

} // namespace zoodock
