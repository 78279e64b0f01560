// SPDX-License-Identifier: GPL-3.0-or-later
// What a person types into a znode's value goes to that znode alone, and nothing of it is lost, whatever
// others do to the tree meanwhile.
#include "ui/znodes/znodespage.h"

#include "fakes/fakezookeeper.h"
#include "gui/stage.h"
#include "gui/znodewindow.h"
#include "itemmodels/znodetreemodel.h"
#include "ui/znodes/changes/conflictdialog.h"
#include "ui/znodes/text/texteditor.h"
#include "ui/znodes/treepane.h"
#include "ui/znodes/znodeactions.h"
#include "ui/znodes/connection/znodesession.h"
#include "ui/znodes/znodetreeview.h"

#include <QtTest/QTest>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QPushButton>

#include <memory>

using namespace zoodock;
using namespace zoodock::test;
using namespace Qt::Literals::StringLiterals;

class TestZnodeTyping : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void staysWhereItWasDeleted();
    void createsAgainWhatWasDeleted();
    void staysWithoutAnEdit();
    void showsWhatWasMadeAnew();
    void keepsTheCaretAfterASave();

private:
    void open(const QString &path);
    void type(const QString &text)
    {
        field()->setFocus();
        QTest::keyClicks(field(), text);
    }
    [[nodiscard]] QString text() const { return m_page->valueView()->editor()->text(); }
    [[nodiscard]] QWidget *field() const { return m_page->valueView()->editor()->field(); }
    [[nodiscard]] QByteArray onServer(const QString &path) const { return m_server->value(path); }
    [[nodiscard]] QModelIndex row(const QString &path) const
    {
        auto *model = qobject_cast<ZnodeTreeModel *>(m_page->treePane()->view()->model());
        return model->indexOf(ZnodePath::trusted(path));
    }

    std::unique_ptr<FakeZooKeeper> m_server;
    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<QMainWindow> m_window;
    ZnodesPage *m_page = nullptr;
};

void TestZnodeTyping::initTestCase()
{
    withoutKeychain();
}

void TestZnodeTyping::init()
{
    m_server = serverWith({{u"/a"_s, "first"}, {u"/b"_s, "mine"}, {u"/c"_s, "neighbour"}});
    m_stage = std::make_unique<Stage>();
    m_stage->addHealthy(ensembleAt({m_server->address()}));
    m_window = znodeWindow(m_stage->services);
    m_page = znodesPage(*m_window);
    QVERIFY(showActive(*m_window));
}

void TestZnodeTyping::cleanup()
{
    m_window.reset();
    m_stage.reset();
    m_server.reset();
}

void TestZnodeTyping::open(const QString &path)
{
    QTRY_VERIFY_WITH_TIMEOUT(row(path).isValid(), patience);
    m_page->goTo(ZnodePath::parse(path).value());
    QTRY_VERIFY_WITH_TIMEOUT(m_page->path() && m_page->path()->text() == path, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->valueView()->base().has_value(), patience);
}

void TestZnodeTyping::staysWhereItWasDeleted()
{
    open(u"/b"_s);
    QTest::keyClick(field(), Qt::Key_End, Qt::ControlModifier);
    type(u" begun"_s);
    m_server->remove(u"/b"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!row(u"/b"_s).isValid(), patience);
    type(u" and ended"_s);
    QTRY_VERIFY_WITH_TIMEOUT(readable(*m_page).contains(u"/b was deleted by somebody else"_s), patience);
    QTest::keyClick(field(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->findChild<ConflictDialog *>(), patience);
    QTest::mouseClick(findButton<QPushButton>(*m_page->findChild<ConflictDialog *>(), u"Keep Editing"_s),
                      Qt::LeftButton);
    QCOMPARE(m_page->path()->text(), u"/b"_s);
    QCOMPARE(text(), u"mine begun and ended"_s);
    QCOMPARE(onServer(u"/a"_s), QByteArray("first"));
    QCOMPARE(onServer(u"/c"_s), QByteArray("neighbour"));
    QVERIFY(!m_page->treePane()->view()->currentPath()); // nothing else is selected
}

void TestZnodeTyping::createsAgainWhatWasDeleted()
{
    open(u"/b"_s);
    QTest::keyClick(field(), Qt::Key_End, Qt::ControlModifier);
    type(u" anew"_s);
    QVERIFY(!findButton<QPushButton>(*m_page, u"Create Again"_s));
    QTRY_VERIFY_WITH_TIMEOUT(knowsAcl(*m_page, u"/b"_s), patience);
    m_server->remove(u"/b"_s);
    QTRY_VERIFY_WITH_TIMEOUT(findButton<QPushButton>(*m_page, u"Create Again"_s), patience);
    QTest::mouseClick(findButton<QPushButton>(*m_page, u"Create Again"_s), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(onServer(u"/b"_s), QByteArray("mine anew"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_page->hasUnsavedChanges(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!findButton<QPushButton>(*m_page, u"Create Again"_s), patience);
    QCOMPARE(text(), u"mine anew"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->treePane()->view()->currentPath(), ZnodePath::trusted(u"/b"_s),
                              patience);
}

void TestZnodeTyping::staysWithoutAnEdit()
{
    open(u"/b"_s);
    m_server->remove(u"/b"_s);
    QTRY_VERIFY_WITH_TIMEOUT(readable(*m_page).contains(u"/b was deleted by somebody else"_s), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!row(u"/b"_s).isValid(), patience);
    QCOMPARE(m_page->path()->text(), u"/b"_s);
    QCOMPARE(text(), u"mine"_s);
    m_server->create(u"/b"_s, "theirs");
    QTRY_COMPARE_WITH_TIMEOUT(text(), u"theirs"_s, patience);
    QVERIFY(!readable(*m_page).contains(u"was deleted"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_page->treePane()->view()->currentPath(), ZnodePath::trusted(u"/b"_s),
                              patience);
}

/// Its version is the same as that of the one before.
void TestZnodeTyping::showsWhatWasMadeAnew()
{
    open(u"/b"_s);
    type(u"not "_s);
    m_server->remove(u"/b"_s);
    m_server->create(u"/b"_s, "theirs");
    QTRY_VERIFY_WITH_TIMEOUT(readable(*m_page).contains(u"made it anew"_s), patience);
    QTest::keyClick(field(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->findChild<ConflictDialog *>(), patience);
    QCOMPARE(onServer(u"/b"_s), QByteArray("theirs"));
    QTest::mouseClick(
        findButton<QPushButton>(*m_page->findChild<ConflictDialog *>(), u"Overwrite with Mine"_s),
        Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(onServer(u"/b"_s), QByteArray("not mine"), patience);
}

void TestZnodeTyping::keepsTheCaretAfterASave()
{
    m_server->set(u"/b"_s, QByteArray("line\n").repeated(500));
    open(u"/b"_s);
    QTRY_VERIFY_WITH_TIMEOUT(text().size() == 2500, patience);
    field()->setFocus();
    QTest::keyClick(field(), Qt::Key_End, Qt::ControlModifier);
    type(u"AAA"_s);
    const int top = m_page->valueView()->editor()->firstVisibleLine();
    QVERIFY(top > 0);
    QTest::keyClick(field(), Qt::Key_S, Qt::ControlModifier);
    type(u"BBB"_s); // before the server has answered
    QTRY_VERIFY_WITH_TIMEOUT(onServer(u"/b"_s).endsWith("AAA"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->valueView()->base()->stat.version, 2, patience);
    QVERIFY(m_page->valueView()->isModified());
    QTest::keyClick(field(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!m_page->valueView()->isModified(), patience);
    type(u"C"_s);
    QVERIFY2(text().endsWith(u"AAABBBC"_s), qPrintable(text().left(20)));
    QCOMPARE(m_page->valueView()->editor()->firstVisibleLine(), top);
    QTest::keyClick(field(), Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(field(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY2(!text().endsWith(u"BBBC"_s), qPrintable(text().right(20)));
}

QTEST_MAIN(TestZnodeTyping)
#include "tst_znodetyping.moc"
