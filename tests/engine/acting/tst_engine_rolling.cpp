// SPDX-License-Identifier: GPL-3.0-or-later
// Members are restarted and made anew one after the other, on a real engine, while a client writes.
#include "actingparts.h"

#include "clusters/ensemblechange.h"
#include "clusters/removalextent.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QTest>

#include <algorithm>
#include <memory>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int patienceMs = 180'000;

/// An independent client that writes until it is told to stop.
class Writer
{
public:
    explicit Writer(const QString &hosts)
        : m_hosts(hosts)
    {
        m_process.start(u"/usr/bin/python3"_s, {QStringLiteral(WRITER_SCRIPT), m_hosts, u"write"_s});
    }
    ~Writer()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(patienceMs))
            m_process.kill();
        m_process.waitForFinished();
    }

    [[nodiscard]] qsizetype acknowledged()
    {
        m_said += m_process.readAllStandardOutput();
        return m_said.count('\n');
    }
    /// Stops writing; what was acknowledged and is not there.
    [[nodiscard]] QStringList lost()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(patienceMs);
        const QStringList said = lines(m_said + m_process.readAllStandardOutput());
        QProcess reader;
        reader.start(u"/usr/bin/python3"_s, {QStringLiteral(WRITER_SCRIPT), m_hosts, u"list"_s});
        reader.waitForFinished(patienceMs);
        const QStringList list = lines(reader.readAllStandardOutput());
        const QSet<QString> there(list.cbegin(), list.cend());
        QStringList missing;
        for (const QString &path : said) {
            if (!there.contains(path))
                missing += path;
        }
        return missing;
    }

private:
    static QStringList lines(const QByteArray &text)
    {
        return QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts);
    }

    QString m_hosts;
    QProcess m_process;
    QByteArray m_said;
};

} // namespace

namespace
{

/// A ZooKeeper server says at this port that it serves.
bool answers(quint16 port)
{
    constexpr int limitMs = 10'000;
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, port);
    if (!socket.waitForConnected(limitMs))
        return false;
    socket.write("srvr");
    QByteArray answer;
    while (socket.waitForReadyRead(limitMs))
        answer += socket.readAll();
    return answer.contains("Mode: ");
}

} // namespace

class TestEngineRolling : public QObject, private ActingRun
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void restartLosesNoWrite();
    void restartStartsTheStoppedFirst();
    void changeLosesNoWrite();
    void otherClientPortLosesNoWrite();
    void hostPortsMoveTogether();
    void cancelLeavesAWorkingCluster();
    void badSettingIsTakenBack();
    void finishedAfterKill();
    void tellsHowMuchGoes();

private:
    void make(int participants, NetworkMode mode = NetworkMode::Bridge);
    [[nodiscard]] const ClusterStatus *cluster() const { return m_parts->store.cluster(m_run); }
    [[nodiscard]] QString hosts() const;
    [[nodiscard]] QMap<QString, QString> identities(const QString &format) const;
    [[nodiscard]] Ensemble changed(const QString &key, const QString &value) const;
    [[nodiscard]] QString configured(const QString &member, const QString &key) const;
    [[nodiscard]] EnsembleChange compared(const Ensemble &wanted);

    Ensemble m_made;
};

#define MAKE(participants)                                                                                   \
    make(participants);                                                                                      \
    if (QTest::currentTestFailed())                                                                          \
    return

#define AWAIT(task)                                                                                          \
    (task)->start();                                                                                         \
    QTRY_VERIFY_WITH_TIMEOUT((task)->isFinished(), patienceMs)

#define RUN(task)                                                                                            \
    AWAIT(task);                                                                                             \
    QVERIFY2((task)->succeeded(), qPrintable((task)->error().toString()))

void TestEngineRolling::initTestCase()
{
    ZOODOCK_NEEDS_ENGINE(u"docker"_s);
    const bool hasClient = QProcess::execute(u"/usr/bin/python3"_s, {u"-c"_s, u"import kazoo"_s}) == 0;
    ZOODOCK_NEEDS(hasClient ? QString() : u"python3-kazoo is missing"_s);
}

void TestEngineRolling::init()
{
    begin(u"rolling"_s);
}

void TestEngineRolling::cleanup()
{
    end();
}

void TestEngineRolling::make(int participants, NetworkMode mode)
{
    const Result<Ensemble> made = m_parts->made(ownEnsemble(participants, mode), test::ownPorts());
    QVERIFY2(made, qPrintable(test::why(made)));
    m_made = *made;
}

QString TestEngineRolling::hosts() const
{
    QStringList list;
    const bool isHost = m_made.network.mode == NetworkMode::Host;
    for (const Member &member : m_made.members)
        list += u"127.0.0.1:%1"_s.arg(isHost ? member.client.port : member.client.hostPort);
    return list.join(u',');
}

/// Container → what the format says of it.
QMap<QString, QString> TestEngineRolling::identities(const QString &format) const
{
    QMap<QString, QString> map;
    for (const Member &member : m_made.members) {
        const QString name = containerName(m_made, member);
        map.insert(member.name, docker({u"inspect"_s, u"--format"_s, format, name}).trimmed());
    }
    return map;
}

Ensemble TestEngineRolling::changed(const QString &key, const QString &value) const
{
    Ensemble wanted = m_made;
    wanted.settings.insert(key, value);
    return wanted;
}

QString TestEngineRolling::configured(const QString &member, const QString &key) const
{
    const QString file = docker({u"exec"_s, m_run + u'-' + member, u"cat"_s, u"/conf/zoo.cfg"_s});
    for (const QString &line : file.split(u'\n')) {
        if (line.startsWith(key + u'='))
            return line.mid(key.size() + 1);
    }
    return {};
}

EnsembleChange TestEngineRolling::compared(const Ensemble &wanted)
{
    const Result<EnsembleChange> found = test::outcomeOf(m_parts->service.compare(wanted, &m_parts->store));
    [&] { QVERIFY2(found, qPrintable(test::why(found))); }();
    return found.value_or(EnsembleChange());
}

void TestEngineRolling::restartLosesNoWrite()
{
    MAKE(3);
    const auto before = identities(u"{{.Id}} {{.State.StartedAt}}"_s);
    const int leader = cluster()->quorum.leaderId;
    Writer writer(hosts());
    QTRY_VERIFY_WITH_TIMEOUT(writer.acknowledged() > 10, patienceMs);

    ClusterTask *const task = m_parts->service.rollingRestart(m_run);
    QStringList order;
    int awayAtOnce = 0;
    connect(task, &ClusterTask::stepChanged, task, [&](int index) {
        if (task->steps().at(index).state == StepState::Done)
            order += m_made.members.at(index).name;
    });
    connect(&m_parts->store, &ClusterStore::memberChanged, task, [&] {
        const auto &members = cluster()->members;
        awayAtOnce = std::max(
            awayAtOnce,
            static_cast<int>(std::count_if(members.cbegin(), members.cend(), [](const MemberStatus &member) {
                return member.container.life != ContainerLife::Running;
            })));
    });
    RUN(task);
    QCOMPARE(order.size(), 3);
    QCOMPARE(order.constLast(), m_made.member(leader)->name);
    QCOMPARE(awayAtOnce, 1);
    QTRY_VERIFY_WITH_TIMEOUT(allServe(cluster()), patienceMs);
    const auto after = identities(u"{{.Id}} {{.State.StartedAt}}"_s);
    for (const Member &member : m_made.members)
        QVERIFY2(after.value(member.name) != before.value(member.name), qPrintable(member.name));
    const qsizetype soFar = writer.acknowledged();
    QTRY_VERIFY_WITH_TIMEOUT(writer.acknowledged() > soFar + 10, patienceMs);
    QCOMPARE(writer.lost(), QStringList());
}

void TestEngineRolling::restartStartsTheStoppedFirst()
{
    MAKE(3);
    (void) docker({u"kill"_s, m_run + u"-zoo2"_s});
    QTRY_COMPARE_WITH_TIMEOUT(cluster()->member(2)->state, MemberState::Stopped, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(cluster()->quorum.established, patienceMs);
    ClusterTask *const task = m_parts->service.rollingRestart(m_run);
    QList<int> order;
    connect(task, &ClusterTask::stepChanged, task, [&](int index) {
        if (task->steps().at(index).state == StepState::Done)
            order += index + 1;
    });
    RUN(task);
    QCOMPARE(order.size(), 3);
    QCOMPARE(order.constFirst(), 2);
}

void TestEngineRolling::changeLosesNoWrite()
{
    MAKE(3);
    const auto before = identities(u"{{.Id}}"_s);
    Writer writer(hosts());
    QTRY_VERIFY_WITH_TIMEOUT(writer.acknowledged() > 10, patienceMs);
    Ensemble wanted = changed(u"tickTime"_s, u"1500"_s);
    wanted.members[1].admin.published = !wanted.members[1].admin.published;
    wanted.members[1].admin.hostPort = test::ownPort(90);
    const EnsembleChange change = compared(wanted);
    QCOMPARE(change.values.size(), 2);
    QCOMPARE(change.members, (QList{1, 2, 3}));

    ClusterTask *const task = m_parts->service.apply(wanted);
    RUN(task);
    QTRY_VERIFY_WITH_TIMEOUT(allServe(cluster()), patienceMs);
    for (const Member &member : m_made.members) {
        QCOMPARE(configured(member.name, u"tickTime"_s), u"1500"_s);
        QVERIFY(identities(u"{{.Id}}"_s).value(member.name) != before.value(member.name));
    }
    QCOMPARE(m_parts->repository.load(m_run).value_or(Ensemble()), wanted);
    QVERIFY(!m_parts->repository.journal().read(m_run));
    QVERIFY(compared(wanted).isEmpty());
    const qsizetype soFar = writer.acknowledged();
    QTRY_VERIFY_WITH_TIMEOUT(writer.acknowledged() > soFar + 10, patienceMs);
    QCOMPARE(writer.lost(), QStringList());
}

/// A member of a cluster in bridge mode gets another published port; the others keep theirs, and serve.
void TestEngineRolling::otherClientPortLosesNoWrite()
{
    MAKE(3);
    const auto before = identities(u"{{.Id}}"_s);
    Writer writer(hosts());
    QTRY_VERIFY_WITH_TIMEOUT(writer.acknowledged() > 10, patienceMs);
    Ensemble wanted = m_made;
    const quint16 old = wanted.members[0].client.hostPort;
    wanted.members[0].client.hostPort = test::ownPort(91);
    QCOMPARE(compared(wanted).members, QList{1});
    ClusterTask *const task = m_parts->service.apply(wanted);
    RUN(task);
    QTRY_VERIFY_WITH_TIMEOUT(allServe(cluster()), patienceMs);
    const auto after = identities(u"{{.Id}}"_s);
    QVERIFY(after.value(u"zoo1"_s) != before.value(u"zoo1"_s));
    QCOMPARE(after.value(u"zoo2"_s), before.value(u"zoo2"_s));
    QCOMPARE(cluster()->member(1)->clientPort, test::ownPort(91));
    QVERIFY(answers(test::ownPort(91)));
    QVERIFY(!answers(old));
    const qsizetype soFar = writer.acknowledged();
    QTRY_VERIFY_WITH_TIMEOUT(writer.acknowledged() > soFar + 10, patienceMs);
    QCOMPARE(writer.lost(), QStringList());
}

/// On the host's own network nobody finds a server that has moved alone: all move, and are back with what
/// they had.
void TestEngineRolling::hostPortsMoveTogether()
{
    make(3, NetworkMode::Host);
    if (QTest::currentTestFailed())
        return;
    const auto before = identities(u"{{.Id}}"_s);
    Ensemble wanted = m_made;
    const quint16 old = wanted.members[0].client.port;
    wanted.members[0].client.port = test::ownPort(92);
    wanted.members[1].quorum.port = test::ownPort(93);
    {
        Writer writer(hosts());
        QTRY_VERIFY_WITH_TIMEOUT(writer.acknowledged() > 10, patienceMs);
        const EnsembleChange change = compared(wanted);
        QVERIFY2(change.refusal().isEmpty(), qPrintable(change.refusal()));
        QVERIFY(change.together && change.interruption);
        QCOMPARE(change.members, (QList{1, 2, 3}));
        ClusterTask *const task = m_parts->service.apply(wanted);
        RUN(task);
        QTRY_VERIFY_WITH_TIMEOUT(allServe(cluster()), patienceMs);
        const qsizetype soFar = writer.acknowledged();
        QTRY_VERIFY_WITH_TIMEOUT(writer.acknowledged() > soFar + 10, patienceMs);
        QCOMPARE(writer.lost(), QStringList());
    }
    const auto after = identities(u"{{.Id}}"_s);
    for (const Member &member : m_made.members)
        QVERIFY2(after.value(member.name) != before.value(member.name), qPrintable(member.name));
    QVERIFY(answers(test::ownPort(92)));
    QVERIFY(!answers(old));
    QCOMPARE(m_parts->repository.load(m_run).value_or(Ensemble()), wanted);
    QVERIFY(compared(wanted).isEmpty());

    // And the way back in the middle.
    ClusterTask *const back = m_parts->service.apply(m_made);
    connect(back, &ClusterTask::stepChanged, back, [&](int index) {
        if (index > 0 && back->steps().at(index).state == StepState::Running)
            back->cancel();
    });
    AWAIT(back);
    QVERIFY2(back->error().kind() == ErrorKind::Cancelled, qPrintable(back->error().toString()));
    QTRY_VERIFY_WITH_TIMEOUT(allServe(cluster()), patienceMs);
    QVERIFY(answers(test::ownPort(92)));
    QCOMPARE(m_parts->repository.load(m_run).value_or(Ensemble()), wanted);
    QVERIFY(compared(wanted).isEmpty());
}

void TestEngineRolling::cancelLeavesAWorkingCluster()
{
    MAKE(3);
    Writer writer(hosts());
    QTRY_VERIFY_WITH_TIMEOUT(writer.acknowledged() > 10, patienceMs);
    const Ensemble wanted = changed(u"tickTime"_s, u"1500"_s);
    ClusterTask *const task = m_parts->service.apply(wanted);
    int doneFirst = -1;
    connect(task, &ClusterTask::stepChanged, task, [&](int index) {
        if (index == 0)
            return;
        if (task->steps().at(index).state == StepState::Done)
            doneFirst = index;
        else if (task->steps().at(index).state == StepState::Running && doneFirst > 0)
            task->cancel(); // while the second is being made anew
    });
    AWAIT(task);
    QVERIFY2(task->error().kind() == ErrorKind::Cancelled, qPrintable(task->error().toString()));
    QVERIFY(doneFirst > 0);
    QTRY_VERIFY_WITH_TIMEOUT(allServe(cluster()), patienceMs);
    QCOMPARE(m_parts->repository.load(m_run).value_or(Ensemble()), m_made);
    QVERIFY(!m_parts->repository.journal().read(m_run));
    int changedMembers = 0;
    for (const Member &member : m_made.members)
        changedMembers += configured(member.name, u"tickTime"_s) == u"1500"_s ? 1 : 0;
    QCOMPARE(changedMembers, 1);
    // What is left to do is known, in both directions.
    QCOMPARE(compared(wanted).members.size(), 2);
    const EnsembleChange back = compared(m_made);
    QVERIFY(back.values.isEmpty());
    QCOMPARE(back.members.size(), 1);
    ClusterTask *const again = m_parts->service.apply(m_made);
    RUN(again);
    for (const Member &member : m_made.members)
        QCOMPARE(configured(member.name, u"tickTime"_s), u"2000"_s);
    QCOMPARE(writer.lost(), QStringList());
}

void TestEngineRolling::badSettingIsTakenBack()
{
    MAKE(3);
    Writer writer(hosts());
    QTRY_VERIFY_WITH_TIMEOUT(writer.acknowledged() > 10, patienceMs);
    ClusterTask *const task = m_parts->service.apply(changed(u"jvmFlags"_s, u"-XX:+NoSuchFlagAtAll"_s));
    AWAIT(task);
    QVERIFY2(task->error().kind() == ErrorKind::NoQuorum, qPrintable(task->error().toString()));
    QVERIFY2(task->error().detail().contains(u"NoSuchFlagAtAll"_s), qPrintable(task->error().toString()));
    const QList<TaskStep> steps = task->steps();
    QCOMPARE(std::count_if(steps.cbegin(), steps.cend(),
                           [](const TaskStep &step) { return step.state == StepState::Undone; }),
             1);
    QTRY_VERIFY_WITH_TIMEOUT(allServe(cluster()), patienceMs);
    QVERIFY(compared(m_made).isEmpty());
    QVERIFY(!m_parts->repository.journal().read(m_run));
    QCOMPARE(writer.lost(), QStringList());
}

void TestEngineRolling::finishedAfterKill()
{
    MAKE(3);
    Writer writer(hosts());
    QTRY_VERIFY_WITH_TIMEOUT(writer.acknowledged() > 10, patienceMs);
    const Ensemble wanted = changed(u"tickTime"_s, u"1500"_s);
    m_parts.reset();
    // The member is stopped, gone, or just made, whatever takes 300 ms here.
    const Result<void> killed =
        killedOnTheWay(QStringLiteral(DOOMEDCHANGER_EXECUTABLE), m_folder->path(), wanted, 1, 300);
    QVERIFY2(killed, qPrintable(test::why(killed)));

    m_parts = std::make_unique<ActingParts>(m_folder->path());
    QVERIFY(cluster()->halfMade);
    QTRY_VERIFY_WITH_TIMEOUT(m_parts->monitor.hasAskedAll(), patienceMs);
    ClusterTask *const task = m_parts->service.finish(m_run, quorumPatience);
    RUN(task);
    QTRY_VERIFY_WITH_TIMEOUT(allServe(cluster()), patienceMs);
    QVERIFY(!cluster()->halfMade);
    QCOMPARE(m_parts->repository.load(m_run).value_or(Ensemble()), wanted);
    for (const Member &member : m_made.members)
        QCOMPARE(configured(member.name, u"tickTime"_s), u"1500"_s);
    QCOMPARE(writer.lost(), QStringList());
}

void TestEngineRolling::tellsHowMuchGoes()
{
    MAKE(1);
    (void) docker({u"exec"_s, m_run + u"-zoo1"_s, u"dd"_s, u"if=/dev/zero"_s, u"of=/data/ballast"_s,
                   u"bs=1000000"_s, u"count=3"_s});
    // A person waits for it: an engine that is too busy to count the bytes in time is not waited for.
    RemovalExtent extent;
    const auto isCounted = [&] {
        const auto found = test::outcomeOf(m_parts->service.removalExtent(m_run, &m_parts->store));
        extent = found.value_or(RemovalExtent());
        return !found || extent.bytes().has_value();
    };
    QVERIFY(QTest::qWaitFor(isCounted, patienceMs));
    QCOMPARE(extent.containers, QStringList{m_run + u"-zoo1"_s});
    QCOMPARE(extent.networks, QStringList{m_run});
    QCOMPARE(extent.volumes.size(), 2);
    QVERIFY(extent.bytes().value_or(0) >= 3'000'000);
}

QTEST_GUILESS_MAIN(TestEngineRolling)
#include "tst_engine_rolling.moc"
