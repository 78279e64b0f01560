// SPDX-License-Identifier: GPL-3.0-or-later
// Logs, four-letter words and AdminServer of real servers in real containers.
#include "realcluster.h"

#include "clusters/clustermonitor.h"
#include "clusters/clusterstore.h"
#include "clusters/engineregistry.h"
#include "clusters/logbook.h"
#include "clusters/serverinspector.h"
#include "core/processrunner.h"
#include "engine/realengine.h"
#include "fakes/outcome.h"

#include <QtCore/QProcess>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>
#include <memory>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int patienceMs = 60'000;

/// What docker itself has of a container's log, both channels.
QStringList wholeLog(const QString &container)
{
    QProcess process;
    process.start(u"docker"_s, {u"logs"_s, container});
    process.waitForFinished(patienceMs);
    QStringList lines = QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts) +
                        QString::fromUtf8(process.readAllStandardError()).split(u'\n', Qt::SkipEmptyParts);
    std::sort(lines.begin(), lines.end());
    return lines;
}

} // namespace

class TestEngineLogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void restartsLoseAndDoubleNothing();
    void restartsUnderLoad();
    void fourLetterWords();
    void adminServer();
    void logInAFile();
    void bytesThatAreNoText();
    void wordsAllowedAndBlocked();

private:
    /// A member whose container is there already.
    void follow(const QString &name, const QString &container, const QMap<QString, QString> &settings = {});
    [[nodiscard]] QStringList seen(int memberId)
    {
        QStringList lines;
        for (const LogLine &line : m_book->rings().lines(memberId)) {
            if (!line.text.isEmpty())
                lines += QString::fromUtf8(line.text);
        }
        std::sort(lines.begin(), lines.end());
        return lines;
    }
    template <typename T>
    Result<T> end(ValueOperation<T> *operation)
    {
        const std::unique_ptr<ValueOperation<T>> owner(operation);
        return outcomeOf(operation);
    }
    [[nodiscard]] MemberState state() const
    {
        const ClusterStatus *status = m_store->cluster(m_cluster->ensemble().name);
        const MemberStatus *member = status ? status->member(1) : nullptr;
        return member ? member->state : MemberState::Unknown;
    }

    std::unique_ptr<RealCluster> m_cluster;
    std::unique_ptr<ProcessRunner> m_runner;
    std::unique_ptr<ClusterStore> m_store;
    std::unique_ptr<EngineRegistry> m_engines;
    std::unique_ptr<ClusterMonitor> m_monitor;
    std::unique_ptr<LogBook> m_book;
};

void TestEngineLogs::initTestCase()
{
    ZOODOCK_NEEDS_ENGINE(u"docker"_s);
    m_cluster = std::make_unique<RealCluster>(u"logs"_s, 1, 0, NetworkMode::Bridge);
    m_runner = std::make_unique<ProcessRunner>();
    m_store = std::make_unique<ClusterStore>(Clock::system());
    m_engines = std::make_unique<EngineRegistry>(*m_runner, nextDocker());
    m_monitor = std::make_unique<ClusterMonitor>(*m_engines, *m_store);
    m_book = std::make_unique<LogBook>(*m_engines, *m_store);
    m_monitor->start();
    m_cluster->create();
    m_cluster->start({1});
}

void TestEngineLogs::cleanupTestCase()
{
    m_book.reset();
    m_monitor.reset();
    m_engines.reset();
    m_store.reset();
    m_runner.reset();
    m_cluster.reset();
    removeOwn(u"docker"_s);
}

void TestEngineLogs::restartsLoseAndDoubleNothing()
{
    const QString container = m_cluster->container(1);
    m_book->open(m_cluster->ensemble().name);
    m_book->setFollowing(true);
    QTRY_COMPARE_WITH_TIMEOUT(state(), MemberState::Standalone, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!seen(1).isEmpty(), patienceMs);
    m_cluster->tell(u"kill"_s, {1});
    m_cluster->start({1});
    docker({u"restart"_s, container});
    m_book->setFollowing(false); // as when another page is shown
    docker({u"restart"_s, container});
    m_book->setFollowing(true);
    m_cluster->tell(u"pause"_s, {1});
    m_cluster->tell(u"unpause"_s, {1});
    QTRY_COMPARE_WITH_TIMEOUT(state(), MemberState::Standalone, patienceMs);
    m_cluster->tell(u"stop"_s, {1});
    const QStringList whole = wholeLog(container);
    QVERIFY(whole.size() > 100);
    QTRY_COMPARE_WITH_TIMEOUT(seen(1).size(), whole.size(), patienceMs);
    QCOMPARE(seen(1), whole);
    QTRY_COMPARE_WITH_TIMEOUT(m_book->follower(1)->state(), LogFollower::State::Ended, patienceMs);
    m_cluster->start({1});
    QTRY_COMPARE_WITH_TIMEOUT(state(), MemberState::Standalone, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(seen(1).size() > whole.size(), patienceMs);
}

/// Restarted while it writes as fast as it can, and read while the page is hidden now and then.
void TestEngineLogs::restartsUnderLoad()
{
    const QString container = m_cluster->container(1);
    LogBook book(*m_engines, *m_store);
    book.setLimit(2'000'000);
    book.open(m_cluster->ensemble().name);
    book.setFollowing(true);
    for (int round = 1; round <= 3; ++round) {
        QTRY_COMPARE_WITH_TIMEOUT(state(), MemberState::Standalone, patienceMs);
        const quint64 before = book.rings().nextNumber(1);
        docker({u"exec"_s, u"--detach"_s, u"--user"_s, u"root"_s, container, u"sh"_s, u"-c"_s,
                u"i=0; while [ $i -lt 40000 ]; do i=$((i+1)); echo \"round %1 line $i\"; done > "
                "/proc/1/fd/1"_s.arg(round)});
        QTRY_VERIFY_WITH_TIMEOUT(book.rings().nextNumber(1) > before + 1000, patienceMs);
        if (round == 2)
            book.setFollowing(false);
        docker({u"restart"_s, u"--time"_s, u"1"_s, container});
        book.setFollowing(true);
    }
    QTRY_COMPARE_WITH_TIMEOUT(state(), MemberState::Standalone, patienceMs);
    m_cluster->tell(u"stop"_s, {1});
    const QStringList whole = wholeLog(container);
    const auto read = [&book] {
        QStringList lines;
        for (const LogLine &line : book.rings().lines(1)) {
            if (!line.text.isEmpty())
                lines += QString::fromUtf8(line.text);
        }
        std::sort(lines.begin(), lines.end());
        return lines;
    };
    QTRY_COMPARE_WITH_TIMEOUT(read().size(), whole.size(), patienceMs);
    QCOMPARE(read(), whole);
    m_cluster->start({1});
}

void TestEngineLogs::fourLetterWords()
{
    QTRY_COMPARE_WITH_TIMEOUT(state(), MemberState::Standalone, patienceMs);
    ServerInspector inspector(*m_engines, *m_store);
    for (const QString &word : ServerInspector::words()) {
        const auto answer = end(inspector.ask(m_cluster->ensemble().name, 1, word, nullptr));
        QVERIFY2(answer || answer.error().kind() == ErrorKind::NotWhitelisted,
                 qPrintable(answer ? QString() : answer.error().toString()));
        QVERIFY2(answer || word != u"srvr"_s, "srvr is always answered");
        if (answer)
            QVERIFY2(!answer->tables.isEmpty() && !answer->tables.first().columns.isEmpty(),
                     qPrintable(word));
        else
            QVERIFY(answer.error().message().contains(u"4lw.commands.whitelist="_s));
    }
}

void TestEngineLogs::adminServer()
{
    QTRY_COMPARE_WITH_TIMEOUT(state(), MemberState::Standalone, patienceMs);
    ServerInspector inspector(*m_engines, *m_store);
    const QString name = m_cluster->ensemble().name;
    const bool reachable = bridgeIsHere(u"docker"_s);
    QTRY_COMPARE_WITH_TIMEOUT(!inspector.adminUrl(name, 1).isEmpty(), reachable, patienceMs);
    if (!reachable)
        QSKIP("The containers' addresses cannot be reached from here.");
    const auto pages = end(inspector.adminPages(name, 1, nullptr));
    QVERIFY2(pages, qPrintable(pages ? QString() : pages.error().toString()));
    QVERIFY(pages->contains(u"monitor"_s));
    const auto monitor = end(inspector.askAdmin(name, 1, u"monitor"_s, nullptr));
    QVERIFY2(monitor, qPrintable(monitor ? QString() : monitor.error().toString()));
    QVERIFY(monitor->tables.first().rows.contains(QStringList({u"server_state"_s, u"standalone"_s})));
}

void TestEngineLogs::logInAFile()
{
    const QString container = uniqueName(u"tofile"_s);
    docker({u"run"_s, u"--detach"_s, u"--init"_s, u"--name"_s, container, u"--label"_s, runLabel(),
            u"--env"_s, u"ZOO_LOG4J_PROP=INFO,ROLLINGFILE"_s, u"--entrypoint"_s, u"sh"_s, testImage(),
            u"-c"_s,
            u"i=0; while :; do i=$((i+1)); echo \"$(date '+%F %T'),000 [myid:1] - INFO  [x] - line $i\" >> "
            "/logs/zookeeper.log; sleep 0.1; done"_s});
    const QString id = docker({u"inspect"_s, u"--format"_s, u"{{.Id}}"_s, container});
    QVERIFY(!id.isEmpty());
    const QString name = u"tofile"_s;
    m_store->setWanted(makeEnsemble(name, 1, 0, NetworkMode::Bridge, testImage()), WantedOrigin::File);
    ContainerObservation running;
    running.id = id;
    running.life = ContainerLife::Running;
    running.startedAt = QDateTime::currentDateTimeUtc();
    m_store->observeContainer(name, 1, running);
    LogBook book(*m_engines, *m_store);
    book.open(name);
    book.setFollowing(true);
    QTRY_VERIFY_WITH_TIMEOUT(book.rings().nextNumber(1) > 5, patienceMs);
    QCOMPARE(book.follower(1)->file(), u"/logs/zookeeper.log"_s);
    const QStringList rotate{u"exec"_s, container, u"mv"_s, u"/logs/zookeeper.log"_s,
                             u"/logs/zookeeper.log.1"_s};
    docker(rotate);
    const quint64 rotated = book.rings().nextNumber(1);
    QTRY_VERIFY_WITH_TIMEOUT(book.rings().nextNumber(1) > rotated + 5, patienceMs);
    book.setFollowing(false);
    QTRY_VERIFY_WITH_TIMEOUT(!docker({u"top"_s, container}).contains(u"tail -n"_s), patienceMs);
    docker(rotate); // while nobody follows
    QTest::qWait(300);
    book.setFollowing(true);
    const quint64 before = book.rings().nextNumber(1);
    QTRY_VERIFY_WITH_TIMEOUT(book.rings().nextNumber(1) > before + 5, patienceMs);
    const QList<LogLine> lines = book.rings().lines(1);
    for (qsizetype i = 0; i < lines.size(); ++i)
        QVERIFY2(lines.at(i).text.endsWith("line " + QByteArray::number(i + 1)),
                 lines.at(i).text.constData());
    QVERIFY(std::abs(lines.constLast().timeNano / 1'000'000 - QDateTime::currentMSecsSinceEpoch()) < 60'000);
    m_store->removeWanted(name);
}

void TestEngineLogs::follow(const QString &name, const QString &container,
                            const QMap<QString, QString> &settings)
{
    Ensemble wanted = makeEnsemble(name, 1, 0, NetworkMode::Bridge, testImage());
    for (auto setting = settings.cbegin(); setting != settings.cend(); ++setting)
        wanted.settings.insert(setting.key(), setting.value());
    m_store->setWanted(wanted, WantedOrigin::File);
    ContainerObservation running;
    running.id = docker({u"inspect"_s, u"--format"_s, u"{{.Id}}"_s, container});
    running.life = ContainerLife::Running;
    running.startedAt = QDateTime::currentDateTimeUtc();
    running.address = docker({u"inspect"_s, u"--format"_s, u"{{.NetworkSettings.IPAddress}}"_s, container});
    m_store->observeContainer(name, 1, running);
}

/// A line of a megabyte, NUL, colours, broken UTF-8, long lines of what is no ASCII: each is one line, and
/// the one after it is whole.
void TestEngineLogs::bytesThatAreNoText()
{
    const QString container = uniqueName(u"bytes"_s);
    docker(
        {u"run"_s, u"--detach"_s, u"--name"_s, container, u"--label"_s, runLabel(), u"--entrypoint"_s,
         u"sh"_s, testImage(), u"-c"_s,
         u"head -c 1000000 /dev/zero | tr '\\0' x; echo; head -c 40000 /dev/zero | tr '\\0' '\\377'; echo; "
         "printf '%20000s\\n' '' | sed 's/ /\u4e2d/g'; "
         "printf 'a\\0b \\033[1;31mred\\033[0m \\303( end\\n'; echo last; echo other >&2"_s});
    follow(u"bytes"_s, container);
    LogBook book(*m_engines, *m_store);
    book.open(u"bytes"_s);
    book.setFollowing(true);
    QTRY_COMPARE_WITH_TIMEOUT(book.rings().nextNumber(1), 6U, patienceMs);
    QList<LogLine> lines = book.rings().lines(1);
    const auto error =
        std::find_if(lines.cbegin(), lines.cend(), [](const LogLine &line) { return line.standardError; });
    QVERIFY(error != lines.cend());
    QCOMPARE(error->text, "other"_ba);
    lines.erase(error);
    QCOMPARE(lines.at(0).fullLength, 1'000'000);
    QVERIFY(lines.at(0).cut && lines.at(0).text.count('x') == lines.at(0).text.size());
    QCOMPARE(lines.at(1).fullLength, 3 * 40'000); // as the engine keeps it: U+FFFD for each byte
    QVERIFY(QString::fromUtf8(lines.at(1).text).count(QChar::ReplacementCharacter) > 20'000);
    QVERIFY(!lines.at(1).text.contains('Z'));
    QVERIFY(QString::fromUtf8(lines.at(2).text).count(QChar(0x4e2d)) > 19'990);
    QVERIFY(!lines.at(2).text.contains('Z')); // of a stamp between its pieces
    QCOMPARE(lines.at(3).text, "a\xe2\x90\x80"_ba + "b red \xef\xbf\xbd( end");
    QCOMPARE(lines.at(4).text, "last"_ba);
    m_store->removeWanted(u"bytes"_s);
}

/// Every word, where the whitelist has all and where it has one.
void TestEngineLogs::wordsAllowedAndBlocked()
{
    const auto run = [](const QString &container, const QString &whitelist) {
        docker({u"run"_s, u"--detach"_s, u"--name"_s, container, u"--label"_s, runLabel(), u"--env"_s,
                u"ZOO_4LW_COMMANDS_WHITELIST="_s + whitelist, testImage()});
    };
    run(uniqueName(u"open"_s), u"*"_s);
    run(uniqueName(u"shut"_s), u"srvr,mntr"_s);
    follow(u"open"_s, uniqueName(u"open"_s));
    follow(u"shut"_s, uniqueName(u"shut"_s), {{u"4lw.commands.whitelist"_s, u"srvr,mntr"_s}});
    ServerInspector inspector(*m_engines, *m_store);
    for (const QString &name : {u"open"_s, u"shut"_s})
        QTRY_VERIFY_WITH_TIMEOUT(end(inspector.ask(name, 1, u"srvr"_s, nullptr)), patienceMs);
    const QMap<QString, QString> telling{
        {u"srvr"_s, u"Mode"_s},
        {u"mntr"_s, u"server_state"_s},
        {u"conf"_s, u"clientPort"_s},
        {u"cons"_s, {}},
        {u"dump"_s, {}},
        {u"wchs"_s, u"Watches"_s},
        {u"ruok"_s, {}},
        {u"isro"_s, {}},
    };
    for (const QString &word : ServerInspector::words()) {
        const auto open = end(inspector.ask(u"open"_s, 1, word, nullptr));
        QVERIFY2(open, qPrintable(word + u": "_s + (open ? QString() : open.error().toString())));
        QVERIFY2(!open->tables.isEmpty() && !open->tables.first().columns.isEmpty(), qPrintable(word));
        const QString row = telling.value(word);
        const auto &rows = open->tables.first().rows;
        QVERIFY2(row.isEmpty() || std::any_of(rows.cbegin(), rows.cend(),
                                              [&row](const QStringList &r) { return r.value(0) == row; }),
                 qPrintable(word));
        const auto shut = end(inspector.ask(u"shut"_s, 1, word, nullptr));
        const bool allowed = word == u"srvr"_s || word == u"mntr"_s;
        QCOMPARE(shut.has_value(), allowed);
        if (allowed)
            continue;
        QCOMPARE(shut.error().kind(), ErrorKind::NotWhitelisted);
        QVERIFY2(shut.error().message().contains(u"4lw.commands.whitelist=srvr,mntr,"_s + word),
                 qPrintable(shut.error().message()));
    }
    for (const QString &name : {u"open"_s, u"shut"_s})
        m_store->removeWanted(name);
}

QTEST_GUILESS_MAIN(TestEngineLogs)
#include "tst_engine_logs.moc"
