// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/logmodel.h"

#include "clusters/logrings.h"
#include "itemmodels/logsaver.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QAbstractItemModelTester>
#include <QtCore/QRandomGenerator>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <memory>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int patience = 30'000;

LogLine line(qint64 time, const QByteArray &text, LogLevel level = LogLevel::Info)
{
    LogLine line;
    line.timeNano = time;
    line.text = text;
    line.level = level;
    line.probe = isProbeText(text);
    return line;
}

} // namespace

class TestLogModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void appends();
    void mergesByTime();
    void equalTimesHaveOneOrder();
    void mergesManyRuns();
    void filters();
    void badExpression();
    void expressionThatTakesTooLong();
    void oldLinesGoFromTheFront();
    void oldLinesGoFromAmongOthers();
    void pause();
    void manyLinesAreFilteredElsewhere();
    void supersededFilter();
    void goneInTheMiddleOfAFilter();
    void search();
    void searchFollowsNewAndOldLines();
    void searchOfManyLines();
    void places();
    void texts();
    void randomBatchesAreInOrder();
    void savedWithNames();
    void cancelledSavingLeavesNothing();
    void tellsHowMuchIsSaved();

private:
    [[nodiscard]] QString shown() const
    {
        QStringList texts;
        for (int row = 0; row < m_model->rowCount(); ++row)
            texts += m_model->index(row, 0).data().toString();
        return texts.join(u' ');
    }
    void setFilter(const std::function<void(LogFilter &)> &change)
    {
        LogFilter filter = m_model->filter();
        change(filter);
        m_model->setFilter(filter);
    }

    std::unique_ptr<LogRings> m_rings;
    std::unique_ptr<LogModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestLogModel::init()
{
    m_rings = std::make_unique<LogRings>();
    m_model = std::make_unique<LogModel>(*m_rings);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    m_rings->setMembers({1, 2, 3});
    setFilter([](LogFilter &filter) { filter.members = {1, 2, 3}; });
}

void TestLogModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_rings.reset();
}

void TestLogModel::appends()
{
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    m_rings->append(1, {line(1, "a"), line(2, "b")});
    m_rings->append(2, {line(3, "c")});
    QCOMPARE(shown(), u"a b c"_s);
    QCOMPARE(inserted.size(), 2);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(m_model->line(2).memberId, 2);
}

void TestLogModel::mergesByTime()
{
    m_rings->append(1, {line(1, "a"), line(5, "e"), line(9, "i")});
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    m_rings->append(2, {line(2, "b"), line(3, "c"), line(5, "E"), line(7, "g")});
    QCOMPARE(shown(), u"a b c e E g i"_s);
    QCOMPARE(removed.size(), 0);
    m_rings->append(3, {line(11, "z"), line(10, "y")}); // two channels, a little out of order
    QCOMPARE(shown(), u"a b c e E g i y z"_s);
}

void TestLogModel::equalTimesHaveOneOrder()
{
    m_rings->append(2, {line(5, "b1"), line(5, "b2")});
    m_rings->append(1, {line(5, "a1"), line(5, "a2")});
    m_rings->append(2, {line(5, "b3")});
    QCOMPARE(shown(), u"a1 a2 b1 b2 b3"_s);
    setFilter([](LogFilter &filter) { filter.probes = true; }); // taken anew
    QCOMPARE(shown(), u"a1 a2 b1 b2 b3"_s);
}

void TestLogModel::mergesManyRuns()
{
    QList<LogLine> even;
    QList<LogLine> odd;
    for (int i = 0; i < 300; ++i) {
        even += line(2 * i, QByteArray::number(2 * i));
        odd += line(2 * i + 1, QByteArray::number(2 * i + 1));
    }
    m_rings->append(1, even);
    m_rings->append(2, odd);
    QCOMPARE(m_model->rowCount(), 600);
    for (int row = 0; row < 600; ++row)
        QCOMPARE(m_model->line(row).text, QByteArray::number(row));
}

void TestLogModel::filters()
{
    m_rings->append(1,
                    {line(1, "Alpha", LogLevel::Warning), line(2, "beta"),
                     line(3, "Processing srvr command from /1.2.3.4:5"), line(4, "alp", LogLevel::Unknown)});
    m_rings->append(2, {line(5, "al1pha", LogLevel::Error)});
    QCOMPARE(shown(), u"Alpha beta alp al1pha"_s);
    setFilter([](LogFilter &filter) { filter.probes = true; });
    QCOMPARE(m_model->rowCount(), 5);
    setFilter([](LogFilter &filter) { filter.atLeast = LogLevel::Warning; });
    QCOMPARE(shown(), u"Alpha al1pha"_s);
    setFilter([](LogFilter &filter) {
        filter.atLeast = LogLevel::Unknown;
        filter.pattern.text = u"ALP"_s;
    });
    QCOMPARE(shown(), u"Alpha alp"_s);
    setFilter([](LogFilter &filter) { filter.pattern.caseSensitive = true; });
    QCOMPARE(shown(), QString());
    setFilter([](LogFilter &filter) { filter.pattern = {u"^al\\d?p"_s, true, false}; });
    QCOMPARE(shown(), u"Alpha alp al1pha"_s);
    m_rings->append(1, {line(6, "al9p"), line(7, "no")});
    QCOMPARE(shown(), u"Alpha alp al1pha al9p"_s);
    setFilter([](LogFilter &filter) { filter.members = {2}; });
    QCOMPARE(shown(), u"al1pha"_s);
}

void TestLogModel::badExpression()
{
    m_rings->append(1, {line(1, "a(b")});
    setFilter([](LogFilter &filter) { filter.pattern = {u"a("_s, true, false}; });
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(!LogMatcher(m_model->filter().pattern).problem().isEmpty());
    QVERIFY(LogMatcher({u"a("_s, false, false}).problem().isEmpty());
}

void TestLogModel::expressionThatTakesTooLong()
{
    const QByteArray many(60'000, 'x');
    const LogPattern slow{u"(x+x+)+[yz]|x$"_s, true, false};
    m_rings->setLimit(3);
    m_rings->append(1, {line(1, "a"), line(2, many), line(3, "axx")});
    setFilter([](LogFilter &filter) { filter.pattern = {u"^x+$"_s, true, false}; });
    QCOMPARE(m_model->rowCount(), 1); // it is there
    QCOMPARE(m_model->passedOver(), 0);
    setFilter([&](LogFilter &filter) { filter.pattern = slow; });
    QCOMPARE(shown(), u"axx"_s);
    QCOMPARE(m_model->passedOver(), 1);
    m_rings->append(2, {line(4, many)});
    QCOMPARE(m_model->passedOver(), 2);
    m_rings->append(1, {line(5, "b"), line(6, "c")}); // the first two go
    QCOMPARE(m_model->passedOver(), 1);

    setFilter([](LogFilter &filter) { filter.pattern = {}; });
    QCOMPARE(m_model->passedOver(), 0);
    m_model->setSearch(slow);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->matchCount(), 1, patience);
    QCOMPARE(m_model->unsearched(), 1);
    m_rings->append(3, {line(7, many)});
    QTRY_COMPARE_WITH_TIMEOUT(m_model->unsearched(), 2, patience);
    QCOMPARE(m_model->matchCount(), 1);
    m_model->setSearch({});
    QCOMPARE(m_model->unsearched(), 0);
}

void TestLogModel::oldLinesGoFromTheFront()
{
    m_rings->setLimit(3);
    m_rings->append(1, {line(1, "a"), line(2, "b"), line(3, "c")});
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    m_rings->append(1, {line(4, "d"), line(5, "e")});
    QCOMPARE(shown(), u"c d e"_s);
    QCOMPARE(removed.size(), 1);
}

void TestLogModel::oldLinesGoFromAmongOthers()
{
    m_rings->setLimit(2);
    m_rings->append(2, {line(2, "quiet"), line(4, "too")});
    m_rings->append(1, {line(1, "a"), line(3, "c")});
    m_rings->append(1, {line(5, "e"), line(6, "f")});
    QCOMPARE(shown(), u"quiet too e f"_s);
}

void TestLogModel::pause()
{
    m_rings->setLimit(3);
    m_rings->append(1, {line(1, "a")});
    m_model->setPaused(true);
    m_rings->append(1, {line(2, "b"), line(3, "c")});
    m_rings->append(1, {line(4, "d")});
    QCOMPARE(shown(), u"a"_s);
    QCOMPARE(m_model->waiting(), 3);
    m_model->setPaused(false);
    QCOMPARE(m_model->waiting(), 0);
    QCOMPARE(shown(), u"b c d"_s);
}

void TestLogModel::manyLinesAreFilteredElsewhere()
{
    QList<LogLine> many;
    for (int i = 0; i < 30'000; ++i)
        many += line(i, i % 100 == 0 ? "needle" : "hay");
    m_rings->append(1, many);
    QCOMPARE(m_model->rowCount(), 30'000);
    setFilter([](LogFilter &filter) { filter.pattern.text = u"needle"_s; });
    QVERIFY(m_model->isFiltering());
    QCOMPARE(m_model->rowCount(), 30'000); // until it is done
    m_rings->append(1, {line(40'000, "late needle"), line(40'001, "late hay")});
    QTRY_VERIFY_WITH_TIMEOUT(!m_model->isFiltering(), patience);
    QCOMPARE(m_model->rowCount(), 301);
    QCOMPARE(m_model->line(300).text, "late needle"_ba);
}

void TestLogModel::supersededFilter()
{
    m_rings->append(1, QList<LogLine>(20'000, line(1, "hay")));
    m_rings->append(1, {line(2, "needle")});
    setFilter([](LogFilter &filter) { filter.pattern.text = u"hay"_s; });
    setFilter([](LogFilter &filter) { filter.pattern.text = u"needle"_s; });
    QTRY_VERIFY_WITH_TIMEOUT(!m_model->isFiltering(), patience);
    QCOMPARE(shown(), u"needle"_s);
    QTest::qWait(50); // the first answer may come late
    QCOMPARE(shown(), u"needle"_s);
}

void TestLogModel::goneInTheMiddleOfAFilter()
{
    m_rings->append(1, QList<LogLine>(50'000, line(1, "hay")));
    setFilter([](LogFilter &filter) { filter.pattern = {u"h.*y"_s, true, false}; });
    QVERIFY(m_model->isFiltering());
    m_tester.reset();
    m_model.reset();
    QTest::qWait(50);
}

void TestLogModel::search()
{
    m_rings->append(1, {line(1, "one"), line(2, "two"), line(3, "ONE"), line(4, "three")});
    QSignalSpy changed(m_model.get(), &LogModel::matchesChanged);
    m_model->setSearch({u"one"_s, false, false});
    QCOMPARE(m_model->matchCount(), 2);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(m_model->matchAfter(-1), 0);
    QCOMPARE(m_model->matchAfter(0), 2);
    QCOMPARE(m_model->matchAfter(2), 0);
    QCOMPARE(m_model->matchBefore(0), 2);
    QCOMPARE(m_model->matchBefore(2), 0);
    QCOMPARE(m_model->matchNumber(2), 2);
    QCOMPARE(m_model->matchNumber(1), 0);
    m_model->setSearch({});
    QCOMPARE(m_model->matchCount(), 0);
    QCOMPARE(m_model->matchAfter(0), -1);
}

void TestLogModel::searchFollowsNewAndOldLines()
{
    m_rings->setLimit(4);
    m_model->setSearch({u"x"_s, false, false});
    m_rings->append(1, {line(1, "x"), line(2, "o"), line(3, "x"), line(4, "o")});
    QTRY_COMPARE_WITH_TIMEOUT(m_model->matchCount(), 2, patience);
    m_rings->append(1, {line(5, "x")});
    QTRY_COMPARE_WITH_TIMEOUT(m_model->matchCount(), 2, patience); // one came, one went
    QCOMPARE(m_model->matchAfter(-1), 1);
    QCOMPARE(m_model->matchAfter(1), 3);
    m_rings->append(2, {line(2, "x")});
    QTRY_COMPARE_WITH_TIMEOUT(m_model->matchCount(), 3, patience);
    QCOMPARE(m_model->matchAfter(-1), 1);
}

void TestLogModel::searchOfManyLines()
{
    QList<LogLine> many(30'000, line(1, "hay"));
    many[29'999].text = "needle";
    m_rings->append(1, many);
    m_model->setSearch({u"needle"_s, false, false});
    QVERIFY(m_model->isSearching());
    QTRY_COMPARE_WITH_TIMEOUT(m_model->matchCount(), 1, patience);
    QVERIFY(!m_model->isSearching());
    QCOMPARE(m_model->matchAfter(0), 29'999);
}

void TestLogModel::places()
{
    const auto found = LogMatcher({u"aB"_s, false, false}).places(u"xABabA"_s);
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.at(1).first, 3);
    QCOMPARE(LogMatcher({u"b+"_s, true, false}).places(u"abbbab"_s).constFirst().second, 3);
    QVERIFY(LogMatcher({u"b*"_s, true, false}).places(u"aaa"_s).isEmpty());
    QVERIFY(LogMatcher({u"("_s, true, false}).places(u"((("_s).isEmpty());
    QVERIFY(LogMatcher({u"Ä"_s, false, false}).matches("xä"));
}

void TestLogModel::texts()
{
    m_model->setMemberNames({{1, u"zoo1"_s}});
    m_rings->append(1, {line(1, "a"), line(2, "b")});
    QCOMPARE(m_model->textOf({0, 1}), u"zoo1\ta\nzoo1\tb\n"_s);
    setFilter([](LogFilter &filter) { filter.members = {1}; });
    QCOMPARE(m_model->textOf({1}), u"b\n"_s);
    QCOMPARE(m_model->index(0, 0).data(Qt::AccessibleTextRole).toString(), u"zoo1: a"_s);
}

void TestLogModel::randomBatchesAreInOrder()
{
    m_rings->setLimit(700);
    QRandomGenerator random(3);
    QMap<int, qint64> clock;
    for (int batch = 0; batch < 200; ++batch) {
        const int member = random.bounded(1, 4);
        QList<LogLine> lines;
        for (int i = random.bounded(1, 40); i > 0; --i) {
            clock[member] += random.bounded(20'000'000);
            lines += line(clock[member], "x");
        }
        m_rings->append(member, lines);
    }
    qsizetype expected = 0;
    for (int member : m_rings->members())
        expected += m_rings->lines(member).size();
    QCOMPARE(m_model->rowCount(), expected);
    for (int row = 1; row < m_model->rowCount(); ++row)
        QVERIFY(m_model->line(row - 1).timeNano <= m_model->line(row).timeNano);
}

void TestLogModel::savedWithNames()
{
    const QTemporaryDir folder;
    LogSaver saver(folder.filePath(u"x.log"_s), {line(1, "one"), line(2, "two")}, {{0, u"zoo1"_s}}, nullptr);
    saver.start();
    QTRY_VERIFY_WITH_TIMEOUT(saver.isFinished(), patience);
    QCOMPARE(saver.result().value_or(0), 2);
    QFile file(folder.filePath(u"x.log"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("zoo1\tone\nzoo1\ttwo\n"));
}

void TestLogModel::cancelledSavingLeavesNothing()
{
    const QTemporaryDir folder;
    const QList<LogLine> lines(200'000, line(1, QByteArray(200, 'x')));
    auto saver =
        std::make_unique<LogSaver>(folder.filePath(u"x.log"_s), lines, QMap<int, QString>(), nullptr);
    saver->start();
    QTest::qWait(1); // it is at it
    saver->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(saver->isFinished(), patience);
    QCOMPARE(saver->error().kind(), ErrorKind::Cancelled);
    QVERIFY(QDir(folder.path()).isEmpty());
    // The same at the program's end.
    saver = std::make_unique<LogSaver>(folder.filePath(u"x.log"_s), lines, QMap<int, QString>(), nullptr);
    saver->start();
    QTest::qWait(1); // it is at it
    saver.reset();
    QTest::qWait(500); // nobody goes on with it
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestLogModel::tellsHowMuchIsSaved()
{
    const QTemporaryDir folder;
    QList<QVariantList> told;
    for (qsizetype count = 250'000; told.isEmpty() && count <= 8'000'000; count *= 2) {
        LogSaver saver(folder.filePath(u"x.log"_s), QList<LogLine>(count, line(1, "x")), {}, nullptr);
        const QSignalSpy progress(&saver, &LogSaver::progress);
        saver.start();
        QTRY_VERIFY_WITH_TIMEOUT(saver.isFinished(), patience);
        QCOMPARE(saver.result().value_or(0), count);
        told = progress;
        for (const QVariantList &words : std::as_const(told)) {
            QCOMPARE(words.at(1).toLongLong(), count);
            QVERIFY(words.at(0).toLongLong() <= count);
        }
    }
    QVERIFY(!told.isEmpty());
    QVERIFY(told.constLast().at(0).toLongLong() > 0);
}

QTEST_GUILESS_MAIN(TestLogModel)
#include "tst_logmodel.moc"
