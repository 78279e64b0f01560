// SPDX-License-Identifier: GPL-3.0-or-later
// The engine goes away under the program and comes back.
#include "privateengine.h"

#include "clusters/logbook.h"
#include "engine/acting/actingparts.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QString image = u"zoodock/zookeeper:3.8"_s;
constexpr int patienceMs = 60'000;

struct Parts : ActingParts
{
    using ActingParts::ActingParts;

    LogBook book{engines, store};
};

/// What docker itself has of a container's log.
QStringList wholeLog(const QString &container)
{
    QProcess docker;
    docker.setProcessChannelMode(QProcess::MergedChannels);
    docker.start(u"docker"_s, {u"logs"_s, container});
    docker.waitForFinished(patienceMs);
    QStringList lines = QString::fromUtf8(docker.readAll()).split(u'\n', Qt::SkipEmptyParts);
    lines.sort();
    return lines;
}

QStringList seenLog(LogBook &book, int memberId)
{
    QStringList lines;
    for (const LogLine &line : book.rings().lines(memberId)) {
        if (!line.text.isEmpty())
            lines += QString::fromUtf8(line.text);
    }
    lines.sort();
    return lines;
}

/// Lines that are on one side alone, with a sign before them.
QStringList difference(QStringList seen, const QStringList &whole)
{
    QStringList lines;
    for (const QString &line : whole) {
        if (!seen.removeOne(line))
            lines += u"- "_s + line;
    }
    for (const QString &line : std::as_const(seen))
        lines += u"+ "_s + line;
    return lines;
}

bool noneServe(const ClusterStore &store, const QString &name)
{
    const ClusterStatus *cluster = store.cluster(name);
    return cluster != nullptr &&
           std::none_of(cluster->members.cbegin(), cluster->members.cend(),
                        [](const MemberStatus &member) { return isServing(member.state); });
}

} // namespace

class TestEngineLoss : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PrivateEngine> m_engine;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Parts> m_parts;

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aClusterRuns();
    void stoppedAndStarted();
    void killedAndStarted();
    void logsWereFollowedThroughAllThat();
    void startedWhileTheEngineIsAway();
};

void TestEngineLoss::initTestCase()
{
    m_engine = std::make_unique<PrivateEngine>();
    QString problem = m_engine->start();
    if (problem.isEmpty())
        problem = m_engine->loadImage(image);
    ZOODOCK_NEEDS(problem);
    qputenv("DOCKER_HOST", m_engine->endpoint().toUtf8());
    m_folder = std::make_unique<QTemporaryDir>();
    m_parts = std::make_unique<Parts>(m_folder->path());
}

void TestEngineLoss::cleanupTestCase()
{
    m_parts.reset();
    m_engine.reset();
}

void TestEngineLoss::aClusterRuns()
{
    Ensemble ensemble = makeEnsemble(u"loss"_s, 3, 0, NetworkMode::Bridge, image);
    ensemble.testRun = u"loss"_s;
    const Result<Ensemble> made = m_parts->made(ensemble, test::ownPorts());
    QVERIFY2(made, qPrintable(test::why(made)));
    m_parts->book.open(u"loss"_s);
    m_parts->book.setFollowing(true);
    QTRY_VERIFY_WITH_TIMEOUT(m_parts->book.rings().nextNumber(1) > 0, patienceMs);
}

void TestEngineLoss::stoppedAndStarted()
{
    m_engine->stop();
    QTRY_COMPARE_WITH_TIMEOUT(m_parts->store.engine({}).reach, EngineStatus::Reach::Silent, patienceMs);
    QVERIFY(m_parts->store.engine({}).problem.has_value());
    QTRY_VERIFY_WITH_TIMEOUT(noneServe(m_parts->store, u"loss"_s), patienceMs);
    QVERIFY(!m_parts->store.cluster(u"loss"_s)->quorum.established);

    QCOMPARE(m_engine->start(), QString());
    QTRY_COMPARE_WITH_TIMEOUT(m_parts->store.engine({}).reach, EngineStatus::Reach::Answers, patienceMs);
    // Restart policy unless-stopped: the engine itself brings the members back.
    QTRY_VERIFY_WITH_TIMEOUT(allServe(m_parts->store.cluster(u"loss"_s)), patienceMs);
}

/// The containers outlive their engine, which ends them when it comes back; 20.10 leaves it at that, whatever
/// their restart policy. It is shown as it is, and Start brings them back.
void TestEngineLoss::killedAndStarted()
{
    m_engine->kill();
    QTRY_COMPARE_WITH_TIMEOUT(m_parts->store.engine({}).reach, EngineStatus::Reach::Silent, patienceMs);
    QCOMPARE(m_engine->start(), QString());
    QTRY_COMPARE_WITH_TIMEOUT(m_parts->store.engine({}).reach, EngineStatus::Reach::Answers, patienceMs);
    const auto agrees = [this] {
        const QString running = m_engine->docker({u"ps"_s, u"--format"_s, u"{{.Names}}"_s});
        const auto &members = m_parts->store.cluster(u"loss"_s)->members;
        return std::all_of(members.cbegin(), members.cend(), [&](const MemberStatus &member) {
            const bool isUp = member.container.life == ContainerLife::Running;
            return isUp ? running.contains(member.container.name) : member.state == MemberState::Stopped;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(agrees(), patienceMs);
    const Result<void> started = test::outcomeOf(m_parts->service.act(u"loss"_s, {}, MemberAction::Start));
    QVERIFY2(started, qPrintable(test::why(started)));
    QTRY_VERIFY_WITH_TIMEOUT(allServe(m_parts->store.cluster(u"loss"_s)), patienceMs);
}

/// Nothing is missing, nothing came twice, though the engine went twice.
void TestEngineLoss::logsWereFollowedThroughAllThat()
{
    // A copy: the store's own list changes while this waits.
    const auto members = m_parts->store.cluster(u"loss"_s)->members;
    for (const MemberStatus &member : members) {
        const QString &id = member.container.id;
        QStringList differs;
        const auto isWhole = [&] {
            differs = difference(seenLog(m_parts->book, member.wanted.id), wholeLog(id));
            return differs.isEmpty();
        };
        QVERIFY2(QTest::qWaitFor(isWhole, patienceMs), qPrintable(differs.join(u'\n')));
        QVERIFY(seenLog(m_parts->book, member.wanted.id).size() > 100);
        QVERIFY(m_parts->book.follower(member.wanted.id)->state() == LogFollower::State::Reading);
    }
    m_parts->book.setFollowing(false);
}

void TestEngineLoss::startedWhileTheEngineIsAway()
{
    m_engine->stop();
    m_parts.reset();
    m_parts =
        std::make_unique<Parts>(m_folder->path()); // a program that starts now knows the cluster by its file
    QTRY_COMPARE_WITH_TIMEOUT(m_parts->store.engine({}).reach, EngineStatus::Reach::Silent, patienceMs);
    QVERIFY(m_parts->store.cluster(u"loss"_s) != nullptr);
    QVERIFY(noneServe(m_parts->store, u"loss"_s));
    QCOMPARE(m_engine->start(), QString());
    QTRY_VERIFY_WITH_TIMEOUT(allServe(m_parts->store.cluster(u"loss"_s)), patienceMs);

    ClusterTask *task = m_parts->service.remove(u"loss"_s, true);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->succeeded(), task->succeeded() ? "" : qPrintable(task->outcome().error().toString()));
    QCOMPARE(m_engine->docker({u"ps"_s, u"-aq"_s}), QString());
    QCOMPARE(m_engine->docker({u"volume"_s, u"ls"_s, u"-q"_s}), QString());
}

QTEST_GUILESS_MAIN(TestEngineLoss)
#include "tst_engine_loss.moc"
