// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stage.h"
#include "ui/look/banner.h"
#include "ui/look/errordetails.h"
#include "ui/look/labels.h"
#include "ui/look/cardlayout.h"
#include "ui/overview/cardarea.h"
#include "ui/overview/clusteractions.h"
#include "ui/overview/memberactions.h"
#include "ui/overview/membercard.h"
#include "ui/overview/overviewpage.h"
#include "ui/settings/settingsdialog.h"
#include "ui/overview/quorumbar.h"
#include "ui/overview/connectpanel.h"
#include "ui/overview/removaldialog.h"

#include <QtCore/QDir>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>

using namespace zoodock;
using namespace zoodock::test;

class TestOverview : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void answersAtOneLook();
    void crownsTheNewLeader();
    void greysWhatIsOld();
    void saysWhyAMemberStopped();
    void longWordsStretchNoCard();
    void buttonsStayWhereTheyAre();
    void narrowKeepsTheName();
    void unknownIsNoLostQuorum();
    void copiesConnectStrings();
    void copiesFromCards();
    void actsOnMembers_data();
    void actsOnMembers();
    void actsOnTheCluster_data();
    void actsOnTheCluster();
    void startingMakesWhatIsMissing();
    void removesAContainerAfterAsking();
    void startsAMemberWithoutContainer();
    void actingMarksNoOtherMember();
    void connectStringLeavesOutMissingMembers();
    void hostNetworkHasOneConnectString();
    void addressesInTheDefaultNetwork();
    void disabledWithReason();
    void asksBeforeRemoving_data();
    void asksBeforeRemoving();
    void enterAndEscapeKeepEverything_data();
    void enterAndEscapeKeepEverything();
    void bannerOfAHalfMadeCluster();
    void bannerOfAnInterruptedChange();
    void bannerOfALostFile();
    void bannerOfADamagedFile();
    void bannerOfASilentEngine();
    void bannerOfAWrongDockerCommand();
    void bannerOfAFailure();
    void onlyOneBannerHasTheLetterOfDetails();
    void figuresOfAServerThatLooksAreDated();
    void bannerOfATakenPort();
    void failureIsExplainedAndTriedAgain();
    void adoptsWhatOthersStarted();
    void bannersKeepStill();
    void focusOfAVanishedButtonMarksNoMember();
    void rowIsWholeAgainWithoutScrollBar();
    void fifteenMembersFitAndScroll();
    void nothingIsCut_data();
    void nothingIsCut();
    void membersComeAndGo();
    void marksTheMemberWithTheKeyboard();
    void contextMenu();
    void ticksOnlyWhileSomethingAges();

private:
    [[nodiscard]] MemberCard *card(int id) const;
    [[nodiscard]] Banner *banner() const;
    void press(const QString &accessibleName) const;

    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<QMainWindow> m_window;
    OverviewPage *m_page = nullptr;
};

void TestOverview::init()
{
    m_stage = std::make_unique<Stage>();
    m_stage->everythingWorks();
    m_stage->engine(EngineStatus::Reach::Answers);
    m_stage->addHealthy(u"orders"_s);
    m_window = std::make_unique<QMainWindow>();
    m_page = new OverviewPage(m_stage->services);
    m_window->setCentralWidget(m_page);
    m_page->showCluster(u"orders"_s);
    m_window->resize(1100, 700);
    QVERIFY(showActive(*m_window));
}

void TestOverview::cleanup()
{
    m_window.reset();
    m_stage.reset();
}

MemberCard *TestOverview::card(int id) const
{
    for (MemberCard *card : m_page->findChildren<MemberCard *>()) {
        if (card->memberId() == id && card->isVisible())
            return card;
    }
    return nullptr;
}

Banner *TestOverview::banner() const
{
    for (Banner *banner : m_page->findChildren<Banner *>()) {
        if (banner->isVisible())
            return banner;
    }
    return nullptr;
}

void TestOverview::press(const QString &accessibleName) const
{
    auto *button = findButton<QToolButton>(*m_page, accessibleName);
    QVERIFY2(button, qPrintable(accessibleName));
    QVERIFY2(button->isEnabled(), qPrintable(button->toolTip()));
    QTest::mouseClick(button, Qt::LeftButton);
}

void TestOverview::answersAtOneLook()
{
    const QString text = readable(*m_page);
    QVERIFY(text.contains(u"orders"_s));
    QVERIFY(text.contains(u"3 of 3 voters serve."_s));
    QCOMPARE(card(3)->accessibleName(), u"zoo3, leader, 127.0.0.1:2183"_s);
    QCOMPARE(card(1)->accessibleName(), u"zoo1, follower, 127.0.0.1:2181"_s);
    QCOMPARE(card(3)->findChild<GlyphLabel *>()->look().glyph, Glyph::Crown);
    const QString figures = card(2)->asText();
    for (const auto figure :
         {"Client: 127.0.0.1:2182", "Admin: 172.18.0.3:8080", "Version: 3.8.0", "Zxid: 0x200000017",
          "Latency: 0 / 0.4 / 7 ms", "Connections: 2", "Outstanding: 0", "Znodes: 1,208", "Uptime: 2 min",
          "CPU: 1.0 %", "Memory: 92.3 MiB"})
        QVERIFY2(figures.contains(QString::fromLatin1(figure)), qPrintable(figures));
    QVERIFY(m_page->findChild<QuorumBar *>()->accessibleName().contains(u"3 of 3 voters serve."_s));
    QVERIFY(!banner());
}

void TestOverview::crownsTheNewLeader()
{
    m_stage->live(u"orders"_s, 3, ContainerLife::Exited, 137);
    m_stage->store.doubtRoles(u"orders"_s, 3);
    QCOMPARE(card(1)->accessibleName(), u"zoo1, unconfirmed, 127.0.0.1:2181"_s);
    QVERIFY(card(3)->accessibleName().startsWith(u"zoo3, stopped"_s));
    m_stage->answer(u"orders"_s, 2, MemberState::Leader);
    m_stage->answer(u"orders"_s, 1, MemberState::Follower);
    QCOMPARE(card(2)->findChild<GlyphLabel *>()->look().glyph, Glyph::Crown);
    QVERIFY(readable(*m_page).contains(u"2 of 3 voters serve."_s));
}

void TestOverview::greysWhatIsOld()
{
    const auto age = [this] { return readable(*card(1)).contains(u"Last answer 4 s ago"_s); };
    QVERIFY(!readable(*card(1)).contains(u"Last answer"_s));
    m_stage->clock.advance(4s);
    m_stage->noAnswer(u"orders"_s, 1, u"127.0.0.1:2181 accepts connections and says nothing."_s);
    QVERIFY(age());
    QVERIFY(readable(*card(1)).contains(u"says nothing."_s));
    QVERIFY(card(1)->asText().contains(u"Zxid: 0x200000017"_s)); // the last known, greyed
    m_stage->clock.advance(5s);
    QTRY_VERIFY(readable(*card(1)).contains(u"Last answer 9 s ago"_s)); // by itself
    m_stage->answer(u"orders"_s, 1, MemberState::Follower);
    QVERIFY(!readable(*card(1)).contains(u"Last answer"_s));
}

/// It does answer, now: only its figures are old.
void TestOverview::figuresOfAServerThatLooksAreDated()
{
    m_stage->clock.advance(4s);
    ProbeObservation probe;
    probe.outcome = ProbeOutcome::NotServing;
    probe.at = m_stage->clock.monotonic();
    m_stage->store.observeProbe(u"orders"_s, 1, probe);
    QVERIFY(card(1)->accessibleName().startsWith(u"zoo1, looking"_s));
    QTRY_VERIFY2(readable(*card(1)).contains(u"Figures of 4 s ago"_s), qPrintable(readable(*card(1))));
    QVERIFY(!readable(*card(1)).contains(u"Last answer"_s));
}

void TestOverview::saysWhyAMemberStopped()
{
    m_stage->live(u"orders"_s, 2, ContainerLife::Exited, 14);
    const QString meaning = exitMeaning(14, false);
    QVERIFY(!meaning.isEmpty());
    QVERIFY(readable(*card(2)).contains(meaning));
    QCOMPARE(card(2)->accessibleDescription(), meaning);
}

/// Such as a container's id: nowhere in it can a line break.
void TestOverview::longWordsStretchNoCard()
{
    const int before = card(2)->minimumSizeHint().width();
    const QString id = QString(64, u'4');
    const QString problem = u"The container %1 cannot join the network."_s.arg(id);
    m_stage->noAnswer(u"orders"_s, 2, problem);
    QCOMPARE(card(2)->accessibleDescription(), problem);
    QVERIFY(!readable(*card(2)).contains(id));
    QVERIFY(readable(*card(2)).contains(u"cannot join the network."_s));
    QTRY_COMPARE(card(2)->minimumSizeHint().width(), before);
    QVERIFY(card(2)->asText().contains(id));
    const QList<QLabel *> labels = card(2)->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(),
                        [&problem](const QLabel *label) { return label->toolTip() == problem; }));
}

void TestOverview::buttonsStayWhereTheyAre()
{
    const auto place = [this](const QString &name) {
        const auto *button = findButton<QToolButton>(*m_page, name);
        return button->mapTo(m_page, QPoint());
    };
    const QPoint one = place(u"Kill zoo1"_s);
    const QPoint two = place(u"Kill zoo2"_s);
    m_stage->live(u"orders"_s, 2, ContainerLife::Exited, 137);
    m_stage->noAnswer(u"orders"_s, 1, u"127.0.0.1:2181 accepts connections and says nothing at all."_s);
    QTest::qWait(20);
    QVERIFY(readable(*card(2)).contains(exitMeaning(137, false)));
    QCOMPARE(place(u"Kill zoo1"_s), one);
    QCOMPARE(place(u"Kill zoo2"_s), two);
}

void TestOverview::narrowKeepsTheName()
{
    const QString name = u"payments-and-invoicing-test"_s;
    m_stage->addHealthy(name);
    m_page->showCluster(name);
    auto *label = m_page->findChild<ElidedLabel *>(u"clusterName"_s);
    auto *stop = findButton<QToolButton>(*m_page, u"Stop the cluster"_s);
    QTRY_COMPARE(label->text(), name);
    QCOMPARE(stop->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
    m_window->resize(640, 700);
    QTRY_COMPARE(stop->toolButtonStyle(), Qt::ToolButtonIconOnly);
    QTRY_COMPARE(label->text(), name);
}

void TestOverview::unknownIsNoLostQuorum()
{
    m_stage->store.setWanted(Stage::ensemble(u"far"_s, 3), WantedOrigin::File);
    m_page->showCluster(u"far"_s);
    QVERIFY(readable(*m_page).contains(u"Unknown"_s));
    QVERIFY(!readable(*m_page).contains(u"No quorum"_s));
    for (const QLabel *label : card(1)->findChildren<QLabel *>())
        QVERIFY2(!label->toolTip().contains(u"does not run"_s), qPrintable(label->toolTip()));
    QCOMPARE(lookOf(m_stage->store.cluster(u"far"_s)->quorum).glyph, Glyph::Dots);
}

void TestOverview::copiesConnectStrings()
{
    QSignalSpy said(m_page, &OverviewPage::said);
    press(u"Copy the connect string for programs on this machine"_s);
    QCOMPARE(QApplication::clipboard()->text(), u"127.0.0.1:2181,127.0.0.1:2182,127.0.0.1:2183"_s);
    press(u"Copy the connect string for programs inside the Docker network"_s);
    QCOMPARE(QApplication::clipboard()->text(), u"zoo1:2181,zoo2:2181,zoo3:2181"_s);
    QCOMPARE(said.size(), 2);
}

void TestOverview::copiesFromCards()
{
    card(2)->actions().copyAddress->trigger();
    QCOMPARE(QApplication::clipboard()->text(), u"127.0.0.1:2182"_s);
    card(2)->actions().copyEverything->trigger();
    QVERIFY(QApplication::clipboard()->text().startsWith(u"zoo2: follower\n"_s));
    m_stage->store.observeAddresses(u"orders"_s, 2, {}, 0, {}, 0);
    QVERIFY(!card(2)->actions().copyAddress->isEnabled());
}

void TestOverview::actsOnMembers_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<ContainerLife>("life");
    QTest::addColumn<QString>("verb");
    QTest::newRow("stop") << u"Stop zoo2"_s << ContainerLife::Running << u"stop"_s;
    QTest::newRow("restart") << u"Restart zoo2"_s << ContainerLife::Running << u"restart"_s;
    QTest::newRow("kill") << u"Kill zoo2"_s << ContainerLife::Running << u"kill"_s;
    QTest::newRow("pause") << u"Pause zoo2"_s << ContainerLife::Running << u"pause"_s;
    QTest::newRow("resume") << u"Resume zoo2"_s << ContainerLife::Paused << u"unpause"_s;
    QTest::newRow("start") << u"Start zoo2"_s << ContainerLife::Exited << u"start"_s;
}

void TestOverview::actsOnMembers()
{
    QFETCH(QString, button);
    QFETCH(ContainerLife, life);
    QFETCH(QString, verb);
    m_stage->live(u"orders"_s, 2, life);
    press(button);
    QTRY_COMPARE(m_stage->changes().size(), 1);
    const QStringList words = m_stage->changes().constFirst().split(u' ');
    QVERIFY2(words.contains(verb), qPrintable(words.join(u' ')));
    QVERIFY2(words.contains(u"orders-zoo2"_s) || words.contains(u"orders2"_s), qPrintable(words.join(u' ')));
    QTRY_VERIFY(m_stage->log.tasks().constFirst()->isFinished());
}

void TestOverview::actsOnTheCluster_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("verb");
    QTest::addColumn<QStringList>("members");
    QTest::newRow("start") << u"Start the cluster"_s << u"start"_s << QStringList{u"orders-zoo1"_s};
    QTest::newRow("stop") << u"Stop the cluster"_s << u"stop"_s
                          << QStringList{u"orders-zoo2"_s, u"orders-zoo3"_s};
    QTest::newRow("restart") << u"Restart the cluster"_s << u"restart"_s
                             << QStringList{u"orders-zoo2"_s, u"orders-zoo3"_s};
    QTest::newRow("kill") << u"Kill the cluster"_s << u"kill"_s
                          << QStringList{u"orders-zoo2"_s, u"orders-zoo3"_s};
}

void TestOverview::actsOnTheCluster()
{
    QFETCH(QString, button);
    QFETCH(QString, verb);
    QFETCH(QStringList, members);
    m_stage->live(u"orders"_s, 1, ContainerLife::Exited);
    press(button);
    const auto touched = [&] {
        QStringList names;
        for (const QString &line : m_stage->changes()) {
            const QStringList words = line.split(u' ');
            if (!words.contains(verb))
                return QStringList{line};
            names += words.filter(u"orders"_s);
        }
        names.sort();
        return names;
    };
    QTRY_VERIFY(m_stage->log.tasks().constFirst()->isFinished());
    QCOMPARE(touched(), members);
}

void TestOverview::startingMakesWhatIsMissing()
{
    m_stage->live(u"orders"_s, 1, ContainerLife::Absent);
    press(u"Start the cluster"_s);
    QCOMPARE(m_stage->log.tasks().size(), 1);
    QCOMPARE(m_stage->log.tasks().constFirst()->title(), u"Finish orders"_s);
    QTRY_VERIFY(
        m_stage->log.tasks().constFirst()->isFinished()); // the played docker knows nothing, so it fails
}

void TestOverview::removesAContainerAfterAsking()
{
    card(2)->actions().remove->trigger();
    auto *box = m_window->findChild<QMessageBox *>();
    QVERIFY(box);
    QVERIFY2(box->text().contains(u"orders"_s), qPrintable(box->text()));
    QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
    QTest::keyClick(box, Qt::Key_Return); // the safe button
    QTRY_VERIFY(!m_window->findChild<QMessageBox *>());
    QVERIFY(m_stage->changes().isEmpty());

    card(2)->actions().remove->trigger();
    box = m_window->findChild<QMessageBox *>();
    QVERIFY(box);
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::DestructiveRole)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_COMPARE(m_stage->changes().size(), 1);
    QVERIFY2(m_stage->changes().constFirst().contains(u"rm --force"_s),
             qPrintable(m_stage->changes().constFirst()));
    QTRY_VERIFY(m_stage->log.tasks().constFirst()->isFinished());
}

void TestOverview::startsAMemberWithoutContainer()
{
    m_stage->live(u"orders"_s, 2, ContainerLife::Absent);
    press(u"Start zoo2"_s);
    QCOMPARE(m_stage->log.tasks().constFirst()->title(), u"Start orders-zoo2"_s);
    QTRY_VERIFY(m_stage->log.tasks().constFirst()->isFinished());
}

/// The pressed button is disabled while the task runs: its focus must not wander to the next card.
void TestOverview::actingMarksNoOtherMember()
{
    press(u"Kill zoo2"_s);
    QTRY_COMPARE(m_stage->changes().size(), 1);
    QTRY_VERIFY(m_stage->log.tasks().constFirst()->isFinished());
    QWidget *focus = m_window->focusWidget();
    QVERIFY(focus == card(2) || card(2)->isAncestorOf(focus));
}

void TestOverview::connectStringLeavesOutMissingMembers()
{
    const auto *panel = m_page->findChild<ConnectPanel *>();
    QCOMPARE(panel->hostString().count(u','), 2);
    m_stage->live(u"orders"_s, 1, ContainerLife::Exited);
    QCOMPARE(panel->hostString().count(u','), 2);
    m_stage->live(u"orders"_s, 1, ContainerLife::Absent); // whoever listens at its port is somebody else
    QCOMPARE(panel->hostString(), u"127.0.0.1:2182,127.0.0.1:2183"_s);
    QCOMPARE(panel->networkString(), u"zoo2:2181,zoo3:2181"_s);
    for (int id = 2; id <= 3; ++id)
        m_stage->live(u"orders"_s, id, ContainerLife::Absent);
    for (const QLineEdit *row : panel->findChildren<QLineEdit *>())
        QCOMPARE(row->placeholderText(), u"No member has a container."_s);
}

/// There is no Docker network that could have other addresses.
void TestOverview::hostNetworkHasOneConnectString()
{
    const QAction *copy = m_page->actions().copyNetworkString;
    QVERIFY(copy->isEnabled());
    m_stage->store.setWanted(makeEnsemble(u"bare"_s, 3, 0, NetworkMode::Host, u"zoodock/zookeeper:3.8"_s),
                             WantedOrigin::File);
    m_page->showCluster(u"bare"_s);
    QVERIFY(!copy->isEnabled());
    QVERIFY2(copy->toolTip().contains(u"host's own network"_s), qPrintable(copy->toolTip()));
    QAction *copyHost = m_page->actions().copyHostString;
    QVERIFY(copyHost->isEnabled());

    // Nothing is published: nothing is copied, and what was copied before stays.
    Ensemble closed = Stage::ensemble(u"closed"_s, 1);
    closed.members[0].client.published = false;
    m_stage->store.setWanted(closed, WantedOrigin::File);
    m_page->showCluster(u"closed"_s);
    QVERIFY(!copyHost->isEnabled());
    QCOMPARE(copyHost->toolTip(), u"No client port is published."_s);
    QGuiApplication::clipboard()->setText(u"mine"_s);
    m_page->findChild<ConnectPanel *>()->copyHostString();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"mine"_s);
}

/// Where `docker run` puts containers that are given no network no name means anything.
void TestOverview::addressesInTheDefaultNetwork()
{
    Ensemble found = Stage::ensemble(u"plain"_s, 1);
    found.adopted = true;
    found.network.existing = u"bridge"_s;
    m_stage->store.setWanted(found, WantedOrigin::Discovered);
    m_page->showCluster(u"plain"_s);
    const auto *panel = m_page->findChild<ConnectPanel *>();
    QCOMPARE(panel->networkString(), QString());
    ContainerObservation container;
    container.life = ContainerLife::Running;
    container.address = u"172.17.0.4"_s;
    m_stage->store.observeContainer(u"plain"_s, 1, container);
    QCOMPARE(panel->networkString(), u"172.17.0.4:2181"_s);
    const auto *text = panel->findChildren<QLineEdit *>().constLast();
    QVERIFY2(text->toolTip().contains(u"names do not resolve"_s), qPrintable(text->toolTip()));
}

void TestOverview::disabledWithReason()
{
    auto *start = findButton<QToolButton>(*m_page, u"Start zoo1"_s);
    QVERIFY(start && !start->isEnabled());
    QCOMPARE(start->toolTip(), u"zoo1 runs already."_s);
    QVERIFY(!findButton<QToolButton>(*m_page, u"Resume zoo1"_s)); // pause stands there instead
    QVERIFY(findButton<QToolButton>(*m_page, u"Kill zoo3"_s)->toolTip().contains(u"elect a new leader"_s));
    m_stage->live(u"orders"_s, 1, ContainerLife::Exited);
    m_stage->answer(u"orders"_s, 2, MemberState::Follower);
    m_stage->answer(u"orders"_s, 3, MemberState::Leader);
    QVERIFY(findButton<QToolButton>(*m_page, u"Kill zoo2"_s)->toolTip().contains(u"loses its quorum"_s));

    m_stage->store.setBusy(u"orders"_s, true);
    auto *remove = findButton<QToolButton>(*m_page, u"Remove… the cluster"_s);
    QVERIFY(remove && !remove->isEnabled());
    QVERIFY(remove->toolTip().contains(u"Another task"_s));
    QTest::mouseClick(remove, Qt::LeftButton);
    QVERIFY(!m_window->findChild<RemovalDialog *>());
    QVERIFY(m_stage->log.tasks().isEmpty());
}

void TestOverview::asksBeforeRemoving_data()
{
    QTest::addColumn<bool>("volumes");
    QTest::newRow("keeping the data") << false;
    QTest::newRow("with the data") << true;
}

void TestOverview::asksBeforeRemoving()
{
    QFETCH(bool, volumes);
    press(u"Remove… the cluster"_s);
    auto *dialog = m_window->findChild<RemovalDialog *>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->isVisible());
    auto *list = dialog->findChild<QPlainTextEdit *>();
    for (const auto name : {"orders-zoo1", "orders-zoo2", "orders-zoo3", "orders.json"})
        QVERIFY2(list->toPlainText().contains(QString::fromLatin1(name)), name);
    const QString volume =
        volumeName(m_stage->store.cluster(u"orders"_s)->ensemble,
                   m_stage->store.cluster(u"orders"_s)->members.first().wanted, VolumeKind::Data);
    QVERIFY(!list->toPlainText().contains(volume));
    auto *check = dialog->findChild<QCheckBox *>();
    QVERIFY(!check->isChecked());
    if (volumes) {
        QTest::keyClick(check, Qt::Key_Space);
        QVERIFY(list->toPlainText().contains(volume));
    }
    QSignalSpy confirmed(dialog, &RemovalDialog::confirmed);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"removalRemove"_s), Qt::LeftButton);
    QCOMPARE(confirmed.size(), 1);
    QCOMPARE(confirmed.first().first().toBool(), volumes);
    QCOMPARE(m_stage->log.tasks().size(), 1);
    QTRY_VERIFY(!m_window->findChild<RemovalDialog *>());
    m_stage->log.tasks().constFirst()->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->log.tasks().constFirst()->isFinished(), 30'000);
}

void TestOverview::enterAndEscapeKeepEverything_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Enter") << Qt::Key_Return;
    QTest::newRow("Escape") << Qt::Key_Escape;
}

void TestOverview::enterAndEscapeKeepEverything()
{
    QFETCH(Qt::Key, key);
    press(u"Remove… the cluster"_s);
    auto *dialog = m_window->findChild<RemovalDialog *>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->isVisible());
    QTest::keyClick(dialog, key);
    QTRY_VERIFY(!m_window->findChild<RemovalDialog *>());
    QVERIFY(m_stage->log.tasks().isEmpty());
}

void TestOverview::bannerOfAHalfMadeCluster()
{
    JournalEntry entry;
    entry.ensemble = Stage::ensemble(u"orders"_s, 3);
    QVERIFY(m_stage->repository.journal().write(entry).has_value());
    m_stage->store.setHalfMade(u"orders"_s, true);
    QVERIFY(banner());
    QVERIFY(banner()->sentence().contains(u"half made"_s));
    QTest::mouseClick(findButton<QPushButton>(*banner(), u"Remove…"_s), Qt::LeftButton);
    auto *dialog = m_window->findChild<RemovalDialog *>();
    QVERIFY(dialog);
    dialog->reject();
    QTest::mouseClick(findButton<QPushButton>(*banner(), u"Finish"_s), Qt::LeftButton);
    QCOMPARE(m_stage->log.tasks().size(), 1);
    ClusterTask *task = m_stage->log.tasks().constFirst();
    QVERIFY(task->againWith() == ClusterTask::AgainWith::FreePorts); // nothing knows its ports yet
    QTRY_VERIFY(task->isFinished());
}

/// Its members are there, with their data: removing them would be no cure.
void TestOverview::bannerOfAnInterruptedChange()
{
    JournalEntry entry;
    entry.change = JournalEntry::Change::Apply;
    entry.ensemble = Stage::ensemble(u"orders"_s, 3);
    entry.ensemble.settings.insert(u"tickTime"_s, u"1500"_s);
    QVERIFY(m_stage->repository.journal().write(entry).has_value());
    m_stage->store.setHalfMade(u"orders"_s, true);
    QVERIFY(banner());
    QCOMPARE(banner()->sentence(), u"A change of the settings of “orders” was interrupted."_s);
    QVERIFY(!findButton<QPushButton>(*banner(), u"Remove…"_s));
    QTest::mouseClick(findButton<QPushButton>(*banner(), u"Finish"_s), Qt::LeftButton);
    QCOMPARE(m_stage->log.tasks().size(), 1);
    QCOMPARE(m_stage->log.tasks().constFirst()->title(), u"Change the settings of orders"_s);
    QVERIFY(m_stage->log.tasks().constFirst()->againWith() == ClusterTask::AgainWith::Same);
    m_stage->log.tasks().constFirst()->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->log.tasks().constFirst()->isFinished(), 30'000);
}

void TestOverview::bannerOfALostFile()
{
    const Ensemble lost = Stage::ensemble(u"legacy"_s, 3);
    m_stage->store.setWanted(lost, WantedOrigin::Labels);
    m_page->showCluster(u"legacy"_s);
    QVERIFY(banner());
    QVERIFY(banner()->sentence().contains(u"labels"_s));
    QTest::mouseClick(findButton<QPushButton>(*banner(), u"Save File"_s), Qt::LeftButton);
    QTRY_VERIFY(m_stage->repository.load(u"legacy"_s).has_value());
    QTRY_VERIFY(!banner());
}

void TestOverview::bannerOfADamagedFile()
{
    const QString path = m_stage->folder.filePath(u"clusters/orders.json"_s);
    QDir().mkpath(m_stage->folder.filePath(u"clusters"_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\n  \"version\" 1\n}\n");
    file.close();
    m_stage->repository.open();
    QTRY_VERIFY(banner());
    const QString text = readable(*banner());
    QVERIFY2(text.contains(path), qPrintable(text));
    QVERIFY2(text.contains(u"line 2"_s, Qt::CaseInsensitive), qPrintable(text));
    QVERIFY(!findButton<QToolButton>(*m_page, u"Start the cluster"_s)->isEnabled());
    QVERIFY(findButton<QPushButton>(*banner(), u"Open Folder"_s));

    QTest::mouseClick(findButton<QPushButton>(*banner(), u"Remove File…"_s), Qt::LeftButton);
    auto *box = m_window->findChild<QMessageBox *>();
    QVERIFY(box);
    QTest::keyClick(box, Qt::Key_Return); // the safe button
    QTRY_VERIFY(!m_window->findChild<QMessageBox *>());
    QVERIFY(QFile::exists(path));
    QTest::mouseClick(findButton<QPushButton>(*banner(), u"Remove File…"_s), Qt::LeftButton);
    box = m_window->findChild<QMessageBox *>();
    QVERIFY(box);
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::DestructiveRole)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_VERIFY(!QFile::exists(path));
    const QStringList kept = QDir(m_stage->folder.filePath(u"clusters"_s)).entryList({u"orders*"_s});
    QVERIFY2(kept.size() == 1 && kept.constFirst().contains(u"damaged"_s), qPrintable(kept.join(u' ')));
}

void TestOverview::bannerOfASilentEngine()
{
    QSignalSpy said(m_page, &OverviewPage::said);
    m_stage->engine(EngineStatus::Reach::Silent,
                    Error(ErrorKind::EngineDown, u"No answer."_s, u"Cannot connect to the daemon."_s));
    QVERIFY(banner());
    QVERIFY(card(1)); // what was known is still shown
    QTest::mouseClick(findButton<QPushButton>(*banner(), u"Copy Command"_s), Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->text().contains(u"docker"_s));
    QCOMPARE(said.size(), 1);
    QVERIFY(said.constFirst().constFirst().toString().contains(QApplication::clipboard()->text()));
    QVERIFY(findButton<QPushButton>(*banner(), u"Details"_s)); // docker's own words
    const QString bold = u"Members that answer are still shown"_s;
    QVERIFY2(readable(*banner()).contains(bold), qPrintable(readable(*banner())));
    QSignalSpy help(m_page, &OverviewPage::engineHelpWanted);
    QTest::mouseClick(findButton<QPushButton>(*banner(), u"Other Contexts…"_s), Qt::LeftButton);
    QCOMPARE(help.size(), 1);
    for (const int member : {1, 2, 3})
        m_stage->noAnswer(u"orders"_s, member, u"Nobody answers."_s);
    QTRY_VERIFY(banner() && !readable(*banner()).contains(bold));
    QVERIFY(!findButton<QToolButton>(*m_page, u"Stop zoo1"_s)->isEnabled());
    m_stage->engine(EngineStatus::Reach::Answers);
    QVERIFY(!banner());
    QVERIFY(findButton<QToolButton>(*m_page, u"Stop zoo1"_s)->isEnabled());
}

void TestOverview::bannerOfAWrongDockerCommand()
{
    const Error missing(ErrorKind::ProgramMissing, u"“/nope/docker” could not be started."_s);
    m_stage->settings.setValue(SettingKey::DockerExecutable, u"/nope/docker"_s);
    m_stage->engine(EngineStatus::Reach::Silent, missing);
    QVERIFY(banner());
    QVERIFY(!readable(*banner()).contains(u"not installed"_s));
    QVERIFY(readable(*banner()).contains(u"/nope/docker"_s));
    const QString reason = u"The docker command does not start."_s; // and not that an engine were silent
    QCOMPARE(findButton<QToolButton>(*m_page, u"Stop zoo1"_s)->toolTip(), reason);
    m_stage->noAnswer(u"orders"_s, 1, u"Nobody answers."_s);
    QVERIFY2(readable(*card(1)).contains(reason), qPrintable(readable(*card(1))));
    QVERIFY(!findButton<QPushButton>(*banner(), u"Copy Command"_s));
    QTest::mouseClick(findButton<QPushButton>(*banner(), u"Change Settings…"_s), Qt::LeftButton);
    auto *dialog = m_page->findChild<SettingsDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->reject();
    m_stage->engine(EngineStatus::Reach::Answers);
    m_stage->settings.setValue(SettingKey::DockerExecutable, u"docker"_s);
    m_stage->engine(EngineStatus::Reach::Silent, missing);
    QVERIFY(readable(*banner()).contains(u"not installed"_s));
    QVERIFY(findButton<QPushButton>(*banner(), u"Copy Command"_s));
}

void TestOverview::bannerOfAFailure()
{
    FakeTask *task = m_stage->addTask(u"orders"_s, u"Stop orders"_s, {u"Stop zoo1"_s});
    FakeTask *other = m_stage->addTask(u"elsewhere"_s, u"Stop elsewhere"_s, {});
    QTRY_VERIFY(task->begun().isValid() && other->begun().isValid());
    task->noteCommand(u"docker stop orders-zoo1"_s);
    other->fail(Error(ErrorKind::ProgramFailed, u"Not mine."_s));
    QVERIFY(!banner());
    task->fail(Error(ErrorKind::ProgramFailed, u"Docker refused. Try again."_s));
    QVERIFY(banner());
    QVERIFY(readable(*banner()).contains(u"Docker refused. Try again."_s));
    QSignalSpy commands(m_page, &OverviewPage::commandsWanted);
    QTest::mouseClick(findButton<QPushButton>(*banner(), u"Show Commands"_s), Qt::LeftButton);
    QCOMPARE(commands.size(), 1);
    QTest::mouseClick(findButton<QPushButton>(*banner(), u"Dismiss"_s), Qt::LeftButton);
    QVERIFY(!banner());
    QCOMPARE(m_stage->log.tasks().size(), 1);
    FakeTask *unbegun = m_stage->addTask(u"orders"_s, u"Remove orders"_s, {});
    QTRY_VERIFY(unbegun->begun().isValid());
    unbegun->fail(Error(ErrorKind::EngineDown, u"The engine is silent."_s));
    QVERIFY(banner());
    QVERIFY2(!findButton<QPushButton>(*banner(), u"Show Commands"_s), "it has run none");
}

/// Docker's own words about the engine, and about what failed by it.
void TestOverview::onlyOneBannerHasTheLetterOfDetails()
{
    FakeTask *task = m_stage->addTask(u"orders"_s, u"Remove orders"_s, {});
    QTRY_VERIFY(task->begun().isValid());
    task->fail(Error(ErrorKind::EngineDown, u"No answer."_s, u"Cannot connect to the daemon."_s));
    const auto texts = [this] {
        QStringList all;
        for (const QPushButton *button : m_page->findChildren<QPushButton *>()) {
            if (button->isVisible() && QString(button->text()).remove(u'&') == u"Details"_s)
                all += button->text();
        }
        all.sort();
        return all;
    };
    QTRY_COMPARE(texts(), QStringList{u"Detail&s"_s});
    m_stage->engine(EngineStatus::Reach::Silent,
                    Error(ErrorKind::EngineDown, u"No answer."_s, u"Cannot connect to the daemon."_s));
    QTRY_COMPARE(texts(), (QStringList{u"Detail&s"_s, u"Details"_s}));
}

/// The button leads to the ports, which cannot be changed before a half-made cluster is finished: there “Try
/// Again” takes free ones.
void TestOverview::bannerOfATakenPort()
{
    FakeTask *task = m_stage->addTask(u"orders"_s, u"Start orders-zoo2"_s, {u"Look"_s});
    QTRY_VERIFY(task->begun().isValid());
    task->fail(Error(ErrorKind::PortInUse, u"Port 2182 is used by a program on the engine's host."_s));
    QSignalSpy ports(m_page, &OverviewPage::portsWanted);
    QVERIFY(findButton<QPushButton>(*m_page, u"Change Ports…"_s));
    QTest::mouseClick(findButton<QPushButton>(*m_page, u"Change Ports…"_s), Qt::LeftButton);
    QCOMPARE(ports.size(), 1);
    m_stage->store.setHalfMade(u"orders"_s, true);
    QTRY_VERIFY(readable(*m_page).contains(u"Port 2182 is used"_s));
    QVERIFY(!findButton<QPushButton>(*m_page, u"Change Ports…"_s));
}

void TestOverview::failureIsExplainedAndTriedAgain()
{
    press(u"Kill zoo2"_s);
    QTRY_VERIFY(m_stage->log.tasks().constFirst()->isFinished());
    QVERIFY(!banner());
    FakeTask *task = m_stage->addTask(u"orders"_s, u"Finish orders"_s, {});
    int asked = 0;
    task->setAgain([&asked](QObject &) { ++asked; });
    QTRY_VERIFY(task->begun().isValid());
    task->fail(Error(ErrorKind::NoQuorum, u"zoo2 does not stay up."_s, u"zoo2: Invalid config, exiting"_s));
    auto *details = banner()->findChild<ErrorDetails *>();
    QVERIFY(details && !details->isVisible());
    QTest::mouseClick(findButton<QPushButton>(*banner(), u"Details"_s), Qt::LeftButton);
    QVERIFY(details->isVisible());
    QVERIFY(details->text().contains(u"Invalid config"_s));
    QTest::mouseClick(findButton<QPushButton>(*banner(), u"Try Again"_s),
                      Qt::LeftButton); // waiting mends nothing
    QCOMPARE(asked, 1);
    QVERIFY(!banner());
}

void TestOverview::adoptsWhatOthersStarted()
{
    Ensemble found = Stage::ensemble(u"legacy"_s, 3);
    m_stage->store.setWanted(found, WantedOrigin::Discovered);
    m_page->showCluster(u"legacy"_s);
    QVERIFY(banner());
    QVERIFY(findButton<QToolButton>(*m_page, u"Stop the cluster"_s)->toolTip().contains(u"Adopt"_s));
    QTest::mouseClick(findButton<QPushButton>(*banner(), u"Adopt"_s), Qt::LeftButton);
    QTRY_VERIFY(!banner());
    const Result<Ensemble> saved = m_stage->repository.load(u"legacy"_s);
    QVERIFY(saved.has_value());
    QVERIFY(saved->adopted);
    QVERIFY(m_stage->changes().isEmpty());
}

void TestOverview::bannersKeepStill()
{
    m_stage->store.setHalfMade(u"orders"_s, true);
    auto *finish = findButton<QPushButton>(*m_page, u"Finish"_s);
    finish->setFocus();
    QVERIFY(finish->hasFocus());
    m_stage->answer(u"orders"_s, 1, MemberState::Leader);
    m_stage->live(u"orders"_s, 2, ContainerLife::Exited);
    QVERIFY2(finish->hasFocus(), "news about something else must not take the focus away");
}

/// Else the keys would mean that member, and not the cluster.
void TestOverview::focusOfAVanishedButtonMarksNoMember()
{
    m_stage->store.setHalfMade(u"orders"_s, true);
    auto *finish = findButton<QPushButton>(*m_page, u"Finish"_s);
    finish->setFocus(Qt::MouseFocusReason);
    QVERIFY(finish->hasFocus());
    const QSignalSpy focused(m_page, &OverviewPage::memberFocused);
    m_stage->store.setHalfMade(u"orders"_s, false);
    QTRY_VERIFY(!banner());
    QCOMPARE(m_window->focusWidget(), m_page);
    auto *stop = findButton<QToolButton>(*m_page, u"Stop the cluster"_s);
    stop->setFocus(Qt::TabFocusReason);
    stop->setEnabled(false);
    QCOMPARE(m_window->focusWidget(), m_page);
    card(2)->setFocus(Qt::OtherFocusReason); // nobody's wish
    QCOMPARE(focused.size(), 0);
    QVERIFY(!m_page->currentMemberActions());
    m_page->setFocus();
    QTest::keyClick(m_page, Qt::Key_Tab);
    QVERIFY(m_window->focusWidget() != m_page);
    QVERIFY(m_page->isAncestorOf(m_window->focusWidget()));
    for (int i = 0; i < 20 && !card(1)->hasFocus(); ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(focused.size(), 1);
}

/// The scroll bar makes the room narrower, and fewer cards stand in a row, in more rows, which need it.
void TestOverview::rowIsWholeAgainWithoutScrollBar()
{
    m_stage->addHealthy(u"four"_s, 4);
    m_page->showCluster(u"four"_s);
    QTRY_VERIFY(card(4));
    auto *area = m_page->findChild<CardArea *>();
    const CardLayout &cards = area->cards();
    const auto resizeTo = [&](int width, int height) {
        const QSize now = area->maximumViewportSize();
        m_window->resize(m_window->width() + width - now.width(), m_window->height() + height - now.height());
        QTest::qWait(20);
    };
    const auto inOneRow = [this] {
        for (int id = 2; id <= 4; ++id) {
            if (card(id)->y() != card(1)->y())
                return false;
        }
        return true;
    };
    const int one = cards.minimumSize().width() - cards.contentsMargins().right();
    const int width = 4 * one + 3 * cards.spacing() + 4;
    resizeTo(width, 900);
    QTRY_COMPARE(area->viewport()->width(), width);
    QTRY_VERIFY(inOneRow());
    const int height = card(1)->height() + 20;
    resizeTo(width, height);
    QTRY_COMPARE(area->viewport()->height(), height);
    QVERIFY(inOneRow());
    resizeTo(width, height - 60); // as for a banner that comes
    QTRY_VERIFY(area->verticalScrollBar()->maximum() > 0);
    QTRY_VERIFY(!inOneRow());
    resizeTo(width, height);
    QTRY_VERIFY(inOneRow());
    QCOMPARE(area->verticalScrollBar()->maximum(), 0);
    QCOMPARE(area->viewport()->width(), width);
}

void TestOverview::fifteenMembersFitAndScroll()
{
    const QString name = u"payments-and-invoicing-integration-test9"_s;
    m_stage->addHealthy(name, 11, 4);
    m_page->showCluster(name);
    QTRY_COMPARE(m_page->findChildren<MemberCard *>().size(), 15);
    auto *scroll = m_page->findChild<QScrollArea *>();
    QTRY_VERIFY(scroll->verticalScrollBar()->maximum() > 0);
    QCOMPARE(scroll->horizontalScrollBar()->maximum(), 0);
    m_page->showMember(15);
    const auto visible = [&] {
        return scroll->viewport()->rect().intersects(
            QRect(card(15)->mapTo(scroll->viewport(), QPoint()), card(15)->size()));
    };
    QTRY_VERIFY(visible());
    QCOMPARE(m_page->currentMemberActions(), &card(15)->actions());
    QCOMPARE(m_page->findChild<ElidedLabel *>(u"clusterName"_s)->accessibleName(), name);
}

void TestOverview::nothingIsCut_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {600, 830, 1010, 1400})
        QTest::addRow("%d", width) << width;
}

void TestOverview::nothingIsCut()
{
    QFETCH(int, width);
    m_window->resize(width, 700);
    // Figures as large as they come, arriving when the cards are long laid out.
    ContainerObservation container = m_stage->store.cluster(u"orders"_s)->member(2)->container;
    container.startedAt = m_stage->clock.utc().addSecs(-86400 * 399 - 3600 * 23);
    m_stage->store.observeContainer(u"orders"_s, 2, container);
    m_stage->clock.advance(1ms);
    ProbeObservation probe;
    probe.outcome = ProbeOutcome::Serving;
    probe.at = m_stage->clock.monotonic();
    probe.report = {u"3.10.12-SNAPSHOT"_s,
                    MemberState::Follower,
                    1234,
                    23456.7,
                    3456789,
                    123'456,
                    1'234'567,
                    0xffffffffffffffffULL,
                    123'456'789};
    m_stage->store.observeProbe(u"orders"_s, 2, probe);
    m_stage->store.observeUsage(u"orders"_s, 2, 1599.9, 123'456'789'012);
    m_stage->store.observeAddresses(u"orders"_s, 2, u"zookeeper.internal.example.org"_s, 65535,
                                    u"192.168.100.200"_s, 65535);
    QTRY_VERIFY(card(2)->asText().contains(u"example.org:65535"_s));
    const auto cut = [this]() -> QString {
        for (int id = 1; id <= 3; ++id) {
            for (const QLabel *label : card(id)->findChildren<QLabel *>()) {
                if (!label->isVisible() || qobject_cast<const ElidedLabel *>(label) || label->wordWrap())
                    continue;
                const QRect place(label->mapTo(card(id), QPoint()), label->size());
                if (label->width() < label->sizeHint().width() || !card(id)->rect().contains(place))
                    return label->text();
            }
        }
        return {};
    };
    QTRY_COMPARE(cut(), QString());
}

void TestOverview::membersComeAndGo()
{
    Ensemble ensemble = Stage::ensemble(u"orders"_s, 5);
    m_stage->store.setWanted(ensemble, WantedOrigin::File);
    QTRY_VERIFY(card(5));
    ensemble.members.removeAt(1);
    m_stage->store.setWanted(ensemble, WantedOrigin::File);
    QTRY_VERIFY(!card(2));
    QTRY_VERIFY(card(3)->x() > card(1)->x() && card(3)->y() == card(1)->y());
    m_stage->store.removeWanted(u"orders"_s);
    QTRY_VERIFY(m_page->findChildren<MemberCard *>().isEmpty());
    QVERIFY(!m_page->actions().stop->isEnabled());
}

void TestOverview::marksTheMemberWithTheKeyboard()
{
    QSignalSpy focused(m_page, &OverviewPage::memberFocused);
    card(1)->setFocus(Qt::TabFocusReason);
    QCOMPARE(focused.size(), 1);
    QCOMPARE(m_page->currentMemberActions(), &card(1)->actions());
    for (int i = 0; i < 8 && !card(2)->hasFocus(); ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(card(2)->hasFocus());
    QCOMPARE(focused.last().first().toInt(), 2);
}

void TestOverview::contextMenu()
{
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), card(1)->mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(card(1), &event);
    auto *menu = card(1)->findChild<QMenu *>();
    QVERIFY(menu);
    QTRY_VERIFY(menu->isVisible());
    QVERIFY(menu->actions().contains(card(1)->actions().kill));
    QVERIFY(menu->toolTipsVisible());
    menu->close();
    QTRY_VERIFY(!card(1)->findChild<QMenu *>());
}

void TestOverview::ticksOnlyWhileSomethingAges()
{
    auto *timer = m_page->findChild<QTimer *>(u"overviewClock"_s);
    QVERIFY(timer);
    QVERIFY(timer->interval() >= 10'000); // minutes move, nothing else
    m_stage->noAnswer(u"orders"_s, 1, u"Silence."_s);
    QCOMPARE(timer->interval(), 1000);
    QVERIFY(timer->isActive());
    m_page->hide();
    QVERIFY(!timer->isActive());
    m_page->show();
    QVERIFY(timer->isActive());
    m_window->showMinimized();
    QTRY_VERIFY(!timer->isActive());
}

QTEST_MAIN(TestOverview)
#include "tst_overview.moc"
