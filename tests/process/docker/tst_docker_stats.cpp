// SPDX-License-Identifier: GPL-3.0-or-later
#include "docker/dockerengine.h"
#include "docker/statssampler.h"

#include "fakes/fakedocker.h"
#include "fakes/processtable.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QTest>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int patience = 30'000;

QByteArray row(const QByteArray &name)
{
    return "{\"CPUPerc\":\"1.5%\",\"MemUsage\":\"64MiB / 1GiB\",\"Name\":\"" + name +
           "\",\"ID\":\"0123456789ab\"}\n";
}

} // namespace

class TestStatsSampler : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void samplesWhileSomebodyLooks();
    void recordedStreams_data();
    void recordedStreams();
    void anotherQuestionDropsTheOldAnswer();
    void figuresOfSomeAreTold();
    void failureIsTriedAgain();
};

void TestStatsSampler::samplesWhileSomebodyLooks()
{
    FakeDocker docker;
    docker.rule({u"stats"_s}).endless(row("zoo1") + row("zoo2"), 50ms);
    ProcessRunner runner;
    DockerEngine engine(runner, DockerCommands(docker.program()));
    StatsSampler sampler(engine, nullptr);
    QCOMPARE(sampler.pause(), 5s);
    sampler.setPause(1s);
    QElapsedTimer clock;
    clock.start();
    QList<QList<ContainerStats>> samples;
    QList<qint64> at;
    connect(&sampler, &StatsSampler::sampled, this, [&](const auto &stats) {
        samples.append(stats);
        at.append(clock.elapsed());
    });
    QTest::qWait(100);
    QVERIFY(docker.calls().isEmpty()); // nobody looks

    sampler.watch({u"zoo1"_s, u"zoo2"_s});
    sampler.watch({u"zoo1"_s, u"zoo2"_s}); // the same question
    QTRY_VERIFY_WITH_TIMEOUT(samples.size() >= 3, patience);
    QCOMPARE(samples.first().size(), 2);
    QCOMPARE(samples.first().at(1).name, u"zoo2"_s);
    QCOMPARE(samples.first().at(0).memoryBytes, 64 * 1024 * 1024);
    QVERIFY(at.at(2) - at.at(1) >= 900); // Qt's coarse timers may be early by 5 %
    QCOMPARE(docker.calls().size(), 1);  // one process for all of them
    QVERIFY(docker.callLines().first().endsWith(" zoo1 zoo2"_L1));

    sampler.watch({});
    const auto told = samples.size();
    QTRY_VERIFY_WITH_TIMEOUT(!isAlive(docker.calls().constFirst().pid), patience);
    QTest::qWait(1200);
    QCOMPARE(samples.size(), told);
    QCOMPARE(docker.calls().size(), 1);
}

void TestStatsSampler::recordedStreams_data()
{
    QTest::addColumn<QString>("version");
    QTest::newRow("20.10") << u"20.10"_s;
    QTest::newRow("28.2") << u"28.2"_s;
}

/// With what clears the screen between samples.
void TestStatsSampler::recordedStreams()
{
    QFETCH(const QString, version);
    FakeDocker docker;
    docker.rule({u"stats"_s})
        .outFile(QStringLiteral(ZOODOCK_RECORDINGS "/%1/stats-streaming").arg(version))
        .hang();
    ProcessRunner runner;
    DockerEngine engine(runner, DockerCommands(docker.program()));
    StatsSampler sampler(engine, nullptr);
    QList<ContainerStats> sample;
    connect(&sampler, &StatsSampler::sampled, this, [&sample](const auto &stats) { sample = stats; });
    sampler.watch({u"rec-run"_s});
    QTRY_COMPARE_WITH_TIMEOUT(sample.size(), 1, patience);
    QCOMPARE(sample.first().name, u"rec-run"_s);
    QCOMPARE(sample.first().cpuPercent, 0.02);
}

void TestStatsSampler::anotherQuestionDropsTheOldAnswer()
{
    FakeDocker docker;
    const QString asked = docker.file("asked");
    docker.rule({u"stats"_s, u"--format"_s, u"*"_s, u"old"_s})
        .touch(asked)
        .wait(200ms)
        .out(row("old"))
        .hang();
    docker.rule({u"stats"_s}).out(row("new")).hang();
    ProcessRunner runner;
    DockerEngine engine(runner, DockerCommands(docker.program()));
    StatsSampler sampler(engine, nullptr);
    QStringList names;
    connect(&sampler, &StatsSampler::sampled, this,
            [&names](const auto &stats) { names += stats.first().name; });
    sampler.watch({u"old"_s});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(asked), patience);
    sampler.watch({u"new"_s});
    QTRY_VERIFY_WITH_TIMEOUT(!names.isEmpty(), patience);
    QTest::qWait(400);
    QCOMPARE(names, QStringList{u"new"_s});
}

/// Docker prints dashes for one that is just ending.
void TestStatsSampler::figuresOfSomeAreTold()
{
    FakeDocker docker;
    docker.rule({u"stats"_s})
        .endless(row("zoo1") +
                     "{\"CPUPerc\":\"--\",\"MemUsage\":\"-- / --\",\"Name\":\"zoo2\",\"ID\":\"1\"}\n",
                 50ms);
    ProcessRunner runner;
    DockerEngine engine(runner, DockerCommands(docker.program()));
    StatsSampler sampler(engine, nullptr);
    sampler.setPause(500ms);
    QList<ContainerStats> sample;
    connect(&sampler, &StatsSampler::sampled, this, [&sample](const auto &stats) { sample = stats; });
    sampler.watch({u"zoo1"_s, u"zoo2"_s});
    QTRY_COMPARE_WITH_TIMEOUT(sample.size(), 1, patience);
    QCOMPARE(sample.first().name, u"zoo1"_s);
}

void TestStatsSampler::failureIsTriedAgain()
{
    FakeDocker docker;
    docker.rule({u"stats"_s}).times(1).err("Error response from daemon: No such container: zoo1\n").exit(1);
    docker.rule({u"stats"_s}).out(row("zoo1")).hang();
    ProcessRunner runner;
    DockerEngine engine(runner, DockerCommands(docker.program()));
    StatsSampler sampler(engine, nullptr);
    sampler.setPause(200ms);
    int samples = 0;
    connect(&sampler, &StatsSampler::sampled, this, [&samples] { ++samples; });
    sampler.watch({u"zoo1"_s});
    QTRY_COMPARE_WITH_TIMEOUT(samples, 1, patience);
    QCOMPARE(docker.calls().size(), 2);
}

QTEST_GUILESS_MAIN(TestStatsSampler)
#include "tst_docker_stats.moc"
