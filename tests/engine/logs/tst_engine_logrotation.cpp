// SPDX-License-Identifier: GPL-3.0-or-later
// The log of a container whose file docker rotates while it is followed.
#include "realcluster.h"

#include "clusters/clusterstore.h"
#include "clusters/engineregistry.h"
#include "clusters/logbook.h"
#include "core/processrunner.h"
#include "engine/realengine.h"

#include <QtTest/QTest>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int patienceMs = 60'000;

} // namespace

class TestEngineLogRotation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ZOODOCK_NEEDS_ENGINE(u"docker"_s); }
    void cleanupTestCase() { removeOwn(u"docker"_s); }
    void doublesNothing_data();
    void doublesNothing();
};

void TestEngineLogRotation::doublesNothing_data()
{
    QTest::addColumn<QString>("maxSize");
    QTest::addColumn<int>("lines");
    QTest::addColumn<QString>("pause");
    // Docker repeats up to a whole file, or the one line that it had read of the new one.
    QTest::newRow("much at once") << u"10m"_s << 150'000 << QString();
    QTest::newRow("line by line") << u"20k"_s << 600 << u"sleep 0.01; "_s;
}

void TestEngineLogRotation::doublesNothing()
{
    QFETCH(const QString, maxSize);
    QFETCH(const int, lines);
    QFETCH(const QString, pause);
    const QString name = u"rotated"_s;
    const QString container = uniqueName(name + maxSize);
    docker({u"run"_s, u"--detach"_s, u"--name"_s, container, u"--label"_s, runLabel(), u"--log-opt"_s,
            u"max-size="_s + maxSize, u"--log-opt"_s, u"max-file=3"_s, u"--user"_s, u"root"_s,
            u"--entrypoint"_s, u"sleep"_s, testImage(), u"600"_s});
    ProcessRunner runner;
    ClusterStore store(Clock::system());
    EngineRegistry engines(runner, nextDocker());
    store.setWanted(makeEnsemble(name, 1, 0, NetworkMode::Bridge, testImage()), WantedOrigin::File);
    ContainerObservation running;
    running.id = docker({u"inspect"_s, u"--format"_s, u"{{.Id}}"_s, container});
    running.life = ContainerLife::Running;
    running.startedAt = QDateTime::currentDateTimeUtc();
    store.observeContainer(name, 1, running);
    LogBook book(engines, store);
    book.setLimit(1'000'000);
    book.open(name);
    book.setFollowing(true);
    QTRY_COMPARE_WITH_TIMEOUT(book.follower(1)->state(), LogFollower::State::Reading, patienceMs);
    QTest::qWait(500);
    docker({u"exec"_s, u"--detach"_s, container, u"bash"_s, u"-c"_s,
            u"for i in $(seq 1 %1); do echo \"2026-11-23 07:57:00,001 [myid:1] - INFO  [main:Foo@1] - line "
            "$i xxxxxxxxxxxxxxxxxxxxxxx\"; %2done > /proc/1/fd/1"_s.arg(QString::number(lines), pause)});
    const auto numbers = [&book] {
        const QList<LogLine> all = book.rings().lines(1);
        QList<int> read;
        for (const LogLine &line : all)
            read += line.text.mid(line.text.indexOf("line ")).split(' ').at(1).toInt();
        return read;
    };
    QTRY_VERIFY2_WITH_TIMEOUT(!numbers().isEmpty() && numbers().constLast() == lines,
                              qPrintable(QString::number(numbers().size())), patienceMs);
    QTest::qWait(1000); // what comes again comes at once
    const QList<int> read = numbers();
    QCOMPARE(read.constLast(), lines);
    for (qsizetype i = 1; i < read.size(); ++i) // docker itself may lose some
        QVERIFY2(read.at(i) > read.at(i - 1), qPrintable(QString::number(read.at(i))));
}

QTEST_GUILESS_MAIN(TestEngineLogRotation)
#include "tst_engine_logrotation.moc"
