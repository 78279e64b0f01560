// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/singleinstance.h"

#include "fakes/patience.h"

#include <QtCore/QFileInfo>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QLocalServer>
#include <QtNetwork/QLocalSocket>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <signal.h>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

using Part = SingleInstance::Part;

namespace
{

/// One start: claims, and remembers what it was told.
struct Start
{
    explicit Start(const QString &path, const WindowRequest &request = {},
                   std::chrono::milliseconds limit = 10s)
        : instance(path, limit)
    {
        QObject::connect(&instance, &SingleInstance::decided, &instance,
                         [this](Part part) { parts += part; });
        QObject::connect(&instance, &SingleInstance::requested, &instance,
                         [this](const WindowRequest &other) { requests += other; });
        instance.claim(request);
    }
    SingleInstance instance;
    QList<Part> parts;
    QList<WindowRequest> requests;
};

/// The program itself, on a display that nobody sees, in folders of its own.
class Program
{
public:
    Program(const QTemporaryDir &home, const QStringList &arguments)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *kind : {"DATA", "CONFIG", "STATE", "CACHE"})
            environment.insert(u"XDG_%1_HOME"_s.arg(QLatin1StringView(kind)), home.path());
        environment.insert(u"XDG_RUNTIME_DIR"_s, home.path());
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"PATH"_s, home.path()); // no docker: this is about the window
        m_process.setProcessEnvironment(environment);
        m_process.start(qEnvironmentVariable("ZOODOCK_PROGRAM"), arguments);
    }
    ~Program()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    QProcess *operator->() { return &m_process; }

private:
    QProcess m_process;
};

QStringList sockets(const QTemporaryDir &home)
{
    return QDir(home.path()).entryList({u"zoodock-*"_s}, QDir::System);
}

} // namespace

class TestSingleInstance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_folder->setAutoRemove(true);
        m_path = m_folder->filePath(u"window"_s);
    }
    void theSecondHandsOver();
    void manyAtOnce();
    void nextAfterTheEnd();
    void staleFiles();
    void aFrozenFirst();
    void rubbishOnTheSocket();
    void noPlaceForTheFiles();
    void theProgram();
    void theProgramKilled();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestSingleInstance::theSecondHandsOver()
{
    Start first(m_path);
    QCOMPARE(first.parts, QList<Part>{}); // never at once
    QTRY_COMPARE(first.parts, QList{Part::First});
    const WindowRequest wanted{true, u"token-1 “ä”\n"_s};
    Start second(m_path, wanted);
    QTRY_COMPARE(second.parts, QList{Part::HandedOver});
    QTRY_COMPARE(first.requests, QList{wanted});
    Start third(m_path);
    QTRY_COMPARE(third.parts, QList{Part::HandedOver});
    QTRY_COMPARE(first.requests, (QList{wanted, WindowRequest{}}));
    QCOMPARE(first.parts, QList{Part::First});
}

void TestSingleInstance::manyAtOnce()
{
    std::vector<std::unique_ptr<Start>> starts;
    for (int i = 0; i < 20; ++i)
        starts.push_back(std::make_unique<Start>(m_path, WindowRequest{false, QString::number(i)}));
    int firsts = 0;
    qsizetype requests = 0;
    for (const auto &start : starts) {
        QTRY_COMPARE(start->parts.size(), 1);
        QVERIFY(start->parts.constFirst() != Part::Alone);
        firsts += start->parts.constFirst() == Part::First ? 1 : 0;
    }
    for (const auto &start : starts)
        requests += start->requests.size();
    QCOMPARE(firsts, 1);
    QCOMPARE(requests, 19);
}

void TestSingleInstance::nextAfterTheEnd()
{
    auto first = std::make_unique<Start>(m_path);
    QTRY_COMPARE(first->parts, QList{Part::First});
    first->instance.release();
    QVERIFY(!QFileInfo::exists(m_path));
    Start second(m_path);
    QTRY_COMPARE(second.parts, QList{Part::First});
    first.reset(); // whose end must not take away what is the second's by now
    Start third(m_path);
    QTRY_COMPARE(third.parts, QList{Part::HandedOver});
}

void TestSingleInstance::staleFiles()
{
    // As kill -9 leaves them: a socket that nobody listens on, and the lock of a process that is gone.
    {
        QLocalServer server;
        QVERIFY(server.listen(m_path));
        QVERIFY(QFile::rename(m_path, m_path + ".kept"_L1));
    }
    QVERIFY(QFile::rename(m_path + ".kept"_L1, m_path));
    QFile lock(m_path + ".lock"_L1);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write("999999999\ntst_singleinstance\n" + QSysInfo::machineHostName().toUtf8() + "\n\n\n");
    lock.close();
    Start start(m_path);
    QTRY_COMPARE(start.parts, QList{Part::First});
    Start second(m_path);
    QTRY_COMPARE(second.parts, QList{Part::HandedOver});
}

void TestSingleInstance::aFrozenFirst()
{
    QLockFile lock(m_path + ".lock"_L1);
    QVERIFY(lock.tryLock());
    QLocalServer frozen; // accepts, and says nothing
    QVERIFY(frozen.listen(m_path));
    Start start(m_path, {}, 300ms);
    QTRY_COMPARE(start.parts, QList{Part::Alone});
}

void TestSingleInstance::rubbishOnTheSocket()
{
    Start first(m_path);
    QTRY_COMPARE(first.parts, QList{Part::First});
    QLocalSocket flood;
    flood.connectToServer(m_path);
    flood.write(QByteArray(100'000, 'x'));
    QTRY_COMPARE(flood.state(), QLocalSocket::UnconnectedState);
    QLocalSocket rubbish;
    rubbish.connectToServer(m_path);
    rubbish.write(QByteArray("\0\xff[[[\n", 6));
    QTRY_COMPARE(first.requests.size(), 1); // just a wish to see the window
    QCOMPARE(first.requests.constFirst(), WindowRequest{});
    Start second(m_path);
    QTRY_COMPARE(second.parts, QList{Part::HandedOver});
}

void TestSingleInstance::noPlaceForTheFiles()
{
    Start start(m_folder->filePath(u"absent/window"_s));
    QTRY_COMPARE(start.parts, QList{Part::Alone});
}

void TestSingleInstance::theProgram()
{
    Program first(*m_folder, {});
    QTRY_COMPARE(sockets(*m_folder).size(), 1);
    Program second(*m_folder, {});
    QTRY_COMPARE(second->state(), QProcess::NotRunning);
    QCOMPARE(second->exitStatus(), QProcess::NormalExit);
    QCOMPARE(second->exitCode(), 0);
    QVERIFY(second->readAllStandardError().contains("has come to the front"));
    QCOMPARE(first->state(), QProcess::Running);
    // Verbs never go there.
    Program verb(*m_folder, {u"ls"_s});
    QTRY_COMPARE_WITH_TIMEOUT(verb->state(), QProcess::NotRunning, 20'000);
    QVERIFY(!verb->readAllStandardError().contains("has come to the front"));
    first->terminate();
    QTRY_COMPARE(first->state(), QProcess::NotRunning);
    QCOMPARE(first->exitCode(), 0);
    QCOMPARE(sockets(*m_folder), QStringList{});
}

void TestSingleInstance::theProgramKilled()
{
    Program first(*m_folder, {});
    QTRY_COMPARE(sockets(*m_folder).size(), 1);
    first->kill();
    QTRY_COMPARE(first->state(), QProcess::NotRunning);
    QCOMPARE(sockets(*m_folder).size(), 1); // stale
    Program second(*m_folder, {});
    Program third(*m_folder, {});
    // One of them is the first now, whichever.
    QTRY_VERIFY(second->state() == QProcess::NotRunning || third->state() == QProcess::NotRunning);
    QProcess &left = second->state() == QProcess::NotRunning ? *third.operator->() : *second.operator->();
    QTest::qWait(300);
    QCOMPARE(left.state(), QProcess::Running);
}

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
