// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked before something is lost, where files are chosen, and the activity when more than one thing
// has happened.
#include "gui/tour.h"

#include "clusters/ensemblechange.h"
#include "ui/activity/activitybar.h"
#include "ui/clustersettings/changedialog.h"
#include "ui/logs/logsavedialog.h"
#include "ui/overview/clusteractions.h"
#include "ui/overview/clusterbanners.h"
#include "ui/overview/lifecycle.h"
#include "ui/overview/memberactions.h"
#include "ui/overview/selectionactions.h"
#include "ui/settings/settingsdialog.h"
#include "ui/sidebar/sidebar.h"
#include "ui/wizard/clusterwizard.h"
#include "ui/wizard/wizarddraft.h"

#include <QtCore/QJsonParseError>
#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeView>

namespace zoodock::test
{

QString said(const char *context, const char *text)
{
    return QCoreApplication::translate(context, text);
}

Error takenPort()
{
    const QString taken = said("zoodock::Autopsy", "A port that %1 needs was taken in the meantime. Let new "
                                                   "ports be proposed, then try again.");
    return Error(
        ErrorKind::PortInUse,
        said("zoodock::PlanTask", "%1 What had been made was removed again.").arg(taken.arg("zoo3"_L1)),
        u"docker: Error response from daemon: driver failed programming external connectivity: Bind "
        "for 127.0.0.1:2183 failed: port is already allocated."_s);
}

Error damagedFile()
{
    QJsonParseError reason;
    reason.error = QJsonParseError::UnterminatedObject;
    return Error(ErrorKind::FileDamaged,
                 said("EnsembleJson", "Line %1: this is not JSON (%2).").arg("12"_L1, reason.errorString()));
}

bool Tour::playQuestions(const QString &scene)
{
    Ensemble orders = Stage::ensemble(u"orders"_s, 3);
    orders.title = u"search"_s; // a name of a person's own, which stands there instead
    stage.addHealthy(orders);
    stage.addHealthy(u"legacy"_s);
    window->showCluster(orders.name);
    auto *actions = window->findChild<SelectionActions *>();
    if (scene == "ask-stop"_L1) {
        actions->clusters().stop->trigger();
    } else if (scene == "ask-restart"_L1) {
        actions->clusters().restart->trigger();
    } else if (scene == "ask-container"_L1) {
        window->findChild<Sidebar *>()->select(orders.name, 1);
        actions->members().remove->trigger();
    } else if (scene == "ask-removals"_L1) {
        window->findChild<Lifecycle *>()->remove({orders.name, u"legacy"_s});
    } else if (scene == "ask-file"_L1) {
        stage.store.setDamaged(orders.name, damagedFile());
        Q_EMIT window->findChild<ClusterBanners *>()->fileRemovalWanted();
    } else if (scene == "ask-change"_L1) {
        Ensemble after = orders;
        after.settings.insert(u"tickTime"_s, u"1500"_s);
        after.settings.insert(u"maxClientCnxns"_s, u"120"_s);
        (new ChangeDialog(changeBetween(orders, after), *stage.store.cluster(orders.name), false,
                          window.get()))
            ->open();
    } else {
        return playFileDialog(scene);
    }
    return waitForDialog();
}

bool Tour::playFileDialog(const QString &scene)
{
    if (scene == "file-docker"_L1) {
        trigger(u"settings"_s);
        if (!waitForDialog())
            return false;
        dialog()->findChild<QPushButton *>(u"settingsBrowse"_s)->click();
    } else if (scene == "file-log"_L1) {
        showTab(Tab::Logs);
        window->findChild<LogSaveDialog *>()->open(u"orders"_s);
    } else {
        stage.engineAnswers();
        auto *wizard = new ClusterWizard(stage.services, u"quickstart"_s, window.get());
        wizard->open();
        wizard->findChild<WizardDraft *>()->setMembers(5, 0);
        if (scene == "ask-discard"_L1) {
            wizard->reject();
        } else {
            wizard->setStep(WizardStep::Review);
            const auto *draft = wizard->findChild<WizardDraft *>();
            if (!QTest::qWaitFor([draft] { return !draft->isAsking(); }, patience))
                return false;
            wizard->findChild<QPushButton *>(u"wizardSave"_s)->click();
        }
    }
    const qsizetype above = scene == "file-log"_L1 ? 2 : 3;
    if (!QTest::qWaitFor([this, above] { return tops().size() == above; }, patience))
        return false;
    if (auto *files = qobject_cast<QFileDialog *>(dialog()))
        files->setDirectory(stage.folder.path());
    return true;
}

/// Failures of before, and work under way: in the line ("activity-line"), or with the list open.
bool Tour::playActivity(const QString &scene)
{
    stage.addHealthy(u"orders"_s);
    stage.addHealthy(u"search"_s, 1);
    window->showCluster(u"search"_s);
    const auto begun = [](const FakeTask *task) {
        return QTest::qWaitFor([task] { return task->begun().isValid(); }, patience);
    };
    const auto creating = [](const QString &name) {
        return said("zoodock::CreateTask", "Create %1").arg(name);
    };
    const auto removing = [](const char *what) { return said("zoodock::RemoveTask", what); };
    const QStringList steps{removing("Remove the containers"), removing("Remove the network")};
    FakeTask *done = stage.addTask(u"search"_s, creating(u"search"_s), {removing("Keep the volumes")});
    FakeTask *first = stage.addTask(u"orders"_s, creating(u"orders"_s), steps);
    FakeTask *second = stage.addTask(u"orders"_s, creating(u"orders-2"_s), steps);
    if (!begun(first) || !begun(second) || !begun(done))
        return false;
    done->setStep(0, StepState::Done);
    done->succeed();
    for (FakeTask *task : {first, second}) {
        task->setAgain([](QObject &) {}, ClusterTask::AgainWith::FreePorts);
        task->noteCommand(u"docker network create --label org.zoodock.cluster=orders orders-net"_s);
        task->setStep(0, StepState::Undone);
        task->setStep(1, StepState::Failed);
        task->fail(takenPort());
    }
    if (scene != "activity-failed"_L1) {
        FakeTask *now = stage.addTask(u"search"_s, removing("Remove %1").arg(u"search"_s), steps);
        if (!begun(now))
            return false;
        now->setStep(0, StepState::Done);
        now->setStep(1, StepState::Running);
    }
    auto *bar = window->findChild<ActivityBar *>();
    if (scene == "activity-failures"_L1)
        bar->findChild<QPushButton *>(u"activityUnread"_s)->click();
    return true;
}

} // namespace zoodock::test
