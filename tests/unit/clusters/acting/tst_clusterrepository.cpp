// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/clusterrepository.h"
#include "clusters/clusterstore.h"
#include "ensemble/ensemblejson.h"
#include "fakes/patience.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QDir>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtCore/QThread>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <csignal>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

namespace
{

Ensemble ensemble(const QString &name, int members = 3)
{
    return makeEnsemble(name, members, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
}

JournalEntry journalEntry(const QString &name)
{
    JournalEntry entry;
    entry.ensemble = ensemble(name);
    return entry;
}

/// One program's view of the folder.
struct Program
{
    explicit Program(const QString &folder)
        : store(Clock::system())
        , repository(folder, store)
    {
    }
    ClusterStore store;
    ClusterRepository repository;
};

} // namespace

class TestClusterRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void savedAndRead();
    void folderIsMade();
    void whatOthersWriteIsNoticed();
    void whatOthersRemoveIsNoticed();
    void editedByHand();
    void damagedIsNeverOverwritten_data();
    void damagedIsNeverOverwritten();
    void repairedByHand();
    void anotherNameInside();
    void lockKeepsOthersOut();
    void lockOfADeadProcess();
    void lockOfAProcessThatNobodyAskedFor();
    void lockThatSaysNothing();
    void halfMadeWithoutAnOwner();
    void halfMadeWithoutAFile();
    void halfMadeOnceTheOwnerDies();
    void noHalfMadeWhileOwned();
    void saveTellsOnce();

private:
    void write(const QString &file, const QByteArray &bytes) const
    {
        QFile target(m_folder->filePath(file));
        QVERIFY(target.open(QIODevice::WriteOnly) && target.write(bytes) == bytes.size());
    }
    QByteArray read(const QString &file) const
    {
        QFile source(m_folder->filePath(file));
        return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
    }
    std::unique_ptr<QProcess> holder(const QString &cluster) const
    {
        auto process = std::make_unique<QProcess>();
        process->start(QStringLiteral(LOCKHOLDER_EXECUTABLE), {m_folder->path(), cluster});
        [&] { QVERIFY(process->waitForReadyRead()); }();
        return process;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestClusterRepository::savedAndRead()
{
    const Ensemble wanted = ensemble(u"orders"_s);
    Program first(m_folder->path());
    first.repository.open();
    QVERIFY(first.repository.save(wanted).has_value());
    QCOMPARE(read(u"orders.json"_s), toJson(wanted));
    QVERIFY(first.store.cluster(u"orders"_s) != nullptr);

    Program second(m_folder->path());
    second.repository.open();
    QCOMPARE(second.store.clusterNames(), QStringList{u"orders"_s});
    QVERIFY(second.store.cluster(u"orders"_s)->ensemble == wanted);
    QCOMPARE(second.store.cluster(u"orders"_s)->origin, WantedOrigin::File);
    QVERIFY(second.repository.load(u"orders"_s).value() == wanted);
    QCOMPARE(second.repository.load(u"other"_s).error().kind(), ErrorKind::FileMissing);
}

void TestClusterRepository::folderIsMade()
{
    Program program(m_folder->filePath(u"not/there"_s));
    QVERIFY(program.repository.save(ensemble(u"a"_s)).has_value());
    QVERIFY(QFile::exists(m_folder->filePath(u"not/there/a.json"_s)));
}

void TestClusterRepository::whatOthersWriteIsNoticed()
{
    Program window(m_folder->path());
    window.repository.open();
    Program script(m_folder->path());
    QVERIFY(script.repository.save(ensemble(u"orders"_s)).has_value());
    QTRY_VERIFY(window.store.cluster(u"orders"_s) != nullptr);
    // Again, the file replaced by another: it is still watched.
    for (const int members : {5, 1}) {
        QVERIFY(script.repository.save(ensemble(u"orders"_s, members)).has_value());
        QTRY_COMPARE(window.store.cluster(u"orders"_s)->ensemble.members.size(), members);
    }
}

void TestClusterRepository::whatOthersRemoveIsNoticed()
{
    Program window(m_folder->path());
    window.repository.open();
    QVERIFY(window.repository.save(ensemble(u"orders"_s)).has_value());
    Program script(m_folder->path());
    QVERIFY(script.repository.remove(u"orders"_s).has_value());
    QTRY_VERIFY(window.store.cluster(u"orders"_s) == nullptr);
    QVERIFY(script.repository.remove(u"orders"_s).has_value()); // gone is gone
}

void TestClusterRepository::editedByHand()
{
    Program window(m_folder->path());
    window.repository.open();
    QVERIFY(window.repository.save(ensemble(u"orders"_s)).has_value());
    QTest::qWait(100); // past the noise of our own writing
    QFile file(m_folder->filePath(u"orders.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate)); // in place, as some editors do
    file.write(toJson(ensemble(u"orders"_s, 5)));
    file.close();
    QTRY_COMPARE(window.store.cluster(u"orders"_s)->ensemble.members.size(), 5);
}

void TestClusterRepository::damagedIsNeverOverwritten_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("cut off") << toJson(ensemble(u"orders"_s)).left(100) << ErrorKind::FileDamaged;
    QTest::newRow("empty") << QByteArray() << ErrorKind::FileDamaged;
    QTest::newRow("newer") << toJson(ensemble(u"orders"_s)).replace("\"zoodock\": 1", "\"zoodock\": 99")
                           << ErrorKind::FileNewer;
}

void TestClusterRepository::damagedIsNeverOverwritten()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorKind, kind);
    write(u"orders.json"_s, bytes);
    Program program(m_folder->path());
    program.repository.open();
    const ClusterStatus *const status = program.store.cluster(u"orders"_s);
    QVERIFY(status != nullptr && status->damage.has_value());
    QCOMPARE(status->damage->kind(), kind);
    const Result<void> saved = program.repository.save(ensemble(u"orders"_s));
    QVERIFY(!saved.has_value());
    QCOMPARE(saved.error().kind(), kind);
    QVERIFY(saved.error().message().contains(u"orders.json"_s));
    QCOMPARE(read(u"orders.json"_s), bytes);
}

void TestClusterRepository::repairedByHand()
{
    write(u"orders.json"_s, "{");
    Program program(m_folder->path());
    program.repository.open();
    QVERIFY(program.store.cluster(u"orders"_s)->damage.has_value());
    write(u"orders.json"_s, toJson(ensemble(u"orders"_s)));
    QTRY_VERIFY(!program.store.cluster(u"orders"_s)->damage.has_value());
    QCOMPARE(program.store.cluster(u"orders"_s)->members.size(), 3);
}

void TestClusterRepository::anotherNameInside()
{
    write(u"orders.json"_s, toJson(ensemble(u"search"_s)));
    Program program(m_folder->path());
    program.repository.open();
    QCOMPARE(program.store.clusterNames(), QStringList{u"orders"_s});
    const auto damage = program.store.cluster(u"orders"_s)->damage;
    QVERIFY(damage.has_value());
    QVERIFY(damage->message().contains(u"search"_s));
}

void TestClusterRepository::lockKeepsOthersOut()
{
    Program first(m_folder->path());
    Program second(m_folder->path());
    {
        const auto lock = first.repository.lock(u"orders"_s);
        QVERIFY(lock.has_value());
        QVERIFY(first.repository.isLocked(u"orders"_s));
        QVERIFY(second.repository.isLocked(u"orders"_s));
        const auto refused = second.repository.lock(u"orders"_s);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().kind(), ErrorKind::Locked);
        QVERIFY(refused.error().message().contains(QString::number(QCoreApplication::applicationPid())));
        QVERIFY(second.repository.lock(u"search"_s).has_value()); // another cluster is free
    }
    QVERIFY(!second.repository.isLocked(u"orders"_s));
    QVERIFY(second.repository.lock(u"orders"_s).has_value());
}

/// Its maker was killed between making and writing it.
void TestClusterRepository::lockThatSaysNothing()
{
    Program program(m_folder->path());
    for (const QString &name : {u"orders.lock"_s, u".repository.lock"_s}) {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QTest::qWait(200);
    QVERIFY(!program.repository.isLocked(u"orders"_s));
    QVERIFY(program.repository.lock(u"orders"_s).has_value());
    QVERIFY(program.repository.save(makeEnsemble(u"orders"_s, 3, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s))
                .has_value());
}

void TestClusterRepository::lockOfADeadProcess()
{
    const auto process = holder(u"orders"_s);
    Program program(m_folder->path());
    QVERIFY(program.repository.isLocked(u"orders"_s));
    const auto refused = program.repository.lock(u"orders"_s);
    QVERIFY(!refused.has_value());
    QVERIFY(refused.error().message().contains(QString::number(process->processId())));
    process->kill();
    QVERIFY(process->waitForFinished());
    QVERIFY(QFile::exists(m_folder->filePath(u"orders.lock"_s))); // it was left behind
    QVERIFY(!program.repository.isLocked(u"orders"_s));
    QVERIFY(program.repository.lock(u"orders"_s).has_value());
}

/// A window that was killed, and whose parent is busy, changes nothing any more.
void TestClusterRepository::lockOfAProcessThatNobodyAskedFor()
{
    const auto process = holder(u"orders"_s);
    Program program(m_folder->path());
    QVERIFY(program.repository.isLocked(u"orders"_s));
    ::kill(static_cast<pid_t>(process->processId()), SIGKILL);
    QFile stat(u"/proc/%1/stat"_s.arg(process->processId()));
    QDeadlineTimer limit(30'000);
    QByteArray state;
    while (!state.contains(") Z ") && !limit.hasExpired()) { // without letting QProcess ask for it
        QThread::msleep(5);
        QVERIFY(stat.open(QIODevice::ReadOnly));
        state = stat.readAll();
        stat.close();
    }
    QVERIFY2(state.contains(") Z "), state.constData());
    QVERIFY(!program.repository.isLocked(u"orders"_s));
    QVERIFY(program.repository.lock(u"orders"_s).has_value());
    QVERIFY(process->waitForFinished());
}

void TestClusterRepository::halfMadeWithoutAnOwner()
{
    Program first(m_folder->path());
    QVERIFY(first.repository.save(ensemble(u"orders"_s)).has_value());
    QVERIFY(first.repository.journal().write(journalEntry(u"orders"_s)).has_value());
    Program second(m_folder->path());
    second.repository.open();
    QVERIFY(second.store.cluster(u"orders"_s)->halfMade);
    first.repository.journal().remove(u"orders"_s);
    QTRY_VERIFY(!second.store.cluster(u"orders"_s)->halfMade);
}

void TestClusterRepository::halfMadeWithoutAFile()
{
    Program first(m_folder->path());
    QVERIFY(first.repository.journal().write(journalEntry(u"orders"_s)).has_value());
    Program second(m_folder->path());
    second.repository.open();
    const ClusterStatus *const found = second.store.cluster(u"orders"_s);
    QVERIFY(found != nullptr && found->halfMade);
    QCOMPARE(found->ensemble.members.size(), 3);
    first.repository.journal().remove(u"orders"_s);
    QTRY_VERIFY(second.store.cluster(u"orders"_s) == nullptr);
}

void TestClusterRepository::halfMadeOnceTheOwnerDies()
{
    const auto process = holder(u"orders"_s);
    Program program(m_folder->path());
    QVERIFY(program.repository.save(ensemble(u"orders"_s)).has_value());
    QVERIFY(program.repository.journal().write(journalEntry(u"orders"_s)).has_value());
    program.repository.open();
    QVERIFY(!program.store.cluster(u"orders"_s)->halfMade);
    QVERIFY(program.store.cluster(u"orders"_s)->changedElsewhere);
    process->kill(); // leaves no trace in the folder
    QVERIFY(process->waitForFinished());
    QTRY_VERIFY(program.store.cluster(u"orders"_s)->halfMade);
    QVERIFY(!program.store.cluster(u"orders"_s)->changedElsewhere);
}

void TestClusterRepository::noHalfMadeWhileOwned()
{
    Program owner(m_folder->path());
    Program window(m_folder->path());
    window.repository.open();
    const QSignalSpy removed(&window.store, &ClusterStore::clusterRemoved);
    {
        const auto lock = owner.repository.lock(u"orders"_s);
        QVERIFY(owner.repository.journal().write(journalEntry(u"orders"_s)).has_value());
        QVERIFY(owner.repository.save(ensemble(u"orders"_s)).has_value());
        QTRY_VERIFY(window.store.cluster(u"orders"_s) != nullptr);
        QTest::qWait(200);
        QVERIFY(!window.store.cluster(u"orders"_s)->halfMade);
        owner.repository.journal().remove(u"orders"_s);
    }
    QTest::qWait(200);
    QVERIFY(!window.store.cluster(u"orders"_s)->halfMade);
    QCOMPARE(removed.count(), 0);
}

void TestClusterRepository::saveTellsOnce()
{
    Program program(m_folder->path());
    program.repository.open();
    const QSignalSpy added(&program.store, &ClusterStore::clusterAdded);
    const QSignalSpy reset(&program.store, &ClusterStore::clusterReset);
    QVERIFY(program.repository.save(ensemble(u"orders"_s)).has_value());
    QTest::qWait(200); // the watcher's echo of our own writing
    QCOMPARE(added.count(), 1);
    QCOMPARE(reset.count(), 0);
}

QTEST_GUILESS_MAIN(TestClusterRepository)
#include "tst_clusterrepository.moc"
