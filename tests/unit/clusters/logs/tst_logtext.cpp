// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/logexplanation.h"
#include "clusters/logline.h"
#include "docker/logstream.h"
#include "filelog.h"
#include "loglinereader.h"

#include <QtCore/QFile>
#include <QtCore/QRandomGenerator>
#include <QtCore/QSet>
#include <QtCore/QXmlStreamReader>
#include <QtTest/QTest>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

namespace
{

/// The sentences that have a Chinese one.
QSet<QString> chineseExplanations()
{
    QFile file(QStringLiteral(ZOODOCK_CHINESE));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QSet<QString> sentences;
    QString context;
    QString source;
    for (QXmlStreamReader xml(&file); !xml.atEnd(); xml.readNext()) {
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "source"_L1)
            source = xml.readElementText();
        else if (xml.name() == "translation"_L1 && context == "LogExplanation"_L1 &&
                 !xml.attributes().hasAttribute("type"_L1) && !xml.readElementText().isEmpty())
            sentences.insert(source);
    }
    return sentences;
}

} // namespace

class TestLogText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void clean_data();
    void clean();
    void cutOnACharacter();
    void brokenBytes();
    void level_data();
    void level();
    void stackTraceHasItsLinesLevel();
    void stackTraceHasItsLinesTime();
    void uncaughtIsAnError();
    void probes();
    void timeInFiles();
    void timeOfALine();
    void fileOrConsole_data();
    void fileOrConsole();
    void explained_data();
    void explained();
    void explanationsAreTranslated_data();
    void explanationsAreTranslated();
    void mostSpecificExplanation();
    void notExplained();
};

void TestLogText::clean_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << "a\tb ~"_ba
                           << "a\tb ~"_ba;
    QTest::newRow("umlaut") << "\xc3\xa4"_ba
                            << "\xc3\xa4"_ba;
    QTest::newRow("colour") << "a \x1b[1;31mred\x1b[0m b"_ba
                            << "a red b"_ba;
    QTest::newRow("title") << "\x1b]0;title\ax"_ba
                           << "x"_ba;
    QTest::newRow("title, other end") << "\x1b]0;title\x1b\\x"_ba
                                      << "x"_ba;
    QTest::newRow("half an escape") << "x\x1b["_ba
                                    << "x"_ba;
    QTest::newRow("lone escape") << "x\x1b"_ba
                                 << "x"_ba;
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << "a\xe2\x90\x80"_ba + "b";
    QTest::newRow("bell and delete") << "\a\x7f"_ba
                                     << "\xe2\x90\x87\xe2\x90\xa1"_ba;
    QTest::newRow("broken UTF-8") << "\xff.\xc3"_ba
                                  << "\xef\xbf\xbd.\xef\xbf\xbd"_ba;
    QTest::newRow("line separator") << "a\xe2\x80\xa8z"_ba
                                    << "a\xef\xbf\xbdz"_ba;
}

void TestLogText::clean()
{
    QFETCH(QByteArray, bytes);
    QTEST(cleanLogText(bytes, 1000), "text");
}

void TestLogText::cutOnACharacter()
{
    QCOMPARE(cleanLogText(QByteArray(1'000'000, 'x'), 1000).size(), 1000);
    QCOMPARE(cleanLogText("a\xc3\xa4\xc3\xa4"_ba, 4), "a\xc3\xa4"_ba);
    LogLineReader reader(1);
    const LogLine line = reader.read({1, false, QByteArray(1'000'000, 'x')});
    QCOMPARE(line.fullLength, 1'000'000);
    QVERIFY(line.cut);
    QVERIFY(line.text.size() < 100'000);
}

void TestLogText::brokenBytes()
{
    QRandomGenerator random(2);
    for (int i = 0; i < 20'000; ++i) {
        QByteArray bytes(random.bounded(60), '\0');
        for (char &byte : bytes)
            byte = random.bounded(3) == 0 ? static_cast<char>(random.bounded(256))
                                          : "\x1b[];m1aA\x07"[random.bounded(9)];
        const QByteArray text = cleanLogText(bytes, 40);
        QVERIFY(text.size() <= 40);
        QCOMPARE(QString::fromUtf8(text).toUtf8(), text);
        for (char byte : text)
            QVERIFY(static_cast<unsigned char>(byte) >= 0x20 || byte == '\t');
    }
}

void TestLogText::level_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<LogLevel>("level");
    QTest::newRow("3.8") << "2026-11-22 07:57:53,840 [myid:1] - INFO  [main:X@652] - Error"_ba
                         << LogLevel::Info;
    QTest::newRow("3.4") << "2026-11-22 07:57:53,840 [myid:1] - WARN  [main:X@652] - x"_ba
                         << LogLevel::Warning;
    QTest::newRow("log4j") << "log4j:ERROR Could not find value"_ba << LogLevel::Error;
    QTest::newRow("first word") << "FATAL: x"_ba << LogLevel::Fatal;
    QTest::newRow("debug") << "x [DEBUG] y"_ba << LogLevel::Debug;
    QTest::newRow("none") << "Using config: /conf/zoo.cfg"_ba << LogLevel::Unknown;
    QTest::newRow("a longer word") << "INFORMATION"_ba << LogLevel::Unknown;
    QTest::newRow("too far") << QByteArray(100, ' ') + "ERROR " << LogLevel::Unknown;
}

void TestLogText::level()
{
    QFETCH(QByteArray, text);
    QTEST(levelOfLogText(text), "level");
}

void TestLogText::stackTraceHasItsLinesLevel()
{
    LogLineReader reader(7);
    QCOMPARE(reader.read({1, false, "x - WARN  [a] - b"}).level, LogLevel::Warning);
    QCOMPARE(reader.read({2, true, "Using config"}).level, LogLevel::Unknown);
    QCOMPARE(reader.read({3, false, "java.net.ConnectException: refused"}).level, LogLevel::Warning);
    const LogLine trace = reader.read({4, false, "\tat org.apache"});
    QCOMPARE(trace.level, LogLevel::Warning);
    QCOMPARE(trace.memberId, 7);
    // As NIOServerCnxn writes it: no package, and the next line is no trace by its looks either.
    QCOMPARE(reader.read({5, false, "2026-11-22 07:56:17,059 [myid:1] - WARN  [a] - Unexpected"}).level,
             LogLevel::Warning);
    QCOMPARE(reader.read({6, false, "EndOfStreamException: Unable to read INFO - it has closed"}).level,
             LogLevel::Warning);
    QCOMPARE(reader.read({7, false, "\tat org.apache.zookeeper"}).level, LogLevel::Warning);
    QCOMPARE(reader.read({8, false, ""}).level, LogLevel::Warning);
    QCOMPARE(reader.read({9, false, "the second line of a message"}).level, LogLevel::Warning);
    QCOMPARE(reader.read({10, false, "x - INFO  [a] - b"}).level, LogLevel::Info);
    QCOMPARE(reader.read({11, false, "\tat org.apache"}).level, LogLevel::Info);
    // Long afterwards: somebody asked for a thread dump.
    QCOMPARE(reader.read({10'000'000'000, false, "Full thread dump"}).level, LogLevel::Unknown);
    QCOMPARE(reader.read({10'000'000'001, false, "\tat java.lang"}).level, LogLevel::Unknown);
}

/// Java's own words about an exception that nobody caught come without log4j.
void TestLogText::uncaughtIsAnError()
{
    LogLineReader reader(1);
    QCOMPARE(reader.read({1, false, "x - INFO  [a] - b"}).level, LogLevel::Info);
    QCOMPARE(reader.read({2, true, "Using config: /conf/zoo.cfg"}).level, LogLevel::Unknown);
    QCOMPARE(reader.read({3, true, "Exception in thread \"main\" java.lang.NullPointerException"}).level,
             LogLevel::Error);
    QCOMPARE(reader.read({4, true, "\tat org.apache"}).level, LogLevel::Error);
    QCOMPARE(reader.read({5, true, "\t... 3 more"}).level, LogLevel::Error);
    QCOMPARE(LogLineReader(1).read({1, true, "Error: JAVA_HOME is not set"}).level, LogLevel::Error);
    QCOMPARE(LogLineReader(1).read({1, true, "Errors: none"}).level, LogLevel::Unknown);
}

/// Merged with another member's log, nothing comes between its lines.
void TestLogText::stackTraceHasItsLinesTime()
{
    constexpr qint64 milli = 1'000'000;
    constexpr qint64 time = 1'795'334'177'039 * milli; // 2026-11-22 07:56:17,039 UTC
    LogLineReader reader(1);
    const LogLine first =
        reader.read({time + 5 * milli, false, "2026-11-22 07:56:17,039 [myid:1] - WARN  [a] - Unexpected"});
    QCOMPARE(first.timeNano, time);
    QCOMPARE(reader.read({time + 6 * milli, false, "EndOfStreamException: Unable to read"}).timeNano, time);
    QCOMPARE(reader.read({time + 7 * milli, true, "the other channel"}).timeNano, time + 7 * milli);
    QCOMPARE(reader.read({time + 900 * milli, false, "\tat org.apache.zookeeper"}).timeNano, time);
    QVERIFY(reader.read({time + 60'000 * milli, false, "a thread dump"}).timeNano > time + 50'000 * milli);
}

void TestLogText::probes()
{
    QVERIFY(isProbeText(
        "… - INFO  [NIOWorkerThread-1:NIOServerCnxn@507] - Processing srvr command from /172.18.0.1:53"));
    QVERIFY(!isProbeText("… - Processing mntr command from /172.18.0.1:53"));
}

void TestLogText::timeInFiles()
{
    QCOMPARE(timeOfLogText("2026-11-22 07:56:17,039 [myid:1] - INFO", 0), 1'795'334'177'039'000'000);
    QCOMPARE(timeOfLogText("2026-11-22 15:56:17,039 [myid:1] - INFO", 8 * 3600), 1'795'334'177'039'000'000);
    QCOMPARE(timeOfLogText("\tat org.apache.zookeeper.server.Something", 0), 0);
    QCOMPARE(timeOfLogText("2026-11-22 07:56:17,0x9 [myid:1]", 0), 0);
    QCOMPARE(timeOfLogText("", 0), 0);
}

void TestLogText::timeOfALine()
{
    constexpr qint64 milli = 1'000'000;
    constexpr qint64 time = 1'795'334'177'039 * milli; // 2026-11-22 07:56:17,039 UTC
    LogLineReader reader(1);
    const auto read = [&reader](qint64 received, const QByteArray &text, bool error = false) {
        return (reader.read({received, error, text}).timeNano - time) / milli;
    };
    QCOMPARE(read(time + 7 * milli, "no time yet"), 7);
    QCOMPARE(read(time + 25 * milli, "2026-11-22 07:56:17,059 [myid:1] - WARN"), 20);
    QCOMPARE(read(time + 27 * milli, "\tat org.apache.zookeeper"), 20); // a part of the line before
    QCOMPARE(read(time + 28 * milli, "2026-11-22 07:56:17,058 [myid:1] - of another thread"), 20);
    QCOMPARE(read(time + 40 * milli, "2026-11-22 15:56:17,078 [myid:1] - in Shanghai"), 39);
    QCOMPARE(read(time + 60 * milli, "2026-11-22 13:41:17,090 [myid:1] - in Kathmandu"), 51);
    QCOMPARE(read(time + 61 * milli, "2026-11-21 21:56:17,092 [myid:1] - in Honolulu"), 53);
    QCOMPARE(read(time + 70 * milli, "2026-11-22 07:50:17,000 is another time"), 70);
    QCOMPARE(read(time + 30 * milli, "other channel", true), 30);
    QCOMPARE(read(time + 71 * milli, "2026-11-22 07:5x:17,000", true), 71);
    QCOMPARE(read(time + 90 * milli, "2026-11-22 07:56:17,1x9 [myid:1]", true), 90);
    QCOMPARE(read(time + 60'000 * milli, "2026-11-22 07:57:17,030 [myid:1] - a minute later"), 59'991);
    QCOMPARE(read(time - 3'600'000 * milli, "2026-11-22 06:56:17,039 - the clock was set"), -3'600'000);
    QCOMPARE(reader.read({0, false, "2026-11-22 06:56:17,039"}).timeNano, 0);
}

void TestLogText::fileOrConsole_data()
{
    QTest::addColumn<QStringList>("environment");
    QTest::addColumn<bool>("file");
    QTest::newRow("nothing said") << QStringList{u"PATH=/bin"_s} << false;
    QTest::newRow("console") << QStringList{u"ZOO_LOG4J_PROP=INFO,CONSOLE"_s} << false;
    QTest::newRow("file") << QStringList{u"A=b"_s, u"ZOO_LOG4J_PROP=DEBUG,ROLLINGFILE"_s} << true;
    QTest::newRow("both") << QStringList{u"ZOO_LOG4J_PROP=INFO,ROLLINGFILE,CONSOLE"_s} << false;
}

void TestLogText::fileOrConsole()
{
    QFETCH(QStringList, environment);
    QTEST(logsToFile(environment), "file");
}

void TestLogText::explained_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("trouble");
    const auto row = [](const char *text, bool trouble) {
        QTest::newRow(text) << QByteArray(text) << trouble;
    };
    row("[QuorumPeer[myid=1](plain=0.0.0.0:2181):QuorumPeer@1374] - LOOKING", false);
    row("[QuorumPeer[myid=1]:QuorumPeer@1] - LEADING", false);
    row("[QuorumPeer[myid=1]:Leader@585] - LEADING - LEADER ELECTION TOOK - 12 MS", false);
    row("Cannot open channel to 2 at election address zoo2/<unresolved>:3888", true);
    row("Not sufficient followers synced, only synced with sids: [ [3] ]", true);
    row("Exception causing close of session 0x0: ZooKeeperServer not running", true);
    row("java.lang.RuntimeException: My id 7 not in the peer list", true);
    row("Invalid config, exiting abnormally", true);
    row("Caused by: java.lang.IllegalArgumentException: myid file is missing", true);
    row("Caused by: java.lang.IllegalArgumentException: serverid x is not a number", true);
    row("Unrecognised peertype: foo", true);
    row("Address unresolved: zoo3:7888\"", true);
    row("dataDir is not set", true);
    row("parameter: server.1 must be in a separate dynamic config file", true);
    row("Unable to start AdminServer, exiting abnormally", true);
    row("Problem starting AdminServer", true);
    row("Exception while listening to address zoo9/<unresolved>:24891", true);
    row("Have smaller server identifier, so dropping the connection: (3, 1)", false);
    row("Peer state changed: leading - broadcast", false);
    row("Either no config or no quorum defined in config, running in standalone mode", false);
    row("Too many connections from /127.0.0.1 - max is 60", true);
    // As in the classes of 3.8.0.
    row("[QuorumPeer[myid=1]:QuorumPeer@1] - FOLLOWING", false);
    row("[QuorumPeer[myid=1]:QuorumPeer@1] - OBSERVING", false);
    row("java.net.UnknownHostException: zoo2", true);
    row("/data/myid file is missing", true);
    row("Client and election port must be different! Please update the configuration", true);
    row("client address for this server … is different from client address found in dynamic file", true);
    row("Multiple address feature is disabled, but multiple addresses were specified for sid 1", true);
    row("Invalid configuration, only one server specified (ignoring)", false);
    row("Observers w/o quorum is an invalid configuration", true);
    row("Observers w/o participants is an invalid configuration", true);
    row("initLimit is not set", true);
    row("syncLimit is not set", true);
    row("Peer type from servers list (OBSERVER) doesn't match peerType (PARTICIPANT). Defaulting to servers "
        "list.",
        false);
    row("Non-optimal configuration, consider an odd number of servers.", false);
    row("No server failure will be tolerated. You need at least 3 servers.", false);
    row("EndOfStreamException: Unable to read additional data from client, it probably closed the socket",
        false);
    row("Unable to access datadir, exiting abnormally", true);
    row("Unexpected exception, exiting abnormally", true);
    row("Severe unrecoverable error, from thread : SyncThread:1", true);
    row("No snapshot found, but there are log entries. Something is broken!", true);
    row("Unable to load database on disk", true);
    row("Leaders epoch, 3 is less than accepted epoch, 4", true);
    row("The accepted epoch, 3 is less than the current epoch, 4", true);
    row("Timeout while waiting for epoch from quorum", true);
    row("Timeout while waiting for NEWLEADER to be acked by quorum", true);
    row("Cannot open secure channel to 2 at election address zoo2:3888", true);
    row("java.net.BindException: Cannot assign requested address", true);
    row("java.net.BindException: Address already in use", true);
    row("mntr is not executed because it is not in the whitelist.", true);
    row("Exiting JVM with code 14", true);
    row("Exiting JVM with code 0", false);
}

void TestLogText::explained()
{
    QFETCH(QByteArray, text);
    const auto explanation = explainLogText(text);
    QVERIFY(explanation);
    QVERIFY(!explanation->title.isEmpty() && !explanation->cause.isEmpty());
    QTEST(explanation->kind == LogExplanation::Kind::Trouble, "trouble");
    const bool isLast = text.startsWith("Exiting JVM"); // "the lines before this one say why"
    QVERIFY(explanation->kind == LogExplanation::Kind::Event || isLast || !explanation->remedy.isEmpty());
}

/// Lupdate finds each sentence, and somebody has translated it.
void TestLogText::explanationsAreTranslated_data()
{
    explained_data();
}

void TestLogText::explanationsAreTranslated()
{
    QFETCH(QByteArray, text);
    const QSet<QString> translated = chineseExplanations();
    const LogExplanation explanation = explainLogText(text).value();
    for (const QString &sentence : {explanation.title, explanation.cause, explanation.remedy})
        QVERIFY2(sentence.isEmpty() || translated.contains(sentence), qPrintable(sentence));
}

void TestLogText::mostSpecificExplanation()
{
    const auto title = [](const char *text) { return explainLogText(text).value_or(LogExplanation()).title; };
    QCOMPARE(title("- LEADING - LEADER ELECTION TOOK - 12 MS"), u"The election is over"_s);
    QCOMPARE(title("WARN - Too many connections from /10.0.0.1 - max is 60"), u"A client was refused"_s);
    QCOMPARE(title("Exiting JVM with code 0"), u"The server ended normally"_s);
}

void TestLogText::notExplained()
{
    QVERIFY(!explainLogText("Snapshot taken in 0 ms"));
    QVERIFY(!explainLogText("serverid is 3"));
    QVERIFY(!explainLogText("").has_value());
}

QTEST_GUILESS_MAIN(TestLogText)
#include "tst_logtext.moc"
