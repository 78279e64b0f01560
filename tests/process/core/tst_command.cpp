// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a Command reports of a program that ends by itself.
#include "core/processreaper.h"
#include "core/processrunner.h"

#include "fakes/fakedocker.h"
#include "fakes/messagewatch.h"
#include "fakes/processtable.h"

#include <QtCore/QCryptographicHash>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace zoodock;
using namespace zoodock::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace
{

CommandSpec shell(const QString &script)
{
    CommandSpec spec;
    spec.program = u"/bin/sh"_s;
    spec.arguments = {u"-c"_s, script};
    return spec;
}

CommandSpec call(const FakeDocker &docker, const QStringList &arguments = {u"x"_s})
{
    CommandSpec spec;
    spec.program = docker.program();
    spec.arguments = arguments;
    return spec;
}

using Lines = QList<QByteArray>;

} // namespace

class TestCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void reportsOutputAndExitCode();
    void linesArriveAsTheyAreSaid();
    void lastLineMayLackItsEnd();
    void channelsDoNotMix();
    void manyMegabytesWithNul();
    void cannotStart_data();
    void cannotStart();
    void crashEndsOnce();
    void inputIsDeliveredAndClosed_data();
    void inputIsDeliveredAndClosed();
    void unreadInputIsNoFailure();
    void withoutInputThereIsNone();
    void environmentIsPrepared();
    void leadsASessionOfItsOwn();
    void detailIsMasked();
    void describesARun();
    void displayedLineRunsInAShell();
    void issuedCommandsAreTold();
    void nothingIsLeftOfManyAtOnce();

private:
    /// Runs it to its end.
    Command *run(CommandSpec spec)
    {
        Command *const command = m_runner->command(std::move(spec), m_owner.get());
        QSignalSpy finished(command, &Operation::finished);
        command->start();
        if (!QTest::qWaitFor([&] { return !finished.isEmpty(); }, 30'000))
            qWarning("the command did not end");
        return command;
    }

    std::unique_ptr<MessageWatch> m_messages;
    std::unique_ptr<ProcessRunner> m_runner;
    std::unique_ptr<QObject> m_owner;
};

void TestCommand::init()
{
    m_messages = std::make_unique<MessageWatch>();
    m_runner = std::make_unique<ProcessRunner>();
    m_owner = std::make_unique<QObject>();
}

void TestCommand::cleanup()
{
    m_owner.reset();
    QTRY_COMPARE(m_runner->reaper()->count(), 0);
    m_runner.reset();
    QTRY_COMPARE(childProcesses(), QList<qint64>());
    QCOMPARE(m_messages->take(), QStringList());
    m_messages.reset();
}

void TestCommand::reportsOutputAndExitCode()
{
    FakeDocker docker;
    docker.rule({u"ps"_s, u"-a"_s}).out("one\n").err("warning\n").out("two\n").exit(3);
    Command *const command = run(call(docker, {u"ps"_s, u"-a"_s, u"--no-trunc"_s}));
    QVERIFY2(command->succeeded(), qPrintable(command->error().toString()));
    QCOMPARE(command->value().exitCode, 3);
    QCOMPARE(command->value().standardOutput, "one\ntwo\n");
    QCOMPARE(command->value().standardError, "warning\n");
    QCOMPARE(docker.callLines(), QStringList{u"ps -a --no-trunc"_s});
}

void TestCommand::linesArriveAsTheyAreSaid()
{
    FakeDocker docker;
    const QString sign = docker.file("go on");
    docker.rule({})
        .out("half a li")
        .wait(20ms)
        .out("ne\r")
        .wait(20ms)
        .out("\nsecond\n")
        .waitForFile(sign)
        .out("third\n");
    Command *const command = m_runner->command(call(docker), m_owner.get());
    Lines lines;
    connect(command, &Command::outputLine, this, [&](const QByteArray &line) { lines += line; });
    command->start();
    QTRY_COMPARE(lines, (Lines{"half a line", "second"}));
    QVERIFY(!command->isFinished());
    QFile go(sign);
    QVERIFY(go.open(QIODevice::WriteOnly));
    QTRY_VERIFY(command->isFinished());
    QCOMPARE(lines, (Lines{"half a line", "second", "third"}));
    QCOMPARE(command->value().standardOutput, "half a line\r\nsecond\nthird\n");
}

void TestCommand::lastLineMayLackItsEnd()
{
    Lines out;
    Lines err;
    bool before = true;
    Command *const command = m_runner->command(shell(u"printf 'a\\nb'; printf c >&2"_s), m_owner.get());
    connect(command, &Command::outputLine, this, [&](const QByteArray &line) { out += line; });
    connect(command, &Command::errorLine, this, [&](const QByteArray &line) { err += line; });
    connect(command, &Operation::finished, this, [&] { before = out.size() == 2 && err.size() == 1; });
    command->start();
    QTRY_VERIFY(command->isFinished());
    QVERIFY(before);
    QCOMPARE(out, (Lines{"a", "b"}));
    QCOMPARE(err, (Lines{"c"}));
}

void TestCommand::channelsDoNotMix()
{
    FakeDocker docker;
    docker.rule({}).out("ou").err("er").wait(20ms).out("t\n").err("r\n");
    Lines lines;
    Command *const command = m_runner->command(call(docker), m_owner.get());
    connect(command, &Command::outputLine, this, [&](const QByteArray &line) { lines += "1:" + line; });
    connect(command, &Command::errorLine, this, [&](const QByteArray &line) { lines += "2:" + line; });
    command->start();
    QTRY_VERIFY(command->isFinished());
    std::sort(lines.begin(), lines.end());
    QCOMPARE(lines, (Lines{"1:out", "2:err"}));
}

void TestCommand::manyMegabytesWithNul()
{
    QByteArray block(64 * 1024, '\0');
    for (qsizetype i = 0; i < block.size(); ++i)
        block[i] = static_cast<char>(i * 7 % 256);
    FakeDocker docker;
    docker.rule({}).repeat(block, 160);
    Command *const command = run(call(docker));
    QVERIFY(command->succeeded());
    const QByteArray &output = command->value().standardOutput;
    QCOMPARE(output.size(), 160 * block.size());
    QCryptographicHash said(QCryptographicHash::Sha256);
    for (int i = 0; i < 160; ++i)
        said.addData(block);
    QCOMPARE(QCryptographicHash::hash(output, QCryptographicHash::Sha256), said.result());
}

void TestCommand::cannotStart_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("contents");
    QTest::addColumn<bool>("executable");
    QTest::newRow("missing on PATH") << u"zoodock-no-such-program"_s << QByteArray() << false;
    QTest::newRow("missing file") << u"/no/such/file"_s << QByteArray() << false;
    QTest::newRow("empty name") << u""_s << QByteArray() << false;
    QTest::newRow("folder") << u"/tmp"_s << QByteArray() << false;
    QTest::newRow("not executable") << u"here"_s << QByteArray("#!/bin/sh\n") << false;
    QTest::newRow("no such interpreter") << u"here"_s << QByteArray("#!/no/such/interpreter\n") << true;
    QTest::newRow("not a program") << u"here"_s << QByteArray("\x7f\x45\x4c\x46garbage") << true;
}

void TestCommand::cannotStart()
{
    QFETCH(QString, name);
    QFETCH(const QByteArray, contents);
    QFETCH(const bool, executable);
    const QTemporaryDir folder;
    if (!contents.isEmpty()) {
        name = folder.filePath(name);
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(contents);
        file.setPermissions(executable ? QFile::ReadOwner | QFile::ExeOwner : QFile::ReadOwner);
    }
    CommandSpec spec;
    spec.program = name;
    spec.arguments = {u"ps"_s};
    Command *const command = m_runner->command(spec, m_owner.get());
    QSignalSpy finished(command, &Operation::finished);
    command->start();
    QCOMPARE(finished.count(), 0);
    QTRY_COMPARE(finished.count(), 1);
    QTest::qWait(20);
    QCOMPARE(finished.count(), 1);
    const Error &error = command->outcome().error();
    QCOMPARE(error.kind(), ErrorKind::ProgramMissing);
    QVERIFY(error.detail().startsWith(spec.display()));
    QVERIFY(error.detail().contains("not started: "_L1));
}

void TestCommand::crashEndsOnce()
{
    FakeDocker docker;
    docker.rule({}).out("begun\n").err("oh no\n").crash();
    Command *const command = m_runner->command(call(docker), m_owner.get());
    QSignalSpy finished(command, &Operation::finished);
    QSignalSpy lines(command, &Command::outputLine);
    command->start();
    QTRY_COMPARE(finished.count(), 1);
    QTest::qWait(20);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(lines.count(), 1);
    QCOMPARE(command->outcome().error().kind(), ErrorKind::ProgramCrashed);
    QVERIFY(command->outcome().error().detail().contains("signal 11"_L1));
    QVERIFY(command->outcome().error().detail().contains("stderr: oh no"_L1));
}

void TestCommand::inputIsDeliveredAndClosed_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("a line") << QByteArray("tickTime=2000\n");
    QTest::newRow("NUL and no end") << QByteArray("a\0b", 3);
    QTest::newRow("five megabytes") << QByteArray(5 * 1024 * 1024, 'z');
}

void TestCommand::inputIsDeliveredAndClosed()
{
    QFETCH(const QByteArray, input);
    FakeDocker docker;
    docker.rule({u"cp"_s}).out("done\n");
    CommandSpec spec = call(docker, {u"cp"_s, u"-"_s, u"zoo1:/"_s});
    spec.standardInput = input;
    Command *const command = run(spec);
    QVERIFY(command->succeeded());
    QCOMPARE(command->value().standardOutput, "done\n");
    QCOMPARE(docker.calls().size(), 1);
    QVERIFY(docker.calls().first().standardInput == input);
}

void TestCommand::unreadInputIsNoFailure()
{
    FakeDocker docker;
    docker.rule({}).leaveInput().out("not interested\n").exit(1);
    CommandSpec spec = call(docker);
    spec.standardInput = QByteArray(5 * 1024 * 1024, 'z');
    Command *const command = run(spec);
    QVERIFY2(command->succeeded(), qPrintable(command->error().toString()));
    QCOMPARE(command->value().exitCode, 1);
    QCOMPARE(command->value().standardOutput, "not interested\n");
}

void TestCommand::withoutInputThereIsNone()
{
    CommandSpec spec;
    spec.program = u"cat"_s;
    Command *const command = run(spec);
    QVERIFY(command->succeeded());
    QCOMPARE(command->value().exitCode, 0);
    QCOMPARE(command->value().standardOutput, "");
}

void TestCommand::environmentIsPrepared()
{
    qputenv("LC_ALL", "de_DE.UTF-8");
    qputenv("ZOODOCK_TEST_INHERITED", "yes");
    CommandSpec spec = shell(u"echo \"$LC_ALL|$ZOODOCK_TEST_INHERITED|$OWN\""_s);
    spec.environment = {{u"OWN"_s, u"a b=c"_s}};
    Command *command = run(spec);
    QCOMPARE(command->value().standardOutput, "C.UTF-8|yes|a b=c\n");
    spec.environment = {{u"LC_ALL"_s, u"C"_s}, {u"ZOODOCK_TEST_INHERITED"_s, u""_s}};
    command = run(spec);
    QCOMPARE(command->value().standardOutput, "C||\n");
    qputenv("LC_ALL", "C.UTF-8");
}

void TestCommand::leadsASessionOfItsOwn()
{
    CommandSpec spec;
    spec.program = u"cat"_s;
    spec.arguments = {u"/proc/self/stat"_s};
    Command *const command = run(spec);
    const QList<QByteArray> fields = command->value().standardOutput.split(' ');
    QVERIFY(fields.size() > 6);
    QCOMPARE(fields.at(4), fields.at(0));
    QCOMPARE(fields.at(5), fields.at(0));
    QVERIFY(fields.at(5).toLongLong() != ::getsid(0));
}

void TestCommand::detailIsMasked()
{
    FakeDocker docker;
    docker.rule({}).err("login failed for sesame\n").crash();
    CommandSpec spec = call(docker, {u"login"_s, u"--password"_s, u"sesame"_s});
    spec.secrets = {u"sesame"_s};
    Command *const command = run(spec);
    const QString detail = command->outcome().error().detail();
    QVERIFY(detail.contains("--password '***'"_L1));
    QVERIFY(detail.contains("login failed for ***"_L1));
    QVERIFY(!command->outcome().error().toString().contains("sesame"_L1));
}

void TestCommand::describesARun()
{
    CommandSpec spec;
    spec.program = u"docker"_s;
    spec.arguments = {u"ps"_s};
    CommandOutput output;
    output.exitCode = 125;
    QCOMPARE(describeRun(spec, output), u"docker ps\nexit code: 125"_s);
    output.standardError = "Error: no\n";
    QCOMPARE(describeRun(spec, output), u"docker ps\nexit code: 125\nstderr: Error: no"_s);
    output.standardError = QByteArray(100'000, 'x') + "the end\n";
    const QString detail = describeRun(spec, output);
    QVERIFY(detail.size() < 2200);
    QVERIFY(detail.contains("stderr: … xxx"_L1));
    QVERIFY(detail.endsWith("xthe end"_L1));
}

void TestCommand::displayedLineRunsInAShell()
{
    const QStringList words{
        u""_s,          u"a b"_s,       u"it's"_s,        u"$HOME `id` \"x\" \\"_s, u"*"_s,
        u"a\nb\n\nc"_s, u"-n\n%s\t'"_s, u"ends\n"_s,      u"{{json .}}"_s,          u"grün #x"_s,
        u"~"_s,         u"!!"_s,        u"\x1b[0m\x7f"_s, u"a;b&c|d>e"_s,           u"="_s};
    CommandSpec spec;
    spec.program = u"printf"_s;
    spec.arguments = QStringList{u"%s\\0"_s} + words;
    spec.environment = {{u"ODD"_s, u"it's $odd\n!"_s}};
    spec.standardInput = "x";
    Command *const command = run(shell(spec.display() + u"\nprintf %s \"$0\""_s));
    QVERIFY(command->succeeded());
    QByteArray expected;
    for (const QString &word : words)
        expected += word.toUtf8() + '\0';
    QCOMPARE(command->value().standardOutput, expected + "/bin/sh");
}

void TestCommand::issuedCommandsAreTold()
{
    QSignalSpy issued(m_runner.get(), &ProcessRunner::commandIssued);
    CommandSpec spec;
    spec.program = u"docker"_s;
    spec.arguments = {u"login"_s, u"sesame"_s};
    spec.secrets = {u"sesame"_s};
    Command *const command = m_runner->command(spec, m_owner.get());
    ProcessStream *const stream = m_runner->stream(spec, m_owner.get());
    QCOMPARE(command->parent(), m_owner.get());
    QCOMPARE(stream->parent(), m_owner.get());
    QCOMPARE(command->spec(), spec);
    QCOMPARE(issued.count(), 2);
    QCOMPARE(issued.at(0).at(0).toString(), u"docker login '***'"_s);
    QCOMPARE(issued.at(1).at(0).toString(), u"docker login '***'"_s);
}

void TestCommand::nothingIsLeftOfManyAtOnce()
{
    QList<Command *> commands;
    for (int i = 0; i < 40; ++i) {
        commands += m_runner->command(shell(u"echo %1; exit %1"_s.arg(i)), m_owner.get());
        commands.last()->start();
    }
    for (int i = 0; i < commands.size(); ++i) {
        QTRY_VERIFY_WITH_TIMEOUT(commands.at(i)->isFinished(), 30'000);
        QCOMPARE(commands.at(i)->value().exitCode, i);
        QCOMPARE(commands.at(i)->value().standardOutput, QByteArray::number(i) + '\n');
    }
    QTRY_COMPARE(childProcesses(), QList<qint64>());
}

QTEST_GUILESS_MAIN(TestCommand)
#include "tst_command.moc"
