// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stage.h"
#include "ui/activity/activitybar.h"
#include "ui/mainwindow.h"
#include "ui/overview/clusteractions.h"
#include "ui/overview/memberactions.h"
#include "ui/overview/membercard.h"
#include "ui/overview/overviewpage.h"
#include "ui/overview/removaldialog.h"
#include "ui/wizard/clusterwizard.h"

#include <QtGui/QAccessible>
#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>

using namespace zoodock;
using namespace zoodock::test;

namespace
{

/// As a screen reader hears it: the accessible name, which takes in buddies and texts.
QString heardName(QWidget *widget)
{
    // On Unix Qt gives a combo box's value for its name; screen readers hear the label or this one.
    if (qobject_cast<const QComboBox *>(widget) && !widget->accessibleName().isEmpty())
        return widget->accessibleName();
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

bool takesFocus(const QWidget *widget)
{
    return (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget->isVisible();
}

/// Qt's own inner widgets speak through the control that they belong to.
bool isInner(const QWidget *widget)
{
    return widget->objectName().startsWith(u"qt_"_s) || qobject_cast<const QScrollBar *>(widget);
}

QString described(const QWidget *widget)
{
    QStringList path;
    for (const QWidget *step = widget; step; step = step->parentWidget())
        path.prepend(
            u"%1(%2)"_s.arg(QString::fromLatin1(step->metaObject()->className()), step->objectName()));
    return path.join(u" > "_s);
}

} // namespace

class TestAccessibility : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingHasAName_data();
    void everythingHasAName();
    void everythingIsReachedByTab();
    void labelsLeadToTheirFields();
    void cardsSayWhatChanged();
    void treeRowsSpeak();

private:
    static void play(const QString &scene, Stage &stage, MainWindow &window);
    static void walk(QWidget &top);
};

void TestAccessibility::everythingHasAName_data()
{
    QTest::addColumn<QString>("scene");
    for (const char *scene :
         {"welcome",  "engine",   "overview", "fifteen",  "half-made", "labels",   "damaged",
          "silent",   "failed",   "activity", "commands", "removal",   "wizard-0", "wizard-1",
          "wizard-2", "wizard-3", "wizard-4", "about",    "settings",  "quit"})
        QTest::newRow(scene) << QString::fromLatin1(scene);
}

void TestAccessibility::play(const QString &scene, Stage &stage, MainWindow &window)
{
    if (scene == "welcome"_L1)
        return;
    if (scene == "engine"_L1)
        return stage.engine(EngineStatus::Reach::Silent, Error(ErrorKind::EngineDown, u"No answer."_s));
    stage.engine(EngineStatus::Reach::Answers);
    stage.addHealthy(u"orders"_s, scene == "fifteen"_L1 ? 11 : 3, scene == "fifteen"_L1 ? 4 : 0);
    stage.addHealthy(u"search"_s, 1);
    if (scene == "half-made"_L1)
        stage.store.setHalfMade(u"orders"_s, true);
    else if (scene == "damaged"_L1)
        stage.store.setDamaged(u"orders"_s, Error(ErrorKind::FileDamaged, u"Line 3."_s));
    else if (scene == "labels"_L1) {
        stage.store.setWanted(Stage::ensemble(u"legacy"_s, 3), WantedOrigin::Labels);
        window.showCluster(u"legacy"_s);
    } else if (scene == "silent"_L1)
        stage.engine(EngineStatus::Reach::Silent, Error(ErrorKind::EngineDown, u"No answer."_s));
    else if (scene == "removal"_L1)
        window.findChild<QAction *>(u"clusterRemove"_s)->trigger();
    else if (scene == "about"_L1)
        window.findChild<QAction *>(u"about"_s)->trigger();
    else if (scene == "settings"_L1)
        window.findChild<QAction *>(u"settings"_s)->trigger();
    else if (scene.startsWith("wizard"_L1)) {
        auto *wizard = new ClusterWizard(stage.services, u"quickstart"_s, &window);
        wizard->open();
        wizard->setStep(WizardStep(scene.back().digitValue()));
    } else if (scene != "overview"_L1 && scene != "fifteen"_L1) {
        FakeTask *task = stage.addTask(u"orders"_s, u"Create orders"_s, {u"Make the network"_s});
        QTRY_VERIFY(task->begun().isValid());
        task->noteCommand(u"docker network create orders"_s);
        if (scene == "failed"_L1)
            task->fail(Error(ErrorKind::ProgramFailed, u"Docker refused."_s));
        window.findChild<ActivityBar *>()->setExpanded(scene != "failed"_L1);
        if (scene == "commands"_L1)
            window.findChild<QPushButton *>(u"activityCommands"_s)->click();
        if (scene == "quit"_L1)
            QTest::keyClick(&window, Qt::Key_Q, Qt::ControlModifier);
    }
}

void TestAccessibility::walk(QWidget &top)
{
    QHash<QWidget *, QHash<QString, QWidget *>> siblings;
    int seen = 0;
    const QList<QWidget *> all = top.findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (!takesFocus(widget) || isInner(widget) || widget->window() != &top)
            continue;
        ++seen;
        const QString name = heardName(widget);
        QVERIFY2(!name.trimmed().isEmpty(), qPrintable(u"no name: "_s + described(widget)));
        QHash<QString, QWidget *> &names = siblings[widget->parentWidget()];
        QVERIFY2(!names.contains(name), qPrintable(u"“%1” twice: %2"_s.arg(name, described(widget))));
        names.insert(name, widget);
        if (const auto *button = qobject_cast<QToolButton *>(widget))
            QVERIFY2(!button->toolTip().isEmpty(), qPrintable(u"no tool tip: "_s + described(widget)));
    }
    QVERIFY2(seen > 0, "there is nothing to reach");
}

void TestAccessibility::everythingHasAName()
{
    QFETCH(QString, scene);
    Stage stage;
    stage.docker.allowUnknownCalls();
    MainWindow window(stage.services);
    window.resize(1200, 800);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    play(scene, stage, window);
    QTest::qWait(20);
    walk(window);
    const QList<QDialog *> dialogs = window.findChildren<QDialog *>();
    const bool wantsDialog =
        QStringList{u"commands"_s, u"removal"_s, u"about"_s, u"settings"_s, u"quit"_s}.contains(scene) ||
        scene.startsWith("wizard"_L1);
    QCOMPARE(dialogs.size(), wantsDialog ? 1 : 0);
    for (QDialog *dialog : dialogs) {
        QTRY_VERIFY(dialog->isVisible());
        QVERIFY(!dialog->windowTitle().isEmpty());
        walk(*dialog);
    }
}

void TestAccessibility::everythingIsReachedByTab()
{
    Stage stage;
    stage.engine(EngineStatus::Reach::Answers);
    stage.addHealthy(u"orders"_s);
    MainWindow window(stage.services);
    window.resize(1200, 800);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSet<const QWidget *> reached;
    for (int i = 0; i < 120; ++i) {
        QWidget *focus = QApplication::focusWidget();
        if (focus)
            reached += focus;
        QTest::keyClick(focus ? focus : &window, Qt::Key_Tab);
    }
    const QList<QWidget *> all = window.findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (takesFocus(widget) && widget->isEnabled() && !isInner(widget))
            QVERIFY2(reached.contains(widget), qPrintable(described(widget)));
    }
    QVERIFY(reached.size() > 20);
}

void TestAccessibility::labelsLeadToTheirFields()
{
    Stage stage;
    stage.addHealthy(u"orders"_s);
    MainWindow window(stage.services);
    const QList<QLabel *> labels = window.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->text().contains(u'&') && label->textFormat() != Qt::PlainText)
            QVERIFY2(label->buddy(), qPrintable(label->text()));
    }
}

void TestAccessibility::cardsSayWhatChanged()
{
    Stage stage;
    stage.addHealthy(u"orders"_s);
    MainWindow window(stage.services);
    window.show();
    auto *card = window.findChild<MemberCard *>();
    QCOMPARE(heardName(card), u"zoo1, follower, 127.0.0.1:2181"_s);
    stage.live(u"orders"_s, 1, ContainerLife::Paused);
    QCOMPARE(heardName(card), u"zoo1, paused, 127.0.0.1:2181"_s);
}

void TestAccessibility::treeRowsSpeak()
{
    Stage stage;
    stage.addHealthy(u"orders"_s);
    MainWindow window(stage.services);
    window.show();
    auto *tree = window.findChild<QWidget *>(u"clusterTree"_s);
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(tree);
    QVERIFY(interface);
    QStringList heard;
    for (int i = 0; i < interface->childCount(); ++i)
        heard += interface->child(i)->text(QAccessible::Name);
    QVERIFY2(heard.contains(u"zoo3, leader, 127.0.0.1:2183"_s), qPrintable(heard.join(u'\n')));
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
