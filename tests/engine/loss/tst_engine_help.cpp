// SPDX-License-Identifier: GPL-3.0-or-later
// Why the engine does not answer, asked of real docker commands and the real engine.
#include "engine/realengine.h"

#include "clusters/clustermonitor.h"
#include "clusters/clusterstore.h"
#include "clusters/enginereach.h"
#include "clusters/engineregistry.h"
#include "core/processrunner.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QLocalServer>
#include <QtTest/QTest>

#include <unistd.h>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int patienceMs = 60'000;

/// The observers alone.
struct Watch
{
    explicit Watch(const QString &docker, const QString &context = {})
        : store(Clock::system())
        , engines(runner, docker)
        , monitor(engines, store)
        , watched(context)
    {
        monitor.start(context);
    }
    [[nodiscard]] EngineStatus status() const { return store.engine(watched); }
    [[nodiscard]] bool is(EngineStatus::Reach reach) const { return status().reach == reach; }
    [[nodiscard]] EngineAdvice advice() const { return adviceFor(status(), u"docker"_s); }

    ProcessRunner runner;
    ClusterStore store;
    EngineRegistry engines;
    ClusterMonitor monitor;
    QString watched;
};

} // namespace

class TestEngineHelp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();
    void notRunningAndBack_data();
    void notRunningAndBack();
    void noPermission();
    void wrongContext();
    void dockerHost();

private:
    /// A current context that leads to `socket`.
    void chooseContext(const QString &socket);

    QString m_cli;
    std::unique_ptr<QTemporaryDir> m_home;
};

void TestEngineHelp::initTestCase_data()
{
    QTest::addColumn<QString>("cli");
    const QStringList clis = dockers();
    if (clis.isEmpty())
        QTest::newRow("none") << u"docker"_s;
    for (const QString &cli : clis)
        QTest::newRow(qPrintable(cli)) << cli;
}

void TestEngineHelp::init()
{
    QFETCH_GLOBAL(QString, cli);
    m_cli = cli;
    qunsetenv("DOCKER_HOST");
    qunsetenv("DOCKER_CONTEXT");
    qunsetenv("DOCKER_CONFIG");
    ZOODOCK_NEEDS_ENGINE(cli);
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("DOCKER_CONFIG", m_home->filePath(u"config"_s).toUtf8());
}

void TestEngineHelp::cleanup()
{
    qunsetenv("DOCKER_HOST");
    qunsetenv("DOCKER_CONFIG");
}

void TestEngineHelp::chooseContext(const QString &socket)
{
    bool ok = false;
    dockerCall(m_cli, {u"context"_s, u"create"_s, u"elsewhere"_s, u"--docker"_s, u"host=unix://"_s + socket},
               &ok);
    QVERIFY(ok);
    dockerCall(m_cli, {u"context"_s, u"use"_s, u"elsewhere"_s}, &ok);
    QVERIFY(ok);
}

void TestEngineHelp::notRunningAndBack_data()
{
    QTest::addColumn<bool>("socketLeft");
    QTest::newRow("no socket") << false;
    QTest::newRow("a socket that nobody listens to") << true; // as a killed daemon leaves it
}

void TestEngineHelp::notRunningAndBack()
{
    QFETCH(bool, socketLeft);
    const QString socket = m_home->filePath(u"docker.sock"_s);
    if (socketLeft) {
        QLocalServer server;
        QVERIFY(server.listen(socket));
        QVERIFY(QFile::rename(socket, socket + u".left"_s)); // closing removes it under its own name only
        server.close();
        QVERIFY(QFile::rename(socket + u".left"_s, socket));
    }
    chooseContext(socket);
    Watch watch(m_cli);
    QTRY_VERIFY_WITH_TIMEOUT(watch.is(EngineStatus::Reach::Silent), patienceMs);
    QCOMPARE(watch.status().problem->kind(), ErrorKind::EngineDown);
    QCOMPARE(watch.advice().title, u"The Docker engine does not run"_s);
    QCOMPARE(watch.advice().command, u"sudo systemctl start docker"_s);

    QFile::remove(socket);
    QVERIFY(QFile::link(u"/var/run/docker.sock"_s, socket)); // now one does
    QTRY_VERIFY_WITH_TIMEOUT(watch.is(EngineStatus::Reach::Answers), patienceMs);
    QVERIFY(!watch.status().version.isEmpty());
}

/// Somebody who is not in the group: the docker command runs as nobody.
void TestEngineHelp::noPermission()
{
    const QFile socket(u"/var/run/docker.sock"_s);
    if (socket.permissions() & QFile::WriteOther)
        QSKIP("Everybody may use this machine's engine.");
    QFile nobody(m_home->filePath(u"docker"_s));
    QVERIFY(nobody.open(QIODevice::WriteOnly));
    nobody.write("#!/bin/sh\nunset DOCKER_CONFIG\nexport HOME=/nonexistent\nexec ");
    nobody.write(geteuid() == 0 ? "" : "sudo -n ");
    nobody.write("setpriv --reuid=65534 --regid=65534 --clear-groups -- '" + m_cli.toUtf8() + "' \"$@\"\n");
    nobody.close();
    QVERIFY(nobody.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    Watch watch(nobody.fileName());
    QTRY_VERIFY_WITH_TIMEOUT(watch.is(EngineStatus::Reach::Silent), patienceMs);
    QVERIFY2(watch.status().problem->kind() == ErrorKind::EngineForbidden,
             qPrintable(watch.status().problem->toString()));
    QCOMPARE(watch.advice().title, u"You may not use the Docker engine"_s);
    QVERIFY(watch.advice().command.contains(u"usermod -aG docker"_s));
}

void TestEngineHelp::wrongContext()
{
    Watch watch(m_cli, u"no-such-context"_s);
    QTRY_VERIFY_WITH_TIMEOUT(watch.is(EngineStatus::Reach::Silent), patienceMs);
    QCOMPARE(watch.status().problem->kind(), ErrorKind::ContextMissing);
    QCOMPARE(watch.advice().title, u"There is no such Docker context"_s);
    QVERIFY(watch.advice().explanation.contains(u"“no-such-context”"_s));
    QCOMPARE(watch.advice().command, u"docker context ls"_s);
}

void TestEngineHelp::dockerHost()
{
    qputenv("DOCKER_HOST", "unix://" + m_home->filePath(u"nobody.sock"_s).toUtf8());
    Watch watch(m_cli);
    QTRY_VERIFY_WITH_TIMEOUT(watch.is(EngineStatus::Reach::Silent), patienceMs);
    QCOMPARE(watch.advice().title, u"DOCKER_HOST sends docker to an engine that does not answer"_s);
    QVERIFY(watch.advice().explanation.contains(u"nobody.sock"_s));
    QCOMPARE(watch.advice().command, u"unset DOCKER_HOST"_s);
}

QTEST_GUILESS_MAIN(TestEngineHelp)
#include "tst_engine_help.moc"
