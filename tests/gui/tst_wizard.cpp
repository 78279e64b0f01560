// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/wizarddriver.h"

#include "clusters/imagetask.h"
#include "core/settings.h"
#include "ensemble/ensemblejson.h"
#include "ensemble/portplan.h"
#include "ensemble/validate.h"
#include "itemmodels/settingtablemodel.h"
#include "ui/look/translations.h"
#include "ui/wizard/findinglist.h"
#include "ui/wizard/memberlist.h"
#include "ui/wizard/topologypicture.h"
#include "ui/wizard/wizarddraft.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QLocale>
#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QTableView>

using namespace zoodock;
using namespace zoodock::test;

class TestWizard : public QObject, private WizardDriver
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslations(*qApp)); }
    void init() { begin(); }
    void cleanup() { end(); }
    void enterAllTheWay();
    void backKeepsEverything();
    void ctrlEnterGoesToTheReview();
    void namesWhoHasThatName();
    void participantsByKeys();
    void imageIsPulled();
    void pullSaysWhyItFailed();
    void failureStaysWithItsImage();
    void pullIsStopped();
    void localImageIsBuilt();
    void portsByKeys();
    void numbersThatAreNoPort();
    void collisionNamesTheHolder();
    void publishing();
    void hostNetwork();
    void pictureHasObservers();
    void eachModeKeepsItsPorts();
    void existingNetwork();
    void settingsByKeys();
    void settingsThatTheImageCannotBeTold();
    void findsSettings();
    void freeLines();
    void reviewShowsWhatWillRun();
    void copiesAndSaves();
    void noCommandsToTake();
    void remedies();
    void onlyTheBadLineIsRemoved();
    void remedyOnTheReview();
    void looksAgainBeforeCreating();
    void engineThatDoesNotAnswer();
    void remembersChoicesAndSize();
    void duplicateIsFilledIn();
    void duplicateSaysOfWhat();
    void followsWhatOthersMake();
    void looksAgainOnAnotherPage();
    void rangesAndHeadersAreReadWhole();
    void picturesHaveThePortsOfTheirMode();
    void escapeAsksOnceSomethingWasEntered();
    void everythingIsReachedByTab();

private:
    void pullAnother();
};

void TestWizard::enterAllTheWay()
{
    m_stage->engineAnswers();
    open();
    for (const WizardStep step : {WizardStep::What, WizardStep::Image, WizardStep::Network,
                                  WizardStep::Settings, WizardStep::Review}) {
        QCOMPARE(m_wizard->step(), step);
        press(Qt::Key_Return);
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_wanted->count(), 1, patience);
    QCOMPARE(m_result.name, u"orders"_s);
    QCOMPARE(m_result.members.size(), 3);
    QCOMPARE(m_result.image.reference, u"zoodock/zookeeper:3.8"_s);
    QVERIFY(m_result.settings.isEmpty());
    QCOMPARE(m_result.members.at(2).client.hostPort, quint16(2183));
    QTRY_VERIFY(!m_wizard);
    QVERIFY(m_stage->changes().isEmpty()); // the window makes it
}

void TestWizard::backKeepsEverything()
{
    m_stage->engineAnswers();
    open();
    type(u"payments"_s);
    goTo(WizardStep::Review);
    for (int pages = 0; pages < 4; ++pages)
        press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_wizard->step(), WizardStep::What);
    QVERIFY(!part<QPushButton>("wizardBack")->isEnabled());
    QCOMPARE(part<QLineEdit>("wizardName")->text(), u"payments"_s);
    QCOMPARE(wish().name, u"payments"_s);
}

void TestWizard::ctrlEnterGoesToTheReview()
{
    m_stage->engineAnswers();
    open();
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_wizard->step(), WizardStep::Review);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"wizardNext"_s);
}

void TestWizard::namesWhoHasThatName()
{
    m_stage->engineAnswers();
    m_stage->addHealthy(u"search"_s, 1);
    open();
    type(u"search"_s);
    QVERIFY(sentences().contains(u"There is a cluster “search” already."_s));
    type(u"!"_s);
    QVERIFY2(sentences().contains(u"“search!” cannot be a cluster's name."_s),
             qPrintable(sentences().join(u'\n')));
    QVERIFY(!m_wizard->findChild<QListWidget *>(u"wizardSteps"_s)->item(0)->icon().isNull());
    const auto takesNoMoreThanItNeeds = [this] {
        int lists = 0;
        for (const FindingList *list : m_wizard->findChildren<FindingList *>()) {
            if (!list->isVisible())
                continue;
            ++lists;
            if (list->height() > list->heightForWidth(list->width()) + 2)
                return false;
        }
        return lists > 0;
    };
    QTRY_VERIFY(takesNoMoreThanItNeeds());
    press(Qt::Key_Backspace);
    type(u"2"_s);
    QVERIFY(m_wizard->findChild<QListWidget *>(u"wizardSteps"_s)->item(0)->icon().isNull());
    known();
}

void TestWizard::participantsByKeys()
{
    m_stage->engineAnswers();
    open();
    tabTo(u"wizardMembers"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"4"_s);
    QCOMPARE(wish().participants(), 4);
    QVERIFY(sentences().contains(u"4 participants survive no more failures than 3 do."_s));
    tabTo(u"wizardObservers"_s);
    press(Qt::Key_Up);
    press(Qt::Key_Up);
    QCOMPARE(wish().members.size(), 6);
    QCOMPARE(wish().members.at(5).name, u"zoo6"_s);
    QCOMPARE(wish().members.at(5).role, MemberRole::Observer);
    QVERIFY(readable(*m_wizard).contains(u"3 of 4 participants make a quorum"_s));
    auto *one = findButton<QPushButton>(*m_wizard, u"1"_s);
    QVERIFY(one);
    one->setFocus();
    press(Qt::Key_Space);
    QCOMPARE(wish().participants(), 1);
    QCOMPARE(wish().settings.value(u"standaloneEnabled"_s), u"false"_s); // because of the observers
    QVERIFY(!hasErrors(m_wizard->findChild<WizardDraft *>()->findings()));
}

/// An image that the engine has not.
void TestWizard::pullAnother()
{
    open();
    goTo(WizardStep::Image);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"zookeeper:3.9"_s);
    tabTo(u"wizardPull"_s);
    press(Qt::Key_Space);
}

void TestWizard::imageIsPulled()
{
    m_stage->engineAnswers();
    const QString goOn = m_stage->docker.file("go-on");
    m_stage->docker.rule({u"pull"_s, u"zookeeper:3.9"_s})
        .out("3.9: Pulling from library/zookeeper\na0d0a0d46f8b: Pulling fs layer\na0d0a0d46f8b: Download "
             "complete\n")
        .waitForFile(goOn)
        .out("a0d0a0d46f8b: Pull complete\n");
    open();
    goTo(WizardStep::Image);
    QVERIFY(readable(*m_wizard).contains(u"The engine has this image."_s));
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"zookeeper:3.9"_s);
    QCOMPARE(wish().image.reference, u"zookeeper:3.9"_s);
    QVERIFY(readable(*m_wizard).contains(u"The engine does not have this image yet."_s));
    tabTo(u"wizardPull"_s);
    press(Qt::Key_Space);
    auto *steps = part<QListWidget>("wizardImageSteps");
    QTRY_VERIFY_WITH_TIMEOUT(
        steps->count() == 2 && steps->item(1)->text() == u"Layer a0d0a0d46f8b: downloaded"_s, patience);
    m_stage->docker.clearRules();
    m_stage->docker.rule({u"images"_s}).out("{\"Repository\":\"zookeeper\",\"Tag\":\"3.9\"}\n");
    m_stage->engineAnswers();
    QVERIFY(QFile(goOn).open(QIODevice::WriteOnly));
    QTRY_VERIFY_WITH_TIMEOUT(readable(*m_wizard).contains(u"The engine has this image."_s), patience);
    QVERIFY(!part<QPushButton>("wizardPull")->isVisible());
    QVERIFY(!steps->isVisible());
}

void TestWizard::pullSaysWhyItFailed()
{
    m_stage->engineAnswers();
    m_stage->docker.rule({u"pull"_s})
        .err("Error response from daemon: Get \"https://registry-1.docker.io/v2/\": dial tcp: lookup "
             "registry-1.docker.io on 10.255.255.53:53: no such host\n")
        .exit(1);
    pullAnother();
    QTRY_VERIFY_WITH_TIMEOUT(part<QWidget>("wizardImageFailure"), patience);
    QTRY_VERIFY(readable(*m_wizard).contains(u"The Docker engine cannot reach the image's registry."_s));
    QVERIFY(readable(*m_wizard).contains(u"no such host"_s));
    known();
    QVERIFY(part<QPushButton>("wizardPull")->isVisible()); // once more
    QVERIFY(m_stage->log.tasks().constFirst()->hasFailed());
    QVERIFY(m_stage->log.tasks().constFirst()->again()); // from the activity, too
}

void TestWizard::failureStaysWithItsImage()
{
    m_stage->engineAnswers();
    m_stage->docker.rule({u"pull"_s}).err("Error response from daemon: no such host\n").exit(1);
    pullAnother();
    QTRY_VERIFY_WITH_TIMEOUT(part<QWidget>("wizardImageFailure"), patience);
    known();
    const auto *failure = part<QWidget>("wizardImageFailure");
    QVERIFY(failure->isVisible());
    const QString said = readable(*m_wizard);
    QVERIFY2(said.contains(u"no such host"_s) && !said.contains(u"exit code"_s), qPrintable(said));
    auto *draft = m_wizard->findChild<WizardDraft *>();
    draft->setImage(u"zoodock/zookeeper:3.8"_s);
    QVERIFY(readable(*m_wizard).contains(u"The engine has this image."_s));
    QVERIFY(!failure->isVisible());
    draft->setImage(u"zookeeper:3.9"_s);
    QVERIFY(failure->isVisible());
}

void TestWizard::pullIsStopped()
{
    m_stage->engineAnswers();
    m_stage->docker.rule({u"pull"_s}).out("a0d0a0d46f8b: Pulling fs layer\n").hang();
    pullAnother();
    QTRY_COMPARE_WITH_TIMEOUT(part<QListWidget>("wizardImageSteps")->count(), 2, patience);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"wizardImageStop"_s);
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(part<QPushButton>("wizardPull")->isVisible(), patience);
    QVERIFY(!part<QWidget>("wizardImageFailure")); // somebody wanted it so
    known();
}

void TestWizard::localImageIsBuilt()
{
    m_stage->engineAnswers();
    open();
    goTo(WizardStep::Image);
    m_stage->docker.clearRules();
    m_stage->docker.rule({u"images"_s});
    m_stage->engineAnswers();
    m_wizard->findChild<WizardDraft *>()->askEngine();
    known();
    QCOMPARE(wish().image.reference, u"zookeeper:3.9"_s); // the default of an engine without images
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"no such:image:"_s);
    QVERIFY(!part<QLabel>("wizardImageState")->isVisible());
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"zoodock/zookeeper:3.8"_s);
    QVERIFY2(part<QPushButton>("wizardBuild")->isVisible(), qPrintable(readable(*m_wizard)));
    QVERIFY(!part<QPushButton>("wizardPull")->isVisible());
    goTo(WizardStep::Review);
    QVERIFY(!part<QPushButton>("wizardNext")->isEnabled());
    QVERIFY(sentences().contains(
        u"The image “zoodock/zookeeper:3.8” is not on the engine, and no registry has it."_s));
}

void TestWizard::portsByKeys()
{
    const auto ports = [this] {
        QList<quint16> client;
        for (const Member &member : wish().members)
            client += member.client.hostPort;
        return client;
    };
    m_stage->engineAnswers();
    open();
    goTo(WizardStep::Network);
    tabTo(u"wizardPorts"_s); // the first cell that takes text
    press(Qt::Key_Down);
    type(u"2300"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_wizard->step(), WizardStep::Network); // Enter ended the editing
    QCOMPARE(wish().members.at(1).client.hostPort, quint16(2300));
    QCOMPARE(wish().members.at(0).client.hostPort, quint16(2181));
    QCOMPARE(wish().members.at(2).client.hostPort, quint16(2183)); // the others stay
    type(u"2181"_s); // zoo1's: only that one moves, and to what has become free
    press(Qt::Key_Return);
    QCOMPARE(ports(), (QList<quint16>{2182, 2181, 2183}));
    type(u"2183"_s);
    press(Qt::Key_Return);
    QCOMPARE(ports(), (QList<quint16>{2181, 2183, 2182}));
    type(u"2300"_s);
    press(Qt::Key_Return);
    QCOMPARE(ports(), (QList<quint16>{2181, 2300, 2183}));
    press(Qt::Key_F2); // Escape takes back what was typed
    type(u"2400"_s);
    QCOMPARE(wish().members.at(1).client.hostPort, quint16(2400));
    press(Qt::Key_Escape);
    QCOMPARE(wish().members.at(1).client.hostPort, quint16(2300));
    QVERIFY(m_wizard->isVisible());
    tabTo(u"wizardPropose"_s);
    press(Qt::Key_Space);
    QCOMPARE(wish().members.at(1).client.hostPort, quint16(2182));
    known();
}

void TestWizard::numbersThatAreNoPort()
{
    const QString refusal = u"zoo1: the port 99999 is out of range 1–65535."_s;
    m_stage->engineAnswers();
    open();
    goTo(WizardStep::Network);
    tabTo(u"wizardPorts"_s);
    const QModelIndex cell = part<QTableView>("wizardPorts")->model()->index(0, 1);
    type(u"99999"_s);
    QVERIFY2(sentences().contains(refusal), qPrintable(sentences().join(u'\n'))); // while it is typed
    press(Qt::Key_Return);
    QCOMPARE(cell.data().toString(), u"99999"_s);
    QVERIFY(sentences().contains(refusal));
    for (const auto *picture : m_wizard->findChildren<TopologyPicture *>())
        QVERIFY2(!picture->accessibleName().contains(u":0"_s), qPrintable(picture->accessibleName()));
    press(Qt::Key_F2);
    type(u"zoo"_s);
    QVERIFY2(sentences().contains(u"zoo1: “zoo” is not a port."_s), qPrintable(sentences().join(u'\n')));
    press(Qt::Key_Escape);
    QVERIFY(m_wizard->findChild<WizardDraft *>()->hasErrors());
    press(Qt::Key_F2);
    press(Qt::Key_Backspace); // what was selected
    press(Qt::Key_Return);
    QCOMPARE(cell.data().toString(), u"2181"_s);
    type(u"99999"_s);
    press(Qt::Key_Escape);
    QCOMPARE(cell.data().toString(), u"2181"_s);
    type(u"99999"_s);
    press(Qt::Key_Return);
    goTo(WizardStep::Review);
    QVERIFY(!part<QPushButton>("wizardNext")->isEnabled());
    auto *propose = findButton<QPushButton>(*m_wizard, u"Propose Free Ports"_s);
    QVERIFY(propose);
    propose->click();
    QVERIFY(part<QPushButton>("wizardNext")->isEnabled());
    m_wizard->setStep(WizardStep::Network);
    QCOMPARE(cell.data().toString(), u"2181"_s);
    known();
}

void TestWizard::collisionNamesTheHolder()
{
    m_stage->engineAnswers();
    m_stage->docker.clearRules();
    m_stage->docker.rule({u"ps"_s}).out(QByteArray(64, 'c') + "\n");
    m_stage->docker.rule({u"inspect"_s})
        .out(
            R"([{"Id":"cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc","Name":"/legacy-zoo1","Config":{"Labels":{},"Env":[],"Cmd":[],"Image":"zookeeper"},)"
            R"("State":{"Status":"running","ExitCode":0,"StartedAt":"2026-01-01T00:00:00Z"},)"
            R"("HostConfig":{"PortBindings":{"2181/tcp":[{"HostIp":"0.0.0.0","HostPort":"2181"}]}},)"
            R"("NetworkSettings":{"Ports":{},"Networks":{}},"Mounts":[]}])");
    m_stage->engineAnswers();
    open();
    for (const Finding &finding : m_wizard->findChild<WizardDraft *>()->findings())
        qInfo() << finding.sentence;
    qInfo() << m_stage->docker.callLines();
    QCOMPARE(wish().members.at(0).client.hostPort, quint16(2182)); // stepped aside
    goTo(WizardStep::Network);
    tabTo(u"wizardPorts"_s);
    type(u"2181"_s);
    QVERIFY2(sentences().contains(u"Port 2181 is used by the container “legacy-zoo1”."_s),
             qPrintable(sentences().join(u'\n'))); // while it is typed
    press(Qt::Key_Return);
    goTo(WizardStep::Review);
    QVERIFY(!part<QPushButton>("wizardNext")->isEnabled());
}

void TestWizard::publishing()
{
    m_stage->engineAnswers();
    open();
    goTo(WizardStep::Network);
    tabTo(u"wizardPublish-admin"_s);
    press(Qt::Key_Space);
    for (const Member &member : wish().members) {
        QVERIFY(member.admin.published);
        QCOMPARE(member.admin.address, u"127.0.0.1"_s);
        QVERIFY(member.admin.hostPort >= 8080);
        QVERIFY(!member.quorum.published);
    }
    QVERIFY(sentences().isEmpty() || !sentences().join(u' ').contains(u"Other machines"_s));
    tabTo(u"wizardAddress-admin"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"0.0.0.0"_s);
    QCOMPARE(wish().members.at(2).admin.address, u"0.0.0.0"_s);
    // Once, about all of them.
    const QString members = QLocale().createSeparatedList({u"zoo1"_s, u"zoo2"_s, u"zoo3"_s});
    QVERIFY2(sentences().contains(
                 u"Other machines can reach %1 without a password: AdminServer port."_s.arg(members)),
             qPrintable(sentences().join(u'\n')));
    auto *table = part<QTableView>("wizardPorts");
    QCOMPARE(table->model()->index(1, 4).data().toString(),
             QString::number(wish().members.at(1).admin.hostPort));
    part<QCheckBox>("wizardPublish-client")->setFocus();
    press(Qt::Key_Space);
    QVERIFY(!wish().members.at(0).client.published);
    QCOMPARE(table->model()->index(0, 1).data().toString(), u"–"_s);
}

void TestWizard::hostNetwork()
{
    m_stage->engineAnswers();
    open();
    goTo(WizardStep::Network);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"wizardBridge"_s);
    press(Qt::Key_Right);
    QCOMPARE(wish().network.mode, NetworkMode::Host);
    QCOMPARE(wish().members.at(1).quorum.port, quint16(2889));
    QVERIFY(!part<QCheckBox>("wizardPublish-quorum")->isVisible());
    QVERIFY(!part<QComboBox>("wizardNetwork")->isEnabled());
    QVERIFY(!wish().members.at(0).client.published); // the host alone reaches it
    tabTo(u"wizardAddress-client"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"0.0.0.0"_s);
    QVERIFY(wish().members.at(0).client.published);
    press(Qt::Key_Return);
    QCOMPARE(m_wizard->step(), WizardStep::Settings);
    press(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(part<QRadioButton>("wizardHost")->isChecked());
}

void TestWizard::pictureHasObservers()
{
    m_stage->engineAnswers();
    open();
    m_wizard->findChild<WizardDraft *>()->setMembers(5, 2);
    goTo(WizardStep::Network);
    int pictures = 0;
    for (const TopologyPicture *picture : m_wizard->findChildren<TopologyPicture *>()) {
        if (!picture->isVisible())
            continue;
        ++pictures;
        const QString said = picture->accessibleName();
        QVERIFY2(said.contains(u"zoo1"_s) && said.contains(u"zoo6 (observer)"_s), qPrintable(said));
    }
    QCOMPARE(pictures, 2);
}

void TestWizard::eachModeKeepsItsPorts()
{
    m_stage->engineAnswers();
    open();
    auto *draft = m_wizard->findChild<WizardDraft *>();
    draft->publish(PortKind::Admin, true, u"0.0.0.0"_s);
    draft->choosePort(2, PortKind::Client, 2300);
    draft->choosePort(1, PortKind::Admin, 9000);
    const Ensemble bridge = wish();
    goTo(WizardStep::Network);
    part<QRadioButton>("wizardHost")->click();
    QCOMPARE(wish().network.mode, NetworkMode::Host);
    QCOMPARE(wish().members.at(1).client.port, quint16(2182));
    QCOMPARE(wish().members.at(0).admin.address, u"127.0.0.1"_s);
    draft->choosePort(3, PortKind::Quorum, 2999);
    const Ensemble host = wish();
    part<QRadioButton>("wizardBridge")->click();
    QCOMPARE(wish(), bridge);
    QCOMPARE(wish().members.at(1).client.hostPort, quint16(2300));
    QCOMPARE(wish().members.at(0).admin.hostPort, quint16(9000));
    part<QRadioButton>("wizardHost")->click();
    QCOMPARE(wish(), host);
    QCOMPARE(wish().members.at(2).quorum.port, quint16(2999));
    draft->setMembers(5, 0); // who came since is published like the first one
    part<QRadioButton>("wizardBridge")->click();
    QCOMPARE(wish().members.at(4).admin.address, u"0.0.0.0"_s);
    QVERIFY(wish().members.at(4).client.published);
    QVERIFY(!draft->hasErrors());
}

void TestWizard::existingNetwork()
{
    m_stage->docker.ruleMatching(u"^network ls .*--filter"_s);
    m_stage->docker.rule({u"network"_s, u"ls"_s})
        .out("{\"Name\":\"bridge\",\"Driver\":\"bridge\"}\n{\"Name\":\"shop\",\"Driver\":\"bridge\"}\n");
    m_stage->engineAnswers();
    open();
    goTo(WizardStep::Network);
    auto *networks = part<QComboBox>("wizardNetwork");
    QCOMPARE(networks->count(), 2);
    tabTo(u"wizardNetwork"_s);
    press(Qt::Key_Down);
    QCOMPARE(wish().network.existing, u"shop"_s);
    press(Qt::Key_Up);
    QCOMPARE(wish().network.existing, QString());
}

void TestWizard::settingsByKeys()
{
    m_stage->engineAnswers();
    open();
    goTo(WizardStep::Settings);
    tabTo(u"wizardSettings"_s);
    type(u"300"_s);
    QCOMPARE(wish().settings.value(u"tickTime"_s), u"300"_s);
    type(u"x"_s);
    QVERIFY2(sentences().join(u' ').contains(u"“300x” is not a whole number."_s),
             qPrintable(sentences().join(u'\n')));
    press(Qt::Key_Backspace);
    press(Qt::Key_Return);
    QCOMPARE(wish().settings.value(u"tickTime"_s), u"300"_s);
    QVERIFY(sentences().isEmpty());
    press(Qt::Key_Down);
    QVERIFY(part<QLabel>("wizardSettingExplanation")->text().startsWith(u"Time to join (initLimit): "_s));
    part<QPushButton>("wizardDefaults")->setFocus();
    press(Qt::Key_Space);
    QVERIFY(wish().settings.isEmpty());
}

void TestWizard::settingsThatTheImageCannotBeTold()
{
    m_stage->engineAnswers();
    Ensemble start = Stage::ensemble(u"old"_s, 3);
    start.image.reference = u"zookeeper:3.4.14"_s;
    open(start);
    goTo(WizardStep::Settings);
    const auto *model = part<QTableView>("wizardSettings")->model();
    const QModelIndexList found = model->match(model->index(0, 0), Qt::DisplayRole, u"AdminServer"_s);
    QCOMPARE(found.size(), 1);
    QVERIFY(found.first().data(Qt::ToolTipRole).toString().contains(u"from version 3.5.0 on"_s));
    tabTo(u"wizardSettings"_s);
    for (int row = 0; row < found.first().row(); ++row)
        press(Qt::Key_Down);
    QVERIFY2(part<QLabel>("wizardSettingExplanation")->text().contains(u"from version 3.5.0 on"_s),
             qPrintable(part<QLabel>("wizardSettingExplanation")->text())); // also by keys
    type(u"f"_s);
    QVERIFY(!wish().settings.contains(u"admin.enableServer"_s));
}

void TestWizard::findsSettings()
{
    m_stage->engineAnswers();
    open();
    goTo(WizardStep::Settings);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"wizardFindSetting"_s);
    const auto *model = part<QTableView>("wizardSettings")->model();
    const int all = model->rowCount();
    type(u"purge"_s);
    QCOMPARE(model->rowCount(), 2);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"no such thing"_s);
    QCOMPARE(model->rowCount(), 0);
    QVERIFY(part<QLabel>("wizardSettingExplanation")->text().contains(u"No setting is called so."_s));
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Delete);
    QCOMPARE(model->rowCount(), all);
}

void TestWizard::freeLines()
{
    m_stage->engineAnswers();
    open();
    goTo(WizardStep::Settings);
    tabTo(u"wizardLines"_s);
    type(u"globalOutstandingLimit=500"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_wizard->step(), WizardStep::Settings); // a new line
    type(u"tickTime=1"_s);
    QVERIFY(sentences().join(u' ').contains(u"ZooDock writes “tickTime” itself"_s));
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_wizard->step(), WizardStep::Review);
    QVERIFY(part<QPlainTextEdit>("wizardZooCfg")->toPlainText().contains(u"globalOutstandingLimit=500"_s));
}

void TestWizard::reviewShowsWhatWillRun()
{
    m_stage->engineAnswers();
    open();
    goTo(WizardStep::Review);
    const QString commands = part<QPlainTextEdit>("wizardCommands")->toPlainText();
    QVERIFY2(commands.contains(u"network create"_s), qPrintable(commands));
    QVERIFY(commands.contains(u"--name orders-zoo3"_s));
    QVERIFY(part<QPlainTextEdit>("wizardZooCfg")->toPlainText().contains(u"server.3=zoo3:2888:3888"_s));
    part<QComboBox>("wizardMember")->setCurrentIndex(2);
    QVERIFY(part<QPlainTextEdit>("wizardZooCfg")->toPlainText().contains(u"tickTime=2000"_s));
}

void TestWizard::copiesAndSaves()
{
    m_stage->engineAnswers();
    open();
    goTo(WizardStep::Review);
    tabTo(u"wizardCopy"_s);
    press(Qt::Key_Space);
    QCOMPARE(QGuiApplication::clipboard()->text(), part<QPlainTextEdit>("wizardCommands")->toPlainText());
    QCOMPARE(part<QLabel>("wizardSaid")->text(), u"Copied."_s);
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    part<QPushButton>("wizardSave")->setFocus();
    press(Qt::Key_Space);
    auto *dialog = m_wizard->findChild<QFileDialog *>();
    QVERIFY(dialog);
    const QString path = m_stage->folder.filePath(u"orders.sh"_s);
    Q_EMIT dialog->fileSelected(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("--name orders-zoo3"));
    QCOMPARE(part<QLabel>("wizardSaid")->text(), u"Saved as %1."_s.arg(path));
    Q_EMIT dialog->fileSelected(m_stage->folder.filePath(u"no/such/folder.sh"_s));
    QVERIFY(part<QLabel>("wizardSaid")->text().contains(u"could not be written"_s));
    dialog->reject();
}

void TestWizard::noCommandsToTake()
{
    m_stage->engineAnswers();
    open();
    type(u"orders!"_s);
    goTo(WizardStep::Review);
    QVERIFY(!part<QPushButton>("wizardCopy")->isEnabled());
    QVERIFY(!part<QPushButton>("wizardSave")->isEnabled());
    auto *tabs = m_wizard->findChild<QTabWidget *>();
    tabs->setCurrentIndex(1); // a zoo.cfg there is
    QVERIFY(part<QPushButton>("wizardCopy")->isEnabled());
    tabs->setCurrentIndex(0);
    QVERIFY(!part<QPushButton>("wizardCopy")->isEnabled());
    m_wizard->findChild<WizardDraft *>()->setName(u"orders"_s);
    QVERIFY(part<QPushButton>("wizardCopy")->isEnabled());
    QVERIFY(part<QPushButton>("wizardSave")->isEnabled());
    known();
}

/// One click each, and what it was about is gone. One draft for all, because each asks an engine.
void TestWizard::remedies()
{
    using Change = std::function<void(Ensemble &)>;
    const auto set = [](const QString &key, const QString &value) -> Change {
        return [key, value](Ensemble &ensemble) { ensemble.settings.insert(key, value); };
    };
    const auto resize = [](int participants, int observers) -> Change {
        return [=](Ensemble &ensemble) { resizeMembers(ensemble, participants, observers); };
    };
    const auto reach = [](const QString &address) -> Change {
        return [address](Ensemble &ensemble) { ensemble.members[0].client.address = address; };
    };
    const auto join = [](const QString &network) -> Change {
        return [network](Ensemble &ensemble) { ensemble.network.existing = network; };
    };
    const auto call = [](const QString &name) -> Change {
        return [name](Ensemble &ensemble) { ensemble.name = name; };
    };
    const auto onTheHost = [](int participants, const QString &lines) -> Change {
        return [=](Ensemble &ensemble) {
            resizeMembers(ensemble, participants, 0);
            changeNetworkMode(ensemble, NetworkMode::Host, HostFacts());
            ensemble.settings.insert(u"extra"_s, lines);
        };
    };
    const auto flagOnTheHost = [&onTheHost](int participants, const QString &flag) -> Change {
        return [=](Ensemble &ensemble) {
            onTheHost(participants, {})(ensemble);
            ensemble.settings.insert(u"jvmFlags"_s, flag);
        };
    };
    const Change unknownList = [](Ensemble &ensemble) {
        ensemble.extra.insert(u"settings"_s, QJsonObject{{u"nonsense"_s, QJsonArray{1}}});
    };
    const QList<std::pair<QString, Change>> table{
        {u"name.invalid"_s, call(u"My Cluster!"_s)},
        {u"name.cluster"_s, call(u"search"_s)},
        {u"members.even"_s, resize(4, 0)},
        {u"members.two"_s, resize(2, 0)},
        {u"members.tooMany"_s, resize(9, 0)},
        {u"observers.without.quorum"_s, resize(1, 2)},
        {u"network.missing"_s, join(u"gone"_s)},
        {u"network.predefined"_s, join(u"bridge"_s)},
        {u"address.public"_s, reach(u"0.0.0.0"_s)},
        {u"address.invalid"_s, reach(u"here"_s)},
        {u"setting.invalid"_s, set(u"tickTime"_s, u"fast"_s)},
        {u"setting.unknown"_s, set(u"nonsense"_s, u"1"_s)},
        {u"setting.unknown"_s, unknownList},
        {u"setting.extra.port.shared"_s, onTheHost(3, u"metricsProvider.httpPort=7070"_s)},
        {u"setting.extra.port.open"_s,
         onTheHost(
             1, u"secureClientPort=7071\nsecureClientPortAddress=0.0.0.0\nmetricsProvider.httpPort=7070"_s)},
        {u"setting.whitelist.srvr"_s, set(u"4lw.commands.whitelist"_s, u"mntr"_s)},
        {u"heap.small"_s, set(u"heap"_s, u"32"_s)},
        {u"heap.total"_s, set(u"heap"_s, u"30000"_s)},
        {u"jvmflags.heap"_s, set(u"jvmFlags"_s, u"-Xmx1g -Dx=y"_s)},
        {u"heap.total"_s, set(u"jvmFlags"_s, u"-Xmx900g -Dx=y"_s)},
        {u"heap.small"_s, set(u"jvmFlags"_s, u"-Xmx8m"_s)},
        {u"jvmflags.jmx"_s, flagOnTheHost(1, u"-Dcom.sun.management.jmxremote.port=7072"_s)},
        {u"jvmflags.port.shared"_s, flagOnTheHost(3, u"-Dcom.sun.management.jmxremote.port=7072"_s)},
    };
    m_stage->engineAnswers();
    m_stage->addHealthy(u"search"_s, 1);
    const Ensemble start = Stage::ensemble(u"orders"_s, 3);
    WizardDraft draft(m_stage->services, start, nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(draft.facts().known, patience);
    for (const auto &[code, change] : table) {
        const QByteArray row = code.toLatin1();
        const char *what = row.constData();
        const auto finding = [&draft, &code = code]() -> std::optional<Finding> {
            for (const Finding &one : draft.findings()) {
                if (one.code == code)
                    return one;
            }
            return std::nullopt;
        };
        draft.edit([&start](Ensemble &ensemble) { ensemble = start; });
        QVERIFY2(!finding(), what);
        draft.edit(change);
        QVERIFY2(finding(), what);
        const std::optional<Remedy> remedy = remedyFor(*finding(), draft);
        QVERIFY2(remedy && !remedy->label.isEmpty(), what);
        remedy->apply(draft);
        QVERIFY2(!finding() && !draft.hasErrors(), what);
    }
    // No other port can be proposed for a line.
    const Finding taken{Severity::Error, u"port.taken"_s, u"settings/extra"_s, {}, {}};
    QVERIFY(!remedyFor(taken, draft));
    QTRY_VERIFY_WITH_TIMEOUT(!draft.isAsking(), patience);
}

/// The others are a person's work.
void TestWizard::onlyTheBadLineIsRemoved()
{
    m_stage->engineAnswers();
    WizardDraft draft(m_stage->services, Stage::ensemble(u"orders"_s, 3), nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(draft.facts().known, patience);
    const QList<std::pair<QString, QString>> rows{
        {u"snapCount=1000\nnonsense\npreAllocSize=64"_s, u"snapCount=1000\npreAllocSize=64"_s},
        {u"clientPort=2181\nclientPortAddress=0.0.0.0\nsnapCount=1000"_s, u"snapCount=1000"_s},
        {u"nonsense"_s, QString()},
    };
    for (const auto &[before, after] : rows) {
        draft.edit([&text = before](Ensemble &ensemble) { ensemble.settings.insert(u"extra"_s, text); });
        while (draft.hasErrors()) {
            const QList<Finding> findings = draft.findings();
            const auto bad = std::find_if(findings.cbegin(), findings.cend(), [](const Finding &one) {
                return one.field == "settings/extra"_L1;
            });
            QVERIFY2(bad != findings.cend(), qPrintable(before));
            const std::optional<Remedy> remedy = remedyFor(*bad, draft);
            QVERIFY2(remedy, qPrintable(bad->sentence));
            QCOMPARE(remedy->label, u"Remove This Line"_s);
            const QString lines = draft.ensemble().settings.value(u"extra"_s);
            remedy->apply(draft);
            QVERIFY2(draft.ensemble().settings.value(u"extra"_s).size() < lines.size(), qPrintable(lines));
        }
        QCOMPARE(draft.ensemble().settings.value(u"extra"_s), after);
    }
    QTRY_VERIFY_WITH_TIMEOUT(!draft.isAsking(), patience);
}

void TestWizard::remedyOnTheReview()
{
    m_stage->engineAnswers();
    m_stage->addHealthy(u"search"_s, 1);
    open();
    type(u"search"_s);
    goTo(WizardStep::Review);
    QVERIFY(!part<QPushButton>("wizardNext")->isEnabled());
    auto *button = findButton<QPushButton>(*m_wizard, u"Call It “search-2”"_s);
    QVERIFY(button);
    button->setFocus();
    press(Qt::Key_Space);
    QCOMPARE(wish().name, u"search-2"_s);
    QVERIFY(part<QPushButton>("wizardNext")->isEnabled());
    known();
}

void TestWizard::looksAgainBeforeCreating()
{
    m_stage->engineAnswers();
    open();
    goTo(WizardStep::Review);
    m_stage->docker.clearRules();
    m_stage->docker.ruleMatching(u"^network ls .*--filter"_s);
    m_stage->docker.rule({u"network"_s, u"ls"_s}).out("{\"Name\":\"orders\",\"Driver\":\"bridge\"}\n");
    m_stage->engineAnswers();
    press(Qt::Key_Return);
    QVERIFY(!part<QPushButton>("wizardNext")->isEnabled());
    known();
    QVERIFY(m_wizard && m_wizard->isVisible());
    QCOMPARE(m_wanted->count(), 0);
    QVERIFY(sentences().join(u' ').contains(u"There is already a network “orders”"_s));
}

void TestWizard::engineThatDoesNotAnswer()
{
    m_stage->docker.ruleMatching(u"."_s)
        .err("Cannot connect to the Docker daemon at unix:///x. Is the docker "
             "daemon running?\n")
        .exit(1);
    open();
    goTo(WizardStep::Review);
    QVERIFY(!part<QPushButton>("wizardNext")->isEnabled());
    QVERIFY(sentences().join(u' ').contains(u"The Docker engine does not answer."_s));
    m_stage->docker.clearRules();
    m_stage->engineAnswers();
    auto *again = findButton<QPushButton>(*m_wizard, u"Look Again"_s);
    QVERIFY(again);
    again->setFocus();
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(part<QPushButton>("wizardNext")->isEnabled(), patience);
}

void TestWizard::remembersChoicesAndSize()
{
    m_stage->engineAnswers();
    open();
    m_wizard->resize(1, 733); // fits on the pretended screen
    const QSize size = m_wizard->size();
    tabTo(u"wizardObservers"_s);
    press(Qt::Key_Up);
    goTo(WizardStep::Network);
    tabTo(u"wizardPublish-admin"_s);
    press(Qt::Key_Space);
    goTo(WizardStep::Settings);
    tabTo(u"wizardSettings"_s);
    type(u"3000"_s);
    press(Qt::Key_Return);
    const int width = part<QTableView>("wizardSettings")->columnWidth(0) - 20;
    part<QTableView>("wizardSettings")->setColumnWidth(0, width);
    goTo(WizardStep::Review);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_wanted->count(), 1, patience);
    QTRY_VERIFY(!m_wizard);
    m_stage->settings.setValue(SettingKey::LastWish, QString::fromUtf8(toCompactJson(m_toRemember))); // made
    present(new ClusterWizard(m_stage->services, u"more"_s, nullptr));
    QCOMPARE(part<QTableView>("wizardSettings")->columnWidth(0), width);
    QCOMPARE(m_wizard->size(), size);
    QCOMPARE(size.height(), 733);
    QCOMPARE(wish().name, u"more"_s);
    QCOMPARE(wish().members.size(), 4);
    QVERIFY(wish().members.at(0).admin.published);
    QCOMPARE(wish().settings.value(u"tickTime"_s), u"3000"_s);
    QCOMPARE(wish().image.reference, u"zoodock/zookeeper:3.8"_s);
}

void TestWizard::duplicateIsFilledIn()
{
    m_stage->engineAnswers();
    m_stage->addHealthy(u"orders"_s);
    m_stage->addHealthy(u"orders-2"_s);
    Ensemble start = ClusterWizard::duplicateOf(Stage::ensemble(u"orders"_s, 3, 2), m_stage->services);
    QCOMPARE(start.name, u"orders-3"_s);
    start.members[1].name = u"backup"_s;
    start.settings.insert(u"tickTime"_s, u"3000"_s);
    start.restart = RestartPolicy::Always;
    open(start);
    QCOMPARE(part<QSpinBox>("wizardMembers")->value(), 3);
    QCOMPARE(part<QSpinBox>("wizardObservers")->value(), 2);
    press(Qt::Key_Return, Qt::ControlModifier);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_wanted->count(), 1, patience);
    QCOMPARE(m_result.members.at(1).name, u"backup"_s);
    QCOMPARE(m_result.settings.value(u"tickTime"_s), u"3000"_s);
    QCOMPARE(m_result.restart, RestartPolicy::Always);
}

void TestWizard::duplicateSaysOfWhat()
{
    m_stage->engineAnswers();
    m_stage->addHealthy(u"orders"_s);
    present(ClusterWizard::duplicating(Stage::ensemble(u"orders"_s, 3), m_stage->services, nullptr));
    QCOMPARE(m_wizard->windowTitle(), u"New Cluster: Duplicate of orders"_s);
    QCOMPARE(wish().name, u"orders-2"_s);
}

void TestWizard::followsWhatOthersMake()
{
    m_stage->engineAnswers();
    open();
    QCOMPARE(wish().members.at(0).client.hostPort, quint16(2181));
    m_stage->addHealthy(Stage::ensemble(u"search"_s, 1)); // its file has 2181
    QTRY_COMPARE_WITH_TIMEOUT(wish().members.at(0).client.hostPort, quint16(2182), patience);
    known();
}

void TestWizard::looksAgainOnAnotherPage()
{
    m_stage->engineAnswers();
    open();
    m_stage->docker.clearRules();
    m_stage->docker.ruleMatching(u"^network ls .*--filter"_s);
    m_stage->docker.rule({u"network"_s, u"ls"_s}).out("{\"Name\":\"shop\",\"Driver\":\"bridge\"}\n");
    m_stage->engineAnswers();
    QVERIFY(part<QComboBox>("wizardNetwork")->findData(u"shop"_s) < 0);
    QTest::qWait(2100); // what was heard a moment ago is believed
    goTo(WizardStep::Network);
    QTRY_VERIFY_WITH_TIMEOUT(part<QComboBox>("wizardNetwork")->findData(u"shop"_s) > 0, patience);
    QCOMPARE(part<QComboBox>("wizardNetwork")->currentIndex(), 0);
}

void TestWizard::rangesAndHeadersAreReadWhole()
{
    m_stage->engineAnswers();
    open();
    m_wizard->resize(1280, 800);
    goTo(WizardStep::Settings);
    const auto *table = part<QTableView>("wizardSettings");
    const QAbstractItemView *view = table;
    for (const int column :
         {SettingTableModel::RangeColumn, SettingTableModel::SinceColumn, SettingTableModel::UnitColumn}) {
        const int needed =
            std::max(view->sizeHintForColumn(column), table->horizontalHeader()->sectionSizeHint(column));
        QTRY_VERIFY2(table->columnWidth(column) >= needed,
                     qPrintable(u"%1: %2 of %3"_s.arg(column).arg(table->columnWidth(column)).arg(needed)));
    }
}

/// Also of the one that is not chosen, as they would be.
void TestWizard::picturesHaveThePortsOfTheirMode()
{
    m_stage->settings.setValue(SettingKey::FirstClientPort, 24100);
    m_stage->engineAnswers();
    open();
    goTo(WizardStep::Network);
    auto *draft = m_wizard->findChild<WizardDraft *>();
    const Ensemble host = draft->inMode(NetworkMode::Host);
    QCOMPARE(host.members.at(0).client.port, quint16(24100));
    for (const auto *picture : m_wizard->findChildren<TopologyPicture *>()) {
        if (picture->isVisible())
            QVERIFY2(picture->accessibleName().contains(u"24100"_s), qPrintable(picture->accessibleName()));
    }
    draft->choosePort(2, PortKind::Client, 2300);
    const Ensemble bridge = wish();
    part<QRadioButton>("wizardHost")->click();
    QCOMPARE(wish(), host);
    draft->choosePort(3, PortKind::Quorum, 2999);
    QCOMPARE(draft->inMode(NetworkMode::Bridge), bridge);
}

void TestWizard::escapeAsksOnceSomethingWasEntered()
{
    m_stage->engineAnswers();
    open();
    press(Qt::Key_Escape); // nothing to lose
    QTRY_VERIFY(!m_wizard);
    open();
    type(u"payments"_s);
    press(Qt::Key_Escape);
    QTRY_VERIFY(part<QMessageBox>("wizardDiscard"));
    QTest::keyClick(part<QMessageBox>("wizardDiscard"), Qt::Key_Escape); // a slip again
    QTRY_VERIFY(!part<QMessageBox>("wizardDiscard"));
    QVERIFY(m_wizard && m_wizard->isVisible());
    QCOMPARE(wish().name, u"payments"_s);
    m_wizard->close(); // the window's own button
    QTRY_VERIFY(part<QMessageBox>("wizardDiscard"));
    auto *discard = findButton<QPushButton>(*part<QMessageBox>("wizardDiscard"), u"Discard"_s);
    QVERIFY(discard);
    QTest::keyClick(discard, Qt::Key_Space);
    QTRY_VERIFY(!m_wizard);
    QCOMPARE(m_wanted->count(), 0);
}

void TestWizard::everythingIsReachedByTab()
{
    m_stage->engineAnswers();
    open();
    for (int step = 0; step <= int(WizardStep::Review); ++step) {
        m_wizard->setStep(WizardStep(step));
        QSet<const QWidget *> reached;
        for (int presses = 0; presses < 60; ++presses) {
            reached += QApplication::focusWidget();
            press(Qt::Key_Tab);
        }
        for (const QWidget *widget : m_wizard->findChildren<QWidget *>()) {
            const bool takesTab = (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
            const bool isInner = widget->objectName().startsWith(u"qt_"_s) || !widget->isEnabled();
            const bool isRadio =
                qobject_cast<const QRadioButton *>(widget); // arrows go from one to the other
            if (widget->isVisible() && takesTab && !isInner && !isRadio && !widget->focusProxy())
                QVERIFY2(reached.contains(widget),
                         qPrintable(u"page %1: %2"_s.arg(QString::number(step), widget->objectName())));
        }
    }
}

QTEST_MAIN(TestWizard)
#include "tst_wizard.moc"
