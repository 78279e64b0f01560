// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overviewpage.h"

#include "clusters/activitylog.h"
#include "clusters/clustermonitor.h"
#include "clusters/clusterrepository.h"
#include "clusters/clusterstore.h"
#include "ui/activity/retry.h"
#include "ui/look/cardlayout.h"
#include "ui/overview/cardarea.h"
#include "ui/overview/clusteractions.h"
#include "ui/overview/clusterbanners.h"
#include "ui/overview/clusterheader.h"
#include "ui/overview/connectpanel.h"
#include "ui/overview/filecare.h"
#include "ui/overview/lifecycle.h"
#include "ui/overview/memberactions.h"
#include "ui/overview/membercard.h"
#include "ui/overview/quorumbar.h"
#include "ui/settings/settingsdialog.h"

#include <QtCore/QDir>
#include <QtCore/QEvent>
#include <QtCore/QSet>
#include <QtGui/QAction>
#include <QtWidgets/QBoxLayout>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

OverviewPage::OverviewPage(const UiServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_lifecycle(new Lifecycle(services, this))
    , m_files(new FileCare(services, this))
    , m_actions(new ClusterActions(this))
{
    setAccessibleName(tr("Overview"));
    build();
    connectStore();
    m_clockTimer.setParent(this);
    m_clockTimer.setObjectName(u"overviewClock"_s);
    connect(&m_clockTimer, &QTimer::timeout, this, &OverviewPage::refreshTimes);
    connect(m_actions, &ClusterActions::wanted, this, [this](MemberAction action) {
        m_lifecycle->act(action, {Target{m_cluster, {}}});
    });
    connect(m_actions->remove, &QAction::triggered, this, [this] { m_lifecycle->remove({m_cluster}); });
    connect(m_actions->copyHostString, &QAction::triggered, m_connect, &ConnectPanel::copyHostString);
    connect(m_actions->copyNetworkString, &QAction::triggered, m_connect, &ConnectPanel::copyNetworkString);
    connect(m_connect, &ConnectPanel::copied, this, &OverviewPage::said);
    connectBanners();
}

OverviewPage::~OverviewPage() = default;

void OverviewPage::build()
{
    m_header = new ClusterHeader(*m_actions, this);
    m_banners = new ClusterBanners(m_services.settings, this);
    m_quorum = new QuorumBar(this);
    m_connect = new ConnectPanel(this);
    m_area = new CardArea(this);
    m_area->setAccessibleName(tr("Members"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 12);
    layout->setSpacing(12);
    layout->addWidget(m_header);
    layout->addWidget(m_banners);
    layout->addWidget(m_quorum);
    layout->addWidget(m_connect);
    layout->addWidget(m_area, 1);
}

void OverviewPage::connectBanners()
{
    connect(m_banners, &ClusterBanners::said, this, &OverviewPage::said);
    connect(m_banners, &ClusterBanners::engineHelpWanted, this, &OverviewPage::engineHelpWanted);
    connect(m_banners, &ClusterBanners::settingsWanted, this,
            [this] { (new SettingsDialog(m_services.settings, m_services.monitor, this))->open(); });
    connect(m_banners, &ClusterBanners::finishWanted, this, [this] { m_lifecycle->finish(m_cluster); });
    connect(m_banners, &ClusterBanners::removalWanted, m_actions->remove, &QAction::trigger);
    connect(m_banners, &ClusterBanners::saveWanted, this, [this] { m_files->save(m_cluster); });
    connect(m_banners, &ClusterBanners::folderWanted, m_files, &FileCare::openFolder);
    connect(m_banners, &ClusterBanners::fileRemovalWanted, this,
            [this] { m_files->removeDamaged(m_cluster); });
    connect(m_banners, &ClusterBanners::adoptionWanted, this, [this] { m_files->adopt(m_cluster); });
    connect(m_banners, &ClusterBanners::portsWanted, this, &OverviewPage::portsWanted);
    connect(m_files, &FileCare::said, this, &OverviewPage::said);
    connect(m_banners, &ClusterBanners::commandsWanted, this, &OverviewPage::commandsWanted);
    connect(m_banners, &ClusterBanners::retryWanted, this,
            [this](ClusterTask *task) { retry(m_services.activity, task, *this); });
    connect(m_banners, &ClusterBanners::dismissWanted, this,
            [this](ClusterTask *task) { m_services.activity.dismiss(task); });
}

void OverviewPage::connectStore()
{
    const auto ifShown = [this](const QString &name) {
        if (name == m_cluster)
            refresh();
    };
    const ClusterStore &store = m_services.store;
    connect(&store, &ClusterStore::clusterAdded, this, ifShown);
    connect(&store, &ClusterStore::clusterReset, this, ifShown);
    connect(&store, &ClusterStore::clusterChanged, this, ifShown);
    connect(&store, &ClusterStore::memberChanged, this, &OverviewPage::refreshMember);
    connect(&store, &ClusterStore::engineChanged, this, &OverviewPage::refresh);
    connect(&store, &ClusterStore::clusterRemoved, this, ifShown);
    const ActivityLog &log = m_services.activity;
    connect(&log, &ActivityLog::taskFinished, this,
            [ifShown](const ClusterTask *task) { ifShown(task->cluster()); });
    connect(&log, &ActivityLog::taskRemoved, this, &OverviewPage::refresh);
}

void OverviewPage::showCluster(const QString &name)
{
    if (name == m_cluster)
        return;
    m_cluster = name;
    showMember(0); // the cards are used again
    m_area->ensureVisible(0, 0);
    refresh();
    lookOrLookAway();
}

void OverviewPage::showMember(int memberId)
{
    m_current = memberId;
    refreshMarks();
    if (MemberCard *card = m_cards.value(memberId))
        m_area->ensureWidgetVisible(card, 0, 8);
}

void OverviewPage::markSelected(const QList<Target> &targets)
{
    m_selected = targets;
    refreshMarks();
}

bool OverviewPage::isMarked(int memberId) const
{
    for (const Target &target : m_selected) {
        if (target.cluster == m_cluster && !target.members.isEmpty())
            return target.members.contains(memberId);
    }
    return memberId == m_current;
}

void OverviewPage::refreshMarks()
{
    for (MemberCard *card : std::as_const(m_cards))
        card->setCurrent(isMarked(card->memberId()));
}

MemberActions *OverviewPage::currentMemberActions() const
{
    const MemberCard *card = m_cards.value(m_current);
    return card ? &card->actions() : nullptr;
}

void OverviewPage::refresh()
{
    const ClusterStatus *status = m_services.store.cluster(m_cluster);
    if (!status) {
        m_actions->update({}, m_services.store);
        refreshCards({}, {});
        return;
    }
    const EngineStatus engine = m_services.store.engine(status->ensemble.context);
    m_actions->update({Target{m_cluster, {}}}, m_services.store);
    m_header->setStatus(*status);
    if (status->halfMade) {
        const auto journal = m_services.repository.journal().read(m_cluster);
        m_banners->setInterrupted(journal ? journal->change : JournalEntry::Change::Create);
    }
    m_banners->setStatus(*status, engine, lastFailure(),
                         QDir::toNativeSeparators(m_services.repository.path(m_cluster)));
    m_quorum->setStatus(*status);
    m_quorum->setVisible(status->quorum.voters > 0);
    m_connect->setStatus(*status);
    m_connect->setVisible(!status->members.isEmpty());
    refreshCards(*status, engine);
}

void OverviewPage::refreshCards(const ClusterStatus &status, const EngineStatus &engine)
{
    QSet<int> wanted;
    int position = 0;
    for (const MemberStatus &member : status.members) {
        wanted.insert(member.wanted.id);
        MemberCard *card = m_cards.value(member.wanted.id);
        if (!card)
            card = makeCard(member.wanted.id);
        card->setStatus(status, member, engine);
        m_area->cards().place(position++, card);
    }
    for (auto it = m_cards.begin(); it != m_cards.end();) {
        if (wanted.contains(it.key())) {
            ++it;
            continue;
        }
        (*it)->hide();
        m_area->cards().removeWidget(*it);
        (*it)->deleteLater();
        it = m_cards.erase(it);
    }
    refreshTimes();
}

MemberCard *OverviewPage::makeCard(int memberId)
{
    auto *card = new MemberCard(memberId, m_area->widget());
    m_cards.insert(memberId, card);
    m_area->cards().addWidget(card);
    card->setCurrent(isMarked(memberId));
    card->show();
    connect(card, &MemberCard::wanted, this, [this, memberId](MemberAction action) {
        m_lifecycle->act(action, {Target{m_cluster, {memberId}}});
    });
    connect(card, &MemberCard::rollingRestartWanted, this, [this, memberId] {
        m_lifecycle->restartOneByOne({Target{m_cluster, {memberId}}});
    });
    connect(card, &MemberCard::browseWanted, this, [this, memberId] { Q_EMIT znodesWanted(memberId); });
    connect(card, &MemberCard::copied, this, &OverviewPage::said);
    connect(card, &MemberCard::focused, this, [this, memberId] {
        showMember(memberId);
        Q_EMIT memberFocused(memberId);
    });
    return card;
}

void OverviewPage::refreshMember(const QString &cluster, int memberId)
{
    if (cluster != m_cluster)
        return;
    const ClusterStatus *status = m_services.store.cluster(cluster);
    const MemberStatus *member = status ? status->member(memberId) : nullptr;
    MemberCard *card = m_cards.value(memberId);
    if (!member || !card) {
        refresh();
        return;
    }
    const EngineStatus engine = m_services.store.engine(status->ensemble.context);
    card->setStatus(*status, *member, engine);
    m_actions->update({Target{m_cluster, {}}}, m_services.store);
    m_quorum->setStatus(*status);
    m_connect->setStatus(*status);
    // What stopping one member would do to the quorum depends on the others.
    for (const MemberStatus &other : status->members) {
        if (MemberCard *otherCard = m_cards.value(other.wanted.id))
            otherCard->actions().update(*status, other, engine);
    }
    refreshTimes();
}

void OverviewPage::refreshTimes()
{
    const auto now = m_services.store.clock().monotonic();
    const QDateTime utc = m_services.store.clock().utc();
    bool everySecond = false;
    for (MemberCard *card : std::as_const(m_cards)) {
        card->updateTimes(now, utc);
        everySecond = everySecond || card->isStale() || card->isYoung(utc);
    }
    // Only an age or a young uptime changes every second; an idle window stays idle.
    if (!isLookedAt() || m_cards.isEmpty())
        m_clockTimer.stop();
    else if (const int interval = everySecond ? 1000 : 30'000;
             !m_clockTimer.isActive() || m_clockTimer.interval() != interval)
        m_clockTimer.start(interval);
}

bool OverviewPage::isLookedAt() const
{
    return isVisible() && !window()->isMinimized();
}

void OverviewPage::lookOrLookAway()
{
    m_services.monitor.lookAt(isLookedAt() ? m_cluster : QString());
    refreshTimes();
}

/// Qt asks for this when what has the focus is hidden or disabled, too: the next widget may be a member's
/// card, and nobody has chosen that member.
bool OverviewPage::focusNextPrevChild(bool next)
{
    const QWidget *const focused = window()->focusWidget();
    if (!isVisible() || !focused || !isAncestorOf(focused) || (focused->isVisible() && focused->isEnabled()))
        return QWidget::focusNextPrevChild(next);
    setFocus(Qt::OtherFocusReason);
    return true;
}

void OverviewPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_watchingWindow)
        window()->installEventFilter(this);
    m_watchingWindow = true;
    refresh();
    lookOrLookAway();
}

void OverviewPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    lookOrLookAway();
}

bool OverviewPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowStateChange)
        lookOrLookAway();
    return QWidget::eventFilter(watched, event);
}

ClusterTask *OverviewPage::lastFailure() const
{
    for (ClusterTask *task : m_services.activity.tasks()) {
        if (task->cluster() != m_cluster || !task->isFinished() || !task->changesCluster())
            continue;
        return task->hasFailed() ? task : nullptr; // a later success makes an older failure history
    }
    return nullptr;
}

} // namespace zoodock
