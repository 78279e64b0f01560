// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stage.h"
#include "ui/look/theme.h"
#include "ui/look/translations.h"
#include "ui/mainwindow.h"
#include "ui/wizard/clusterwizard.h"
#include "ui/wizard/wizarddraft.h"

#include <QtCore/QDir>
#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace zoodock;
using namespace zoodock::test;

namespace
{

QString outputFolder()
{
    return qEnvironmentVariable("ZOODOCK_SCREENSHOTS", QDir::current().filePath(u"screenshots"_s));
}

void act(MainWindow &window, const QString &name)
{
    for (QAction *action : window.findChildren<QAction *>(name))
        action->trigger();
}

} // namespace

/// Pictures of every page and dialog, light and dark, for people to look at; the test itself checks that each
/// shows something and that nothing a person reads is cut without a tool tip.
class TestScreenshots : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir().mkpath(outputFolder()));
        QVERIFY(installTranslations(*qApp, qEnvironmentVariable("ZOODOCK_SCREENSHOTS_LANGUAGE")));
    }
    void scenes_data();
    void scenes();

private:
    static void play(const QString &scene, Stage &stage, MainWindow &window);
    static void shoot(QWidget &widget, const QString &name);
};

void TestScreenshots::scenes_data()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QString>("theme");
    for (const char *theme : {"light", "dark"}) {
        for (const char *scene :
             {"welcome",         "engine",        "healthy",  "leader-killed", "no-quorum", "half-made",
              "creating",        "failed",        "fifteen",  "silent-engine", "labels",    "removal",
              "removal-fifteen", "commands",      "wizard-0", "wizard-1",      "wizard-2",  "wizard-3",
              "wizard-4",        "member-states", "small",    "settings"})
            QTest::addRow("%s-%s", scene, theme) << QString::fromLatin1(scene) << QString::fromLatin1(theme);
    }
}

void TestScreenshots::play(const QString &scene, Stage &stage, MainWindow &window)
{
    const Error down(
        ErrorKind::EngineDown, u"The Docker engine does not answer. Start it."_s,
        u"Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?"_s);
    if (scene == "engine"_L1) {
        stage.engine(EngineStatus::Reach::Silent, down);
        return;
    }
    stage.engine(EngineStatus::Reach::Answers);
    if (scene == "welcome"_L1)
        return;
    if (scene.startsWith("wizard"_L1)) {
        stage.engineAnswers();
        auto *wizard = new ClusterWizard(stage.services, u"quickstart"_s, &window);
        wizard->open();
        wizard->setStep(WizardStep(scene.back().digitValue()));
        QTRY_VERIFY_WITH_TIMEOUT(!wizard->findChild<WizardDraft *>()->isAsking(), 20'000);
        return;
    }
    if (scene == "fifteen"_L1 || scene == "removal-fifteen"_L1) {
        stage.addHealthy(u"payments-and-invoicing-integration-test9"_s, 11, 4);
        stage.addHealthy(u"search"_s, 1);
        window.showCluster(u"payments-and-invoicing-integration-test9"_s);
        if (scene == "removal-fifteen"_L1)
            act(window, u"clusterRemove"_s);
        return;
    }
    if (scene == "settings"_L1)
        act(window, u"settings"_s);
    const bool five = scene == "member-states"_L1;
    stage.addHealthy(u"orders"_s, five ? 7 : 3, five ? 2 : 0);
    stage.addHealthy(u"search"_s, 1);
    window.showCluster(u"orders"_s);
    if (scene == "leader-killed"_L1) {
        stage.live(u"orders"_s, 3, ContainerLife::Exited, 137);
        stage.clock.advance(4s);
        stage.store.doubtRoles(u"orders"_s, 3);
    } else if (scene == "no-quorum"_L1) {
        stage.live(u"orders"_s, 1, ContainerLife::Exited, 0);
        stage.live(u"orders"_s, 3, ContainerLife::Exited, 137);
        stage.clock.advance(75s);
        stage.noAnswer(u"orders"_s, 2,
                       u"127.0.0.1:2182 accepts connections and says nothing. The server may be frozen."_s);
    } else if (scene == "half-made"_L1) {
        stage.live(u"orders"_s, 2, ContainerLife::Created);
        stage.live(u"orders"_s, 3, ContainerLife::Absent);
        stage.store.setHalfMade(u"orders"_s, true);
    } else if (scene == "labels"_L1) {
        Ensemble lost = Stage::ensemble(u"legacy"_s, 3);
        stage.store.setWanted(lost, WantedOrigin::Labels);
        for (const Member &member : lost.members)
            stage.run(u"legacy"_s, member);
        stage.store.setDamaged(
            u"search"_s, Error(ErrorKind::FileDamaged, u"Line 12: a colon is missing after “members”."_s));
        window.showCluster(u"legacy"_s);
    } else if (scene == "silent-engine"_L1) {
        stage.engine(EngineStatus::Reach::Silent, down);
        stage.noAnswer(u"orders"_s, 1, {});
        stage.clock.advance(12s);
    } else if (scene == "creating"_L1 || scene == "failed"_L1 || scene == "commands"_L1) {
        FakeTask *task =
            stage.addTask(u"orders"_s, u"Create orders"_s,
                          {u"Make the network orders-net"_s, u"Make 6 volumes"_s, u"Create and start zoo1"_s,
                           u"Create and start zoo2"_s, u"Create and start zoo3"_s, u"Wait for the quorum"_s});
        QTRY_VERIFY(task->begun().isValid());
        for (int step = 0; step < 4; ++step)
            task->setStep(step, StepState::Done);
        task->noteCommand(u"# Make the network orders-net"_s);
        task->noteCommand(u"docker network create --label org.zoodock.cluster=orders orders-net"_s);
        task->noteCommand(
            u"docker create --name orders-zoo1 --hostname zoo1 --network orders-net --env ZOO_MY_ID=1 "
            "--publish 127.0.0.1:2181:2181 zoodock/zookeeper:3.8"_s);
        if (scene == "failed"_L1) {
            task->setStep(4, StepState::Failed, u"port 2183 is in use"_s);
            task->fail(
                Error(ErrorKind::PortInUse,
                      u"Port 2183 of 127.0.0.1 was taken by another program between planning and starting. "
                      "Everything that was made has been removed again. Try again with free ports."_s));
        } else {
            task->setStep(4, StepState::Done);
            task->setStep(5, StepState::Running, u"2 of 3"_s);
        }
        window.findChild<QToolButton *>(u"activityToggle"_s)->setChecked(scene != "commands"_L1);
        if (scene == "commands"_L1)
            window.findChild<QPushButton *>(u"activityCommands"_s)->click();
    } else if (scene == "removal"_L1) {
        act(window, u"clusterRemove"_s);
        window.findChild<QCheckBox *>()->setChecked(true);
    } else if (scene == "member-states"_L1) {
        stage.live(u"orders"_s, 1, ContainerLife::Paused);
        stage.live(u"orders"_s, 2, ContainerLife::Restarting, 1);
        stage.live(u"orders"_s, 4, ContainerLife::Created);
        stage.live(u"orders"_s, 5, ContainerLife::Absent);
    } else if (scene == "small"_L1) {
        window.resize(window.minimumSizeHint().expandedTo(QSize(760, 480)));
    }
}

void TestScreenshots::shoot(QWidget &widget, const QString &name)
{
    const QPixmap picture = widget.grab();
    QVERIFY(!picture.isNull());
    const QImage image = picture.toImage();
    int different = 0;
    for (const int y : {image.height() / 3, image.height() / 2}) {
        for (int x = 0; x < image.width(); x += 3)
            different += image.pixel(x, y) != image.pixel(0, 0) ? 1 : 0;
    }
    QVERIFY2(different > 10, "there is nothing to see");
    QVERIFY(picture.save(QDir(outputFolder()).filePath(name + u".png"_s)));
}

void TestScreenshots::scenes()
{
    QFETCH(QString, scene);
    QFETCH(QString, theme);
    Stage stage;
    stage.docker.allowUnknownCalls();
    stage.settings.setValue(SettingKey::Theme, theme);
    MainWindow window(stage.services);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.resize(1280, 800);
    play(scene, stage, window);
    QTest::qWait(50);
    const QString name = u"%1-%2"_s.arg(scene, theme);
    shoot(window, name);
    const QList<QDialog *> dialogs = window.findChildren<QDialog *>();
    for (QDialog *dialog : dialogs) {
        QTRY_VERIFY(dialog->isVisible());
        shoot(*dialog, name + u"-dialog"_s);
    }
    QCOMPARE(dialogs.size(), scene.startsWith("removal"_L1) || scene == "commands"_L1 ||
                                     scene == "settings"_L1 || scene.startsWith("wizard"_L1)
                                 ? 1
                                 : 0);
}

QTEST_MAIN(TestScreenshots)
#include "tst_screenshots.moc"
