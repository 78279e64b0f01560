// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stage.h"
#include "ui/clusterpage.h"
#include "ui/mainwindow.h"

#include <QtGui/QAccessible>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTreeView>

#include <memory>

using namespace zoodock;
using namespace zoodock::test;

/// The keys of the page that is shown, pressed in the sidebar.
class TestPageKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void worksFromTheSidebar_data();
    void worksFromTheSidebar();
    void otherPagesHaveNone();

private:
    void show(const QString &page);
    [[nodiscard]] QTreeView *sidebar() const { return m_window->findChild<QTreeView *>(u"clusterTree"_s); }

    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<MainWindow> m_window;
};

void TestPageKeys::init()
{
    m_stage = std::make_unique<Stage>();
    m_stage->docker.rule({u"stats"_s}).hang(); // of whatever is looked at
    m_window = std::make_unique<MainWindow>(m_stage->services);
    m_stage->addHealthy(u"orders"_s);
    QVERIFY(showActive(*m_window));
}

void TestPageKeys::cleanup()
{
    m_window.reset();
    m_stage.reset();
}

void TestPageKeys::show(const QString &page)
{
    auto *pages = m_window->findChild<ClusterPage *>();
    QTRY_VERIFY_WITH_TIMEOUT(pages->isVisible(), patience);
    for (int i = 0; i < pages->count(); ++i) {
        if (pages->tabText(i).remove(u'&') == page)
            pages->setCurrentIndex(i);
    }
    QCOMPARE(pages->tabText(pages->currentIndex()).remove(u'&'), page);
    sidebar()->setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(sidebar()->hasFocus(), patience);
}

void TestPageKeys::worksFromTheSidebar_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<QString>("field");
    QTest::newRow("path") << u"Znodes"_s << Qt::Key_L << u"Path"_s;
    QTest::newRow("logs") << u"Logs"_s << Qt::Key_F << u"Find:"_s;
    QTest::newRow("server") << u"Server"_s << Qt::Key_F << u"Show only rows with this text"_s;
}

void TestPageKeys::worksFromTheSidebar()
{
    QFETCH(const QString, page);
    QFETCH(const Qt::Key, key);
    QFETCH(const QString, field);
    show(page);
    const QModelIndex chosen = sidebar()->currentIndex();
    QTest::keyClick(sidebar(), key, Qt::ControlModifier);
    const auto focused = [] { return qobject_cast<QLineEdit *>(QApplication::focusWidget()); };
    QTRY_VERIFY_WITH_TIMEOUT(focused(), patience);
    QAccessibleInterface *told = QAccessible::queryAccessibleInterface(focused());
    QCOMPARE(told->text(QAccessible::Name).remove(u'&'), field);
    QTest::keyClicks(focused(), u"zoo3"_s);
    QCOMPARE(focused()->text(), u"zoo3"_s);
    QCOMPARE(sidebar()->currentIndex(), chosen);
}

/// Each key belongs to one page, and none of them is in the way of another.
void TestPageKeys::otherPagesHaveNone()
{
    for (const QString &page : {u"Overview"_s, u"Settings"_s}) {
        show(page);
        for (const Qt::Key key : {Qt::Key_L, Qt::Key_F})
            QTest::keyClick(sidebar(), key, Qt::ControlModifier);
        QVERIFY2(sidebar()->hasFocus(), qPrintable(page));
    }
    show(u"Logs"_s);
    QTest::keyClick(sidebar(), Qt::Key_L, Qt::ControlModifier);
    QVERIFY(sidebar()->hasFocus());
}

QTEST_MAIN(TestPageKeys)
#include "tst_pagekeys.moc"
