// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stage.h"
#include "ui/mainwindow.h"
#include "ui/start/enginepage.h"
#include "ui/start/welcomepage.h"

#include <QtTest/QTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>

using namespace zoodock;
using namespace zoodock::test;

/// Each of the usual reasons why no engine answers, in docker's own words (recorded), up to the page that
/// tells what to type; and the page goes by itself once docker works.
class TestEnginePage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { qunsetenv("DOCKER_HOST"); }
    void tellsTheReasonsApart_data();
    void tellsTheReasonsApart();
    void notInstalled();
    void contextsBesidesDockerHost_data();
    void contextsBesidesDockerHost();
};

void TestEnginePage::tellsTheReasonsApart_data()
{
    QTest::addColumn<QByteArray>("docker");
    QTest::addColumn<QString>("context");
    QTest::addColumn<QString>("dockerHost");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("command");
    const QByteArray silent =
        "Cannot connect to the Docker daemon at tcp://far:2375. Is the docker daemon running?\n";
    QTest::newRow("not running") << silent << QString() << QString() << u"The Docker engine does not run"_s
                                 << u"Start it"_s << u"sudo systemctl start docker"_s;
    QTest::newRow("no permission")
        << QByteArray("permission denied while trying to connect to the Docker daemon socket at "
                      "unix:///var/run/docker.sock: Get "
                      "\"http://%2Fvar%2Frun%2Fdocker.sock/v1.50/version\": dial unix "
                      "/var/run/docker.sock: connect: permission denied\n")
        << QString() << QString() << u"You may not use the Docker engine"_s << u"group docker"_s
        << u"sudo usermod -aG docker \"$USER\""_s;
    QTest::newRow("wrong context")
        << QByteArray(
               "Failed to initialize: unable to resolve docker endpoint: context \"nope\": context not "
               "found: open /home/user/.docker/contexts/meta/ca/meta.json: no such file or directory\n")
        << u"nope"_s << QString() << u"There is no such Docker context"_s << u"“nope”"_s
        << u"docker context ls"_s;
    QTest::newRow("DOCKER_HOST") << silent << QString() << u"tcp://far:2375"_s
                                 << u"DOCKER_HOST sends docker to an engine that does not answer"_s
                                 << u"tcp://far:2375"_s << u"unset DOCKER_HOST"_s;
    const QString mismatch = u"Docker's program and engine do not understand each other"_s;
    QTest::newRow("engine too old")
        << QByteArray("Error response from daemon: client version 1.99 is too new. Maximum supported API "
                      "version is 1.41\n")
        << QString() << QString() << mismatch << u"The Docker engine is too old"_s << u"docker version"_s;
    QTest::newRow("docker too old")
        << QByteArray("Error response from daemon: client version 1.02 is too old. Minimum supported API "
                      "version is 1.12, please upgrade your client to a newer version\n")
        << QString() << QString() << mismatch << u"The docker command is too old"_s << u"docker version"_s;
    QTest::newRow("Podman")
        << QByteArray("Emulate Docker CLI using podman. Create /etc/containers/nodocker to quiet msg.\n"
                      "Error: unknown flag: --since\n")
        << QString() << QString() << u"The docker command here is Podman"_s << u"Docker's own command"_s
        << u"sudo apt install docker.io"_s;
}

void TestEnginePage::tellsTheReasonsApart()
{
    QFETCH(QByteArray, docker);
    QFETCH(QString, context);
    QFETCH(QString, dockerHost);
    if (!dockerHost.isEmpty())
        qputenv("DOCKER_HOST", dockerHost.toUtf8());
    Stage stage;
    stage.settings.setValue(SettingKey::DockerContext, context);
    const QString works = stage.folder.filePath(u"works"_s);
    // `docker context inspect` asks no engine.
    stage.docker.ruleMatching(u"^(--context \\S+ )?context "_s)
        .out(R"([{"Name":"default","Endpoints":{"docker":{"Host":"tcp://far:2375"}}}])");
    stage.docker.ruleMatching(u"."_s).err(docker).exit(1);
    MainWindow window(stage.services);
    window.show();
    stage.monitor.start(context);

    auto *page = window.findChild<EnginePage *>();
    QTRY_VERIFY_WITH_TIMEOUT(page->isVisible(), patience);
    QTRY_VERIFY(page->findChild<QLineEdit *>()->isVisible());
    QTEST(page->findChild<QLabel *>(u"engineTitle"_s)->text(), "title");
    QFETCH(QString, sentence);
    QVERIFY2(readable(*page).contains(sentence), qPrintable(readable(*page)));
    QTEST(page->findChild<QLineEdit *>()->text(), "command");

    stage.docker.allowUnknownCalls(); // those between the one and the other
    stage.docker.clearRules();
    stage.docker.rule({u"events"_s}).hang();
    stage.docker.rule({u"--context"_s, u"*"_s, u"events"_s}).hang();
    const QByteArray version =
        R"({"Client":{"Version":"28.2.2"},"Server":{"Version":"20.10.24","ApiVersion":"1.41","Os":"linux"}})";
    stage.docker.ruleMatching(u"^(--context \\S+ )?version"_s).out(version);
    stage.docker.ruleMatching(u"."_s);
    QTRY_VERIFY_WITH_TIMEOUT(window.findChild<WelcomePage *>()->isVisible(), patience);
}

void TestEnginePage::notInstalled()
{
    Stage stage;
    stage.docker.rule({u"events"_s}).hang();
    stage.engineAnswers();
    stage.everythingWorks();
    QVERIFY(QFile::rename(stage.docker.program(), stage.docker.program() + u".away"_s));
    MainWindow window(stage.services);
    window.show();
    stage.monitor.start();
    auto *page = window.findChild<EnginePage *>();
    QTRY_VERIFY_WITH_TIMEOUT(page->isVisible(), patience);
    QCOMPARE(page->findChild<QLabel *>(u"engineTitle"_s)->text(), u"Docker is not installed"_s);
    QCOMPARE(page->findChild<QLineEdit *>()->text(), u"sudo apt install docker.io"_s);
    QVERIFY(QFile::rename(stage.docker.program() + u".away"_s, stage.docker.program()));
    QTRY_VERIFY_WITH_TIMEOUT(window.findChild<WelcomePage *>()->isVisible(), patience);
}

void TestEnginePage::contextsBesidesDockerHost_data()
{
    QTest::addColumn<QString>("chosen");
    QTest::newRow("none") << QString();
    QTest::newRow("docker's name for DOCKER_HOST") << u"default"_s;
}

/// The context “default” leads to where DOCKER_HOST says, however its address is written: no way out.
void TestEnginePage::contextsBesidesDockerHost()
{
    QFETCH(QString, chosen);
    qputenv("DOCKER_HOST", "garbage");
    Stage stage;
    stage.settings.setValue(SettingKey::DockerContext, chosen);
    stage.docker.ruleMatching(u"context ls"_s)
        .out(R"({"Current":true,"Name":"default","Description":"","DockerEndpoint":"tcp://garbage:2375"})"
             "\n"
             R"({"Current":false,"Name":"lab","Description":"","DockerEndpoint":"tcp://lab:2375"})");
    stage.docker.ruleMatching(u"context inspect"_s)
        .out(R"([{"Name":"default","Endpoints":{"docker":{"Host":"tcp://garbage:2375"}}}])");
    stage.docker.ruleMatching(u"."_s)
        .err("Cannot connect to the Docker daemon at tcp://garbage:2375.\n")
        .exit(1);
    MainWindow window(stage.services);
    window.show();
    stage.monitor.start(chosen);
    auto *page = window.findChild<EnginePage *>();
    const auto *contexts = page->findChild<QComboBox *>(u"engineContexts"_s);
    QTRY_VERIFY_WITH_TIMEOUT(contexts->isVisible(), patience);
    QCOMPARE(page->findChild<QLabel *>(u"engineTitle"_s)->text(),
             u"DOCKER_HOST sends docker to an engine that does not answer"_s);
    QCOMPARE(contexts->count(), 1);
    QCOMPARE(contexts->currentData().toString(), u"lab"_s);
}

QTEST_MAIN(TestEnginePage)
#include "tst_enginepage.moc"
