// SPDX-License-Identifier: GPL-3.0-or-later
// The engine goes away under the program and comes back; one program for each docker CLI, all of the same
// folder.
#include "privateengine.h"

#include "clusters/logbook.h"
#include "engine/acting/actingparts.h"
#include "engine/eachdocker.h"

#include <QtTest/QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QString image = u"zoodock/zookeeper:3.8"_s;
constexpr int patienceMs = 60'000;

struct Parts : ActingParts
{
    Parts(const QString &folder, const QString &cli)
        : ActingParts(folder, cli)
        , docker(cli)
    {
    }

    QString docker;
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
    std::vector<std::unique_ptr<Parts>> m_all; ///< one for each docker CLI
    Parts *m_parts = nullptr;                  ///< the one looked at; the first unless in withEach()

    void begin()
    {
        const QStringList clis = test::dockers();
        for (const QString &cli : clis)
            m_all.push_back(std::make_unique<Parts>(m_folder->path(), cli));
        QVERIFY2(!m_all.empty(), "no docker command was found");
        m_parts = m_all.front().get();
    }
    /// For each docker CLI in turn.
    template <typename Check>
    void withEach(Check check)
    {
        test::withEachDocker(m_all, m_parts, check);
    }
    void allServeAgain()
    {
        QTRY_COMPARE_WITH_TIMEOUT(m_parts->store.engine({}).reach, EngineStatus::Reach::Answers, patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(allServe(m_parts->store.cluster(u"loss"_s)), patienceMs);
    }
    void noneServesWithoutEngine()
    {
        QTRY_COMPARE_WITH_TIMEOUT(m_parts->store.engine({}).reach, EngineStatus::Reach::Silent, patienceMs);
        QVERIFY(m_parts->store.engine({}).problem.has_value());
        QTRY_VERIFY_WITH_TIMEOUT(noneServe(m_parts->store, u"loss"_s), patienceMs);
        QVERIFY(!m_parts->store.cluster(u"loss"_s)->quorum.established);
    }
    void agreesWithDocker();
    void hasWholeLogs();

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aClusterRuns();
    void stoppedAndStarted();
    void killedAndStarted();
    void logsWereFollowedThroughAllThat();
    void startedWhileTheEngineIsAway();
};

#define WITH_EACH(check)                                                                                     \
    withEach(check);                                                                                         \
    if (QTest::currentTestFailed())                                                                          \
    return

void TestEngineLoss::initTestCase()
{
    m_engine = std::make_unique<PrivateEngine>();
    QString problem = m_engine->start();
    if (problem.isEmpty())
        problem = m_engine->loadImage(image);
    ZOODOCK_NEEDS(problem);
    qputenv("DOCKER_HOST", m_engine->endpoint().toUtf8());
    m_folder = std::make_unique<QTemporaryDir>();
    begin();
}

void TestEngineLoss::cleanupTestCase()
{
    m_all.clear();
    m_engine.reset();
}

void TestEngineLoss::aClusterRuns()
{
    Ensemble ensemble = makeEnsemble(u"loss"_s, 3, 0, NetworkMode::Bridge, image);
    ensemble.testRun = u"loss"_s;
    const Result<Ensemble> made = m_parts->made(ensemble, test::ownPorts());
    QVERIFY2(made, qPrintable(test::why(made)));
    WITH_EACH([this] {
        allServeAgain();
        m_parts->book.open(u"loss"_s);
        m_parts->book.setFollowing(true);
        QTRY_VERIFY_WITH_TIMEOUT(m_parts->book.rings().nextNumber(1) > 0, patienceMs);
    });
}

void TestEngineLoss::stoppedAndStarted()
{
    m_engine->stop();
    WITH_EACH([this] { noneServesWithoutEngine(); });

    QCOMPARE(m_engine->start(), QString());
    // Restart policy unless-stopped: the engine itself brings the members back.
    WITH_EACH([this] { allServeAgain(); });
}

void TestEngineLoss::agreesWithDocker()
{
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
}

/// The containers outlive their engine, which ends them when it comes back; 20.10 leaves it at that, whatever
/// their restart policy. It is shown as it is, and Start brings them back.
void TestEngineLoss::killedAndStarted()
{
    m_engine->kill();
    WITH_EACH([this] {
        QTRY_COMPARE_WITH_TIMEOUT(m_parts->store.engine({}).reach, EngineStatus::Reach::Silent, patienceMs);
    });
    QCOMPARE(m_engine->start(), QString());
    WITH_EACH([this] { agreesWithDocker(); });
    const Result<void> started = test::outcomeOf(m_parts->service.act(u"loss"_s, {}, MemberAction::Start));
    QVERIFY2(started, qPrintable(test::why(started)));
    WITH_EACH([this] { allServeAgain(); });
}

/// Nothing is missing, nothing came twice, though the engine went twice.
void TestEngineLoss::logsWereFollowedThroughAllThat()
{
    WITH_EACH([this] { hasWholeLogs(); });
}

void TestEngineLoss::hasWholeLogs()
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
    m_all.clear();
    begin(); // a program that starts now knows the cluster by its file
    WITH_EACH([this] {
        QTRY_COMPARE_WITH_TIMEOUT(m_parts->store.engine({}).reach, EngineStatus::Reach::Silent, patienceMs);
        QVERIFY(m_parts->store.cluster(u"loss"_s) != nullptr);
        QVERIFY(noneServe(m_parts->store, u"loss"_s));
    });
    QCOMPARE(m_engine->start(), QString());
    WITH_EACH([this] { allServeAgain(); });

    ClusterTask *task = m_parts->service.remove(u"loss"_s, true);
    task->start();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patienceMs);
    QVERIFY2(task->succeeded(), task->succeeded() ? "" : qPrintable(task->outcome().error().toString()));
    WITH_EACH([this] { QTRY_VERIFY_WITH_TIMEOUT(m_parts->store.cluster(u"loss"_s) == nullptr, patienceMs); });
    QCOMPARE(m_engine->docker({u"ps"_s, u"-aq"_s}), QString());
    QCOMPARE(m_engine->docker({u"volume"_s, u"ls"_s, u"-q"_s}), QString());
}

QTEST_GUILESS_MAIN(TestEngineLoss)
#include "tst_engine_loss.moc"
