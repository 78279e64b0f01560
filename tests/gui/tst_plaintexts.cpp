// SPDX-License-Identifier: GPL-3.0-or-later
// Names of znodes may look like markup; wherever one is shown, it is shown as it is.
#include "ui/look/plaintexts.h"

#include "fakes/fakezookeeper.h"
#include "gui/stage.h"
#include "gui/znodewindow.h"
#include "ui/mainwindow.h"
#include "ui/znodes/changes/changenotice.h"
#include "ui/znodes/changes/subtreedialog.h"
#include "ui/znodes/changes/znodechanger.h"
#include "ui/znodes/connection/znodesession.h"
#include "ui/znodes/question.h"
#include "ui/znodes/treepane.h"
#include "ui/znodes/znodetreeview.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QTextDocument>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QToolTip>

#include <memory>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QString hostile = u"/<b>bold & <u>x"_s;

/// Labels that would show something else than their text.
QStringList markedUp(const QWidget &top)
{
    QStringList bad;
    for (const QLabel *label : top.findChildren<QLabel *>()) {
        const bool isRich = label->textFormat() == Qt::RichText ||
                            (label->textFormat() == Qt::AutoText && Qt::mightBeRichText(label->text()));
        if (label->isVisible() && isRich)
            bad += label->text();
    }
    return bad;
}

QLabel *toolTip()
{
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (top->inherits("QTipLabel") && top->isVisible())
            return qobject_cast<QLabel *>(top);
    }
    return nullptr;
}

} // namespace

class TestPlainTexts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theWindowSeesToIt();
    void labelsAndToolTips();
    void questions();
    void namesOfZnodes();

private:
    std::unique_ptr<FakeZooKeeper> m_server;
    std::unique_ptr<Stage> m_stage;
};

void TestPlainTexts::initTestCase()
{
    withoutKeychain();
    QVERIFY(Qt::mightBeRichText(hostile)); // else nothing is tested
}

void TestPlainTexts::init()
{
    m_server = serverWith({{hostile, "first"}, {hostile + u"/<i>below"_s, "second"}});
    m_stage = std::make_unique<Stage>();
    m_stage->addHealthy(ensembleAt({m_server->address()}));
}

void TestPlainTexts::cleanup()
{
    QToolTip::hideText();
    m_stage.reset();
    m_server.reset();
}

void TestPlainTexts::theWindowSeesToIt()
{
    const MainWindow window(m_stage->services);
    QLabel label(hostile);
    label.ensurePolished();
    QCOMPARE(label.textFormat(), Qt::PlainText);
}

void TestPlainTexts::labelsAndToolTips()
{
    showTextsPlain();
    showTextsPlain(); // once is enough
    QWidget window;
    QLabel later(&window);
    window.show();
    later.setText(hostile);
    QCOMPARE(markedUp(window), QStringList());
    QLabel rich(u"<b>meant</b>"_s);
    rich.setTextFormat(Qt::RichText);
    rich.ensurePolished();
    QCOMPARE(rich.textFormat(), Qt::RichText);
    QToolTip::showText(QPoint(10, 10), hostile, &window);
    QTRY_VERIFY(toolTip());
    QCOMPARE(toolTip()->text(), hostile);
    QCOMPARE(toolTip()->textFormat(), Qt::PlainText);
}

void TestPlainTexts::questions()
{
    showTextsPlain();
    QWidget window;
    window.show();
    const QMessageBox *box = askFirst({hostile, hostile, hostile, u"Do"_s}, &window, [] {});
    QTRY_VERIFY(box->isVisible());
    int found = 0;
    for (const QLabel *label : box->findChildren<QLabel *>())
        found += label->text() == hostile ? 1 : 0;
    QCOMPARE(found, 2);
    QCOMPARE(markedUp(*box), QStringList());
}

/// The page, its tool tips, menus, notices, questions and rows in the activity.
void TestPlainTexts::namesOfZnodes()
{
    showTextsPlain();
    const auto window = znodeWindow(m_stage->services);
    ZnodesPage *page = znodesPage(*window);
    QVERIFY(showActive(*window));
    QTRY_COMPARE_WITH_TIMEOUT(page->session().connection().state(), ZnodeConnection::State::Connected,
                              patience);
    page->goTo(ZnodePath::trusted(hostile));
    QTRY_VERIFY_WITH_TIMEOUT(page->path() && page->path()->text() == hostile, patience);
    QTRY_VERIFY_WITH_TIMEOUT(page->valueView()->base().has_value(), patience);
    QCOMPARE(markedUp(*page), QStringList());

    ZnodeTreeView *view = page->treePane()->view();
    const QPoint at = view->visualRect(view->currentIndex()).center();
    QHelpEvent help(QEvent::ToolTip, at, view->viewport()->mapToGlobal(at));
    QApplication::sendEvent(view->viewport(), &help);
    QTRY_VERIFY(toolTip());
    QVERIFY2(toolTip()->text().startsWith(hostile), qPrintable(toolTip()->text()));
    QCOMPARE(toolTip()->textFormat(), Qt::PlainText);

    auto *changer = page->findChild<ZnodeChanger *>();
    changer->askToExport(*page->path());
    const auto *files = page->findChild<QFileDialog *>();
    QTRY_VERIFY_WITH_TIMEOUT(files && files->isVisible(), patience);
    QCOMPARE(files->windowTitle(), u"Export "_s + hostile);
    QCOMPARE(markedUp(*files), QStringList());
    page->findChild<QFileDialog *>()->reject();

    changer->askToRemove(*page->path());
    QTRY_VERIFY_WITH_TIMEOUT(
        page->findChild<SubtreeDialog *>() && page->findChild<SubtreeDialog *>()->isVisible(), patience);
    auto *question = page->findChild<SubtreeDialog *>();
    QVERIFY2(readable(*question).contains(hostile), qPrintable(readable(*question)));
    QCOMPARE(markedUp(*question), QStringList());
    question->reject();

    changer->save(*page->path(), *page->valueView()->base(), "another");
    const auto *notice = page->findChild<ChangeNotice *>();
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible() && notice->sentence().contains(hostile), patience);
    QCOMPARE(markedUp(*page), QStringList());
}

QTEST_MAIN(TestPlainTexts)
#include "tst_plaintexts.moc"
