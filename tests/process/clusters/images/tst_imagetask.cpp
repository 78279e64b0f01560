// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/imagetask.h"

#include "clusters/engineregistry.h"
#include "core/processrunner.h"
#include "docker/pullprogress.h"
#include "fakes/fakedocker.h"

#include <QtCore/QDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr auto firstHalf = "3.9: Pulling from library/zookeeper\n"
                           "a0d0a0d46f8b: Pulling fs layer\n"
                           "4f4fb700ef54: Pulling fs layer\n"
                           "c1d1c1d1c1d1: Already exists\n"
                           "4f4fb700ef54: Waiting\n"
                           "a0d0a0d46f8b: Verifying Checksum\n"
                           "a0d0a0d46f8b: Download complete\n";
constexpr auto secondHalf =
    "a0d0a0d46f8b: Pull complete\n"
    "4f4fb700ef54: Download complete\n"
    "4f4fb700ef54: Pull complete\n"
    "Digest: sha256:0000000000000000000000000000000000000000000000000000000000000000\n"
    "Status: Downloaded newer image for zookeeper:3.9\n"
    "docker.io/library/zookeeper:3.9\n";

/// The steps as text, "sentence: state (detail)".
QStringList stepsOf(const ClusterTask &task)
{
    QStringList lines;
    for (const TaskStep &step : task.steps())
        lines += step.detail.isEmpty()
                     ? u"%1: %2"_s.arg(step.sentence, wordFor(step.state))
                     : u"%1: %2 (%3)"_s.arg(step.sentence, wordFor(step.state), step.detail);
    return lines;
}

} // namespace

class TestImageTask : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsPullLines_data();
    void readsPullLines();
    void tellsEachLayer();
    void saysWhyThePullFailed_data();
    void saysWhyThePullFailed();
    void cancelEndsThePull();
    void watchdogEndsASilentPull();
    void buildTellsWhatTheScriptSays();
    void buildSaysWhyItFailed_data();
    void buildSaysWhyItFailed();
    void findsTheRecipe();

private:
    /// A recipe that says and does what it is told.
    static QString script(const QDir &folder, const QByteArray &body);
};

void TestImageTask::readsPullLines_data()
{
    using State = PulledLayer::State;
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("state");
    const auto row = [](const char *words, int state) {
        QTest::newRow(words) << QByteArray("a0d0a0d46f8b: ") + words << state;
    };
    row("Pulling fs layer", int(State::Waiting));
    row("Waiting", int(State::Waiting));
    row("Downloading [=>   ]  1.2MB/30MB", int(State::Downloading));
    row("Retrying in 3 seconds", int(State::Downloading));
    row("Verifying Checksum", int(State::Downloaded));
    row("Download complete", int(State::Downloaded));
    row("Extracting", int(State::Extracting));
    row("Pull complete", int(State::Complete));
    row("Already exists", int(State::Complete));
    row("Something new", -1);
    QTest::newRow("head") << QByteArray("3.9: Pulling from library/zookeeper") << -1;
    QTest::newRow("digest") << QByteArray("Digest: sha256:00") << -1;
    QTest::newRow("empty") << QByteArray() << -1;
}

void TestImageTask::readsPullLines()
{
    QFETCH(QByteArray, line);
    QFETCH(int, state);
    const std::optional<PulledLayer> layer = parse::pullLine(line);
    QCOMPARE(layer ? int(layer->state) : -1, state);
    if (layer)
        QCOMPARE(layer->id, u"a0d0a0d46f8b"_s);
}

void TestImageTask::tellsEachLayer()
{
    FakeDocker docker;
    const QString goOn = docker.file("go-on");
    docker.rule({u"pull"_s, u"zookeeper:3.9"_s}).out(firstHalf).waitForFile(goOn).out(secondHalf);
    ProcessRunner runner;
    EngineRegistry engines(runner, docker.program());
    std::unique_ptr<ImageTask> task(ImageTask::pull(engines, u"far"_s, u"zookeeper:3.9"_s, nullptr));
    QSignalSpy finished(task.get(), &Operation::finished);
    QVERIFY(task->cluster().isEmpty());
    QVERIFY(task->progress() < 0);
    task->start();
    const QStringList half{u"Ask the registry: done"_s, u"Layer a0d0a0d46f8b: running (downloaded)"_s,
                           u"Layer 4f4fb700ef54: waiting"_s, u"Layer c1d1c1d1c1d1: done"_s};
    QTRY_COMPARE_WITH_TIMEOUT(stepsOf(*task), half, 20'000);
    QVERIFY(task->progress() > 0.4 && task->progress() < 0.9);
    QVERIFY(QFile(goOn).open(QIODevice::WriteOnly));
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
    QVERIFY2(task->succeeded(), qPrintable(task->error().toString()));
    QCOMPARE(task->progress(), 1.0);
    for (const TaskStep &step : task->steps())
        QCOMPARE(step.state, StepState::Done);
    QCOMPARE(docker.callLines(), QStringList{u"--context far pull zookeeper:3.9"_s});
    QVERIFY(task->commands().first().endsWith(u"--context far pull zookeeper:3.9"_s));
}

void TestImageTask::saysWhyThePullFailed_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<int>("kind");
    // The first is recorded from an engine without a network.
    QTest::newRow("no network")
        << QByteArray(
               "Error response from daemon: Get \"https://registry-1.docker.io/v2/\": dial tcp: lookup "
               "registry-1.docker.io on 10.255.255.53:53: no such host\n")
        << int(ErrorKind::RegistryUnreachable);
    QTest::newRow("no such tag") << QByteArray(
                                        "Error response from daemon: manifest for zookeeper:9 not found: "
                                        "manifest unknown: manifest unknown\n")
                                 << int(ErrorKind::ImageMissing);
    QTest::newRow("limit") << QByteArray("Error response from daemon: toomanyrequests: You have reached your "
                                         "pull rate limit.\n")
                           << int(ErrorKind::RegistryUnreachable);
    QTest::newRow("disk") << QByteArray("failed to register layer: write /x: no space left on device\n")
                          << int(ErrorKind::DiskFull);
}

void TestImageTask::saysWhyThePullFailed()
{
    QFETCH(QByteArray, words);
    QFETCH(int, kind);
    FakeDocker docker;
    docker.rule({u"pull"_s}).out(firstHalf).err(words).exit(1);
    ProcessRunner runner;
    EngineRegistry engines(runner, docker.program());
    std::unique_ptr<ImageTask> task(ImageTask::pull(engines, {}, u"zookeeper:3.9"_s, nullptr));
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), 20'000);
    QCOMPARE(int(task->error().kind()), kind);
    QVERIFY(task->error().message().endsWith(u'.'));
    QVERIFY(task->error().detail().contains(QString::fromUtf8(words).trimmed()));
    QCOMPARE(stepsOf(*task).at(1), u"Layer a0d0a0d46f8b: failed"_s);
}

void TestImageTask::cancelEndsThePull()
{
    FakeDocker docker;
    docker.rule({u"pull"_s}).out(firstHalf).hang();
    ProcessRunner runner;
    EngineRegistry engines(runner, docker.program());
    std::unique_ptr<ImageTask> task(ImageTask::pull(engines, {}, u"zookeeper:3.9"_s, nullptr));
    task->start();
    QTRY_COMPARE_WITH_TIMEOUT(task->steps().size(), 4, 20'000);
    task->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), 20'000);
    QCOMPARE(task->error().kind(), ErrorKind::Cancelled);
    QCOMPARE(stepsOf(*task).at(1), u"Layer a0d0a0d46f8b: cancelled"_s);
}

void TestImageTask::watchdogEndsASilentPull()
{
    FakeDocker docker;
    docker.rule({u"pull"_s}).out(firstHalf).hang();
    ProcessRunner runner;
    EngineRegistry engines(runner, docker.program());
    std::unique_ptr<ImageTask> task(ImageTask::pull(engines, {}, u"zookeeper:3.9"_s, nullptr));
    task->setPatience(std::chrono::milliseconds(300));
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), 20'000);
    QCOMPARE(task->error().kind(), ErrorKind::Timeout);
    QVERIFY2(task->error().message().startsWith(u"Nothing has been heard of the image zookeeper:3.9"_s),
             qPrintable(task->error().message()));
    QCOMPARE(stepsOf(*task).at(1), u"Layer a0d0a0d46f8b: failed"_s);
}

QString TestImageTask::script(const QDir &folder, const QByteArray &body)
{
    const QString path = folder.filePath(u"build.sh"_s);
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write("#!/bin/sh\n" + body);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    return path;
}

void TestImageTask::buildTellsWhatTheScriptSays()
{
    QTemporaryDir folder;
    const QString recipe =
        script(QDir(folder.path()), "echo \"$@\" > \"$(dirname \"$0\")/arguments\"\n"
                                    "echo 'image: asking the registry for debian:bookworm-slim (0 s)'\n"
                                    "echo 'chatter'\n"
                                    "echo 'image: packages on debian:bookworm-slim (12 s)'\n");
    FakeDocker docker;
    ProcessRunner runner;
    EngineRegistry engines(runner, docker.program());
    std::unique_ptr<ImageTask> task(ImageTask::build(engines, u"far"_s, recipe, nullptr));
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), 20'000);
    QVERIFY2(task->succeeded(), qPrintable(task->error().toString()));
    QCOMPARE(stepsOf(*task),
             QStringList({u"Begin: done"_s, u"asking the registry for debian:bookworm-slim: done"_s,
                          u"packages on debian:bookworm-slim: done"_s}));
    QFile arguments(folder.filePath(u"arguments"_s));
    QVERIFY(arguments.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(arguments.readAll()).trimmed(),
             u"--tag zoodock/zookeeper:3.8 --docker %1 --context far"_s.arg(docker.program()));
}

void TestImageTask::buildSaysWhyItFailed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no root")
        << QByteArray("echo 'image: debootstrap needs root, and there is no sudo.' >&2; exit 1\n")
        << u"No registry answers, and building without one needs the rights of root."_s;
    QTest::newRow("anything") << QByteArray("echo 'E: mirror is gone' >&2; exit 1\n")
                              << u"The image could not be built."_s;
    QTest::newRow("engine") << QByteArray("echo 'Cannot connect to the Docker daemon at unix:///x. Is the "
                                          "docker daemon running?' >&2; exit 1\n")
                            << u"The Docker engine does not answer."_s;
}

void TestImageTask::buildSaysWhyItFailed()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, sentence);
    QTemporaryDir folder;
    const QString recipe = script(QDir(folder.path()), "echo 'image: first (0 s)'\n" + body);
    FakeDocker docker;
    ProcessRunner runner;
    EngineRegistry engines(runner, docker.program());
    std::unique_ptr<ImageTask> task(ImageTask::build(engines, {}, recipe, nullptr));
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), 20'000);
    QVERIFY(!task->succeeded());
    QVERIFY2(task->error().message().startsWith(sentence), qPrintable(task->error().message()));
    QCOMPARE(stepsOf(*task).last(), u"first: failed"_s);
}

void TestImageTask::findsTheRecipe()
{
    QTemporaryDir folder;
    const QDir root(folder.path());
    QVERIFY(root.mkpath(u"prefix/bin"_s) && root.mkpath(u"prefix/share/zoodock/image"_s));
    QVERIFY(root.mkpath(u"source/build/x/y"_s) && root.mkpath(u"source/resources/image"_s));
    QVERIFY(root.mkpath(u"source/models/clusters"_s));
    QCOMPARE(ImageTask::recipe(root.filePath(u"prefix/bin"_s)), QString());
    QCOMPARE(ImageTask::recipe(root.filePath(u"source/build/x/y"_s)), QString());
    const QString installed = script(QDir(root.filePath(u"prefix/share/zoodock/image"_s)), "true\n");
    const QString source = script(QDir(root.filePath(u"source/resources/image"_s)), "true\n");
    QCOMPARE(ImageTask::recipe(root.filePath(u"prefix/bin"_s)), installed);
    QCOMPARE(ImageTask::recipe(root.filePath(u"source/build/x/y"_s)), source);
}

QTEST_GUILESS_MAIN(TestImageTask)
#include "tst_imagetask.moc"
