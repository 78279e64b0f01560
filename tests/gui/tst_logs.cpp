// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/operationtask.h"
#include "core/legible.h"
#include "gui/stage.h"
#include "itemmodels/logmodel.h"
#include "itemmodels/logsaver.h"
#include "ui/activity/activitybar.h"
#include "ui/logs/findbar.h"
#include "ui/logs/linedetails.h"
#include "ui/logs/logpane.h"
#include "ui/logs/logpainter.h"
#include "ui/logs/logspage.h"
#include "ui/logs/logview.h"
#include "ui/logs/membercolours.h"
#include "ui/look/meaning.h"
#include "ui/look/theme.h"

#include <QtCore/QDir>
#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QToolButton>

#include <cstdlib>
#include <memory>

using namespace zoodock;
using namespace zoodock::test;

namespace
{

QList<LogLine> numbered(int from, int count, LogLevel level = LogLevel::Info)
{
    QList<LogLine> lines;
    for (int i = from; i < from + count; ++i) {
        LogLine line;
        line.timeNano = i * 1000LL;
        line.text = "line " + QByteArray::number(i);
        line.level = level;
        lines += line;
    }
    return lines;
}

LogLine text(const QByteArray &bytes, qint64 time = 1, LogLevel level = LogLevel::Info)
{
    LogLine line;
    line.timeNano = time;
    line.text = bytes;
    line.fullLength = static_cast<int>(bytes.size());
    line.level = level;
    line.probe = isProbeText(bytes);
    return line;
}

} // namespace

class TestLogs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void followsOnceItWasShown();
    void followsTheLastLine();
    void scrollingUpStopsFollowing();
    void staysWhereOneReads();
    void filterByText();
    void anotherFilterKeepsThePlace();
    void filterByExpression();
    void saysWhatTookTooLong();
    void filterByLevel();
    void filterKeepsRoomToType();
    void choosesMembers();
    void saysWhyItIsEmpty();
    void saysWhichMemberIsSilent();
    void memberButtonsShowTheirState();
    void longNamesLeaveRoomForTheLog();
    void sideBySide();
    void probesAreHidden();
    void findsAndMarks();
    void findsInOneOfSeveral();
    void marksWhatIsFarBehind();
    void pauses();
    void copies();
    void savesAsFile();
    void saysWhyNotSaved();
    void savesAgainAfterAFailure();
    void savingTellsHowFarItIs();
    void explainsALine();
    void chosenRowStaysUnderTheMouse();
    void longLineIsCut();
    void rowsPaintTheirColours();
    void rowsShowWhatHides();
    void memberColoursAreReadable();
    void saysWhatIsNotFollowed();
    void droppedLinesAreCounted();
    void otherCluster();

private:
    [[nodiscard]] LogPane *pane(int index = 0) const
    {
        return qobject_cast<LogPane *>(m_page->findChild<QSplitter *>()->widget(index));
    }
    [[nodiscard]] LogView &view() const { return pane()->view(); }
    [[nodiscard]] QString counts() const { return m_page->findChild<QLabel *>(u"logCounts"_s)->text(); }
    void append(int member, const QList<LogLine> &lines) { m_page->book().rings().append(member, lines); }
    [[nodiscard]] QToolButton *button(const QString &text) const
    {
        return findButton<QToolButton>(*m_page, text);
    }

    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<LogsPage> m_page;
};

void TestLogs::init()
{
    m_stage = std::make_unique<Stage>();
    m_stage->docker.rule({u"inspect"_s}).out("[]");
    m_stage->addHealthy(u"orders"_s);
    m_page = std::make_unique<LogsPage>(m_stage->services);
    m_page->showCluster(u"orders"_s);
    m_page->resize(1100, 500);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TestLogs::cleanup()
{
    m_page.reset();
    m_stage.reset();
}

/// Also behind other pages: a container that is removed takes its log with it.
void TestLogs::followsOnceItWasShown()
{
    m_page.reset();
    m_stage->docker.clearRules();
    m_stage->docker.rule({u"inspect"_s})
        .out(R"([{"Id":"x","Name":"/x","Created":"2026-01-01T09:00:00Z","State":{"Status":"running"},)"
             R"("Config":{},"HostConfig":{},"NetworkSettings":{}}])");
    m_stage->docker.rule({u"logs"_s}).out("2026-11-22T07:56:17.039923726Z hello\n").hang();
    m_page = std::make_unique<LogsPage>(m_stage->services);
    m_page->showCluster(u"orders"_s);
    QTest::qWait(50);
    QVERIFY(m_stage->docker.callLines().isEmpty());
    m_page->show();
    QTRY_COMPARE_WITH_TIMEOUT(pane()->model().rowCount(), 3, patience);
    m_page->hide();
    for (int id = 1; id <= 3; ++id)
        QCOMPARE(m_page->book().follower(id)->state(), LogFollower::State::Reading);
    append(1, {text("meanwhile")});
    QCOMPARE(pane()->model().rowCount(), 4);
    m_stage->addHealthy(u"search"_s); // of which nobody has looked at the logs
    m_page->showCluster(u"search"_s);
    for (int id = 1; id <= 3; ++id)
        QCOMPARE(m_page->book().follower(id)->state(), LogFollower::State::Off);
    m_page->show();
    QTRY_COMPARE_WITH_TIMEOUT(pane()->model().rowCount(), 3, patience);
}

void TestLogs::followsTheLastLine()
{
    append(1, numbered(0, 500));
    QScrollBar *bar = view().verticalScrollBar();
    QVERIFY(bar->maximum() > 0);
    QCOMPARE(bar->value(), bar->maximum());
    append(1, numbered(500, 100));
    QCOMPARE(bar->value(), bar->maximum());
    QVERIFY(view().isFollowing());
    QVERIFY(!button(u"Go to the End"_s));
}

void TestLogs::scrollingUpStopsFollowing()
{
    append(1, numbered(0, 500));
    view().setFocus();
    QTest::keyClick(&view(), Qt::Key_PageUp);
    QTest::keyClick(&view(), Qt::Key_PageUp);
    QVERIFY(!view().isFollowing());
    const int value = view().verticalScrollBar()->value();
    append(1, numbered(500, 100));
    QCOMPARE(view().verticalScrollBar()->value(), value);
    QVERIFY(button(u"Go to the End"_s));
    QTest::keyClick(&view(), Qt::Key_End);
    QVERIFY(view().isFollowing());
    QCOMPARE(view().verticalScrollBar()->value(), view().verticalScrollBar()->maximum());
    QTest::keyClick(&view(), Qt::Key_Home);
    QVERIFY(!view().isFollowing());
    QTest::mouseClick(button(u"Go to the End"_s), Qt::LeftButton);
    QVERIFY(view().isFollowing());
    QVERIFY(!button(u"Go to the End"_s));
}

void TestLogs::staysWhereOneReads()
{
    m_page->book().setLimit(500);
    append(1, numbered(0, 500));
    view().verticalScrollBar()->setValue(200);
    const QString read = view().indexAt({50, 5}).data().toString();
    QCOMPARE(read, u"line 200"_s);
    append(1, numbered(500, 100)); // a hundred go in front
    QCOMPARE(view().indexAt({50, 5}).data().toString(), read);
    append(2, {text("earlier", 150'500)}); // between older lines
    QCOMPARE(view().indexAt({50, 5}).data().toString(), read);
}

void TestLogs::filterByText()
{
    append(1, numbered(0, 100));
    QTest::keyClicks(m_page->findChild<QLineEdit *>(u"filterText"_s), u"LINE 7"_s);
    QTRY_COMPARE_WITH_TIMEOUT(pane()->model().rowCount(), 11, patience);
    QTRY_VERIFY2_WITH_TIMEOUT(counts().startsWith(u"11 of 100 lines"_s), qPrintable(counts()), patience);
}

void TestLogs::anotherFilterKeepsThePlace()
{
    append(1, numbered(0, 500));
    auto *field = m_page->findChild<QLineEdit *>(u"filterText"_s);
    const auto chosen = [this] {
        const QModelIndex index = view().currentIndex();
        return index.isValid() && view().selectedRows() == QList<int>{index.row()} &&
                       view().viewport()->rect().contains(view().visualRect(index).topLeft())
                   ? index.data().toString()
                   : QString();
    };
    QTest::keyClicks(field, u"line 12"_s);
    QTRY_COMPARE_WITH_TIMEOUT(pane()->model().rowCount(), 11, patience);
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {},
                      view().visualRect(view().model()->index(4, 0)).topLeft() + QPoint(60, 3));
    QCOMPARE(chosen(), u"line 123"_s);
    const int height = view().visualRect(view().currentIndex()).top();
    field->clear();
    QTRY_COMPARE_WITH_TIMEOUT(pane()->model().rowCount(), 500, patience);
    QCOMPARE(chosen(), u"line 123"_s);
    QCOMPARE(view().visualRect(view().currentIndex()).top(), height);
    QVERIFY(!view().isFollowing());
    QTest::keyClicks(field, u"line 4"_s); // hidden, and back
    QTRY_COMPARE_WITH_TIMEOUT(pane()->model().rowCount(), 111, patience);
    QVERIFY(view().selectedRows().isEmpty());
    field->clear();
    QTRY_COMPARE_WITH_TIMEOUT(pane()->model().rowCount(), 500, patience);
    QCOMPARE(chosen(), u"line 123"_s);
    QCOMPARE(view().visualRect(view().currentIndex()).top(), height);

    m_stage->addHealthy(u"search"_s); // another log begins at its end
    m_page->showCluster(u"search"_s);
    append(1, numbered(0, 500));
    QVERIFY(view().isFollowing());
    QVERIFY(view().selectedRows().isEmpty());
}

void TestLogs::filterByExpression()
{
    append(1, numbered(0, 100));
    QTest::mouseClick(findButton<QCheckBox>(*m_page, u"Regular expression"_s), Qt::LeftButton, {}, {5, 8});
    auto *field = m_page->findChild<QLineEdit *>(u"filterText"_s);
    QTest::keyClicks(field, u"7$"_s);
    QTRY_COMPARE_WITH_TIMEOUT(pane()->model().rowCount(), 10, patience);
    QTest::keyClicks(field, u"|("_s);
    QTRY_VERIFY_WITH_TIMEOUT(readable(*m_page).contains(u"not a regular expression"_s), patience);
    QCOMPARE(pane()->model().rowCount(), 10); // by the last one that was
    QVERIFY(!readable(*m_page).contains(u"The filter hides"_s));
    m_page->showMember(1); // and it stays so
    QCOMPARE(pane()->model().rowCount(), 10);
    QTest::keyClick(field, Qt::Key_Backspace);
    QTest::keyClick(field, Qt::Key_Backspace);
    QTRY_COMPARE_WITH_TIMEOUT(pane()->model().rowCount(), 10, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!readable(*m_page).contains(u"not a regular expression"_s), patience);
}

/// A line that fits, and is not shown, must not be hidden in silence.
void TestLogs::saysWhatTookTooLong()
{
    append(1, {text(QByteArray(60'000, 'x')), text("axx", 2)});
    const auto *trouble = m_page->findChild<QLabel *>(u"logTrouble"_s);
    const QString slow = u"(x+x+)+[yz]|x$"_s;
    auto *expression = findButton<QCheckBox>(*m_page, u"Regular expression"_s);
    QTest::mouseClick(expression, Qt::LeftButton, {}, {5, 8});
    auto *field = m_page->findChild<QLineEdit *>(u"filterText"_s);
    QApplication::clipboard()->setText(slow);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(pane()->model().rowCount(), 1, patience);
    QTRY_VERIFY2_WITH_TIMEOUT(trouble->isVisible() && trouble->text().contains(u"took too long on 1 line"_s),
                              qPrintable(trouble->text()), patience);
    QVERIFY(trouble->text().contains(u"filter"_s));
    field->clear();
    QTRY_VERIFY_WITH_TIMEOUT(!trouble->text().contains(u"took too long"_s), patience);

    QTest::keyClick(&view(), Qt::Key_F, Qt::ControlModifier);
    auto *find = m_page->findChild<QLineEdit *>(u"findText"_s);
    QTest::mouseClick(findButton<QCheckBox>(*m_page->findChild<FindBar *>(), u"Regular expression"_s),
                      Qt::LeftButton, {}, {5, 8});
    QTest::keyClick(find, Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY2_WITH_TIMEOUT(trouble->text().contains(u"took too long on 1 line"_s),
                              qPrintable(trouble->text()), patience);
    QVERIFY(trouble->text().contains(u"to find"_s));
    QCOMPARE(pane()->model().rowCount(), 2);
    QTest::keyClick(find, Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!trouble->text().contains(u"took too long"_s), patience);
}

void TestLogs::filterKeepsRoomToType()
{
    const auto *field = m_page->findChild<QLineEdit *>(u"filterText"_s);
    const auto top = [this](const QWidget *widget) { return widget->mapTo(m_page.get(), QPoint()).y(); };
    const int few = field->fontMetrics().averageCharWidth() * 16;
    m_page->resize(1400, 500);
    QTRY_VERIFY_WITH_TIMEOUT(top(button(u"zoo1"_s)) + 10 > top(field), patience);
    m_page->resize(m_page->minimumSizeHint().width(), 500);
    QTRY_VERIFY_WITH_TIMEOUT(top(button(u"zoo1"_s)) + 10 < top(field), patience);
    QTRY_VERIFY2_WITH_TIMEOUT(field->width() >= few, qPrintable(QString::number(field->width())), patience);
    QVERIFY(field->geometry().right() < m_page->findChild<QComboBox *>()->geometry().left());
    m_page->resize(1400, 500);
    QTRY_VERIFY_WITH_TIMEOUT(top(button(u"zoo1"_s)) + 10 > top(field), patience);
    QVERIFY(field->width() >= few);
}

void TestLogs::filterByLevel()
{
    append(1, numbered(0, 5) + numbered(5, 3, LogLevel::Warning) + numbered(8, 2, LogLevel::Error));
    auto *levels = m_page->findChild<QComboBox *>();
    levels->setFocus();
    QTest::keyClick(levels, Qt::Key_Down);
    QTest::keyClick(levels, Qt::Key_Down);
    QCOMPARE(pane()->model().rowCount(), 5);
    QTest::keyClick(levels, Qt::Key_Down);
    QCOMPARE(pane()->model().rowCount(), 2);
}

void TestLogs::choosesMembers()
{
    append(1, numbered(0, 3));
    append(2, numbered(0, 4));
    QCOMPARE(pane()->model().rowCount(), 7);
    QTest::mouseClick(button(u"zoo1"_s), Qt::LeftButton);
    QCOMPARE(pane()->model().rowCount(), 4);
    m_page->showMember(1);
    QCOMPARE(pane()->model().rowCount(), 3);
    QVERIFY(button(u"zoo1"_s)->isChecked());
    QVERIFY(!button(u"zoo2"_s)->isChecked());
    m_page->showMember(0);
    QCOMPARE(pane()->model().rowCount(), 7);
}

void TestLogs::saysWhyItIsEmpty()
{
    const auto *reason = pane()->findChild<QLabel *>(u"emptyLog"_s);
    const auto says = [reason](const QString &words) {
        return reason->isVisible() && reason->text().contains(words);
    };
    const auto click = [this](const QString &text) {
        auto *way = findButton<QPushButton>(*pane(), text);
        QVERIFY2(way, qPrintable(readable(*pane())));
        QTest::mouseClick(way, Qt::LeftButton);
    };
    QTRY_VERIFY_WITH_TIMEOUT(reason->isVisible(), patience); // nothing has come yet
    QCOMPARE(reason->font().family(), QApplication::font().family());
    QVERIFY(pane()->view().font().family() != reason->font().family()); // that is for lines
    append(1, numbered(0, 3));
    QVERIFY(!reason->isVisible());
    for (const QString &name : {u"zoo1"_s, u"zoo2"_s, u"zoo3"_s})
        QTest::mouseClick(button(name), Qt::LeftButton);
    QVERIFY2(says(u"No member is chosen"_s), qPrintable(reason->text()));
    click(u"Show All Members"_s);
    QVERIFY(!reason->isVisible());
    QCOMPARE(pane()->model().rowCount(), 3);

    QTest::keyClicks(m_page->findChild<QLineEdit *>(u"filterText"_s), u"nowhere"_s);
    QTRY_VERIFY_WITH_TIMEOUT(says(u"The filter hides all 3 line"_s), patience);
    const auto *clear = m_page->findChild<QLineEdit *>(u"filterText"_s)->findChild<QToolButton *>();
    QTRY_COMPARE_WITH_TIMEOUT(clear->property("opacity").toReal(), 1.0, patience);
    click(u"Show Every Line"_s);
    QTRY_COMPARE_WITH_TIMEOUT(clear->property("opacity").toReal(), 0.0, patience);
    QCOMPARE(pane()->model().rowCount(), 3);
    QVERIFY(!reason->isVisible());

    append(2, {text("Processing srvr command from /172.18.0.1:5")});
    m_page->showMember(2);
    QVERIFY2(says(u"own probes"_s), qPrintable(reason->text()));
    click(u"Show Probe Lines"_s);
    QCOMPARE(pane()->model().rowCount(), 1);

    m_page->showMember(3);
    QTest::mouseClick(button(u"Pause"_s), Qt::LeftButton);
    append(3, numbered(0, 2));
    QTRY_VERIFY_WITH_TIMEOUT(says(u"2 line"_s) && says(u"paused"_s), patience);
    click(u"Show Them"_s);
    QCOMPARE(pane()->model().rowCount(), 2);
}

/// The member itself is the reason, and can be started from here.
void TestLogs::saysWhichMemberIsSilent()
{
    ContainerObservation gone;
    gone.life = ContainerLife::Absent;
    m_stage->store.setWanted(Stage::ensemble(u"empty"_s, 2), WantedOrigin::File);
    m_stage->store.observeContainer(u"empty"_s, 1, gone);
    m_stage->live(u"empty"_s, 2, ContainerLife::Unknown);
    m_page->showCluster(u"empty"_s);
    const auto *reason = pane()->findChild<QLabel *>(u"emptyLog"_s);
    m_page->showMember(1);
    QTRY_VERIFY2_WITH_TIMEOUT(reason->text().contains(u"zoo1 has no container"_s), qPrintable(reason->text()),
                              patience);
    auto *start = findButton<QPushButton>(*pane(), u"Start zoo1"_s);
    QVERIFY2(start, qPrintable(readable(*m_page)));
    QTest::mouseClick(start, Qt::LeftButton);
    QCOMPARE(m_stage->log.tasks().size(), 1);
}

/// Not by the shade of a pressed button alone.
void TestLogs::memberButtonsShowTheirState()
{
    for (const QPalette &palette : {lightPalette(), darkPalette()}) {
        m_page->setPalette(palette);
        QToolButton *zoo1 = button(u"zoo1"_s);
        const auto picture = [zoo1](bool on) {
            zoo1->setChecked(on);
            return zoo1->grab().toImage();
        };
        const QImage on = picture(true);
        const QImage off = picture(false);
        int clear = 0; // pixels that differ as much as a sign must from its ground
        for (int y = 0; y < on.height(); ++y) {
            for (int x = 0; x < on.width(); ++x)
                clear += contrast(on.pixelColor(x, y), off.pixelColor(x, y)) >= 3 ? 1 : 0;
        }
        QVERIFY2(clear >= 40, qPrintable(QString::number(clear)));
    }
}

void TestLogs::longNamesLeaveRoomForTheLog()
{
    Ensemble many = Stage::ensemble(u"many"_s, 15);
    for (Member &member : many.members)
        member.name = u"analytics-observer-in-frankfurt-%1"_s.arg(member.id);
    m_stage->addHealthy(many);
    m_page->showCluster(many.name);
    const auto memberButtons = [this] {
        QList<QToolButton *> buttons;
        for (QToolButton *one : m_page->findChildren<QToolButton *>()) {
            if (one->accessibleName().contains(u"frankfurt"_s))
                buttons += one;
        }
        return buttons;
    };
    QTRY_COMPARE(memberButtons().size(), 15);
    QTRY_VERIFY(pane()->height() > m_page->height() / 2);
    for (const QToolButton *one : memberButtons()) {
        const QString number = one->accessibleName().section(u'-', -1);
        QVERIFY2(one->text().endsWith(u'-' + number), qPrintable(one->text()));
        QVERIFY2(one->toolTip().contains(u"analytics-observer-in-frankfurt-"_s + number),
                 qPrintable(one->toolTip()));
    }
}

void TestLogs::sideBySide()
{
    append(1, numbered(0, 3));
    append(2, numbered(0, 4));
    QTest::mouseClick(button(u"Side by Side"_s), Qt::LeftButton);
    QCOMPARE(m_page->findChildren<LogPane *>().size(), 3);
    QCOMPARE(pane(0)->model().rowCount(), 3);
    QCOMPARE(pane(1)->model().rowCount(), 4);
    QVERIFY(readable(*m_page).contains(u"zoo3"_s));
    QCOMPARE(pane(2)->view().accessibleName(), u"Log of zoo3"_s);
    QApplication::processEvents(); // the new columns take their room
    for (int i = 0; i < 3; ++i)
        QVERIFY2(std::abs(pane(i)->width() - pane(1)->width()) <= 2,
                 qPrintable(QString::number(pane(i)->width())));
    QTest::mouseClick(button(u"zoo1"_s), Qt::LeftButton);
    QCOMPARE(m_page->findChildren<LogPane *>().size(), 2);
    QCOMPARE(pane(0)->model().rowCount(), 4);
    QTest::mouseClick(button(u"Side by Side"_s), Qt::LeftButton);
    QCOMPARE(m_page->findChildren<LogPane *>().size(), 1);
}

void TestLogs::probesAreHidden()
{
    append(1, {text("a"), text("Processing srvr command from /172.18.0.1:5")});
    QCOMPARE(pane()->model().rowCount(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->findChildren<QToolButton *>().size() > 0 &&
                                 readable(*m_page).size() > 0 && counts().startsWith(u"1 of 2"_s),
                             patience);
    QToolButton *probes = nullptr;
    for (QToolButton *candidate : m_page->findChildren<QToolButton *>()) {
        if (candidate->text().contains(u"probe line"_s))
            probes = candidate;
    }
    QVERIFY(probes && probes->isVisible());
    QTest::mouseClick(probes, Qt::LeftButton);
    QCOMPARE(pane()->model().rowCount(), 2);
    QVERIFY(probes->text().startsWith(u"Hide"_s));
}

void TestLogs::findsAndMarks()
{
    append(1, numbered(0, 300));
    view().setFocus();
    QTest::keyClick(&view(), Qt::Key_F, Qt::ControlModifier);
    auto *field = m_page->findChild<QLineEdit *>(u"findText"_s);
    QVERIFY(field->isVisible());
    QTRY_COMPARE(QApplication::focusWidget(), field);
    QTest::keyClicks(field, u"line 29"_s);
    const auto *count = m_page->findChild<QLabel *>(u"findCount"_s);
    QCOMPARE(pane()->model().matchCount(), 11);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(view().currentIndex().row(), 29);
    QCOMPARE(count->text(), u"1 of 11"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(view().currentIndex().row(), 290);
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(view().currentIndex().row(), 299);
    QTest::keyClicks(field, u"x"_s);
    QCOMPARE(count->text(), u"Nothing found"_s);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!field->isVisible());
    QCOMPARE(pane()->model().matchCount(), 0);
}

/// The one that was used last, which is named; in a narrow column, too, the match is seen.
void TestLogs::findsInOneOfSeveral()
{
    append(1, {text("plain", 1), text(QByteArray(150, 'x') + " needle", 2)});
    append(2, {text("plain", 1), text("needle", 2), text(QByteArray(150, 'y') + " needle", 3)});
    QTest::mouseClick(button(u"Side by Side"_s), Qt::LeftButton);
    QTRY_COMPARE(m_page->findChildren<LogPane *>().size(), 3);
    QTest::mouseClick(pane(1)->view().viewport(), Qt::LeftButton, {}, QPoint(20, 5));
    QTest::keyClick(&pane(1)->view(), Qt::Key_F, Qt::ControlModifier);
    auto *field = m_page->findChild<QLineEdit *>(u"findText"_s);
    // Before anything is typed, too.
    QCOMPARE(readable(*field->parentWidget()), u"F&ind in zoo2:"_s);
    QTest::keyClicks(field, u"needle"_s);
    const auto *count = m_page->findChild<QLabel *>(u"findCount"_s);
    QTRY_COMPARE(count->text(), u"2 line(s) in zoo2"_s);
    auto *bar = pane(1)->view().horizontalScrollBar();
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(count->text(), u"1 of 2 in zoo2"_s);
    QCOMPARE(bar->value(), 0);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(count->text(), u"2 of 2 in zoo2"_s);
    const int left = logGutterWidth(pane(1)->view().fontMetrics().height() + 2) +
                     pane(1)->view().fontMetrics().horizontalAdvance(QString(151, u'y'));
    QVERIFY2(bar->value() <= left && left < bar->value() + pane(1)->view().viewport()->width(),
             qPrintable(QString::number(bar->value())));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(bar->value(), 0);
    QTest::keyClicks(field, u"z"_s);
    QTRY_COMPARE(count->text(), u"Nothing found in zoo2"_s);
}

/// The row shows the beginning of a long line; the details show the match.
void TestLogs::marksWhatIsFarBehind()
{
    append(1, {text("plain", 1), text(QByteArray(9'000, 'x') + " needle", 2)});
    view().setFocus();
    QTest::keyClick(&view(), Qt::Key_F, Qt::ControlModifier);
    auto *field = m_page->findChild<QLineEdit *>(u"findText"_s);
    QTRY_COMPARE(QApplication::focusWidget(), field);
    QTest::keyClicks(field, u"needle"_s);
    QTest::keyClick(field, Qt::Key_Return);
    auto *details = m_page->findChild<LineDetails *>();
    QTRY_VERIFY_WITH_TIMEOUT(details->isVisible(), patience);
    auto *whole = details->findChild<QPlainTextEdit *>();
    QCOMPARE(whole->extraSelections().size(), 1);
    QCOMPARE(whole->extraSelections().constFirst().cursor.selectedText(), u"needle"_s);
    QTRY_VERIFY_WITH_TIMEOUT(whole->viewport()->rect().contains(whole->cursorRect()), patience);
    QCOMPARE(whole->textCursor().position(), 9'001);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(whole->extraSelections().isEmpty());
}

void TestLogs::pauses()
{
    append(1, numbered(0, 3));
    QTest::mouseClick(button(u"Pause"_s), Qt::LeftButton);
    append(1, numbered(3, 2));
    QCOMPARE(pane()->model().rowCount(), 3);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"Resume (2 new lines)"_s) || button(u"Resume (2 new line(s))"_s),
                             patience);
    QToolButton *resume = button(u"Resume (2 new lines)"_s);
    QTest::mouseClick(resume ? resume : button(u"Resume (2 new line(s))"_s), Qt::LeftButton);
    QCOMPARE(pane()->model().rowCount(), 5);
    QVERIFY(button(u"Pause"_s));
}

void TestLogs::copies()
{
    append(1, numbered(0, 5));
    view().setFocus();
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {},
                      view().visualRect(view().model()->index(1, 0)).topLeft() + QPoint(60, 3));
    QTest::mouseClick(view().viewport(), Qt::LeftButton, Qt::ShiftModifier,
                      view().visualRect(view().model()->index(3, 0)).topLeft() + QPoint(60, 3));
    QCOMPARE(view().selectedRows(), QList<int>({1, 2, 3}));
    QTest::keyClick(&view(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"zoo1\tline 1\nzoo1\tline 2\nzoo1\tline 3\n"_s);
    QTest::keyClick(&view(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(view().selectedRows().size(), 5);
}

void TestLogs::savesAsFile()
{
    append(1, numbered(0, 3));
    append(2, {text("änderung", 500)});
    m_page->showMember(0);
    QTest::mouseClick(button(u"Save…"_s), Qt::LeftButton);
    auto *dialog = m_page->findChild<QFileDialog *>();
    QVERIFY(dialog);
    const QString file = m_stage->folder.filePath(u"saved.log"_s);
    QSignalSpy said(m_page.get(), &LogsPage::said);
    Q_EMIT dialog->fileSelected(file);
    QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, patience);
    const QString sentence = said.constFirst().constFirst().toString();
    QVERIFY2(sentence.startsWith(u"Saved 4 line"_s) && sentence.contains(file), qPrintable(sentence));
    const auto *told = m_page->findChild<QLabel *>(u"logTold"_s);
    QCOMPARE(told->accessibleName(), sentence); // the text itself may be cut in the middle
    QVERIFY(told->isVisible() && !told->text().isEmpty());
    QFile saved(file);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), "zoo1\tline 0\nzoo2\tänderung\nzoo1\tline 1\nzoo1\tline 2\n"_ba);
    dialog->close();
    QTest::mouseClick(button(u"Pause"_s), Qt::LeftButton);
    QVERIFY(told->text().isEmpty());
}

void TestLogs::saysWhyNotSaved()
{
    append(1, numbered(0, 3));
    QTRY_VERIFY(button(u"Save…"_s)->isEnabled());
    QTest::mouseClick(button(u"Save…"_s), Qt::LeftButton);
    auto *dialog = m_page->findChild<QFileDialog *>();
    Q_EMIT dialog->fileSelected(u"/nowhere/at all/x.log"_s);
    ActivityBar bar(m_stage->log);
    bar.show();
    QTRY_VERIFY_WITH_TIMEOUT(readable(bar).contains(u"could not be written"_s), patience);
    dialog->close();
    QVERIFY(!m_page->findChild<QMessageBox *>()); // once is enough
    QVERIFY(m_page->findChild<QLabel *>(u"logTold"_s)->accessibleName().isEmpty());
}

/// What was shown then, also when other lines are shown by now.
void TestLogs::savesAgainAfterAFailure()
{
    append(1, numbered(0, 3));
    QTRY_VERIFY(button(u"Save…"_s)->isEnabled());
    QTest::mouseClick(button(u"Save…"_s), Qt::LeftButton);
    const QString folder = m_stage->folder.filePath(u"later"_s);
    Q_EMIT m_page->findChild<QFileDialog *>()->fileSelected(folder + u"/x.log"_s);
    delete m_page->findChild<QFileDialog *>();
    const QList<ClusterTask *> &rows = m_stage->log.tasks();
    QTRY_COMPARE_WITH_TIMEOUT(rows.size(), 1, patience);
    QVERIFY(rows.constFirst()->hasFailed());
    QVERIFY2(rows.constFirst()->error().message().contains(u"could not be written"_s),
             qPrintable(rows.constFirst()->error().message()));
    append(1, numbered(3, 2));
    QVERIFY(QDir().mkpath(folder));
    ActivityBar bar(m_stage->log, m_page.get());
    bar.resize(bar.sizeHint()); // no button over another
    bar.show();
    QTest::mouseClick(bar.findChild<QPushButton *>(u"activityRetry"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder + u"/x.log"_s), patience);
    QFile saved(folder + u"/x.log"_s);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll().count('\n'), 3);
    QTRY_VERIFY(rows.isEmpty()); // it did not last
}

void TestLogs::savingTellsHowFarItIs()
{
    append(1, numbered(0, 3));
    QTRY_VERIFY(button(u"Save…"_s)->isEnabled());
    QTest::mouseClick(button(u"Save…"_s), Qt::LeftButton);
    Q_EMIT m_page->findChild<QFileDialog *>()->fileSelected(m_stage->folder.filePath(u"x.log"_s));
    delete m_page->findChild<QFileDialog *>();
    Q_EMIT m_page->findChild<LogSaver *>()->progress(30'000, 120'000);
    const auto *row = m_stage->log.findChild<OperationTask *>(); // before it has lasted
    QVERIFY(row);
    QCOMPARE(row->progress(), 0.25);
    QCOMPARE(row->currentSentence(), u"Write the lines: 30,000 of 120,000 lines"_s);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_stage->folder.filePath(u"x.log"_s)), patience);
}

void TestLogs::explainsALine()
{
    append(1, {text("plain", 1),
               text("2026 [myid:1] - WARN [x] - Cannot open channel to 2 at election address zoo2:3888", 2,
                    LogLevel::Warning)});
    const auto click = [this](int row) {
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {},
                          view().visualRect(view().model()->index(row, 0)).topLeft() + QPoint(60, 3));
    };
    auto *details = m_page->findChild<LineDetails *>();
    QVERIFY(!details->isVisible());
    click(1);
    QVERIFY(details->isVisible());
    QVERIFY(!view().isFollowing());
    QVERIFY(readable(*details).contains(u"Another member cannot be reached"_s));
    QVERIFY(readable(*details).contains(u"What to do: Start the other member."_s));
    auto *field = m_page->findChild<QLineEdit *>(u"filterText"_s);
    QTest::keyClicks(field, u"plain"_s); // hides the line, and what is said of it
    QTRY_VERIFY_WITH_TIMEOUT(!details->isVisible(), patience);
    field->clear();
    QTRY_VERIFY_WITH_TIMEOUT(details->isVisible(), patience);
    QVERIFY(readable(*details).contains(u"Another member cannot be reached"_s));
    click(0);
    QVERIFY(!readable(*details).contains(u"What to do"_s));
    QTest::mouseClick(findButton<QToolButton>(*details, u"Close the chosen line"_s), Qt::LeftButton);
    QVERIFY(!details->isVisible());
}

void TestLogs::chosenRowStaysUnderTheMouse()
{
    append(1, numbered(0, 300));
    const int height = view().viewport()->height();
    const QRect last = view().visualRect(view().model()->index(299, 0));
    const QPoint at = last.topLeft() + QPoint(60, 3);
    QTest::mousePress(view().viewport(), Qt::LeftButton, {}, at);
    QTest::mouseMove(view().viewport(), at + QPoint(2, 0));
    QTest::mouseRelease(view().viewport(), Qt::LeftButton, {}, at + QPoint(2, 0));
    QVERIFY(m_page->findChild<LineDetails *>()->isVisible());
    QTRY_VERIFY(view().viewport()->height() < height); // the panel takes its room
    QCOMPARE(view().selectedRows(), QList<int>{299});
    QVERIFY(view().viewport()->rect().contains(view().visualRect(view().model()->index(299, 0)).topLeft()));
}

void TestLogs::longLineIsCut()
{
    LogLine line = text(QByteArray(50'000, 'x'));
    line.fullLength = 1'000'000;
    line.cut = true;
    const QString shown = shownLogText(line).text;
    QVERIFY(shown.size() < 2100);
    QVERIFY2(shown.contains(u"1000000"_s) || shown.contains(u"1,000,000"_s), qPrintable(shown.right(40)));
    append(1, {line, text(QByteArray("a\tb"), 2)});
    QVERIFY(!m_page->grab().isNull());
}

void TestLogs::rowsPaintTheirColours()
{
    LogRowStyle style;
    style.palette = lightPalette();
    const LogLine line = text("x - WARN - now LEADING, not MISLEADING", 1, LogLevel::Warning);
    const ShownLogText shown = shownLogText(line);
    const auto formats = logFormats(line, shown, LogMatcher({u"now"_s, false, false}), style);
    QCOMPARE(formats.size(), 3);
    QCOMPARE(formats.at(0).format.foreground().color(), colourOf(Meaning::Looking, style.palette));
    QCOMPARE(formats.at(1).format.foreground().color(), colourOf(Meaning::Leader, style.palette));
    QCOMPARE(shown.text.mid(formats.at(1).start, formats.at(1).length), u"LEADING"_s);
    QCOMPARE(shown.text.mid(formats.at(2).start, formats.at(2).length), u"now"_s);
    QVERIFY(contrast(formats.at(2).format.background().color(), formats.at(2).format.foreground().color()) >=
            4.5);
}

/// What turns or hides text in a line is seen, and marks stand where they belong; copied is the line itself.
void TestLogs::rowsShowWhatHides()
{
    LogRowStyle style;
    style.palette = lightPalette();
    const QString raw = u"to\u202Ejar.now\tLEADING \u200Bnow \U000E0041now"_s;
    const LogLine line = text(raw.toUtf8());
    const ShownLogText shown = shownLogText(line);
    QCOMPARE(shown.text, u"to⟨U+202E⟩jar.now    LEADING ⟨U+200B⟩now ⟨U+E0041⟩now"_s);
    QCOMPARE(shown.raw, raw);
    const auto marked = [&](const QString &pattern, bool expression = false) {
        QStringList words;
        for (const auto &format : logFormats(line, shown, LogMatcher({pattern, expression, false}), style))
            words += shown.text.mid(format.start, format.length);
        return words.mid(1); // the first is of the whole line
    };
    QCOMPARE(marked(u"now"_s), (QStringList{u"LEADING"_s, u"now"_s, u"now"_s, u"now"_s}));
    QCOMPARE(marked(u"o\u202Ej"_s), (QStringList{u"LEADING"_s, u"o⟨U+202E⟩j"_s}));
    QCOMPARE(marked(u"w\\tL"_s, true), (QStringList{u"LEADING"_s, u"w    L"_s}));
    QCOMPARE(marked(u"U+200B"_s), QStringList{u"LEADING"_s}); // it is not in the line
    append(1, {line});
    view().setCurrentIndex(view().model()->index(0, 0));
    QTest::keyClick(&view(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY2(QApplication::clipboard()->text().contains(raw), qPrintable(QApplication::clipboard()->text()));
    auto *details = m_page->findChild<LineDetails *>()->findChild<QPlainTextEdit *>();
    QTRY_COMPARE_WITH_TIMEOUT(details->toPlainText(), legible(raw), patience);
    details->selectAll();
    QTest::keyClick(details, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), raw);
}

void TestLogs::memberColoursAreReadable()
{
    for (const QPalette &palette : {lightPalette(), darkPalette()}) {
        for (int place = 0; place < 15; ++place) {
            QVERIFY(contrast(memberColour(place, palette), palette.color(QPalette::Base)) >= 4.5);
            if (place > 0)
                QVERIFY(memberColour(place, palette) != memberColour(place - 1, palette));
        }
    }
}

void TestLogs::saysWhatIsNotFollowed()
{
    ContainerObservation gone;
    gone.life = ContainerLife::Absent;
    m_stage->store.setWanted(Stage::ensemble(u"empty"_s, 1), WantedOrigin::File);
    m_stage->store.observeContainer(u"empty"_s, 1, gone);
    m_page->showCluster(u"empty"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->findChild<QLabel *>(u"logTrouble"_s)->text(),
                              u"zoo1 has no container, and so no log."_s, patience);
    append(1, {text("before it went")});
    QTRY_COMPARE_WITH_TIMEOUT(m_page->findChild<QLabel *>(u"logTrouble"_s)->text(),
                              u"zoo1 has no container any more. Its lines here are from before it went."_s,
                              patience);
    QVERIFY(!button(u"zoo1"_s)); // one member: nothing to choose
    QVERIFY(!button(u"Side by Side"_s));
}

void TestLogs::droppedLinesAreCounted()
{
    m_page->book().setLimit(10);
    append(1, numbered(0, 25));
    QTRY_VERIFY_WITH_TIMEOUT(counts().contains(u"older lines dropped: at least 15"_s), patience);
    QCOMPARE(pane()->model().rowCount(), 10);
}

void TestLogs::otherCluster()
{
    append(1, numbered(0, 25));
    view().setCurrentIndex(view().model()->index(3, 0));
    m_stage->addHealthy(u"search"_s, 5);
    m_page->showCluster(u"search"_s);
    QCOMPARE(pane()->model().rowCount(), 0);
    QVERIFY(button(u"zoo5"_s));
    QVERIFY(!m_page->findChild<LineDetails *>()->isVisible());
    m_page->showCluster({});
    QCOMPARE(pane()->model().rowCount(), 0);
}

QTEST_MAIN(TestLogs)
#include "tst_logs.moc"
