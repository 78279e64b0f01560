// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commandspec.h"

#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

class TestCommandSpec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotes_data();
    void quotes();
    void displaysInOneLine_data();
    void displaysInOneLine();
    void masksSecretsEverywhere();
    void masksTheLongestFirst();
    void comparesByValue();
};

void TestCommandSpec::quotes_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("quoted");
    QTest::newRow("empty") << u""_s << u"''"_s;
    QTest::newRow("plain") << u"run"_s << u"run"_s;
    QTest::newRow("all harmless") << u"aZ09@%+=:,./_-"_s << u"aZ09@%+=:,./_-"_s;
    QTest::newRow("option") << u"--name=zoo1"_s << u"--name=zoo1"_s;
    QTest::newRow("leading equals sign") << u"=ls"_s << u"'=ls'"_s;
    QTest::newRow("blank") << u"a b"_s << u"'a b'"_s;
    QTest::newRow("dollar") << u"$HOME"_s << u"'$HOME'"_s;
    QTest::newRow("glob") << u"*.txt"_s << u"'*.txt'"_s;
    QTest::newRow("tilde") << u"~root"_s << u"'~root'"_s;
    QTest::newRow("template") << u"{{json .}}"_s << u"'{{json .}}'"_s;
    QTest::newRow("apostrophe") << u"it's"_s << u"'it'\\''s'"_s;
    QTest::newRow("only an apostrophe") << u"'"_s << u"''\\'''"_s;
    QTest::newRow("backslash") << u"a\\b"_s << u"'a\\b'"_s;
    QTest::newRow("umlaut") << u"grün"_s << u"'grün'"_s;
    QTest::newRow("line break") << u"a=1\nb=50%"_s << u"\"$(printf 'a=1\\nb=50%%')\""_s;
    QTest::newRow("line break after dash") << u"-a\nb"_s << u"\"$(printf -- '-a\\nb')\""_s;
    QTest::newRow("tab and backslash") << u"a\t\\"_s << u"\"$(printf 'a\\011\\\\')\""_s;
    QTest::newRow("line break at the end") << u"a\n"_s << u"'a\n'"_s;
}

void TestCommandSpec::quotes()
{
    QFETCH(const QString, word);
    QTEST(shellQuoted(word), "quoted");
}

void TestCommandSpec::displaysInOneLine_data()
{
    QTest::addColumn<CommandSpec>("spec");
    QTest::addColumn<QString>("display");
    CommandSpec spec;
    spec.program = u"docker"_s;
    spec.arguments = {u"ps"_s, u"--format"_s, u"{{json .}}"_s, u""_s};
    QTest::newRow("arguments") << spec << u"docker ps --format '{{json .}}' ''"_s;

    spec.environment = {{u"DOCKER_CONTEXT"_s, u"far away"_s}, {u"X"_s, u""_s}};
    QTest::newRow("environment") << spec
                                 << u"DOCKER_CONTEXT='far away' X='' docker ps --format '{{json .}}' ''"_s;

    spec = {};
    spec.program = u"/opt/my docker"_s;
    QTest::newRow("path with a blank") << spec << u"'/opt/my docker'"_s;
    spec.program = u"a=b"_s;
    QTest::newRow("program that looks like an assignment") << spec << u"'a=b'"_s;

    spec.program = u"docker"_s;
    spec.arguments = {u"cp"_s, u"-"_s, u"zoo1:/"_s};
    spec.standardInput = "0123456789";
    spec.standardInputNote = u"zoo.cfg as a\ntar archive"_s;
    QTest::newRow("input") << spec << u"docker cp - zoo1:/ # standard input: zoo.cfg as a tar archive"_s;
    spec.standardInputNote.clear();
    // English has no translation file here: the plural form stays as it is in the source.
    QTest::newRow("input without a note") << spec << u"docker cp - zoo1:/ # standard input: 10 byte(s)"_s;
}

void TestCommandSpec::displaysInOneLine()
{
    QFETCH(const CommandSpec, spec);
    QTEST(spec.display(), "display");
}

void TestCommandSpec::masksSecretsEverywhere()
{
    CommandSpec spec;
    spec.program = u"docker"_s;
    spec.arguments = {u"login"_s, u"-p"_s, u"it's me"_s, u"--password=it's me"_s};
    spec.environment = {{u"TOKEN"_s, u"xx it's me xx"_s}};
    spec.standardInput = "it's me";
    spec.standardInputNote = u"the password it's me"_s;
    spec.secrets = {u"it's me"_s, u""_s};
    QCOMPARE(
        spec.display(),
        u"TOKEN='xx *** xx' docker login -p '***' '--password=***' # standard input: the password ***"_s);
    QCOMPARE(spec.masked(u"it's me, it's me"_s), u"***, ***"_s);
    QCOMPARE(spec.masked(u"nothing"_s), u"nothing"_s);
}

void TestCommandSpec::masksTheLongestFirst()
{
    CommandSpec spec;
    spec.secrets = {u"abc"_s, u"abcdef"_s};
    QCOMPARE(spec.masked(u"abcdef abc"_s), u"*** ***"_s);
}

void TestCommandSpec::comparesByValue()
{
    CommandSpec one;
    one.program = u"docker"_s;
    CommandSpec other = one;
    QCOMPARE(one, other);
    other.environment = {{u"A"_s, u"b"_s}};
    QVERIFY(one != other);
}

QTEST_GUILESS_MAIN(TestCommandSpec)
#include "tst_commandspec.moc"
