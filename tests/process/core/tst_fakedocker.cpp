// SPDX-License-Identifier: GPL-3.0-or-later
//
// The fake itself: what other tests rely on.
#include "fakes/fakedocker.h"

#include <QtCore/QProcess>
#include <QtTest/QTest>

using namespace zoodock::test;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace
{

struct Answer
{
    QByteArray out;
    QByteArray err;
    int exitCode = -1;
};

Answer ask(const FakeDocker &docker, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(docker.program(), arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(30'000);
    return {process.readAllStandardOutput(), process.readAllStandardError(), process.exitCode()};
}

} // namespace

class TestFakeDocker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstMatchingRuleAnswers();
    void rulesSkipGlobalOptions();
    void rulesCanBeUsedUp();
    void anUnknownCallIsNoticed();
    void callsAreLogged();
    void filesAreReadAndTouched();
    void twoAtOnceDoNotMix();
};

void TestFakeDocker::theFirstMatchingRuleAnswers()
{
    FakeDocker docker;
    docker.rule({u"inspect"_s, u"*"_s, u"--size"_s}).out("size");
    docker.rule({u"inspect"_s}).out("plain").err("e").exit(5);
    docker.ruleMatching(u"^network (ls|list)\\b"_s).out("networks");
    QCOMPARE(ask(docker, {u"inspect"_s, u"zoo1"_s, u"--size"_s}).out, "size");
    const Answer plain = ask(docker, {u"inspect"_s, u"zoo1"_s});
    QCOMPARE(plain.out, "plain");
    QCOMPARE(plain.err, "e");
    QCOMPARE(plain.exitCode, 5);
    QCOMPARE(ask(docker, {u"network"_s, u"ls"_s}).out, "networks");
}

void TestFakeDocker::rulesSkipGlobalOptions()
{
    FakeDocker docker;
    docker.rule({u"--context"_s, u"far"_s, u"ps"_s}).out("far");
    docker.rule({u"ps"_s}).out("any");
    QCOMPARE(ask(docker, {u"--context"_s, u"far"_s, u"ps"_s}).out, "far");
    QCOMPARE(ask(docker, {u"--context"_s, u"near"_s, u"--debug"_s, u"ps"_s}).out, "any");
    QCOMPARE(ask(docker, {u"ps"_s}).out, "any");
}

void TestFakeDocker::rulesCanBeUsedUp()
{
    FakeDocker docker;
    docker.rule({u"ps"_s}).times(2).out("early");
    docker.rule({u"ps"_s}).out("late");
    QCOMPARE(ask(docker, {u"ps"_s}).out, "early");
    QCOMPARE(ask(docker, {u"ps"_s}).out, "early");
    QCOMPARE(ask(docker, {u"ps"_s}).out, "late");
    QCOMPARE(ask(docker, {u"ps"_s}).out, "late");
}

void TestFakeDocker::anUnknownCallIsNoticed()
{
    FakeDocker docker;
    docker.rule({u"ps"_s}).out("x");
    const Answer answer = ask(docker, {u"rm"_s, u"-f"_s, u"zoo1"_s});
    QCOMPARE(answer.exitCode, 97);
    QCOMPARE(answer.err, "fakedocker: no rule for rm -f zoo1\n");
    QCOMPARE(docker.unknownCalls(), QStringList{u"rm -f zoo1"_s});
    docker.allowUnknownCalls();
}

void TestFakeDocker::callsAreLogged()
{
    FakeDocker docker;
    docker.rule({}).out("x");
    const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-60);
    ask(docker, {u"cp"_s, u"-"_s, u"a b\nc:/"_s, u""_s}, QByteArray("\0\xff\n", 3));
    ask(docker, {u"ps"_s});
    const QList<FakeDocker::Call> calls = docker.calls();
    QCOMPARE(calls.size(), 2);
    QCOMPARE(calls.at(0).arguments, (QStringList{u"cp"_s, u"-"_s, u"a b\nc:/"_s, u""_s}));
    QCOMPARE(calls.at(0).standardInput, QByteArray("\0\xff\n", 3));
    QCOMPARE(calls.at(1).standardInput, QByteArray());
    QVERIFY(calls.at(0).pid > 0 && calls.at(0).pid != calls.at(1).pid);
    QVERIFY(calls.at(0).time > before);
    QVERIFY(docker.unknownCalls().isEmpty());
}

void TestFakeDocker::filesAreReadAndTouched()
{
    FakeDocker docker;
    QFile recording(docker.file("recording"));
    QVERIFY(recording.open(QIODevice::WriteOnly));
    recording.write("line\n\0", 6);
    recording.close();
    docker.rule({}).touch(docker.file("sign")).waitForFile(docker.file("sign")).outFile(recording.fileName());
    QCOMPARE(ask(docker, {}).out, QByteArray("line\n\0", 6));
    QVERIFY(QFile::exists(docker.file("sign")));
}

void TestFakeDocker::twoAtOnceDoNotMix()
{
    FakeDocker one;
    FakeDocker other;
    one.rule({}).out("one");
    other.rule({}).out("other");
    QCOMPARE(ask(one, {}).out, "one");
    QCOMPARE(ask(other, {}).out, "other");
    QCOMPARE(one.calls().size(), 1);
    QCOMPARE(other.calls().size(), 1);
}

QTEST_GUILESS_MAIN(TestFakeDocker)
#include "tst_fakedocker.moc"
