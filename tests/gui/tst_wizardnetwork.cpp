// SPDX-License-Identifier: GPL-3.0-or-later
// Names and ports that others have: what the wizard says of them, and what a person can do.
#include "gui/wizarddriver.h"

#include "ensemble/connectstring.h"
#include "itemmodels/porttablemodel.h"
#include "ui/look/paragraph.h"
#include "ui/look/translations.h"
#include "ui/wizard/findingarea.h"
#include "ui/wizard/memberlist.h"
#include "ui/wizard/topologypicture.h"
#include "ui/wizard/wizarddraft.h"

#include <QtGui/QScreen>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTableView>

using namespace zoodock;
using namespace zoodock::test;

class TestWizardNetwork : public QObject, private WizardDriver
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslations(*qApp)); }
    void init() { begin(); }
    void cleanup() { end(); }
    void membersAreNamedByKeys();
    void namesThatOthersHave();
    void ownNetworkIsOneClickAway();
    void freeNames_data();
    void freeNames();
    void newMembersAreCalledLikeTheOthers();
    void duplicateOnTheSameNetwork();
    void namesAreNotRemembered();
    void portIsTakenMeanwhile();
    void portIsTakenBeforeCreating();
    void typingAnothersNameMovesNoPort();
    void longWordsAreBroken();
    void allFindingsAreSeen();
    void findingsMoveNothing();
    void asManyMembersAsFit();
    void threeMembersAreSeenAtEveryWidth();
    void portsAndRolesAreReadWhole();
    void manyMovedPortsAreNotSentElsewhere();
    void tabComesToARemedyAfterItsField();
    void firstSizeFitsOnTheScreen();

private:
    void engineHasNetwork();
    void somebodyTakes(quint16 port, const QString &cluster = {});
    [[nodiscard]] QModelIndex cell(int row, int column) const
    {
        return part<QTableView>("wizardPorts")->model()->index(row, column);
    }
    /// Without what is always to be said of the engine that is played here.
    [[nodiscard]] QStringList newSentences() const
    {
        QStringList all = sentences();
        all.removeIf(
            [](const QString &one) { return one.startsWith("The engine runs on another machine"_L1); });
        return all;
    }
    [[nodiscard]] QStringList memberNames() const
    {
        QStringList names;
        for (const Member &member : wish().members)
            names += member.name;
        return names;
    }
};

void TestWizardNetwork::engineHasNetwork()
{
    m_stage->docker.ruleMatching(u"^network ls .*--filter"_s);
    m_stage->docker.rule({u"network"_s, u"ls"_s}).out("{\"Name\":\"shop\",\"Driver\":\"bridge\"}\n");
    m_stage->engineAnswers();
}

void TestWizardNetwork::somebodyTakes(quint16 port, const QString &cluster)
{
    const QByteArray labels =
        cluster.isEmpty() ? QByteArray("{}") : R"({"org.zoodock.cluster":")" + cluster.toUtf8() + "\"}";
    m_stage->docker.clearRules();
    m_stage->docker.rule({u"ps"_s}).out(QByteArray(64, 'c') + "\n");
    m_stage->docker.rule({u"inspect"_s})
        .out(
            R"([{"Id":"cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc","Name":"/legacy-zoo1","Config":{"Labels":)" +
            labels +
            R"(,"Env":[],"Cmd":[],"Image":"zookeeper"},)"
            R"("State":{"Status":"running","ExitCode":0,"StartedAt":"2026-01-01T00:00:00Z"},)"
            R"("HostConfig":{"PortBindings":{"2181/tcp":[{"HostIp":"0.0.0.0","HostPort":")" +
            QByteArray::number(port) + R"("}]}},"NetworkSettings":{"Ports":{},"Networks":{}},"Mounts":[]}])");
    m_stage->engineAnswers();
}

void TestWizardNetwork::membersAreNamedByKeys()
{
    m_stage->engineAnswers();
    open();
    goTo(WizardStep::Network);
    tabTo(u"wizardPorts"_s);
    press(Qt::Key_Left);
    QCOMPARE(part<QTableView>("wizardPorts")->currentIndex(), cell(0, PortTableModel::MemberColumn));
    type(u"9lives"_s);
    QVERIFY2(sentences().contains(u"“9lives” cannot be a member's name."_s),
             qPrintable(sentences().join(u'\n'))); // while it is typed
    QCOMPARE(cell(0, 0).data(PortTableModel::SeverityRole).toInt(), int(Severity::Error));
    QVERIFY(!part<QListWidget>("wizardSteps")->item(int(WizardStep::Network))->icon().isNull());
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"ZOO2"_s);
    QVERIFY2(sentences().contains(u"Two members are called “zoo2”."_s), qPrintable(sentences().join(u'\n')));
    press(Qt::Key_Escape);
    QCOMPARE(memberNames(), (QStringList{u"zoo1"_s, u"zoo2"_s, u"zoo3"_s}));
    QVERIFY(m_wizard->isVisible());
    press(Qt::Key_F2);
    type(u"alpha"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_wizard->step(), WizardStep::Network); // Enter ended the editing
    QVERIFY2(newSentences().isEmpty(), qPrintable(sentences().join(u'\n')));
    QCOMPARE(networkConnectString(wish()), u"alpha:2181,zoo2:2181,zoo3:2181"_s);
    goTo(WizardStep::Review);
    QVERIFY(part<QPlainTextEdit>("wizardCommands")->toPlainText().contains(u"--name orders-alpha"_s));
    QVERIFY(part<QPlainTextEdit>("wizardZooCfg")->toPlainText().contains(u"server.1=alpha:2888:3888"_s));
    QCOMPARE(part<QComboBox>("wizardMember")->itemText(0), u"alpha"_s);
    m_wizard->setStep(WizardStep::Network);
    part<QTableView>("wizardPorts")->setFocus();
    press(Qt::Key_F2);
    press(Qt::Key_Backspace); // what was selected
    press(Qt::Key_Return);
    QCOMPARE(cell(0, 0).data().toString(), u"zoo1"_s);
}

void TestWizardNetwork::namesThatOthersHave()
{
    engineHasNetwork();
    Ensemble search = Stage::ensemble(u"search"_s, 3);
    search.network.existing = u"shop"_s;
    m_stage->addHealthy(search);
    open();
    goTo(WizardStep::Network);
    tabTo(u"wizardNetwork"_s);
    press(Qt::Key_Down);
    QCOMPARE(wish().network.existing, u"shop"_s);
    QVERIFY2(sentences().join(u' ').contains(u"calls a member “zoo1” on the network “shop”, too"_s),
             qPrintable(sentences().join(u'\n')));
    QCOMPARE(newSentences().size(), 1); // about all of them
    QVERIFY2(newSentences().constFirst().contains(u"“zoo3”"_s), qPrintable(newSentences().constFirst()));
    for (int row = 0; row < 3; ++row)
        QCOMPARE(cell(row, 0).data(PortTableModel::SeverityRole).toInt(), int(Severity::Error));
    QVERIFY(cell(0, 0).flags().testFlag(Qt::ItemIsEditable));
    auto *button = findButton<QPushButton>(*m_wizard, u"Call Them “orders-zoo1”, …"_s);
    QVERIFY(button);
    button->setFocus();
    press(Qt::Key_Space);
    const QStringList names{u"orders-zoo1"_s, u"orders-zoo2"_s, u"orders-zoo3"_s};
    QCOMPARE(memberNames(), names);
    QVERIFY2(newSentences().isEmpty(), qPrintable(sentences().join(u'\n')));
    QCOMPARE(networkConnectString(wish()), u"orders-zoo1:2181,orders-zoo2:2181,orders-zoo3:2181"_s);
    goTo(WizardStep::Review);
    const QString commands = part<QPlainTextEdit>("wizardCommands")->toPlainText();
    QVERIFY2(commands.contains(u"--network-alias orders-zoo2"_s), qPrintable(commands));
    QVERIFY(
        part<QPlainTextEdit>("wizardZooCfg")->toPlainText().contains(u"server.2=orders-zoo2:2888:3888"_s));
    part<QPushButton>("wizardNext")->setFocus();
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_wanted->count(), 1, patience);
    QCOMPARE(m_result.members.at(2).name, names.at(2));
}

/// The members keep their names there.
void TestWizardNetwork::ownNetworkIsOneClickAway()
{
    engineHasNetwork();
    Ensemble search = Stage::ensemble(u"search"_s, 3);
    search.network.existing = u"shop"_s;
    m_stage->addHealthy(search);
    open();
    for (const WizardStep step : {WizardStep::Network, WizardStep::Review}) {
        m_wizard->findChild<WizardDraft *>()->edit(
            [](Ensemble &ensemble) { ensemble.network.existing = u"shop"_s; });
        goTo(step);
        QPushButton *button = nullptr;
        for (QPushButton *one : m_wizard->findChildren<QPushButton *>()) {
            if (one->isVisible() && one->text() == "Use an Own Network"_L1)
                button = one;
        }
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(wish().network.existing.isEmpty());
        QCOMPARE(memberNames(), (QStringList{u"zoo1"_s, u"zoo2"_s, u"zoo3"_s}));
        QVERIFY(!m_wizard->findChild<WizardDraft *>()->hasErrors());
    }
}

void TestWizardNetwork::freeNames_data()
{
    QTest::addColumn<QString>("cluster");
    QTest::addColumn<QStringList>("taken");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QStringList>("expected");
    const QStringList plain{u"zoo1"_s, u"zoo2"_s};
    QTest::newRow("after the cluster")
        << u"orders"_s << plain << plain << QStringList{u"orders-zoo1"_s, u"orders-zoo2"_s};
    QTest::newRow("those too") << u"orders"_s << QStringList{u"zoo1"_s, u"ORDERS-ZOO2"_s} << plain
                               << QStringList{u"orders-2-zoo1"_s, u"orders-2-zoo2"_s};
    QTest::newRow("a person's own stays") << u"orders"_s << plain << QStringList{u"zoo1"_s, u"backup"_s}
                                          << QStringList{u"orders-zoo1"_s, u"backup"_s};
    QTest::newRow("a person's own that is taken")
        << u"orders"_s << QStringList{u"backup"_s} << QStringList{u"main"_s, u"backup"_s}
        << QStringList{u"main"_s, u"orders-zoo2"_s};
    QTest::newRow("that a person chose it")
        << u"orders"_s << QStringList{u"zoo1"_s} << QStringList{u"zoo1"_s, u"orders-zoo1"_s}
        << QStringList{u"orders-2-zoo1"_s, u"orders-zoo1"_s};
    QTest::newRow("no name of a host")
        << u"3.orders_"_s << plain << plain << QStringList{u"zk-3-orders-zoo1"_s, u"zk-3-orders-zoo2"_s};
    const QString letters(63, u'a');
    QTest::newRow("long") << letters << plain << plain
                          << QStringList{letters.left(48) + u"-zoo1"_s, letters.left(48) + u"-zoo2"_s};
}

void TestWizardNetwork::freeNames()
{
    QFETCH(QString, cluster);
    QFETCH(QStringList, taken);
    QFETCH(QStringList, names);
    QFETCH(QStringList, expected);
    Ensemble ensemble = Stage::ensemble(cluster, 2);
    ensemble.network.existing = u"shop"_s;
    for (int place = 0; place < names.size(); ++place)
        ensemble.members[place].name = names.at(place);
    HostFacts facts;
    facts.known = true;
    facts.namesOnNetworks = {{u"elsewhere"_s, u"orders-zoo1"_s, u"x"_s}};
    for (const QString &name : taken)
        facts.namesOnNetworks.append({u"shop"_s, name, u"somebody-"_s + name});
    takeFreeNames(ensemble, facts);
    QStringList now;
    for (const Member &member : std::as_const(ensemble.members))
        now += member.name;
    QCOMPARE(now, expected);
}

void TestWizardNetwork::newMembersAreCalledLikeTheOthers()
{
    const auto namesAfter = [](const QStringList &names, int participants, int observers) {
        Ensemble ensemble = Stage::ensemble(u"orders"_s, int(names.size()));
        for (int place = 0; place < names.size(); ++place)
            ensemble.members[place].name = names.at(place);
        resizeMembers(ensemble, participants, observers);
        QStringList now;
        for (const Member &member : std::as_const(ensemble.members))
            now += member.name;
        return now.join(u' ');
    };
    QCOMPARE(namesAfter({u"zoo1"_s}, 2, 1), u"zoo1 zoo2 zoo3"_s);
    QCOMPARE(namesAfter({u"orders-zoo1"_s, u"orders-zoo2"_s}, 3, 0),
             u"orders-zoo1 orders-zoo2 orders-zoo3"_s);
    QCOMPARE(namesAfter({u"alpha"_s, u"zoo2"_s}, 3, 0), u"alpha zoo2 zoo3"_s);
    QCOMPARE(namesAfter({u"zoo3"_s, u"beta"_s}, 3, 0), u"zoo3 beta zoo3-2"_s);
}

void TestWizardNetwork::duplicateOnTheSameNetwork()
{
    m_stage->addHealthy(u"orders"_s);
    Ensemble named = Stage::ensemble(u"orders"_s, 3);
    named.network.existing = u"shop"_s;
    named.members[0].name = u"orders-zoo1"_s;
    named.members[1].name = u"backup"_s;
    const Ensemble copy = ClusterWizard::duplicateOf(named, m_stage->services);
    QCOMPARE(copy.name, u"orders-2"_s);
    QCOMPARE(copy.members.at(0).name, u"orders-2-zoo1"_s);
    QCOMPARE(copy.members.at(1).name, u"backup"_s);
    named.network.existing.clear();
    QCOMPARE(ClusterWizard::duplicateOf(named, m_stage->services).members.at(0).name, u"orders-zoo1"_s);
}

/// They were chosen for a network that is not remembered either.
void TestWizardNetwork::namesAreNotRemembered()
{
    m_stage->engineAnswers();
    Ensemble start = Stage::ensemble(u"orders"_s, 3);
    start.members[1].name = u"orders-zoo2"_s;
    open(start);
    press(Qt::Key_Return, Qt::ControlModifier);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_wanted->count(), 1, patience);
    QTRY_VERIFY(!m_wizard);
    open();
    QCOMPARE(memberNames(), (QStringList{u"zoo1"_s, u"zoo2"_s, u"zoo3"_s}));
}

void TestWizardNetwork::portIsTakenMeanwhile()
{
    const QString holder = u"Port 2181 is used by the container “legacy-zoo1”."_s;
    m_stage->engineAnswers();
    open();
    goTo(WizardStep::Network);
    QVERIFY(newSentences().isEmpty());
    somebodyTakes(2181);
    auto *draft = m_wizard->findChild<WizardDraft *>();
    draft->askEngine();
    known();
    QCOMPARE(wish().members.at(0).client.hostPort, quint16(2182));
    QCOMPARE(newSentences(), QStringList{holder});
    const Finding said = draft->findings().constLast();
    QVERIFY(!draft->hasErrors());
    QVERIFY2(said.remedy.contains(u"zoo1: 2182"_s) && said.remedy.contains(u"zoo3: 2184"_s),
             qPrintable(said.remedy));
    QCOMPARE(cell(2, PortTableModel::ClientColumn).data(PortTableModel::SeverityRole).toInt(),
             int(Severity::Hint));
    draft->askEngine(); // which tells nothing new, and takes nothing back
    known();
    QCOMPARE(newSentences(), QStringList{holder});
    draft->choosePort(1, PortKind::Client, 2300); // a person has looked at it
    QVERIFY2(newSentences().isEmpty(), qPrintable(sentences().join(u'\n')));
}

void TestWizardNetwork::portIsTakenBeforeCreating()
{
    m_stage->engineAnswers();
    open();
    goTo(WizardStep::Review);
    somebodyTakes(2181);
    press(Qt::Key_Return);
    known();
    QVERIFY(m_wizard && m_wizard->isVisible());
    QCOMPARE(m_wanted->count(), 0); // these ports nobody has seen
    QVERIFY2(sentences().join(u' ').contains(u"Port 2181 is used by the container “legacy-zoo1”."_s),
             qPrintable(sentences().join(u'\n')));
    QCOMPARE(QApplication::focusWidget(), part<QPushButton>("wizardNext"));
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_wanted->count(), 1, patience);
    QCOMPARE(m_result.members.at(0).client.hostPort, quint16(2182));
}

/// Its own ports count as free under that name; nobody takes them when more letters follow.
void TestWizardNetwork::typingAnothersNameMovesNoPort()
{
    m_stage->engineAnswers();
    somebodyTakes(2181, u"search"_s);
    open();
    QCOMPARE(wish().members.at(0).client.hostPort, quint16(2182));
    auto *draft = m_wizard->findChild<WizardDraft *>();
    for (const QString &name : {u"search"_s, u"search-new"_s}) {
        draft->setName(name);
        draft->askEngine();
        known();
        QCOMPARE(wish().members.at(0).client.hostPort, quint16(name == "search"_L1 ? 2181 : 2182));
    }
    const QList<Finding> &findings = draft->findings();
    QVERIFY(std::none_of(findings.cbegin(), findings.cend(),
                         [](const Finding &finding) { return finding.code == "port.moved"_L1; }));
}

void TestWizardNetwork::longWordsAreBroken()
{
    m_stage->engineAnswers();
    open();
    m_wizard->resize(1024, 700);
    auto *draft = m_wizard->findChild<WizardDraft *>();
    const QString flag = u"-D"_s + QString(600, u'x');
    draft->edit([&flag](Ensemble &ensemble) {
        ensemble.settings.insert(u"jvmFlags"_s, u"stray"_s + flag);
        ensemble.settings.insert(u"tickTime"_s, QString(300, u'9'));
    });
    for (const WizardStep step : {WizardStep::Settings, WizardStep::Review}) {
        m_wizard->setStep(step);
        QCoreApplication::processEvents();
        int seen = 0;
        for (const Paragraph *paragraph : m_wizard->findChildren<Paragraph *>()) {
            if (!paragraph->isVisible())
                continue;
            ++seen;
            const QWidget *list = paragraph->parentWidget()->parentWidget();
            QTRY_VERIFY2(list->width() <= list->parentWidget()->width(),
                         qPrintable(u"%1 in %2"_s.arg(list->width()).arg(list->parentWidget()->width())));
            QTRY_VERIFY(paragraph->height() >= paragraph->heightForWidth(paragraph->width()));
            QCOMPARE(paragraph->horizontalScrollBar()->maximum(), 0);
        }
        QVERIFY(seen >= 2);
    }
    QVERIFY(m_wizard->width() <= 1024);
}

/// As far as there is room for them.
void TestWizardNetwork::allFindingsAreSeen()
{
    m_stage->engineAnswers();
    open();
    m_wizard->resize(1100, 800);
    m_wizard->findChild<WizardDraft *>()->edit([](Ensemble &ensemble) {
        ensemble.settings.insert(u"tickTime"_s, u"x"_s);
        ensemble.settings.insert(u"heap"_s, u"x"_s);
        ensemble.settings.insert(u"initLimit"_s, u"x"_s);
    });
    goTo(WizardStep::Settings);
    FindingArea *area = nullptr;
    for (FindingArea *one : m_wizard->findChildren<FindingArea *>())
        area = one->isVisible() ? one : area;
    QVERIFY(area);
    QCOMPARE(area->list().findings().size(), 3);
    QTRY_VERIFY2(area->height() >= area->list().heightForWidth(area->viewport()->width()),
                 qPrintable(QString::number(area->height())));
    m_wizard->findChild<WizardDraft *>()->edit([](Ensemble &ensemble) { ensemble.settings.clear(); });
    QVERIFY(!area->isVisible());
}

/// A second click shall meet the cell that the first one met.
void TestWizardNetwork::findingsMoveNothing()
{
    m_stage->engineAnswers();
    open(Stage::ensemble(u"orders"_s, 12, 3));
    m_wizard->resize(1280, 780);
    goTo(WizardStep::Network);
    auto *draft = m_wizard->findChild<WizardDraft *>();
    const auto *table = part<QTableView>("wizardPorts");
    QList<TopologyPicture *> pictures;
    for (TopologyPicture *picture : m_wizard->findChildren<TopologyPicture *>()) {
        if (picture->isVisible())
            pictures += picture;
    }
    QCOMPARE(pictures.size(), 2);
    const auto places = [&] {
        QList<QRect> all{QRect(table->mapTo(m_wizard, QPoint()), QSize())};
        for (const TopologyPicture *picture : pictures)
            all += QRect(picture->mapTo(m_wizard, QPoint()), picture->size());
        return all;
    };
    QTest::qWait(50); // laid out
    const QList<QRect> before = places();
    const int height = table->height();
    QVERIFY2(height >= 5 * table->rowHeight(0), qPrintable(QString::number(height)));
    for (const TopologyPicture *picture : pictures) {
        QCOMPARE(picture->unseenMembers(), 0);
        QVERIFY(picture->height() >= picture->heightWithin(picture->width(), 0));
    }
    draft->refusePort(1, PortKind::Client, u"99999"_s);
    QTest::qWait(50);
    const QPushButton *button = nullptr;
    for (const QPushButton *one : m_wizard->findChildren<QPushButton *>()) {
        if (one->accessibleDescription().contains(u"99999"_s))
            button = one;
    }
    QVERIFY(button && button->isVisible());
    QVERIFY2(button->y() < 2 * button->height(), qPrintable(QString::number(button->y()))); // by its sentence
    draft->refusePort(2, PortKind::Client, u"x"_s);
    QTest::qWait(50);
    QVERIFY2(newSentences().size() >= 2, qPrintable(sentences().join(u'\n')));
    QCOMPARE(places(), before);
    const FindingArea *area = nullptr;
    for (const FindingArea *one : m_wizard->findChildren<FindingArea *>())
        area = one->isVisible() ? one : area;
    QVERIFY(area);
    QTRY_VERIFY2(area->height() >= area->list().heightForWidth(area->viewport()->width()),
                 qPrintable(QString::number(area->height())));
    draft->proposeFreePorts();
    QTest::qWait(50);
    QCOMPARE(places(), before);
    QCOMPARE(table->height(), height);
    m_wizard->resize(1280, 700); // and smaller again
    QTRY_VERIFY2(m_wizard->height() <= 700, qPrintable(QString::number(m_wizard->height())));
}

/// Small, where there is not the room for their addresses; all of them in the wizard's own size.
void TestWizardNetwork::asManyMembersAsFit()
{
    m_stage->engineAnswers();
    open(Stage::ensemble(u"orders"_s, 12, 3));
    goTo(WizardStep::Network);
    const auto unseen = [this] {
        QList<int> counts;
        for (const TopologyPicture *picture : m_wizard->findChildren<TopologyPicture *>()) {
            if (picture->isVisible())
                counts += picture->unseenMembers();
        }
        return counts;
    };
    QTRY_COMPARE(unseen(), (QList<int>{0, 0}));
    m_wizard->resize(m_wizard->minimumSizeHint());
    QTest::qWait(50); // laid out
    const QList<int> least = unseen();
    QCOMPARE(least.size(), 2);
    for (const int count : least)
        QVERIFY2(count <= 10, qPrintable(QString::number(count)));
    m_wizard->resize(m_wizard->width(), 2000);
    QTRY_COMPARE(unseen(), (QList<int>{0, 0}));
    for (const TopologyPicture *picture : m_wizard->findChildren<TopologyPicture *>()) {
        if (picture->isVisible())
            QTRY_VERIFY(picture->height() >=
                        picture->wholeHeight(TopologyPicture::Nodes::Large, picture->width()));
    }
}

/// The two drawings need not be equally wide: the words above them may want more room.
void TestWizardNetwork::threeMembersAreSeenAtEveryWidth()
{
    m_stage->engineAnswers();
    open();
    goTo(WizardStep::Network);
    const auto whatIsUnseen = [this] {
        QString said;
        for (const TopologyPicture *picture : m_wizard->findChildren<TopologyPicture *>()) {
            if (picture->isVisible() && picture->unseenMembers() > 0)
                said += u"%1 wide: %2 unseen in %3x%4 "_s.arg(m_wizard->width())
                            .arg(picture->unseenMembers())
                            .arg(picture->width())
                            .arg(picture->height());
        }
        return said;
    };
    QTRY_COMPARE(whatIsUnseen(), QString());
    const int height = m_wizard->height();
    const int least = m_wizard->minimumSizeHint().width();
    for (int width = least; width < least + 400; width += 9) {
        m_wizard->resize(width, height);
        QTRY_COMPARE(whatIsUnseen(), QString());
    }
}

void TestWizardNetwork::portsAndRolesAreReadWhole()
{
    m_stage->settings.setValue(SettingKey::FirstClientPort, 24100);
    m_stage->engineAnswers();
    open(Stage::ensemble(u"orders"_s, 12, 3));
    m_wizard->resize(1280, 780);
    goTo(WizardStep::Network);
    auto *draft = m_wizard->findChild<WizardDraft *>();
    for (int id = 1; id <= 15; ++id)
        draft->choosePort(id, PortKind::Client, 24100); // which is said beside each
    const auto *table = part<QTableView>("wizardPorts");
    const QAbstractItemView *view = table;
    QVERIFY(cell(0, PortTableModel::ClientColumn).data(PortTableModel::SeverityRole).isValid());
    for (const int column : {PortTableModel::MemberColumn, PortTableModel::ClientColumn}) {
        QTRY_VERIFY2(
            table->columnWidth(column) >= view->sizeHintForColumn(column),
            qPrintable(u"%1 of %2"_s.arg(table->columnWidth(column)).arg(view->sizeHintForColumn(column))));
    }
}

/// They are said on the page that has them.
void TestWizardNetwork::manyMovedPortsAreNotSentElsewhere()
{
    m_stage->engineAnswers();
    open(Stage::ensemble(u"orders"_s, 9));
    goTo(WizardStep::Network);
    somebodyTakes(2181);
    auto *draft = m_wizard->findChild<WizardDraft *>();
    draft->askEngine();
    known();
    const Finding said = draft->findings().constLast();
    QCOMPARE(said.code, u"port.moved"_s);
    QVERIFY2(said.remedy.contains(u"zoo5: 2186"_s) && said.remedy.contains(u"4 others"_s) &&
                 !said.remedy.contains(u"Network"_s),
             qPrintable(said.remedy));
}

void TestWizardNetwork::tabComesToARemedyAfterItsField()
{
    m_stage->engineAnswers();
    m_stage->addHealthy(u"search"_s, 1);
    open();
    type(u"search"_s);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"wizardName"_s);
    press(Qt::Key_Tab);
    const auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
    QVERIFY(button);
    QCOMPARE(button->text(), u"Call It “search-2”"_s);
    press(Qt::Key_Space);
    QCOMPARE(wish().name, u"search-2"_s);
    QVERIFY(QApplication::focusWidget() && QApplication::focusWidget()->isVisible());
    known();
}

void TestWizardNetwork::firstSizeFitsOnTheScreen()
{
    m_stage->engineAnswers();
    open();
    const int room = m_wizard->screen()->availableGeometry().height();
    QVERIFY2(m_wizard->frameGeometry().height() <= room,
             qPrintable(u"%1 of %2"_s.arg(m_wizard->frameGeometry().height()).arg(room)));
}

QTEST_MAIN(TestWizardNetwork)
#include "tst_wizardnetwork.moc"
