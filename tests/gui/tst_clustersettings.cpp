// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clustersettings/clustersettingspage.h"

#include "ensemble/ensemblejson.h"
#include "gui/stage.h"
#include "itemmodels/settingtablemodel.h"
#include "ui/activity/activitybar.h"
#include "ui/clustersettings/changedialog.h"
#include "ui/clustersettings/clustereditor.h"
#include "ui/look/translations.h"
#include "ui/mainwindow.h"
#include "ui/wizard/findinglist.h"
#include "ui/wizard/wizarddraft.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QPointer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>
#include <QtWidgets/QTableWidget>

using namespace zoodock;
using namespace zoodock::test;

/// The settings of a cluster that there is, by keys.
class TestClusterSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslations(*qApp)); }
    void init();
    void cleanup();
    void showsTheDifferenceAndApplies();
    void dialogCanBeLeft();
    void cancelPutsTheMemberBack();
    void anotherPort();
    void portThatIsTaken();
    void noNumberIsRefused();
    void hostPortsAreMovedAtOnce();
    void warnsOfOldData();
    void errorsBesideTheField();
    void whatIsTypedAfterAClickGoesIntoThatCell();
    void reasonsAgainstApplying();
    void reasonsAgainstShowing_data();
    void reasonsAgainstShowing();
    void withoutVolumesNothingCanChange();
    void whatIsFixedSaysWhy();
    void draftsStayWithTheirClusters();
    void followsTheFile();
    void unlikeMembersAreTold();
    void onlyWhatDiffersIsMadeAnew();
    void draftOutlivesACancelOfAllAtOnce();
    void failureIsSaidOnThePage();
    void failureLeadsToThePorts();
    void oldWishIsShownBeforeItIsTriedAgain();
    void smallWindowLeavesTheTableItsRows();
    void smallWindowLeavesTheValuesTheirRoom();
    void quitAsks();
    void quitWhileSettingsAreApplied_data();
    void quitWhileSettingsAreApplied();
    void questionFollowsTheMembers();
    void questionFollowsTheFile_data();
    void questionFollowsTheFile();
    void interruptionIsToldOnce();

private:
    void open(const Ensemble &ensemble, const QList<Ensemble> &made = {});
    void show(const QString &cluster);
    [[nodiscard]] bool showOrders(MainWindow &window);
    void engineMade(const QList<Ensemble> &specs);
    void workIsDone();
    void comeBack(int memberId);
    void type(const QString &text) const;
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const;
    void setTickTime(const QString &value) const;
    void goTo(const QString &section) const;
    [[nodiscard]] ClusterEditor *editor() const;
    [[nodiscard]] const WizardDraft &draft() const { return editor()->draft(); }
    template <typename T>
    [[nodiscard]] T *part(const char *name) const
    {
        for (T *one : m_page->findChildren<T *>(QString::fromLatin1(name))) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] QString summary() const { return part<QLabel>("settingsSummary")->text(); }
    [[nodiscard]] QString sentences() const;
    [[nodiscard]] QPushButton *applyButton() const { return part<QPushButton>("settingsApply"); }
    [[nodiscard]] ChangeDialog *askedDialog() const;
    [[nodiscard]] QModelIndex port(int row, int column) const
    {
        return part<QTableView>("wizardPorts")->model()->index(row, column);
    }

    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<ClusterSettingsPage> m_page;
    Ensemble m_base;
};

void TestClusterSettings::init()
{
    m_stage = std::make_unique<Stage>();
    m_base = Stage::ensemble(u"orders"_s, 3);
}

void TestClusterSettings::cleanup()
{
    m_page.reset();
    m_stage.reset();
}

/// What the engine says of all members of `m_base`, made with these wishes.
void TestClusterSettings::engineMade(const QList<Ensemble> &specs)
{
    QByteArray ids;
    QJsonArray objects;
    QByteArray volumes;
    for (int id = 1; id <= specs.size(); ++id) {
        const Ensemble &spec = specs.at(id - 1);
        const QString name = u"%1-zoo%2"_s.arg(spec.name).arg(id);
        const QString hash = QString::number(id).repeated(64);
        ids += hash.toUtf8() + '\n';
        const QJsonObject labels{{u"org.zoodock.cluster"_s, spec.name},
                                 {u"org.zoodock.member"_s, QString::number(id)},
                                 {u"org.zoodock.spec"_s, QString::fromUtf8(toCompactJson(spec))}};
        objects.append(QJsonObject{{u"Id"_s, hash},
                                   {u"Name"_s, u'/' + name},
                                   {u"State"_s, QJsonObject{{u"Status"_s, u"running"_s},
                                                            {u"StartedAt"_s, u"2024-01-01T00:00:00Z"_s}}},
                                   {u"Config"_s, QJsonObject{{u"Labels"_s, labels}}}});
        for (const char *kind : {"-data", "-datalog"})
            volumes +=
                R"({"Name":")" + name.toUtf8() + kind + R"(","Labels":"org.zoodock.cluster=orders"})" + '\n';
    }
    FakeDocker &docker = m_stage->docker;
    docker.rule({u"ps"_s}).out(ids);
    docker.rule({u"inspect"_s}).out(QJsonDocument(objects).toJson());
    docker.rule({u"network"_s, u"ls"_s})
        .out("{\"Name\":\"orders\",\"Labels\":\"org.zoodock.cluster=orders\"}\n");
    docker.rule({u"volume"_s, u"ls"_s}).out(volumes);
    m_stage->engineAnswers();
}

void TestClusterSettings::open(const Ensemble &ensemble, const QList<Ensemble> &made)
{
    m_base = ensemble;
    engineMade(made.isEmpty() ? QList<Ensemble>(ensemble.members.size(), ensemble) : made);
    m_stage->addHealthy(ensemble);
    m_stage->engine(EngineStatus::Reach::Answers);
    QVERIFY(m_stage->repository.save(ensemble).has_value());
    m_page = std::make_unique<ClusterSettingsPage>(m_stage->services);
    m_page->resize(1100, 760);
    QVERIFY(showActive(*m_page));
    show(ensemble.name);
}

void TestClusterSettings::show(const QString &cluster)
{
    m_page->showCluster(cluster);
    QVERIFY(editor());
    QTRY_VERIFY_WITH_TIMEOUT(draft().facts().known && !draft().isAsking(), patience);
}

/// The cluster of init(), healthy, in a window that is the active one.
bool TestClusterSettings::showOrders(MainWindow &window)
{
    engineMade({m_base, m_base, m_base});
    m_stage->docker.rule({u"stats"_s}).hang();
    m_stage->addHealthy(m_base);
    window.showCluster(u"orders"_s);
    return showActive(window);
}

ClusterEditor *TestClusterSettings::editor() const
{
    for (ClusterEditor *one : m_page->findChildren<ClusterEditor *>()) {
        if (one->isVisible())
            return one;
    }
    return nullptr;
}

void TestClusterSettings::workIsDone()
{
    for (const QString &verb : {u"stop"_s, u"rm"_s, u"run"_s, u"start"_s, u"pull"_s})
        m_stage->docker.rule({verb});
}

/// The member serves in another container; the others are asked again, and answer.
void TestClusterSettings::comeBack(int memberId)
{
    ContainerObservation again = m_stage->store.cluster(m_base.name)->member(memberId)->container;
    again.startedAt = again.startedAt.addSecs(100);
    m_stage->store.observeContainer(m_base.name, memberId, again);
    for (int id = 1; id <= 3; ++id)
        m_stage->answer(m_base.name, id, id == 3 ? MemberState::Leader : MemberState::Follower);
}

void TestClusterSettings::type(const QString &text) const
{
    for (const QChar character : text)
        QTest::keyClick(QApplication::focusWidget(), character.toLatin1());
}

void TestClusterSettings::press(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    QTRY_VERIFY(QApplication::focusWidget()); // a dialog may just have gone
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    QCoreApplication::processEvents();
}

void TestClusterSettings::setTickTime(const QString &value) const
{
    auto *table = part<QTableView>("wizardSettings");
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, SettingTableModel::ValueColumn));
    type(value);
    press(Qt::Key_Return);
}

void TestClusterSettings::goTo(const QString &section) const
{
    auto *sections = part<QListWidget>("settingsSections");
    const QList<QListWidgetItem *> found = sections->findItems(section, Qt::MatchExactly);
    QCOMPARE(found.size(), 1);
    sections->setCurrentItem(found.first());
}

QString TestClusterSettings::sentences() const
{
    QStringList all;
    for (const FindingList *list : m_page->findChildren<FindingList *>()) {
        for (const Finding &finding : list->isVisible() ? list->findings() : QList<Finding>())
            all += finding.sentence;
    }
    return all.join(u'\n');
}

ChangeDialog *TestClusterSettings::askedDialog() const
{
    for (ChangeDialog *dialog : m_page->findChildren<ChangeDialog *>()) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

void TestClusterSettings::showsTheDifferenceAndApplies()
{
    open(m_base);
    workIsDone();
    QVERIFY(!applyButton()->isEnabled());
    QCOMPARE(summary(), u"Nothing was changed."_s);
    setTickTime(u"1500"_s);
    QVERIFY2(summary().contains(u"1 setting changed."_s), qPrintable(summary()));
    QVERIFY2(summary().contains(u"zoo1"_s) && summary().contains(u"zoo3"_s), qPrintable(summary()));
    QVERIFY(applyButton()->isEnabled());
    applyButton()->setFocus();
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(askedDialog(), patience);
    const auto *values = askedDialog()->findChild<QTableWidget *>(u"changeValues"_s);
    QCOMPARE(values->rowCount(), 1);
    QVERIFY(values->item(0, 1)->text().contains(u"2000"_s));
    QVERIFY(values->item(0, 2)->text().contains(u"1500"_s));
    const auto *members = askedDialog()->findChild<QTableWidget *>(u"changeMembers"_s);
    QCOMPARE(members->rowCount(), 3);
    QCOMPARE(members->item(0, 2)->text(), u"orders-zoo1"_s);
    QCOMPARE(members->item(2, 0)->text(), u"zoo3 (leader)"_s);
    QVERIFY(members->item(2, 3)->text().contains(u"orders-zoo3-data"_s));
    QCOMPARE(m_stage->changes(), QStringList()); // nothing yet
    QTest::keyClick(askedDialog(), Qt::Key_Return);

    for (int id = 1; id <= 3; ++id) {
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->docker.callLines().filter(u"run --detach"_s).size(), id, patience);
        QVERIFY(!applyButton()->isEnabled());
        comeBack(id);
    }
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->log.tasks().constFirst()->isFinished(), patience);
    QVERIFY(m_stage->log.tasks().constFirst()->succeeded());
    QCOMPARE(m_stage->repository.load(u"orders"_s)->settings.value(u"tickTime"_s), u"1500"_s);
    QTRY_COMPARE(summary(), u"Nothing was changed."_s);
    QTRY_VERIFY_WITH_TIMEOUT(!draft().isAsking(), patience);
}

void TestClusterSettings::dialogCanBeLeft()
{
    open(m_base);
    setTickTime(u"1500"_s);
    applyButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(askedDialog(), patience);
    QTest::keyClick(askedDialog(), Qt::Key_Escape);
    QTRY_VERIFY(!askedDialog());
    QVERIFY(m_stage->log.tasks().isEmpty());
    QVERIFY(applyButton()->isEnabled());
    m_page->activateWindow(); // no window manager does it here
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    part<QPushButton>("settingsDiscard")->setFocus();
    press(Qt::Key_Space);
    QCOMPARE(draft().ensemble(), m_base);
    QVERIFY(!applyButton()->isEnabled());
    QCOMPARE(m_stage->changes(), QStringList());
}

void TestClusterSettings::cancelPutsTheMemberBack()
{
    open(m_base);
    const QString goOn = m_stage->docker.file("go-on");
    m_stage->docker.rule({u"stop"_s}).waitForFile(goOn);
    workIsDone();
    setTickTime(u"1500"_s);
    applyButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(askedDialog(), patience);
    askedDialog()->findChild<QPushButton *>(u"changeApply"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(!m_stage->docker.callLines().filter(u"stop"_s).isEmpty(), patience);
    ClusterTask *task = m_stage->log.tasks().constFirst();
    QVERIFY(!part<QPushButton>("settingsDiscard")->isEnabled()); // it would discard what is being applied
    task->cancel();
    QVERIFY(QFile(goOn).open(QIODevice::WriteOnly));
    QTRY_VERIFY_WITH_TIMEOUT(!m_stage->docker.callLines().filter(u"start orders-zoo1"_s).isEmpty(), patience);
    comeBack(1);
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patience);
    QVERIFY(task->error().kind() == ErrorKind::Cancelled);
    QVERIFY(m_stage->repository.load(u"orders"_s)->settings.isEmpty());
    // What was entered is still there, for another try.
    QTRY_VERIFY_WITH_TIMEOUT(applyButton()->isEnabled(), patience);
    QCOMPARE(draft().ensemble().settings.value(u"tickTime"_s), u"1500"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!draft().isAsking(), patience);
}

void TestClusterSettings::anotherPort()
{
    open(m_base);
    goTo(u"Ports"_s);
    auto *table = part<QTableView>("wizardPorts");
    table->setFocus();
    table->setCurrentIndex(port(1, 1));
    type(u"2300"_s);
    press(Qt::Key_Return);
    QCOMPARE(draft().ensemble().members.at(1).client.hostPort, quint16(2300));
    QCOMPARE(draft().ensemble().members.at(0).client.hostPort, quint16(2181)); // nobody else's moves
    QVERIFY2(summary().contains(u"zoo2"_s) && !summary().contains(u"zoo1"_s), qPrintable(summary()));
    applyButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(askedDialog(), patience);
    const auto *members = askedDialog()->findChild<QTableWidget *>(u"changeMembers"_s);
    QCOMPARE(members->rowCount(), 1);
    QCOMPARE(members->item(0, 1)->text(), u"Client port of zoo2"_s);
    askedDialog()->reject();
}

void TestClusterSettings::portThatIsTaken()
{
    open(m_base);
    goTo(u"Ports"_s);
    auto *table = part<QTableView>("wizardPorts");
    table->setFocus();
    table->setCurrentIndex(port(0, 1));
    type(u"2183"_s); // zoo3 has it
    press(Qt::Key_Return);
    QVERIFY2(sentences().contains(u"2183"_s), qPrintable(sentences()));
    QVERIFY(!applyButton()->isEnabled());
    QCOMPARE(summary(), u"First mend what stands in the way."_s);
    QVERIFY(!part<QListWidget>("settingsSections")->item(1)->icon().isNull());
    auto *free = part<QPushButton>("wizardPropose");
    QVERIFY(free->isEnabled());
    free->setFocus();
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(!draft().isAsking(), patience);
    QVERIFY2(applyButton()->isEnabled() || summary() == u"Nothing was changed."_s, qPrintable(summary()));
    QVERIFY2(!sentences().contains(u"2183"_s), qPrintable(sentences()));
    QSet<quint16> ports;
    for (const Member &member : draft().ensemble().members)
        ports += member.client.hostPort;
    QCOMPARE(ports.size(), 3);
    QVERIFY(!ports.contains(0));
}

void TestClusterSettings::noNumberIsRefused()
{
    open(m_base);
    goTo(u"Ports"_s);
    auto *table = part<QTableView>("wizardPorts");
    table->setFocus();
    table->setCurrentIndex(port(0, 1));
    type(u"70000"_s);
    press(Qt::Key_Return);
    QVERIFY(!applyButton()->isEnabled());
    QCOMPARE(port(0, 1).data().toString(), u"70000"_s);
    table->setCurrentIndex(port(0, 1));
    type(u"2181"_s);
    press(Qt::Key_Return);
    QCOMPARE(draft().ensemble().members.at(0).client.hostPort, quint16(2181));
    QCOMPARE(summary(), u"Nothing was changed."_s);
}

void TestClusterSettings::hostPortsAreMovedAtOnce()
{
    open(makeEnsemble(u"orders"_s, 3, 0, NetworkMode::Host, u"zoodock/zookeeper:3.8"_s));
    goTo(u"Ports"_s);
    QVERIFY(readable(*m_page).contains(u"all members are made anew at once"_s));
    auto *table = part<QTableView>("wizardPorts");
    table->setFocus();
    table->setCurrentIndex(port(0, 1));
    type(u"2300"_s);
    press(Qt::Key_Return);
    QCOMPARE(draft().ensemble().members.at(0).client.port, quint16(2300));
    QTRY_VERIFY(applyButton()->isEnabled());
    applyButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(askedDialog(), patience);
    QVERIFY(readable(*askedDialog()).contains(u"There is no quorum for a while"_s));
    QCOMPARE(askedDialog()->findChild<QTableWidget *>(u"changeMembers"_s)->rowCount(), 3);
    QTest::keyClick(askedDialog(), Qt::Key_Return); // the safe button
    QTRY_VERIFY(!askedDialog());
    QVERIFY(m_stage->log.tasks().isEmpty());
}

/// Servers of 3.4 may have left transaction logs without a snapshot.
void TestClusterSettings::warnsOfOldData()
{
    const QString line = u"snapshot.trust.empty=true"_s;
    open(m_base);
    const ClusterStatus *status = m_stage->store.cluster(m_base.name);
    Ensemble old = m_base;
    old.image.reference = u"zookeeper:3.4.14"_s;
    ChangeDialog warned(changeBetween(old, m_base), *status, false, nullptr);
    warned.show();
    QVERIFY2(readable(warned).contains(line), qPrintable(readable(warned)));
    Ensemble safe = m_base;
    safe.settings.insert(u"extra"_s, line);
    ChangeDialog quiet(changeBetween(old, safe), *status, false, nullptr);
    quiet.show();
    QVERIFY2(!readable(quiet).isEmpty() && !readable(quiet).contains(u"transaction logs"_s),
             qPrintable(readable(quiet)));
}

void TestClusterSettings::errorsBesideTheField()
{
    open(m_base);
    auto *table = part<QTableView>("wizardSettings");
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, SettingTableModel::ValueColumn));
    type(u"30x"_s);
    QVERIFY2(sentences().contains(u"“30x” is not a whole number."_s), qPrintable(sentences()));
    press(Qt::Key_Return);
    QVERIFY(!applyButton()->isEnabled());
    auto *remedy = findButton<QPushButton>(*m_page, u"Use the Default"_s);
    QVERIFY(remedy);
    remedy->setFocus();
    press(Qt::Key_Space);
    QVERIFY(sentences().isEmpty());
    QCOMPARE(summary(), u"Nothing was changed."_s);
}

/// A click on what is selected must not be the beginning of a wait in which the keys go elsewhere.
void TestClusterSettings::whatIsTypedAfterAClickGoesIntoThatCell()
{
    open(m_base);
    auto *table = part<QTableView>("wizardSettings");
    const QModelIndex tick = table->model()->index(0, SettingTableModel::ValueColumn);
    table->setFocus();
    table->setCurrentIndex(tick);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(tick).center());
    type(u"3000"_s);
    press(Qt::Key_Return);
    QCOMPARE(table->currentIndex().row(), 0);
    QCOMPARE(tick.data().toString(), u"3000"_s);
    QVERIFY2(sentences().isEmpty(), qPrintable(sentences()));
}

void TestClusterSettings::reasonsAgainstApplying()
{
    open(m_base);
    setTickTime(u"1500"_s);
    QVERIFY(applyButton()->isEnabled());
    m_stage->store.setBusy(u"orders"_s, true);
    QTRY_VERIFY(!applyButton()->isEnabled());
    QVERIFY2(applyButton()->toolTip().contains(u"Another task is changing this cluster."_s),
             qPrintable(applyButton()->toolTip()));
    m_stage->store.setBusy(u"orders"_s, false);
    QTRY_VERIFY_WITH_TIMEOUT(applyButton()->isEnabled(), patience);
    m_stage->engine(EngineStatus::Reach::Silent, Error(ErrorKind::EngineDown, u"gone"_s));
    QTRY_COMPARE(applyButton()->toolTip(), u"The Docker engine does not answer."_s);
    m_stage->engine(EngineStatus::Reach::Answers);
    QTRY_VERIFY_WITH_TIMEOUT(applyButton()->isEnabled() && !draft().isAsking(), patience);
}

void TestClusterSettings::reasonsAgainstShowing_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("words");
    QTest::newRow("discovered") << u"discovered"_s << u"Others started this cluster"_s;
    QTest::newRow("adopted") << u"adopted"_s << u"This cluster was adopted"_s;
    QTest::newRow("compose") << u"compose"_s << u"The compose project “shop” made these containers."_s;
}

void TestClusterSettings::reasonsAgainstShowing()
{
    QFETCH(QString, kind);
    QFETCH(QString, words);
    Ensemble foreign = m_base;
    foreign.adopted = kind != "discovered"_L1;
    foreign.composeProject = kind == "compose"_L1 ? u"shop"_s : QString();
    m_stage->store.setWanted(foreign,
                             kind == "discovered"_L1 ? WantedOrigin::Discovered : WantedOrigin::File);
    m_page = std::make_unique<ClusterSettingsPage>(m_stage->services);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_page->showCluster(u"orders"_s);
    QTRY_VERIFY2(readable(*m_page).contains(words), qPrintable(readable(*m_page)));
    QVERIFY(!editor());
    QVERIFY(m_stage->docker.callLines().isEmpty());
}

void TestClusterSettings::withoutVolumesNothingCanChange()
{
    m_base.volumes = VolumePolicy::NotKept;
    open(m_base);
    QVERIFY(!part<QTableView>("wizardSettings")->isEnabled());
    QTRY_VERIFY(readable(*m_page).contains(u"The members keep no data in named volumes"_s));
    QVERIFY(!applyButton()->isEnabled());
}

void TestClusterSettings::whatIsFixedSaysWhy()
{
    open(m_base);
    const auto *model = part<QTableView>("wizardSettings")->model();
    const QModelIndexList data = model->match(model->index(0, 0), Qt::DisplayRole, u"Data"_s);
    QCOMPARE(data.size(), 1);
    QVERIFY(!data.first().flags().testFlag(Qt::ItemIsEditable));
    QVERIFY(data.first().data(Qt::ToolTipRole).toString().contains(u"only be chosen for a new cluster"_s));
    goTo(u"Fixed"_s);
    int fields = 0;
    for (const QLineEdit *field : m_page->findChildren<QLineEdit *>()) {
        if (!field->isVisible() || field->objectName().startsWith(u"qt_"_s))
            continue;
        ++fields;
        QVERIFY2(!field->isEnabled() && !field->toolTip().isEmpty(), qPrintable(field->text()));
    }
    QCOMPARE(fields, 5);
    QSignalSpy wanted(m_page.get(), &ClusterSettingsPage::duplicateWanted);
    part<QPushButton>("settingsDuplicate")->click();
    QCOMPARE(wanted.value(0).value(0).toString(), u"orders"_s);
}

void TestClusterSettings::draftsStayWithTheirClusters()
{
    open(m_base);
    m_stage->addHealthy(Stage::ensemble(u"search"_s, 1));
    setTickTime(u"1500"_s);
    QVERIFY(!m_page->unsavedClusters().isEmpty());
    show(u"search"_s);
    QCOMPARE(draft().ensemble(), Stage::ensemble(u"search"_s, 1));
    QVERIFY(!part<QPushButton>("settingsDiscard")->isEnabled());
    show(u"orders"_s);
    QCOMPARE(draft().ensemble().settings.value(u"tickTime"_s), u"1500"_s);
    m_stage->store.removeWanted(u"orders"_s);
    QVERIFY(!editor());
    QVERIFY(m_page->unsavedClusters().isEmpty());
}

void TestClusterSettings::followsTheFile()
{
    open(m_base);
    Ensemble changed = m_base;
    changed.settings.insert(u"initLimit"_s, u"20"_s);
    QVERIFY(m_stage->repository.save(changed).has_value());
    QTRY_COMPARE(draft().ensemble(), changed);
    QVERIFY(m_page->unsavedClusters().isEmpty());
    setTickTime(u"1500"_s);
    changed.notes = u"mind the gap"_s;
    QVERIFY(m_stage->repository.save(changed).has_value());
    QTRY_COMPARE(draft().ensemble().notes, u"mind the gap"_s); // applying would write it away otherwise
    QCOMPARE(draft().ensemble().settings.value(u"tickTime"_s), u"1500"_s);
    QVERIFY(!m_page->unsavedClusters().isEmpty());
}

/// A change was cancelled after the first: the rest, or the way back, is one click.
void TestClusterSettings::unlikeMembersAreTold()
{
    Ensemble other = m_base;
    other.settings.insert(u"tickTime"_s, u"1500"_s);
    open(m_base, {other, m_base, m_base});
    QTRY_VERIFY_WITH_TIMEOUT(summary().contains(u"by a change that was cancelled: zoo1."_s), patience);
    QVERIFY(applyButton()->isEnabled());
    applyButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(askedDialog(), patience);
    const auto *members = askedDialog()->findChild<QTableWidget *>(u"changeMembers"_s);
    QCOMPARE(members->rowCount(), 1);
    QCOMPARE(members->item(0, 1)->text(), u"Tick: 1500 ms → 2000 ms (default)"_s);
    askedDialog()->reject();
}

/// A change was cancelled after the first, and what was entered is still there.
void TestClusterSettings::onlyWhatDiffersIsMadeAnew()
{
    Ensemble other = m_base;
    other.settings.insert(u"tickTime"_s, u"1500"_s);
    open(m_base, {other, m_base, m_base});
    QTRY_VERIFY_WITH_TIMEOUT(summary().contains(u"zoo1"_s), patience);
    setTickTime(u"1500"_s);
    QVERIFY2(summary().contains(u": zoo2, zoo3."_s) && !summary().contains(u"zoo1"_s), qPrintable(summary()));
    setTickTime(u"1700"_s);
    QVERIFY2(summary().contains(u": zoo1, zoo2, zoo3."_s), qPrintable(summary()));
    applyButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(askedDialog(), patience);
    const auto *members = askedDialog()->findChild<QTableWidget *>(u"changeMembers"_s);
    QCOMPARE(members->rowCount(), 3);
    QCOMPARE(members->item(0, 1)->text(), u"Tick: 1500 ms → 1700 ms"_s);
    QCOMPARE(members->item(1, 1)->text(), u"Tick: 2000 ms (default) → 1700 ms"_s);
    askedDialog()->reject();
}

/// Where all move at once the file is written first, and put back.
void TestClusterSettings::draftOutlivesACancelOfAllAtOnce()
{
    open(makeEnsemble(u"orders"_s, 3, 0, NetworkMode::Host, u"zoodock/zookeeper:3.8"_s));
    const QString goOn = m_stage->docker.file("go-on");
    m_stage->docker.rule({u"stop"_s}).waitForFile(goOn);
    workIsDone();
    goTo(u"Ports"_s);
    part<QTableView>("wizardPorts")->setFocus();
    part<QTableView>("wizardPorts")->setCurrentIndex(port(0, 1));
    type(u"2300"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(applyButton()->isEnabled());
    applyButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(askedDialog(), patience);
    askedDialog()->findChild<QPushButton *>(u"changeApply"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->docker.callLines().filter(u"stop"_s).size(), 3, patience);
    QCOMPARE(m_stage->repository.load(u"orders"_s)->members.at(0).client.port, quint16(2300));
    QTest::qWait(100); // the store has told of the file
    QVERIFY2(summary().startsWith(u"These settings are being applied."_s), qPrintable(summary()));
    ClusterTask *task = m_stage->log.tasks().constFirst();
    task->cancel();
    QVERIFY(QFile(goOn).open(QIODevice::WriteOnly));
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->docker.callLines().filter(u"start orders-zoo"_s).size(), 3, patience);
    for (int id = 1; id <= 3; ++id)
        comeBack(id);
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patience);
    QVERIFY(task->error().kind() == ErrorKind::Cancelled);
    QTRY_VERIFY_WITH_TIMEOUT(applyButton()->isEnabled(), patience);
    QCOMPARE(draft().ensemble().members.at(0).client.port, quint16(2300));
    QVERIFY2(summary().contains(u"zoo1"_s), qPrintable(summary()));
    QTRY_VERIFY_WITH_TIMEOUT(!draft().isAsking(), patience);
}

/// The overview has a banner for it; here it is the line at the bottom that tells.
void TestClusterSettings::failureIsSaidOnThePage()
{
    MainWindow window(m_stage->services);
    QVERIFY(showOrders(window));
    FakeTask *task = m_stage->addTask(u"orders"_s, u"Change the settings of orders"_s, {});
    task->fail(Error(ErrorKind::NoQuorum, u"zoo1 does not stay up."_s));
    const auto *bar = window.findChild<ActivityBar *>();
    QVERIFY(!readable(*bar).contains(u"zoo1 does not stay up."_s));
    QTest::keyClick(&window, Qt::Key_5, Qt::ControlModifier);
    QTRY_VERIFY(readable(*bar).contains(u"zoo1 does not stay up."_s));
    QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(!readable(*bar).contains(u"zoo1 does not stay up."_s));
}

void TestClusterSettings::failureLeadsToThePorts()
{
    MainWindow window(m_stage->services);
    QVERIFY(showOrders(window));
    FakeTask *task = m_stage->addTask(u"orders"_s, u"Start orders"_s, {u"Start"_s});
    task->fail(Error(ErrorKind::PortInUse, u"The port 2181 is in use."_s));
    QTRY_VERIFY(findButton<QPushButton>(window, u"Change Ports…"_s));
    auto *button = findButton<QPushButton>(window, u"Change Ports…"_s);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget()->objectName() == u"wizardPorts"_s);
    const auto *draft = window.findChild<WizardDraft *>();
    QVERIFY(draft);
    QTRY_VERIFY_WITH_TIMEOUT(draft->facts().known && !draft->isAsking(), patience);
}

/// What was applied in the meantime would be taken back by it.
void TestClusterSettings::oldWishIsShownBeforeItIsTriedAgain()
{
    MainWindow window(m_stage->services);
    QVERIFY(showOrders(window));
    QVERIFY(m_stage->repository.save(m_base).has_value());
    m_stage->docker.rule({u"stop"_s}).err("Error response from daemon: no space left on device\n").exit(1);
    m_stage->docker.rule({u"start"_s});
    auto *page = window.findChild<ClusterSettingsPage *>();
    Ensemble wish = m_base;
    wish.settings.insert(u"tickTime"_s, u"1500"_s);
    page->apply(wish, 500ms);
    QPointer<ClusterTask> task = m_stage->log.tasks().constFirst();
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patience);
    QVERIFY(task->hasFailed());

    Ensemble meanwhile = m_base;
    meanwhile.title = u"The orders"_s;
    meanwhile.settings.insert(u"initLimit"_s, u"20"_s);
    QVERIFY(m_stage->repository.save(meanwhile).has_value());
    QCOMPARE(m_stage->store.cluster(u"orders"_s)->ensemble.settings.value(u"initLimit"_s), u"20"_s);
    task->again()(window);
    QCOMPARE(m_stage->log.tasks().size(), 1); // nothing runs
    QVERIFY(page->isVisible());
    const auto *draft = page->findChild<WizardDraft *>();
    QVERIFY(draft);
    QCOMPARE(draft->ensemble().settings, wish.settings);
    QCOMPARE(draft->ensemble().title, u"The orders"_s);
    QTRY_VERIFY_WITH_TIMEOUT(draft->facts().known && !draft->isAsking(), patience);
}

/// Beside an open list of tasks little is left of a window of 1000 × 640.
void TestClusterSettings::smallWindowLeavesTheTableItsRows()
{
    open(m_base);
    m_page->resize(700, 250);
    auto *table = part<QTableView>("wizardSettings");
    const int needed = 4 * table->rowHeight(0) + table->horizontalHeader()->height();
    QTRY_VERIFY2(table->height() >= needed, qPrintable(QString::number(table->height())));
    QTRY_VERIFY(m_page->height() <= 260);
    // What is further below comes into view with the keyboard.
    auto *lines = part<QPlainTextEdit>("wizardLines");
    const auto isInView = [lines] { return lines->visibleRegion().boundingRect().height() > 10; };
    QVERIFY(!isInView());
    table->setFocus();
    press(Qt::Key_Tab);
    QTRY_VERIFY(isInView());
}

/// What is edited comes before what is only to be read.
void TestClusterSettings::smallWindowLeavesTheValuesTheirRoom()
{
    open(m_base);
    auto *table = part<QTableView>("wizardSettings");
    const int character = table->fontMetrics().averageCharWidth();
    const int usual = table->columnWidth(SettingTableModel::DefaultColumn);
    m_page->resize(110 * character, 500);
    QTRY_VERIFY(table->columnWidth(SettingTableModel::DefaultColumn) < usual);
    QTRY_VERIFY2(table->columnWidth(SettingTableModel::ValueColumn) >= 12 * character,
                 qPrintable(QString::number(table->columnWidth(SettingTableModel::ValueColumn) / character)));
    m_page->resize(1300, 760);
    QTRY_COMPARE(table->columnWidth(SettingTableModel::DefaultColumn), usual);
    table->setColumnWidth(SettingTableModel::NameColumn, 30 * character); // by hand
    m_page->resize(1290, 760);
    QTRY_COMPARE(table->columnWidth(SettingTableModel::NameColumn), 30 * character);
}

void TestClusterSettings::quitAsks()
{
    MainWindow window(m_stage->services);
    QVERIFY(showOrders(window));
    QTest::keyClick(&window, Qt::Key_5, Qt::ControlModifier);
    auto *page = window.findChild<ClusterSettingsPage *>();
    QTRY_VERIFY(page->isVisible() && page->findChild<WizardDraft *>());
    auto *draft = page->findChild<WizardDraft *>();
    QTRY_VERIFY_WITH_TIMEOUT(draft->facts().known && !draft->isAsking(), patience);
    draft->edit([](Ensemble &ensemble) { ensemble.settings.insert(u"tickTime"_s, u"1500"_s); });
    QTest::keyClick(&window, Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY(window.findChild<QMessageBox *>());
    QCOMPARE(window.findChild<QMessageBox *>()->informativeText(),
             u"Changed settings that were not applied are lost: those of orders."_s);
    window.findChild<QMessageBox *>()->reject();
    QVERIFY(window.isVisible());
}

void TestClusterSettings::quitWhileSettingsAreApplied_data()
{
    QTest::addColumn<bool>("isCancelled");
    QTest::newRow("done") << false;
    QTest::newRow("cancelled") << true;
}

/// What is being applied is not lost, and ZooDock offers to finish it, never to remove it.
void TestClusterSettings::quitWhileSettingsAreApplied()
{
    QFETCH(bool, isCancelled);
    MainWindow window(m_stage->services);
    const QString goOn = m_stage->docker.file("go-on");
    m_stage->docker.rule({u"stop"_s}).waitForFile(goOn);
    workIsDone();
    QVERIFY(showOrders(window));
    m_stage->engine(EngineStatus::Reach::Answers);
    QVERIFY(m_stage->repository.save(m_base).has_value());
    QTest::keyClick(&window, Qt::Key_5, Qt::ControlModifier);
    auto *page = window.findChild<ClusterSettingsPage *>();
    QTRY_VERIFY(page->isVisible() && page->findChild<WizardDraft *>());
    auto *edited = page->findChild<WizardDraft *>();
    QTRY_VERIFY_WITH_TIMEOUT(edited->facts().known && !edited->isAsking(), patience);
    edited->edit([](Ensemble &ensemble) { ensemble.settings.insert(u"tickTime"_s, u"1500"_s); });
    QTest::mouseClick(page->findChild<QPushButton *>(u"settingsApply"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(window.findChild<ChangeDialog *>(), patience);
    QTest::keyClick(window.findChild<ChangeDialog *>(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!m_stage->docker.callLines().filter(u"stop"_s).isEmpty(), patience);

    window.activateWindow(); // no window manager does it here
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_Q, Qt::ControlModifier);
    QTRY_VERIFY(window.findChild<QMessageBox *>());
    const QPointer<QMessageBox> box = window.findChild<QMessageBox *>();
    QCOMPARE(box->text(), u"Quit while something is being changed?"_s);
    const QString kept =
        u"Some members then have the new settings, and others those before. ZooDock offers to "
        "finish that when it is started again."_s;
    QCOMPARE(box->informativeText(), kept);
    const QString lost = u"Changed settings that were not applied are lost: those of orders."_s;
    edited->edit([](Ensemble &ensemble) { ensemble.settings.insert(u"initLimit"_s, u"20"_s); });
    QTRY_COMPARE(box->informativeText(), kept + u' ' + lost); // that is another matter
    edited->edit([](Ensemble &ensemble) { ensemble.settings.remove(u"initLimit"_s); });
    QTRY_COMPARE(box->informativeText(), kept);

    const QPointer<ClusterTask> task = m_stage->log.tasks().constFirst();
    if (isCancelled)
        task->cancel();
    QVERIFY(QFile(goOn).open(QIODevice::WriteOnly));
    for (int id = 1; id <= (isCancelled ? 1 : 3); ++id) {
        const QString made = isCancelled ? u"start orders-zoo1"_s : u"run --detach"_s;
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->docker.callLines().filter(made).size(), id, patience);
        comeBack(id);
    }
    QTRY_VERIFY_WITH_TIMEOUT(task->isFinished(), patience);
    if (isCancelled) {
        QTRY_COMPARE(box->text(), u"Quit without saving what you changed?"_s);
        QCOMPARE(box->informativeText(), lost);
        box->reject();
    }
    QTRY_VERIFY_WITH_TIMEOUT(!window.findChild<QMessageBox *>(),
                             patience); // there is nothing to ask any more
    QVERIFY(window.isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!edited->isAsking(), patience);
}

/// Somebody else leads by now.
void TestClusterSettings::questionFollowsTheMembers()
{
    open(m_base);
    workIsDone();
    setTickTime(u"1500"_s);
    applyButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(askedDialog(), patience);
    const QPointer<ChangeDialog> dialog = askedDialog();
    const auto *members = dialog->findChild<QTableWidget *>(u"changeMembers"_s);
    const auto *what = dialog->findChild<QLabel *>(u"changeConsequences"_s);
    QCOMPARE(members->item(2, 0)->text(), u"zoo3 (leader)"_s);
    QVERIFY(!what->text().contains(u"Members that do not run are started."_s));
    m_stage->live(u"orders"_s, 3, ContainerLife::Exited, 137);
    m_stage->answer(u"orders"_s, 2, MemberState::Leader);
    m_stage->answer(u"orders"_s, 1, MemberState::Follower);
    QTRY_COMPARE(members->item(2, 0)->text(), u"zoo2 (leader)"_s);
    QCOMPARE(members->item(0, 0)->text(), u"zoo3"_s);
    QCOMPARE(members->item(0, 2)->text(), u"orders-zoo3"_s);
    QVERIFY2(what->text().contains(u"Members that do not run are started."_s), qPrintable(what->text()));
    auto *apply = dialog->findChild<QPushButton *>(u"changeApply"_s);
    QVERIFY(apply->isEnabled());
    m_stage->store.setBusy(u"orders"_s, true);
    QTRY_VERIFY(!apply->isEnabled());
    QVERIFY2(readable(*dialog).contains(u"Another task is changing this cluster."_s),
             qPrintable(readable(*dialog)));
    m_stage->store.setBusy(u"orders"_s, false);
    QTRY_VERIFY(apply->isEnabled());
    QVERIFY(!readable(*dialog).contains(u"Another task is changing this cluster."_s));
    m_stage->store.removeWanted(u"orders"_s);
    QTRY_VERIFY(!dialog);
    QVERIFY(m_stage->log.tasks().isEmpty());
}

void TestClusterSettings::questionFollowsTheFile_data()
{
    QTest::addColumn<bool>("asked");
    QTest::newRow("while it stands") << true;
    QTest::newRow("while what it asks is looked up") << false;
}

/// What stands under “Now” is no longer so.
void TestClusterSettings::questionFollowsTheFile()
{
    QFETCH(const bool, asked);
    open(m_base);
    setTickTime(u"1500"_s);
    applyButton()->click();
    if (asked)
        QTRY_VERIFY_WITH_TIMEOUT(askedDialog(), patience);
    const QPointer<ChangeDialog> dialog = askedDialog();
    Ensemble changed = m_base;
    changed.settings.insert(u"tickTime"_s, u"2500"_s);
    QVERIFY(m_stage->repository.save(changed).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(!dialog && askedDialog(), patience);
    const auto text = [this](int column) {
        const ChangeDialog *now = askedDialog();
        const auto *values = now ? now->findChild<QTableWidget *>(u"changeValues"_s) : nullptr;
        return values ? values->item(0, column)->text() : QString();
    };
    QTRY_VERIFY2_WITH_TIMEOUT(text(1).contains(u"2500"_s), qPrintable(text(1)), patience);
    QVERIFY(text(2).contains(u"1500"_s));
    askedDialog()->reject();
    QTRY_VERIFY_WITH_TIMEOUT(!draft().isAsking(), patience);
}

void TestClusterSettings::interruptionIsToldOnce()
{
    open(m_base);
    m_stage->store.setHalfMade(u"orders"_s, true);
    const QString told = u"An earlier change of this cluster was interrupted."_s;
    QTRY_COMPARE(readable(*m_page).count(told), 1);
    QVERIFY(summary().isEmpty());
    QVERIFY(!applyButton()->isEnabled());
    QVERIFY(applyButton()->toolTip().startsWith(told));
    QTRY_VERIFY_WITH_TIMEOUT(!draft().isAsking(), patience);
}

QTEST_MAIN(TestClusterSettings)
#include "tst_clustersettings.moc"
