// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/journal.h"
#include "ensemble/secretrules.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void roundTrip();
    void makesItsFolder();
    void damagedStillNamesItsCluster_data();
    void damagedStillNamesItsCluster();
    void removed();
    void unwritable();
    void secretsAreKeptApart();

private:
    static JournalEntry entry(const QString &name)
    {
        JournalEntry made;
        made.change = JournalEntry::Change::Remove;
        made.ensemble = makeEnsemble(name, 3, 1, NetworkMode::Host, u"zookeeper:3.9"_s);
        made.containers = {u"a-zoo1"_s, u"a-zoo2"_s};
        made.networks = {u"a"_s};
        made.volumes = {u"a-zoo1-data"_s};
        made.withVolumes = true;
        made.begun = QDateTime(QDate(2024, 2, 29), QTime(12, 0, 0, 123), Qt::UTC);
        return made;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestJournal::roundTrip()
{
    Journal journal(m_folder->path());
    const JournalEntry written = entry(u"a"_s);
    QVERIFY(journal.write(written).has_value());
    const auto read = journal.read(u"a"_s);
    QVERIFY(read.has_value());
    QCOMPARE(read->change, written.change);
    QVERIFY(read->ensemble == written.ensemble);
    QCOMPARE(read->containers, written.containers);
    QCOMPARE(read->networks, written.networks);
    QCOMPARE(read->volumes, written.volumes);
    QCOMPARE(read->withVolumes, true);
    QCOMPARE(read->begun, written.begun);
    QVERIFY(!journal.read(u"b"_s).has_value());
}

void TestJournal::makesItsFolder()
{
    Journal journal(m_folder->filePath(u"not/there yet"_s));
    QCOMPARE(journal.clusters(), QStringList());
    QVERIFY(journal.write(entry(u"b.json"_s)).has_value());
    QVERIFY(journal.write(entry(u"a"_s)).has_value());
    QCOMPARE(journal.clusters(), (QStringList{u"a"_s, u"b.json"_s}));
}

void TestJournal::damagedStillNamesItsCluster_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << QByteArray("{\"journal\":1,\"ensemble\":{\"na");
    QTest::newRow("another form") << QByteArray("[1,2,3]");
    QTest::newRow("broken ensemble") << QByteArray("{\"ensemble\":{\"members\":7}}");
}

void TestJournal::damagedStillNamesItsCluster()
{
    QFETCH(QByteArray, bytes);
    QFile file(m_folder->filePath(u"orders.journal"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    const Journal journal(m_folder->path());
    QCOMPARE(journal.clusters(), QStringList{u"orders"_s});
    const auto read = journal.read(u"orders"_s);
    QVERIFY(read.has_value());
    QCOMPARE(read->ensemble.name, u"orders"_s);
    QVERIFY(read->ensemble.members.isEmpty());
}

void TestJournal::removed()
{
    Journal journal(m_folder->path());
    QVERIFY(journal.write(entry(u"a"_s)).has_value());
    journal.remove(u"a"_s);
    QVERIFY(!journal.read(u"a"_s).has_value());
    QCOMPARE(journal.clusters(), QStringList());
    journal.remove(u"a"_s); // again: nothing to complain about
}

void TestJournal::unwritable()
{
    QFile file(m_folder->filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    Journal journal(file.fileName() + u"/folder"_s);
    const Result<void> written = journal.write(entry(u"a"_s));
    QVERIFY(!written.has_value());
    QCOMPARE(written.error().kind(), ErrorKind::FileUnwritable);
}

void TestJournal::secretsAreKeptApart()
{
    JournalEntry written = entry(u"a"_s);
    written.ensemble.settings.insert(u"extra"_s, u"ssl.keyStore.password=hush"_s);
    written.ensemble = withSecretsKey(written.ensemble);
    Journal journal(m_folder->path());
    QVERIFY(journal.write(written).has_value());
    QFile file(m_folder->filePath(u"a.journal"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY2(!bytes.contains("hush") && bytes.contains("kept-in-the-cluster-file"), bytes.constData());
    QVERIFY2(!bytes.contains(written.ensemble.secretsKey.toLatin1()), bytes.constData());

    QCOMPARE(journal.clusters(), QStringList{u"a"_s});
    QVERIFY(journal.read(u"a"_s)->ensemble == written.ensemble);
    const QStringList present = QDir(m_folder->path()).entryList(QDir::Files);
    QCOMPARE(present.size(), 2);
    const auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    for (const QString &name : present)
        QVERIFY2((QFile::permissions(m_folder->filePath(name)) & others) == 0, qPrintable(name));
    journal.remove(u"a"_s);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList());
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
