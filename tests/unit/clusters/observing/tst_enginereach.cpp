// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/enginereach.h"

#include "clusters/clusterstatus.h"

#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

class TestEngineReach : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void endpoints_data();
    void endpoints();
    void hosts_data();
    void hosts();
    void advice_data();
    void advice();
    void adviceNamesTheCause_data();
    void adviceNamesTheCause();
    void noAdviceWithoutTrouble();
    void source();
};

void TestEngineReach::endpoints_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<bool>("desktop");
    QTest::addColumn<bool>("local");
    QTest::addColumn<bool>("containerAddresses");
    QTest::addColumn<QString>("host");
    QTest::newRow("socket") << u"unix:///var/run/docker.sock"_s << false << true << true << u"127.0.0.1"_s;
    QTest::newRow("none") << QString() << false << true << true << u"127.0.0.1"_s;
    QTest::newRow("rootless") << u"unix:///run/user/1000/docker.sock"_s << true << false << false
                              << u"127.0.0.1"_s;
    QTest::newRow("windows") << u"npipe:////./pipe/docker_engine"_s << false << false << false
                             << u"127.0.0.1"_s;
    QTest::newRow("tcp") << u"tcp://10.1.2.3:2375"_s << false << false << false << u"10.1.2.3"_s;
    QTest::newRow("tcp name") << u"tcp://docks.example:2376"_s << false << false << false
                              << u"docks.example"_s;
    QTest::newRow("tcp 6") << u"tcp://[fd00::7]:2376"_s << false << false << false << u"fd00::7"_s;
    QTest::newRow("tunnel") << u"tcp://127.0.0.1:2375"_s << false << false << false << u"127.0.0.1"_s;
    QTest::newRow("ssh") << u"ssh://ann@docks.example:22"_s << false << false << false << u"docks.example"_s;
    QTest::newRow("ssh alias") << u"ssh://docks"_s << false << false << false << u"docks"_s;
}

void TestEngineReach::endpoints()
{
    QFETCH(QString, endpoint);
    QFETCH(bool, desktop);
    const EngineReach reach = EngineReach::fromEndpoint(endpoint, desktop);
    QTEST(reach.local, "local");
    QTEST(reach.containerAddresses, "containerAddresses");
    QTEST(reach.publishedHost, "host");
}

void TestEngineReach::hosts_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("published");
    QTest::addColumn<QString>("expected");
    const QString local = u"unix:///var/run/docker.sock"_s;
    const QString remote = u"tcp://10.1.2.3:2375"_s;
    QTest::newRow("loopback") << local << u"127.0.0.1"_s << u"127.0.0.1"_s;
    QTest::newRow("loopback 6") << local << u"::1"_s << u"::1"_s;
    QTest::newRow("wildcard") << local << u"0.0.0.0"_s << u"127.0.0.1"_s;
    QTest::newRow("wildcard 6") << local << u"::"_s << u"127.0.0.1"_s;
    QTest::newRow("one address") << local << u"192.168.1.5"_s << u"192.168.1.5"_s;
    QTest::newRow("remote wildcard") << remote << u"0.0.0.0"_s << u"10.1.2.3"_s;
    QTest::newRow("remote unsaid") << remote << QString() << u"10.1.2.3"_s;
    QTest::newRow("remote loopback") << remote << u"127.0.0.1"_s << QString();
    QTest::newRow("remote loopback 6") << remote << u"::1"_s << QString();
    QTest::newRow("remote, one address") << remote << u"10.1.2.4"_s << u"10.1.2.4"_s;
}

void TestEngineReach::hosts()
{
    QFETCH(QString, endpoint);
    QFETCH(QString, published);
    QTEST(EngineReach::fromEndpoint(endpoint, false).hostFor(published), "expected");
}

void TestEngineReach::advice_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("command");
    QTest::newRow("not installed") << ErrorKind::ProgramMissing << u"apt install"_s;
    QTest::newRow("not started") << ErrorKind::EngineDown << u"systemctl start docker"_s;
    QTest::newRow("no permission") << ErrorKind::EngineForbidden << u"usermod -aG docker"_s;
    QTest::newRow("wrong context") << ErrorKind::ContextMissing << u"docker context ls"_s;
    QTest::newRow("too old") << ErrorKind::ApiMismatch << u"docker version"_s;
    QTest::newRow("Podman") << ErrorKind::EnginePodman << u"apt install docker.io"_s;
    QTest::newRow("slow") << ErrorKind::Timeout << u"docker info"_s;
}

void TestEngineReach::advice()
{
    QFETCH(ErrorKind, kind);
    QFETCH(QString, command);
    const EngineAdvice advice = adviceFor(Error(kind, u"what happened"_s));
    QVERIFY2(advice.command.contains(command), qPrintable(advice.command));
    QVERIFY(!advice.title.isEmpty());
    QVERIFY(!advice.explanation.isEmpty());
    const EngineAdvice other = adviceFor(Error(ErrorKind::Unknown, u"what happened"_s));
    QCOMPARE(other.explanation, u"what happened"_s);
    QVERIFY(advice.title != other.title);
}

void TestEngineReach::adviceNamesTheCause_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<EndpointSource>("source");
    QTest::addColumn<QString>("expected"); // empty: no cause is named
    const auto down = ErrorKind::EngineDown;
    QTest::newRow("DOCKER_HOST") << down << EndpointSource::DockerHost << u"DOCKER_HOST is set"_s;
    QTest::newRow("its address") << down << EndpointSource::DockerHost << u"tcp://far:2375"_s;
    QTest::newRow("DOCKER_CONTEXT") << down << EndpointSource::DockerContext << u"DOCKER_CONTEXT chooses"_s;
    QTest::newRow("chosen") << ErrorKind::ContextMissing << EndpointSource::ChosenContext
                            << u"told to use the context “remote”"_s;
    QTest::newRow("usual") << down << EndpointSource::CurrentContext << QString();
    QTest::newRow("nothing to do with it")
        << ErrorKind::ProgramMissing << EndpointSource::DockerHost << QString();
}

void TestEngineReach::adviceNamesTheCause()
{
    QFETCH(ErrorKind, kind);
    QFETCH(EndpointSource, source);
    QFETCH(QString, expected);
    EngineStatus engine;
    engine.context = u"remote"_s;
    engine.contextName = u"other"_s;
    engine.reach = EngineStatus::Reach::Silent;
    engine.problem = Error(kind, u"what happened"_s);
    engine.source = source;
    engine.endpoint = u"tcp://far:2375"_s;
    const EngineAdvice advice = adviceFor(engine);
    QVERIFY2(advice.explanation.contains(expected), qPrintable(advice.explanation));
    const bool sentByHost = !expected.isEmpty() && source == EndpointSource::DockerHost;
    QCOMPARE(advice.title.contains(u"DOCKER_HOST"_s), sentByHost);
    QCOMPARE(advice.command, sentByHost ? u"unset DOCKER_HOST"_s : adviceFor(*engine.problem).command);
    QCOMPARE(endpointSentence(engine).isEmpty(), expected.isEmpty());
    if (expected.isEmpty())
        QCOMPARE(advice.explanation, adviceFor(*engine.problem).explanation);
}

void TestEngineReach::noAdviceWithoutTrouble()
{
    EngineStatus engine;
    engine.reach = EngineStatus::Reach::Answers;
    engine.source = EndpointSource::DockerHost;
    QVERIFY(adviceFor(engine).title.isEmpty());
    QVERIFY(endpointSentence(engine).isEmpty());
}

void TestEngineReach::source()
{
    const QByteArray host = qgetenv("DOCKER_HOST");
    const QByteArray context = qgetenv("DOCKER_CONTEXT");
    qunsetenv("DOCKER_HOST");
    qunsetenv("DOCKER_CONTEXT");
    QCOMPARE(endpointSourceOf({}), EndpointSource::CurrentContext);
    qputenv("DOCKER_CONTEXT", "a");
    QCOMPARE(endpointSourceOf({}), EndpointSource::DockerContext);
    qputenv("DOCKER_HOST", "tcp://a:1"); // docker lets it win
    QCOMPARE(endpointSourceOf({}), EndpointSource::DockerHost);
    QCOMPARE(endpointSourceOf(u"b"_s), EndpointSource::ChosenContext);
    QCOMPARE(endpointSourceOf(u"default"_s), EndpointSource::DockerHost); // docker's name for it
    qunsetenv("DOCKER_HOST");
    QCOMPARE(endpointSourceOf(u"default"_s), EndpointSource::ChosenContext);
    host.isEmpty() ? qunsetenv("DOCKER_HOST") : qputenv("DOCKER_HOST", host);
    context.isEmpty() ? qunsetenv("DOCKER_CONTEXT") : qputenv("DOCKER_CONTEXT", context);
}

QTEST_GUILESS_MAIN(TestEngineReach)
#include "tst_enginereach.moc"
