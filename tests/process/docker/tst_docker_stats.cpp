// SPDX-License-Identifier: GPL-3.0-or-later
#include "docker/dockerengine.h"
#include "docker/statssampler.h"

#include "fakes/fakedocker.h"

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
    void anotherQuestionDropsTheOldAnswer();
    void failureIsTriedAgain();
};

void TestStatsSampler::samplesWhileSomebodyLooks()
{
    FakeDocker docker;
    docker.rule({u"stats"_s}).out(row("zoo1") + row("zoo2"));
    ProcessRunner runner;
    DockerEngine engine(runner, DockerCommands(docker.program()));
    StatsSampler sampler(engine, nullptr);
    QCOMPARE(sampler.pause(), 8s); // a sample every 10 s is what an idle window may cost
    sampler.setPause(1s);
    QList<QList<ContainerStats>> samples;
    connect(&sampler, &StatsSampler::sampled, this, [&samples](const auto &stats) { samples.append(stats); });
    QElapsedTimer clock;
    clock.start();
    QList<qint64> asked;
    connect(&runner, &ProcessRunner::commandIssued, this, [&] { asked += clock.elapsed(); });
    QTest::qWait(100);
    QVERIFY(asked.isEmpty()); // nobody looks

    sampler.watch({u"zoo1"_s, u"zoo2"_s});
    sampler.watch({u"zoo1"_s, u"zoo2"_s}); // the same question
    QTRY_VERIFY_WITH_TIMEOUT(samples.size() >= 2, patience);
    QCOMPARE(samples.first().size(), 2);
    QCOMPARE(samples.first().at(1).name, u"zoo2"_s);
    QCOMPARE(samples.first().at(0).memoryBytes, 64 * 1024 * 1024);
    QVERIFY(asked.at(1) - asked.at(0) >= 900); // Qt's coarse timers may be early by 5 %

    sampler.watch({});
    const auto calls = docker.calls().size();
    QTest::qWait(1500);
    QCOMPARE(docker.calls().size(), calls);
    QVERIFY(docker.callLines().first().endsWith(" zoo1 zoo2"_L1));
}

void TestStatsSampler::anotherQuestionDropsTheOldAnswer()
{
    FakeDocker docker;
    const QString asked = docker.file("asked");
    docker.rule({u"stats"_s, u"--no-stream"_s, u"--format"_s, u"*"_s, u"old"_s})
        .touch(asked)
        .wait(200ms)
        .out(row("old"));
    docker.rule({u"stats"_s}).out(row("new"));
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

void TestStatsSampler::failureIsTriedAgain()
{
    FakeDocker docker;
    docker.rule({u"stats"_s}).times(1).err("Error response from daemon: No such container: zoo1\n").exit(1);
    docker.rule({u"stats"_s}).out(row("zoo1"));
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
