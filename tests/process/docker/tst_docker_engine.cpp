// SPDX-License-Identifier: GPL-3.0-or-later
#include "docker/dockerengine.h"

#include "fakes/fakedocker.h"
#include "fakes/outcome.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <memory>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int patience = 30'000;

QByteArray recorded(const char *name)
{
    QFile file(QStringLiteral(ZOODOCK_RECORDINGS "/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no recording");
}

/// Says `bytes` in pieces of seven.
void dribble(FakeRule rule, const QByteArray &bytes)
{
    for (qsizetype i = 0; i < bytes.size(); i += bytes.size() / 7 + 1)
        rule.out(bytes.mid(i, bytes.size() / 7 + 1)).wait(2ms);
}

QByteArray id(char digit)
{
    return QByteArray(64, digit);
}

QByteArray inspected(char digit, const QByteArray &name)
{
    return "{\"Id\":\"" + id(digit) + "\",\"Name\":\"/" + name + "\",\"State\":{\"Status\":\"running\"}}";
}

} // namespace

/// The typed operations against a docker CLI that misbehaves.
class TestDockerEngine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void versionInOddChunks();
    void infoOfADownEngine();
    void whoAsksMeanwhileSharesTheAnswer();
    void versionUnderWayIsShared_data();
    void versionUnderWayIsShared();
    void garbage_data();
    void garbage();
    void halfAnAnswer();
    void failures_data();
    void failures();
    void crash();
    void missingProgram();
    void hangUntilTheDeadline();
    void commandDeadline();
    void containersInTwoSteps();
    void noContainersNoInspect();
    void vanishedContainers();
    void onlyMissingObjectsAreForgiven();
    void cancelInEitherStep_data();
    void cancelInEitherStep();
    void destroyedWhileRunning();
    void destroyedBeforeWhoAsks();
    void emptyListsRunNothing();
    void stdinArrives();
    void contextIsPassedOn();

private:
    /// Runs it to its one end.
    template <typename T>
    Result<T> outcomeOf(ValueOperation<T> *operation)
    {
        const QSignalSpy finished(operation, &Operation::finished);
        const Result<T> result = test::outcomeOf(operation);
        QTest::qWait(10);
        return finished.size() == 1 ? result : failure(ErrorKind::Internal, u"finished twice"_s);
    }
    template <typename T>
    ErrorKind kindOf(ValueOperation<T> *operation)
    {
        const Result<T> result = outcomeOf(operation);
        return result ? ErrorKind::Unknown : result.error().kind();
    }

    std::unique_ptr<FakeDocker> m_docker;
    std::unique_ptr<ProcessRunner> m_runner;
    std::unique_ptr<DockerEngine> m_engine;
};

void TestDockerEngine::init()
{
    m_docker = std::make_unique<FakeDocker>();
    m_runner = std::make_unique<ProcessRunner>();
    m_engine = std::make_unique<DockerEngine>(*m_runner, DockerCommands(m_docker->program()));
}

void TestDockerEngine::cleanup()
{
    m_engine.reset();
    m_runner.reset();
    m_docker.reset();
}

void TestDockerEngine::versionInOddChunks()
{
    dribble(m_docker->rule({u"version"_s}), recorded("28.2/version"));
    const Result<EngineVersion> version = outcomeOf(m_engine->version(this));
    QVERIFY(version);
    QCOMPARE(version->client, (Version{28, 2, 2}));
    QCOMPARE(version->server, (Version{20, 10, 24}));
}

/// CLI 20.10 ends with 0 and puts the error into its answer; 28 ends with 1.
void TestDockerEngine::infoOfADownEngine()
{
    m_docker->rule({u"info"_s}).times(1).out(recorded("20.10/info-down"));
    QCOMPARE(kindOf(m_engine->info(this)), ErrorKind::EngineDown);
    m_docker->rule({u"info"_s})
        .out(recorded("28.2/info-down"))
        .err(recorded("28.2/errors/EngineDown-ps.txt"))
        .exit(1);
    QCOMPARE(kindOf(m_engine->info(this)), ErrorKind::EngineDown);
}

void TestDockerEngine::whoAsksMeanwhileSharesTheAnswer()
{
    const QString go = m_docker->file("go");
    m_docker->rule({u"info"_s}).times(1).waitForFile(go).out(recorded("20.10/info-down")); // a failure
    m_docker->rule({u"info"_s}).out(recorded("20.10/info"));
    m_docker->rule({u"version"_s}).out(recorded("20.10/version"));
    QList<ValueOperation<EngineInfo> *> asked;
    for (int i = 0; i < 3; ++i) {
        asked += m_engine->recentInfo(this);
        asked.last()->start();
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_docker->calls().size(), 1, patience);
    asked.first()->cancel(); // the others wait on
    QFile sign(go);
    QVERIFY(sign.open(QIODevice::WriteOnly));
    QTRY_VERIFY_WITH_TIMEOUT(asked.last()->isFinished(), patience);
    QCOMPARE(asked.at(0)->outcome().error().kind(), ErrorKind::Cancelled);
    QCOMPARE(asked.at(1)->outcome().error().kind(), ErrorKind::EngineDown);
    QCOMPARE(asked.at(2)->outcome().error().kind(), ErrorKind::EngineDown);
    QCOMPARE(m_docker->calls().size(), 1);

    QVERIFY(outcomeOf(m_engine->recentInfo(this))); // a failure is not kept
    QVERIFY(outcomeOf(m_engine->recentInfo(this)));
    QCOMPARE(m_docker->calls().size(), 2);
    // Whether the engine is there tells no memory.
    QVERIFY(outcomeOf(m_engine->version(this)));
    QVERIFY(outcomeOf(m_engine->version(this)));
    QVERIFY(outcomeOf(m_engine->recentVersion(this)));
    QCOMPARE(m_docker->calls().size(), 4);
    qDeleteAll(asked);
}

void TestDockerEngine::versionUnderWayIsShared_data()
{
    QTest::addColumn<QString>("fate");
    QTest::addColumn<int>("calls");
    QTest::newRow("answered") << u"answered"_s << 1;
    QTest::newRow("cancelled") << u"cancelled"_s << 2;
    QTest::newRow("destroyed") << u"destroyed"_s << 2;
    QTest::newRow("never started") << u"idle"_s << 1;
}

/// Whoever asked first owns the process; the others get their answer whatever becomes of it.
void TestDockerEngine::versionUnderWayIsShared()
{
    QFETCH(QString, fate);
    QFETCH(int, calls);
    const QString go = m_docker->file("go");
    m_docker->rule({u"version"_s}).waitForFile(go).out(recorded("20.10/version"));
    ValueOperation<EngineVersion> *const first = m_engine->version(this);
    if (fate != "idle"_L1)
        first->start();
    const std::unique_ptr<ValueOperation<EngineVersion>> second(m_engine->recentVersion(nullptr));
    second->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_docker->calls().size(), 1, patience);
    if (fate == "cancelled"_L1)
        first->cancel();
    else if (fate == "destroyed"_L1)
        delete first;
    QTRY_COMPARE_WITH_TIMEOUT(m_docker->calls().size(), calls, patience);
    QFile sign(go);
    QVERIFY(sign.open(QIODevice::WriteOnly));
    QTRY_VERIFY_WITH_TIMEOUT(second->isFinished(), patience);
    QVERIFY(second->succeeded());
    QCOMPARE(second->value().server, (Version{20, 10, 24}));
    QCOMPARE(m_docker->calls().size(), calls);
}

void TestDockerEngine::garbage_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("the word that CLI 20.10 makes of --format json") << QByteArray("json\n");
    QTest::newRow("html") << QByteArray("<html>\n");
    QTest::newRow("binary") << QByteArray("\x00\xff\xfe{\x01", 5);
}

void TestDockerEngine::garbage()
{
    QFETCH(QByteArray, answer);
    m_docker->rule({u"version"_s}).out(answer);
    m_docker->rule({u"info"_s}).out(answer);
    m_docker->rule({u"context"_s}).out(answer);
    m_docker->rule({u"inspect"_s}).out(answer);
    QCOMPARE(kindOf(m_engine->version(this)), ErrorKind::BadOutput);
    QCOMPARE(kindOf(m_engine->info(this)), ErrorKind::BadOutput);
    QCOMPARE(kindOf(m_engine->contextInfo(this)), ErrorKind::BadOutput);
    QCOMPARE(kindOf(m_engine->inspect({u"a"_s}, this)), ErrorKind::BadOutput);
}

void TestDockerEngine::halfAnAnswer()
{
    const QByteArray whole = recorded("20.10/inspect-run");
    m_docker->rule({u"inspect"_s}).out(whole.left(whole.size() / 2));
    QCOMPARE(kindOf(m_engine->inspect({u"a"_s}, this)), ErrorKind::BadOutput);
}

void TestDockerEngine::failures_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<ErrorKind>("kind");
    for (const char *version : {"20.10", "28.2"}) {
        const auto row = [version](const char *name, ErrorKind kind) {
            QTest::addRow("%s %s", version, name) << QByteArray(version) + "/errors/" + name + ".txt" << kind;
        };
        row("EngineDown-ps", ErrorKind::EngineDown);
        row("EngineForbidden-ps", ErrorKind::EngineForbidden);
        row("ContextMissing-ps", ErrorKind::ContextMissing);
        row("ApiMismatch-old", ErrorKind::ApiMismatch);
    }
}

void TestDockerEngine::failures()
{
    QFETCH(QByteArray, file);
    QFETCH(ErrorKind, kind);
    m_docker->ruleMatching(u"."_s).err(recorded(file.constData())).exit(1);
    QCOMPARE(kindOf(m_engine->version(this)), kind);
    QCOMPARE(kindOf(m_engine->info(this)), kind);
    QCOMPARE(kindOf(m_engine->containers({}, this)), kind);
    QCOMPARE(kindOf(m_engine->networks({}, this)), kind);
    QCOMPARE(kindOf(m_engine->volumes({}, this)), kind);
    QCOMPARE(kindOf(m_engine->images(this)), kind);
    QCOMPARE(kindOf(m_engine->run(m_engine->commands().start({u"a"_s}), this)), kind);
}

void TestDockerEngine::crash()
{
    m_docker->rule({u"version"_s}).out("{\"Client\":").crash();
    QCOMPARE(kindOf(m_engine->version(this)), ErrorKind::ProgramCrashed);
}

void TestDockerEngine::missingProgram()
{
    DockerEngine nowhere(*m_runner, DockerCommands(m_docker->file("no-such-docker")));
    QCOMPARE(kindOf(nowhere.version(this)), ErrorKind::ProgramMissing);
    QCOMPARE(kindOf(nowhere.containers({}, this)), ErrorKind::ProgramMissing);
}

void TestDockerEngine::hangUntilTheDeadline()
{
    m_docker->rule({u"version"_s}).touch(m_docker->file("hangs")).hang();
    auto *const version = m_engine->version(this);
    version->setDeadline(300ms);
    QCOMPARE(kindOf(version), ErrorKind::Timeout);
}

void TestDockerEngine::commandDeadline()
{
    m_docker->rule({u"start"_s}).hang();
    CommandSpec spec = m_engine->commands().start({u"a"_s});
    spec.deadline = 300ms;
    QCOMPARE(kindOf(m_engine->run(spec, this)), ErrorKind::Timeout);
}

void TestDockerEngine::containersInTwoSteps()
{
    m_docker->rule({u"ps"_s}).out(id('a').left(30)).wait(5ms).out(id('a').mid(30) + "\n" + id('b'));
    m_docker->rule({u"inspect"_s}).out("[" + inspected('a', "zoo1") + "," + inspected('b', "zoo2") + "]");
    const auto found = outcomeOf(m_engine->containers({u"org.zoodock.cluster=demo"_s}, this));
    QVERIFY(found);
    QCOMPARE(found->size(), 2);
    QCOMPARE(found->at(1).name, u"zoo2"_s);
    QCOMPARE(m_docker->callLines(),
             QStringList({u"ps --quiet --no-trunc --all --filter label=org.zoodock.cluster=demo"_s,
                          u"inspect --type container "_s + QString::fromLatin1(id('a') + ' ' + id('b'))}));
}

void TestDockerEngine::noContainersNoInspect()
{
    m_docker->rule({u"ps"_s});
    const auto found = outcomeOf(m_engine->containers({}, this));
    QVERIFY(found && found->isEmpty());
    QCOMPARE(m_docker->calls().size(), 1);
}

void TestDockerEngine::vanishedContainers()
{
    m_docker->rule({u"ps"_s}).out(id('a') + "\n" + id('b') + "\n");
    m_docker->rule({u"inspect"_s})
        .times(1)
        .out("[" + inspected('b', "zoo2") + "]\n")
        .err("Error: No such object: " + id('a') + "\n")
        .exit(1);
    m_docker->rule({u"inspect"_s}).out("[]\n").err(recorded("28.2/errors/NoSuchObject-inspect.txt")).exit(1);
    const auto found = outcomeOf(m_engine->containers({}, this));
    QVERIFY(found);
    QCOMPARE(found->size(), 1);
    QCOMPARE(found->first().name, u"zoo2"_s);
    const auto none = outcomeOf(m_engine->inspect({u"nope"_s}, this));
    QVERIFY(none && none->isEmpty());
}

void TestDockerEngine::onlyMissingObjectsAreForgiven()
{
    m_docker->rule({u"inspect"_s}).out("[]\n").err(recorded("20.10/errors/EngineDown-ps.txt")).exit(1);
    QCOMPARE(kindOf(m_engine->inspect({u"a"_s}, this)), ErrorKind::EngineDown);
}

void TestDockerEngine::cancelInEitherStep_data()
{
    QTest::addColumn<bool>("inFirst");
    QTest::newRow("ps") << true;
    QTest::newRow("inspect") << false;
}

void TestDockerEngine::cancelInEitherStep()
{
    QFETCH(bool, inFirst);
    const QString sign = m_docker->file("running");
    if (inFirst)
        m_docker->rule({u"ps"_s}).touch(sign).hang();
    else
        m_docker->rule({u"ps"_s}).out(id('a') + "\n");
    m_docker->rule({u"inspect"_s}).touch(sign).hang();
    auto *const query = m_engine->containers({}, this);
    QSignalSpy finished(query, &Operation::finished);
    query->start();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(sign), patience);
    query->cancel();
    query->cancel();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    QCOMPARE(query->outcome().error().kind(), ErrorKind::Cancelled);
    QCOMPARE(m_docker->calls().size(), inFirst ? 1 : 2);
}

void TestDockerEngine::destroyedWhileRunning()
{
    const QString sign = m_docker->file("running");
    m_docker->rule({u"ps"_s}).touch(sign).hang();
    auto *const query = m_engine->containers({}, nullptr);
    QSignalSpy finished(query, &Operation::finished);
    query->start();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(sign), patience);
    delete query;
    QTest::qWait(50);
    QCOMPARE(finished.size(), 0);
}

/// The shared question goes with the engine: nobody asks it again then, and who waits for it hears so.
void TestDockerEngine::destroyedBeforeWhoAsks()
{
    const QString sign = m_docker->file("asking");
    m_docker->rule({u"version"_s}).touch(sign).hang();
    const std::unique_ptr<ValueOperation<EngineVersion>> asks(m_engine->recentVersion(nullptr));
    asks->start();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(sign), patience);
    const std::unique_ptr<ValueOperation<EngineVersion>> asksLater(m_engine->recentVersion(nullptr));
    m_engine.reset();
    QVERIFY(!asks->isFinished()); // nobody hears of it while the engine goes
    QTRY_VERIFY_WITH_TIMEOUT(asks->isFinished(), patience);
    QCOMPARE(asks->error().kind(), ErrorKind::Cancelled);
    asksLater->start();
    QTRY_VERIFY_WITH_TIMEOUT(asksLater->isFinished(), patience);
    QCOMPARE(asksLater->error().kind(), ErrorKind::Cancelled);
    QCOMPARE(m_docker->calls().size(), 1);
}

void TestDockerEngine::emptyListsRunNothing()
{
    const auto containers = outcomeOf(m_engine->inspect({}, this));
    QVERIFY(containers && containers->isEmpty());
    QVERIFY(m_docker->calls().isEmpty());
}

void TestDockerEngine::stdinArrives()
{
    m_docker->rule({u"cp"_s});
    const QByteArray archive(100'000, 'x');
    const auto result = outcomeOf(
        m_engine->run(m_engine->commands().copyInto(u"a"_s, u"/conf"_s, archive, u"zoo.cfg"_s), this));
    QVERIFY(result);
    QCOMPARE(m_docker->calls().first().standardInput, archive);
    QCOMPARE(m_docker->callLines(), QStringList{u"cp - a:/conf"_s});
}

void TestDockerEngine::contextIsPassedOn()
{
    m_docker->rule({u"context"_s}).out(recorded("20.10/context"));
    DockerEngine remote(*m_runner, DockerCommands(m_docker->program(), u"far away"_s));
    const auto context = outcomeOf(remote.contextInfo(this));
    QVERIFY(context);
    QCOMPARE(context->endpoint, u"unix:///var/run/docker.sock"_s);
    QCOMPARE(m_docker->calls().first().arguments,
             QStringList({u"--context"_s, u"far away"_s, u"context"_s, u"inspect"_s, u"far away"_s}));
}

QTEST_GUILESS_MAIN(TestDockerEngine)
#include "tst_docker_engine.moc"
