// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tour.h"

#include "ui/activity/activitybar.h"
#include "ui/clusterpage.h"
#include "ui/look/translations.h"
#include "ui/notices.h"
#include "ui/wizard/clusterwizard.h"
#include "ui/wizard/wizarddraft.h"

#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

namespace zoodock::test
{

namespace
{

/// As the engine's client says it; nothing here stands in for our own texts.
Error engineDown()
{
    return Error(
        ErrorKind::EngineDown, u"The Docker engine does not answer. Start it."_s,
        u"Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?"_s);
}

} // namespace

QStringList Tour::scenes()
{
    return QStringLiteral(
               "welcome engine overview leader-killed no-quorum half-made labels damaged discovered "
               "silent-engine removed-outside member-states fifteen small creating failed "
               "logs logs-side logs-fifteen logs-none logs-empty "
               "server server-blocked server-admin server-paused server-browser server-fifteen "
               "znodes znodes-fifteen znodes-hex znodes-access znodes-changes znodes-search znodes-edited "
               "znodes-down znodes-long znodes-chroot "
               "commands history removal removal-fifteen identity settings about quit "
               "wizard-0 wizard-1 wizard-2 wizard-3 wizard-4 wizard-fifteen "
               "znode-new znode-delete znode-conflict znode-connection znode-acl znode-lockout znode-anew "
               "znode-export znode-takeback "
               "cluster-settings settings-fifteen discovered-settings znode-quick-open znode-import "
               "ask-stop ask-restart ask-container ask-removals ask-file ask-change ask-discard "
               "file-docker file-review file-log activity-line activity-failures activity-failed")
        .split(u' ');
}

QString Tour::wantedLanguage()
{
    return qEnvironmentVariable("ZOODOCK_TEST_LANGUAGE", u"en"_s);
}

bool Tour::installWantedLanguage()
{
    return installTranslations(*qApp, wantedLanguage());
}

Tour::Tour(const QString &scene, const QString &theme)
    : m_scene(scene)
{
    withoutKeychain();
    stage.docker.rule({u"inspect"_s})
        .out(R"([{"Id":"x","Name":"/x","Created":"2026-01-01T09:00:00Z","State":{"Status":"running"},)"
             R"("Config":{},"HostConfig":{},"NetworkSettings":{}}])");
    stage.docker.allowUnknownCalls();
    stage.settings.setValue(SettingKey::Theme, theme);
    window = std::make_unique<MainWindow>(stage.services);
    window->resize(1280, 800);
    window->show();
    window->activateWindow();
    if (!QTest::qWaitForWindowActive(window.get()))
        return;
    m_ready = play(scene);
    if (!m_ready)
        qWarning().noquote() << stage.docker.callLines().join(u'\n');
    QTest::qWait(30);
}

QDialog *Tour::dialog() const
{
    return tops().size() > 1 ? qobject_cast<QDialog *>(tops().last()) : nullptr;
}

QList<QWidget *> Tour::tops() const
{
    QList<QWidget *> tops{window.get()};
    for (QDialog *dialog : window->findChildren<QDialog *>()) {
        // A dialog comes after the one that it belongs to.
        if (dialog->isVisible())
            tops += dialog;
    }
    return tops;
}

void Tour::setTheme(const QString &theme)
{
    stage.settings.setValue(SettingKey::Theme, theme);
    QTest::qWait(10);
}

void Tour::trigger(const QString &actionName)
{
    for (QAction *action : window->findChildren<QAction *>(actionName)) {
        action->trigger();
        return;
    }
}

bool Tour::waitForDialog()
{
    return QTest::qWaitFor([this] { return dialog() != nullptr; }, patience);
}

void Tour::showTab(Tab tab)
{
    window->findChild<ClusterPage *>()->setCurrentIndex(static_cast<int>(tab));
}

Ensemble Tour::large()
{
    Ensemble ensemble = Stage::ensemble(u"payments-and-invoicing-integration-test9"_s, 11, 4);
    for (Member &member : ensemble.members) {
        if (member.role == MemberRole::Observer)
            member.name = u"analytics-observer-in-frankfurt-%1"_s.arg(member.id);
    }
    return ensemble;
}

bool Tour::play(const QString &scene)
{
    if (scene == "engine"_L1 || scene == "welcome"_L1 || scene.startsWith("wizard"_L1))
        return playStart(scene);
    stage.engine(EngineStatus::Reach::Answers);
    if (scene.startsWith("logs"_L1))
        return playLogs(scene);
    if (scene.startsWith("server"_L1))
        return playServer(scene);
    if (scene.startsWith("znode"_L1))
        return playZnodes(scene);
    if (scene.startsWith("ask-"_L1) || scene.startsWith("file-"_L1))
        return playQuestions(scene);
    if (scene.startsWith("activity-"_L1))
        return playActivity(scene);
    if (QStringList{u"creating"_s, u"failed"_s, u"commands"_s, u"history"_s, u"quit"_s}.contains(scene))
        return playTask(scene);
    return playOverview(scene);
}

bool Tour::playStart(const QString &scene)
{
    if (scene == "engine"_L1) {
        stage.engine(EngineStatus::Reach::Silent, engineDown());
        return true;
    }
    stage.engine(EngineStatus::Reach::Answers);
    if (scene == "welcome"_L1)
        return true;
    stage.engineAnswers();
    ClusterWizard *wizard = nullptr;
    if (scene == "wizard-fifteen"_L1)
        wizard = new ClusterWizard(stage.services, ClusterWizard::duplicateOf(large(), stage.services),
                                   window.get());
    else
        wizard = new ClusterWizard(stage.services, u"quickstart"_s, window.get());
    wizard->open();
    wizard->setStep(scene == "wizard-fifteen"_L1 ? WizardStep(2) : WizardStep(scene.back().digitValue()));
    auto *draft = wizard->findChild<WizardDraft *>();
    return QTest::qWaitFor([draft] { return !draft->isAsking(); }, patience) && waitForDialog();
}

bool Tour::playOverview(const QString &scene)
{
    if (scene.endsWith("fifteen"_L1)) {
        const Ensemble shown = large();
        stage.addHealthy(shown);
        stage.addHealthy(u"search"_s, 1);
        window->showCluster(shown.name);
        if (scene == "settings-fifteen"_L1) {
            stage.engineAnswers();
            showTab(Tab::Settings);
            QTest::qWait(300);
        }
        if (scene != "removal-fifteen"_L1)
            return true;
        trigger(u"clusterRemove"_s);
        return waitForDialog();
    }
    const bool many = scene == "member-states"_L1;
    stage.addHealthy(u"orders"_s, many ? 7 : 3, many ? 2 : 0);
    stage.addHealthy(u"search"_s, 1);
    window->showCluster(u"orders"_s);
    if (scene == "leader-killed"_L1) {
        stage.live(u"orders"_s, 3, ContainerLife::Exited, 137);
        stage.clock.advance(4s);
        stage.store.doubtRoles(u"orders"_s, 3);
    } else if (scene == "no-quorum"_L1) {
        stage.live(u"orders"_s, 1, ContainerLife::Exited, 0);
        stage.live(u"orders"_s, 3, ContainerLife::Exited, 137);
        stage.clock.advance(75s);
        stage.noAnswer(u"orders"_s, 2,
                       said("zoodock::FourLetterRequest", "The server does not answer in time. It may be "
                                                          "frozen or overloaded; look into its log."));
    } else if (scene == "half-made"_L1) {
        stage.live(u"orders"_s, 2, ContainerLife::Created);
        stage.live(u"orders"_s, 3, ContainerLife::Absent);
        stage.store.setHalfMade(u"orders"_s, true);
    } else if (scene == "labels"_L1 || scene.startsWith("discovered"_L1)) {
        const Ensemble found = Stage::ensemble(u"legacy"_s, 3);
        stage.store.setWanted(found, scene == "labels"_L1 ? WantedOrigin::Labels : WantedOrigin::Discovered);
        for (const Member &member : found.members) {
            stage.run(u"legacy"_s, member);
            stage.answer(u"legacy"_s, member.id,
                         member.id == 2 ? MemberState::Leader : MemberState::Follower);
        }
        window->showCluster(u"legacy"_s);
        if (scene == "discovered-settings"_L1)
            showTab(Tab::Settings);
    } else if (scene == "damaged"_L1) {
        stage.store.setDamaged(u"orders"_s, damagedFile());
    } else if (scene == "removed-outside"_L1) {
        stage.store.removeWanted(u"orders"_s);
        return window->findChild<Notices *>()->isVisible();
    } else if (scene == "silent-engine"_L1) {
        stage.engine(EngineStatus::Reach::Silent, engineDown());
        stage.noAnswer(u"orders"_s, 1, {});
        stage.clock.advance(12s);
    } else if (many) {
        stage.live(u"orders"_s, 1, ContainerLife::Paused);
        stage.live(u"orders"_s, 2, ContainerLife::Restarting, 1);
        stage.live(u"orders"_s, 4, ContainerLife::Created);
        stage.live(u"orders"_s, 5, ContainerLife::Absent);
    } else if (scene == "small"_L1) {
        window->resize(window->minimumSizeHint().expandedTo(QSize(760, 480)));
    } else if (scene == "cluster-settings"_L1) {
        stage.engineAnswers();
        showTab(Tab::Settings);
        QTest::qWait(300);
    } else if (scene == "removal"_L1) {
        trigger(u"clusterRemove"_s);
        if (!waitForDialog())
            return false;
        dialog()->findChild<QCheckBox *>()->setChecked(true);
    } else if (scene == "identity"_L1 || scene == "settings"_L1 || scene == "about"_L1) {
        trigger(scene == "identity"_L1 ? u"clusterDescribe"_s : scene);
        return waitForDialog();
    }
    return true;
}

bool Tour::playTask(const QString &scene)
{
    stage.addHealthy(u"orders"_s);
    stage.addHealthy(u"search"_s, 1);
    window->showCluster(u"orders"_s);
    const QString network = said("ClusterPlanner", "Create the network %1").arg("orders"_L1);
    const QString start = said("ClusterPlanner", "Create and start %1");
    FakeTask *task = stage.addTask(u"orders"_s, said("zoodock::CreateTask", "Create %1").arg("orders"_L1),
                                   {network, said("ClusterPlanner", "Create the volumes"),
                                    start.arg("zoo1"_L1), start.arg("zoo2"_L1), start.arg("zoo3"_L1),
                                    said("ClusterPlanner", "Wait for the quorum")});
    if (!QTest::qWaitFor([task] { return task->begun().isValid(); }, patience))
        return false;
    for (int step = 0; step < 4; ++step)
        task->setStep(step, StepState::Done);
    task->noteCommand("# "_L1 + network);
    task->noteCommand(u"docker network create --label org.zoodock.cluster=orders orders"_s);
    task->noteCommand(u"docker create --name orders-zoo1 --hostname zoo1 --network orders --env ZOO_MY_ID=1 "
                      "--publish 127.0.0.1:2181:2181 zoodock/zookeeper:3.8"_s);
    const bool fails = scene == "failed"_L1 || scene == "history"_L1;
    if (fails) {
        task->setStep(4, StepState::Failed, takenPort().message());
        task->setAgain([](QObject &) {}, ClusterTask::AgainWith::FreePorts);
        task->fail(takenPort());
    } else {
        task->setStep(4, StepState::Done);
        task->setStep(5, StepState::Running, u"2/3"_s);
    }
    if (scene == "history"_L1) {
        FakeTask *other = stage.addTask(u"search"_s, said("zoodock::ActTask", "Start %1").arg("search"_L1),
                                        {said("ClusterPlanner", "Start %1").arg("zoo1"_L1)});
        if (!QTest::qWaitFor([other] { return other->begun().isValid(); }, patience))
            return false;
        other->succeed();
    }
    if (scene == "creating"_L1 || scene == "failed"_L1)
        window->findChild<QToolButton *>(u"activityToggle"_s)->setChecked(true);
    else if (scene == "commands"_L1)
        window->findChild<QPushButton *>(u"activityCommands"_s)->click();
    else if (scene == "history"_L1)
        trigger(u"showHistory"_s);
    else
        QTest::keyClick(window.get(), Qt::Key_Q, Qt::ControlModifier);
    return scene == "creating"_L1 || scene == "failed"_L1 || waitForDialog();
}

} // namespace zoodock::test
