// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QProcess>
#include <QtCore/QSet>
#include <QtCore/QStringList>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QNetworkInterface>
#include <QtNetwork/QTcpServer>
#include <QtTest/QTest>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/// Without an engine, and the image: a failure where they are required, otherwise a skip.
#define ZOODOCK_NEEDS_ENGINE(cli) ZOODOCK_NEEDS(zoodock::test::whatIsMissing(cli))

/// What is missing, as a sentence; empty: nothing.
#define ZOODOCK_NEEDS(missing)                                                                               \
    do {                                                                                                     \
        const QString zoodockMissing = (missing);                                                            \
        if (!zoodockMissing.isEmpty() && qEnvironmentVariable("ZOODOCK_REQUIRE_ENGINE") == u"1")             \
            QFAIL(qPrintable(zoodockMissing));                                                               \
        if (!zoodockMissing.isEmpty())                                                                       \
            QSKIP(qPrintable(zoodockMissing));                                                               \
    } while (false)

/// Helpers of the tests that need a real engine; synchronous, and independent of the code under test.
namespace zoodock::test
{

/// The docker CLIs of this machine: ZOODOCK_TEST_DOCKERS (separated by colons), else every different one on
/// PATH and in /usr/bin.
inline QStringList foundDockers()
{
    const QString chosen = qEnvironmentVariable("ZOODOCK_TEST_DOCKERS");
    if (!chosen.isEmpty())
        return chosen.split(u':', Qt::SkipEmptyParts);
    QStringList found;
    QSet<QString> files;
    QStringList folders = qEnvironmentVariable("PATH").split(u':', Qt::SkipEmptyParts);
    folders += QStringLiteral("/usr/bin");
    for (const QString &folder : std::as_const(folders)) {
        const QFileInfo info(folder + QStringLiteral("/docker"));
        if (!info.isExecutable() || files.contains(info.canonicalFilePath()))
            continue;
        files.insert(info.canonicalFilePath());
        found.append(info.absoluteFilePath());
    }
    return found;
}

/// Those to test with; ZOODOCK_TEST_TURN=1: the second one comes first, and so on.
inline QStringList dockers()
{
    QStringList all = foundDockers();
    for (int turn = qEnvironmentVariableIntValue("ZOODOCK_TEST_TURN"); turn > 0 && all.size() > 1; --turn)
        all.append(all.takeFirst());
    return all;
}

/// Each of them in turn, where every case with every CLI would take too long: another turn has each case with
/// another CLI.
inline QString nextDocker()
{
    static const QStringList all = dockers();
    static qsizetype count = 0;
    return all.isEmpty() ? QStringLiteral("docker") : all.at(count++ % all.size());
}

/// The label of everything that this run makes.
inline QString runLabel()
{
    return QStringLiteral("org.zoodock.test=") +
           qEnvironmentVariable("ZOODOCK_TEST_RUN", QString::number(QCoreApplication::applicationPid()));
}

/// A name that nobody else uses.
inline QString uniqueName(const QString &stem)
{
    return QStringLiteral("zoodock-test-%1-%2").arg(QCoreApplication::applicationPid()).arg(stem);
}

/// stdout of a docker call, trimmed; "" where it failed.
inline QString dockerCall(const QString &cli, const QStringList &arguments, bool *ok = nullptr)
{
    QProcess process;
    process.start(cli, arguments);
    process.waitForFinished(120'000);
    const bool good = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (ok)
        *ok = good;
    return good ? QString::fromUtf8(process.readAllStandardOutput()).trimmed() : QString();
}

/// Whether the engine's own bridge ends on this machine, asked of docker and the system: then the containers'
/// addresses can be reached from here. Not so with Docker Desktop and rootless engines.
inline bool bridgeIsHere(const QString &cli)
{
    const QString subnet =
        dockerCall(cli, {QStringLiteral("network"), QStringLiteral("inspect"), QStringLiteral("bridge"),
                         QStringLiteral("--format"), QStringLiteral("{{(index .IPAM.Config 0).Subnet}}")});
    const auto range = QHostAddress::parseSubnet(subnet);
    const QList<QHostAddress> own = QNetworkInterface::allAddresses();
    return range.second > 0 && std::any_of(own.cbegin(), own.cend(), [&range](const QHostAddress &address) {
               return address.isInSubnet(range);
           });
}

inline QString testImage()
{
    return qEnvironmentVariable("ZOODOCK_TEST_IMAGE", QStringLiteral("zoodock/zookeeper:3.8"));
}

inline QString whatIsMissing(const QString &cli)
{
    bool ok = false;
    dockerCall(cli, {QStringLiteral("version")}, &ok);
    if (!ok)
        return QStringLiteral("no Docker engine answers “%1”").arg(cli);
    dockerCall(cli, {QStringLiteral("image"), QStringLiteral("inspect"), testImage()}, &ok);
    return ok ? QString() : QStringLiteral("the image %1 is not there").arg(testImage());
}

/// The label's value where a test wants to know of all that it made itself. It begins with the run's, by
/// which
/// ./check finds what a test that was ended left behind.
inline QString ownRun(const QString &stem)
{
    const QString run = qEnvironmentVariable("ZOODOCK_TEST_RUN");
    return run.isEmpty() ? stem : run + u'.' + stem;
}

/// Names of the objects of a kind ("container", "network", "volume"); `filters` as docker takes them.
inline QStringList objectNames(const QString &cli, const QString &kind, const QStringList &filters)
{
    const bool containers = kind == u"container";
    QStringList arguments{kind, QStringLiteral("ls"), QStringLiteral("--format"),
                          containers ? QStringLiteral("{{.Names}}") : QStringLiteral("{{.Name}}")};
    if (containers)
        arguments += QStringLiteral("--all");
    for (const QString &filter : filters)
        arguments += {QStringLiteral("--filter"), filter};
    return dockerCall(cli, arguments).split(u'\n', Qt::SkipEmptyParts);
}

inline QStringList objectKinds()
{
    return {QStringLiteral("container"), QStringLiteral("network"), QStringLiteral("volume")};
}

/// Of all kinds, sorted.
inline QStringList objectNames(const QString &cli, const QStringList &filters)
{
    QStringList names;
    for (const QString &kind : objectKinds())
        names += objectNames(cli, kind, filters);
    names.sort();
    return names;
}

inline void removeObjects(const QString &cli, const QStringList &filters)
{
    for (const QString &kind : objectKinds()) {
        const QStringList found = objectNames(cli, kind, filters);
        if (found.isEmpty())
            continue;
        QStringList removal{kind, QStringLiteral("rm")};
        if (kind == u"container")
            removal += {QStringLiteral("--force"), QStringLiteral("--volumes")};
        dockerCall(cli, removal + found);
    }
}

/// Only what carries the label, and a name of this process.
inline void removeOwn(const QString &cli)
{
    removeObjects(cli, {QStringLiteral("label=") + runLabel(), QStringLiteral("name=") + uniqueName({})});
}

/// The first of a hundred ports that are this process's as long as it lives: tests that run beside it, also
/// those of another clone, get others. They lie below those that the system hands out by itself. 0: none
/// left.
inline quint16 ownPorts()
{
    static const quint16 first = [] {
        for (quint16 range = 0; range < 90; ++range) {
            // An abstract socket goes with its process, and is of a network namespace, as ports are.
            const int claim = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
            const std::string name = "zoodock-test-ports-" + std::to_string(range);
            sockaddr_un address{};
            address.sun_family = AF_UNIX;
            std::copy(name.cbegin(), name.cend(), address.sun_path + 1);
            const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + name.size());
            if (::bind(claim, reinterpret_cast<const sockaddr *>(&address), length) == 0)
                return static_cast<quint16>(23'000 + 100 * range);
            ::close(claim);
        }
        return quint16(0);
    }();
    return first;
}

/// One of them, by its place; 0 to 99.
inline quint16 ownPort(int index)
{
    return static_cast<quint16>(ownPorts() + index);
}

/// Another one of them at each call, at which nobody listens at this moment.
inline quint16 freePort()
{
    static int next = 0;
    for (int tries = 0; tries < 100; ++tries) {
        const quint16 port = ownPort(next++ % 100);
        QTcpServer server;
        if (server.listen(QHostAddress::LocalHost, port))
            return port;
    }
    return 0;
}

} // namespace zoodock::test
