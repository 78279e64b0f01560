// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QProcess>
#include <QtCore/QSet>
#include <QtCore/QStringList>
#include <QtNetwork/QTcpServer>
#include <QtTest/QTest>

/// Without an engine: a failure where one is required, otherwise a skip.
#define ZOODOCK_NEEDS_ENGINE(cli)                                                                            \
    do {                                                                                                     \
        const QString zoodockMissing = zoodock::test::whatIsMissing(cli);                                    \
        if (!zoodockMissing.isEmpty() && qEnvironmentVariable("ZOODOCK_REQUIRE_ENGINE") == u"1")             \
            QFAIL(qPrintable(zoodockMissing));                                                               \
        if (!zoodockMissing.isEmpty())                                                                       \
            QSKIP(qPrintable(zoodockMissing));                                                               \
    } while (false)

/// Helpers of the tests that need a real engine; synchronous, and independent of the code under test.
namespace zoodock::test
{

/// The docker CLIs to test with: ZOODOCK_TEST_DOCKERS (separated by colons), else every different one on
/// PATH.
inline QStringList dockers()
{
    const QString chosen = qEnvironmentVariable("ZOODOCK_TEST_DOCKERS");
    if (!chosen.isEmpty())
        return chosen.split(u':', Qt::SkipEmptyParts);
    QStringList found;
    QSet<QString> files;
    for (const QString &folder : qEnvironmentVariable("PATH").split(u':', Qt::SkipEmptyParts)) {
        const QFileInfo info(folder + QStringLiteral("/docker"));
        if (!info.isExecutable() || files.contains(info.canonicalFilePath()))
            continue;
        files.insert(info.canonicalFilePath());
        found.append(info.absoluteFilePath());
    }
    return found;
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

/// stdout and stderr of a docker call; "" where it failed.
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

/// Only what carries the label, and a name of this process.
inline void removeOwn(const QString &cli)
{
    const QString filter = QStringLiteral("label=") + runLabel();
    const QString mine = QStringLiteral("name=") + uniqueName({});
    const auto remove = [&](const QStringList &list, const QStringList &removal) {
        const QString found =
            dockerCall(cli, list + QStringList{QStringLiteral("-q"), QStringLiteral("--filter"), filter,
                                               QStringLiteral("--filter"), mine});
        if (!found.isEmpty())
            dockerCall(cli, removal + found.split(u'\n'));
    };
    remove({QStringLiteral("ps"), QStringLiteral("-a")},
           {QStringLiteral("rm"), QStringLiteral("-f"), QStringLiteral("-v")});
    remove({QStringLiteral("network"), QStringLiteral("ls")},
           {QStringLiteral("network"), QStringLiteral("rm")});
    remove({QStringLiteral("volume"), QStringLiteral("ls")},
           {QStringLiteral("volume"), QStringLiteral("rm")});
}

/// Free at this moment, on 127.0.0.1.
inline quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace zoodock::test
