// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logspage.h"

#include "clusters/clusterstore.h"
#include "core/settings.h"
#include "ui/logs/emptylog.h"
#include "ui/logs/filterbar.h"
#include "ui/logs/findbar.h"
#include "ui/logs/linedetails.h"
#include "ui/logs/logpane.h"
#include "ui/logs/logsavedialog.h"
#include "ui/logs/logsituation.h"
#include "ui/logs/logstatus.h"
#include "ui/logs/logview.h"
#include "ui/look/icons.h"
#include "ui/look/labels.h"
#include "ui/look/meaning.h"
#include "ui/overview/lifecycle.h"

#include <QtGui/QAction>
#include <QtGui/QShortcut>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <chrono>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr std::chrono::milliseconds statusPause = 100ms;

} // namespace

LogsPage::LogsPage(const UiServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_book(services.engines, services.store)
    , m_lifecycle(new Lifecycle(services, this))
    , m_statusTimer(this)
{
    m_statusTimer.setSingleShot(true);
    m_statusTimer.setInterval(statusPause);
    build();
    connectParts();
    refreshMembers();
    const auto limit = [this] { m_book.setLimit(m_services.settings.value(SettingKey::LogLimit).toInt()); };
    connect(&m_services.settings, &Settings::changed, this, limit);
    limit();
}

/// The panes show the book's lines.
LogsPage::~LogsPage()
{
    qDeleteAll(std::exchange(m_panes, {}));
}

QToolButton *LogsPage::makeButton(const QString &icon, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    if (!icon.isEmpty())
        button->setIcon(actionIcon(icon));
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setToolTip(toolTip);
    button->setAutoRaise(true);
    return button;
}

void LogsPage::build()
{
    m_filter = new FilterBar(this);
    m_find = new FindBar(this);
    m_sideBySide =
        makeButton({}, tr("Side by side"), tr("One column for each member instead of one log by time"));
    m_sideBySide->setCheckable(true);
    m_pause =
        makeButton(u"pause"_s, tr("Pause"), tr("Keep the lines as they are; new ones are shown afterwards"));
    m_pause->setCheckable(true);
    m_save = makeButton(u"save"_s, tr("Save…"), tr("Save the lines that are shown as a text file"));
    m_saving = new LogSaveDialog(this);
    m_split = new QSplitter(this);
    m_split->setChildrenCollapsible(false);
    m_details = new LineDetails(this);
    m_details->hide();
    m_trouble = new QLabel(this);
    m_trouble->setWordWrap(true);
    m_trouble->setTextFormat(Qt::PlainText);
    m_trouble->setObjectName(u"logTrouble"_s);
    m_status = new LogStatus(this);

    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_filter, 1);
    for (QToolButton *button : {m_sideBySide, m_pause, m_save})
        top->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 12, 20, 8);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(m_find);
    layout->addWidget(m_trouble);
    layout->addWidget(m_split, 1);
    layout->addWidget(m_details);
    layout->addWidget(m_status);
}

void LogsPage::connectParts()
{
    connect(m_filter, &FilterBar::filterChanged, this, &LogsPage::arrangePanes);
    connect(m_sideBySide, &QToolButton::toggled, this, &LogsPage::arrangePanes);
    connect(m_pause, &QToolButton::toggled, this, &LogsPage::setPaused);
    connect(m_status, &LogStatus::probesToggled, m_filter, &FilterBar::setProbes);
    connect(m_status, &LogStatus::endWanted, this, &LogsPage::goToEnd);
    connect(m_find, &FindBar::patternChanged, this, &LogsPage::applySearch);
    connect(m_find, &FindBar::nextWanted, this, [this] { step(true); });
    connect(m_find, &FindBar::previousWanted, this, [this] { step(false); });
    connect(m_find, &FindBar::closed, this, [this] { currentPane()->view().setFocus(); });
    connect(m_details, &LineDetails::closed, this, [this] {
        m_details->hide();
        currentPane()->view().setFocus();
    });
    connect(&m_book, &LogBook::stateChanged, &m_statusTimer, qOverload<>(&QTimer::start));
    connect(&m_book.rings(), &LogRings::appended, this, [this] {
        if (!m_statusTimer.isActive())
            m_statusTimer.start();
    });
    connect(&m_book.rings(), &LogRings::reset, this, &LogsPage::refreshMembers);
    connect(&m_statusTimer, &QTimer::timeout, this, &LogsPage::refreshStatus);
    connectSaving();
    const auto shortcut = [this](const QKeySequence &keys, auto slot) {
        auto *made = new QShortcut(keys, this);
        made->setContext(Qt::WidgetWithChildrenShortcut);
        connect(made, &QShortcut::activated, this, slot);
    };
    shortcut(QKeySequence::Find, [this] { m_find->open(); });
    shortcut(QKeySequence::FindNext, [this] { step(true); });
    shortcut(QKeySequence::FindPrevious, [this] { step(false); });
    shortcut(QKeySequence::Save, [this] {
        if (m_save->isEnabled())
            m_save->click();
    });
}

/// How it went stands below the lines until the next act.
void LogsPage::connectSaving()
{
    connect(m_save, &QToolButton::clicked, this, [this] { m_saving->open(m_book.cluster()); });
    connect(m_saving, &LogSaveDialog::fileSelected, this, &LogsPage::write);
    connect(m_saving, &LogSaveDialog::saved, this, [this](const QString &sentence) {
        m_status->tell(sentence);
        Q_EMIT said(sentence);
    });
    connect(m_saving, &LogSaveDialog::notSaved, this,
            [this](const QString &sentence) { m_status->tell(sentence, true); });
    const auto forget = [this] { m_status->tell({}); };
    connect(m_filter, &FilterBar::filterChanged, this, forget);
    connect(m_find, &FindBar::patternChanged, this, forget);
    for (const QToolButton *button : {m_sideBySide, m_pause, m_save})
        connect(button, &QToolButton::clicked, this, forget);
    connect(m_status, &LogStatus::endWanted, this, forget);
}

void LogsPage::showCluster(const QString &name)
{
    if (name == m_book.cluster())
        return;
    m_details->hide();
    m_status->tell({});
    m_book.open(name);
    for (LogPane *pane : std::as_const(m_panes))
        pane->view().forgetPlace();
}

void LogsPage::showMember(int memberId)
{
    m_filter->choose(memberId);
}

void LogsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_book.setFollowing(true);
}

void LogsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_book.setFollowing(false);
}

void LogsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_trouble)
        setTextMeaning(m_trouble, Meaning::Looking);
}

void LogsPage::refreshMembers()
{
    const ClusterStatus *status = m_services.store.cluster(m_book.cluster());
    QList<std::pair<int, QString>> members;
    m_names.clear();
    m_places.clear();
    for (const MemberStatus &member : status ? status->members : QList<MemberStatus>()) {
        m_places.insert(member.wanted.id, static_cast<int>(members.size()));
        m_names.insert(member.wanted.id, member.wanted.name);
        members.append({member.wanted.id, member.wanted.name});
    }
    m_sideBySide->setVisible(members.size() > 1);
    m_filter->setMembers(members);
    arrangePanes();
}

LogPane *LogsPage::makePane()
{
    auto *pane = new LogPane(m_book.rings(), m_split);
    pane->model().setPaused(m_pause->isChecked());
    pane->view().setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *copyAction = new QAction(actionIcon(u"copy"_s), tr("&Copy"), pane);
    connect(copyAction, &QAction::triggered, this, &LogsPage::copy);
    auto *findAction = new QAction(tr("&Find…"), pane);
    connect(findAction, &QAction::triggered, m_find, &FindBar::open);
    pane->view().addActions({copyAction, findAction});
    connect(&pane->view(), &LogView::currentRowChanged, this, [this, pane](int row) { onRow(pane, row); });
    connect(&pane->view(), &LogView::followingChanged, this, &LogsPage::refreshStatus);
    connect(&pane->empty(), &EmptyLog::wayOutWanted, this, &LogsPage::takeWayOut);
    connect(&pane->model(), &LogModel::matchesChanged, this, &LogsPage::refreshMatches);
    connect(&pane->model(), &LogModel::filteringChanged, this, &LogsPage::refreshStatus);
    connect(&pane->model(), &LogModel::waitingChanged, this, &LogsPage::refreshStatus);
    m_split->addWidget(pane);
    pane->show();
    return pane;
}

/// One pane, or one for each chosen member.
void LogsPage::arrangePanes()
{
    const LogFilter filter = m_filter->filter();
    QList<int> chosen(filter.members.cbegin(), filter.members.cend());
    std::sort(chosen.begin(), chosen.end(),
              [this](int one, int other) { return m_places[one] < m_places[other]; });
    const bool split = m_sideBySide->isChecked() && chosen.size() > 1;
    const qsizetype wanted = split ? chosen.size() : 1;
    while (m_panes.size() > wanted) {
        if (m_current == m_panes.constLast())
            m_current = nullptr;
        delete m_panes.takeLast();
    }
    while (m_panes.size() < wanted)
        m_panes.append(makePane());
    for (qsizetype i = 0; i < wanted; ++i) {
        LogPane *pane = m_panes.at(i);
        pane->setMembers(m_names, m_places);
        pane->setHeading(split ? m_names.value(chosen.at(i)) : QString());
        LogFilter own = filter;
        if (split)
            own.members = {chosen.at(i)};
        pane->view().setNamesShown(own.members.size() > 1);
        pane->model().setFilter(own);
    }
    applySearch();
    refreshStatus();
}

LogPane *LogsPage::currentPane() const
{
    return m_current ? m_current : m_panes.constFirst();
}

void LogsPage::applySearch()
{
    for (LogPane *pane : std::as_const(m_panes))
        pane->model().setSearch(m_find->pattern());
    refreshMatches();
}

void LogsPage::step(bool forward)
{
    LogPane *pane = currentPane();
    const QModelIndex current = pane->view().currentIndex();
    const int row = current.isValid() ? current.row() : -1;
    const int match = forward ? pane->model().matchAfter(row) : pane->model().matchBefore(row);
    if (match >= 0)
        pane->view().showRow(match);
    refreshMatches();
}

void LogsPage::refreshMatches()
{
    LogPane *pane = currentPane();
    const QModelIndex current = pane->view().currentIndex();
    m_find->setMatches(current.isValid() ? pane->model().matchNumber(current.row()) : 0,
                       pane->model().matchCount(), pane->model().isSearching());
}

void LogsPage::onRow(LogPane *pane, int row)
{
    m_current = pane;
    m_details->setVisible(row >= 0);
    if (row >= 0) {
        m_status->tell({});
        const LogLine &line = pane->model().line(row);
        m_details->setLine(line, pane->model().memberName(line.memberId));
    }
    refreshMatches();
}

void LogsPage::setPaused(bool paused)
{
    m_pause->setIcon(actionIcon(paused ? u"resume"_s : u"pause"_s));
    for (LogPane *pane : std::as_const(m_panes))
        pane->model().setPaused(paused);
    refreshStatus();
}

void LogsPage::refreshStatus()
{
    m_statusTimer.stop();
    const LogSituation situation(m_book, m_services.store, m_names);
    const QStringList sentences = situation.troubles();
    m_trouble->setText(sentences.join(u'\n'));
    LogCounts counts;
    for (int member : m_book.rings().members()) {
        counts.total += m_book.rings().lines(member).size();
        counts.dropped += m_book.rings().firstNumber(member);
        counts.probes += m_book.rings().probeLines(member);
    }
    int waiting = 0;
    for (LogPane *pane : std::as_const(m_panes)) {
        pane->empty().setReason(situation.emptyReason(pane->model()), m_names);
        counts.shown += pane->model().rowCount();
        waiting += pane->model().waiting();
        counts.filtering = counts.filtering || pane->model().isFiltering();
        counts.following = counts.following && pane->view().isFollowing();
    }
    // Not twice where it is the only reason why there is no line.
    const bool saidThere =
        m_panes.size() == 1 && m_panes.constFirst()->empty().reason().sentence == m_trouble->text();
    m_trouble->setVisible(!sentences.isEmpty() && !saidThere);
    m_status->setCounts(counts);
    m_pause->setText(!m_pause->isChecked() ? tr("Pause")
                     : waiting > 0         ? tr("Resume (%n new line(s))", nullptr, waiting)
                                           : tr("Resume"));
    m_save->setEnabled(counts.shown > 0);
}

void LogsPage::takeWayOut(const EmptyReason &reason)
{
    switch (reason.way) {
    case EmptyReason::Way::None:
        break;
    case EmptyReason::Way::AllMembers:
        m_filter->choose(0);
        break;
    case EmptyReason::Way::EveryLine:
        m_filter->dropFilter();
        break;
    case EmptyReason::Way::Probes:
        m_status->showProbes();
        break;
    case EmptyReason::Way::Resume:
        m_pause->setChecked(false);
        break;
    case EmptyReason::Way::Start:
        m_lifecycle->act(MemberAction::Start, {{m_book.cluster(), reason.members}});
        break;
    }
}

void LogsPage::goToEnd()
{
    for (LogPane *pane : std::as_const(m_panes))
        pane->view().setFollowing(true);
}

void LogsPage::copy()
{
    currentPane()->view().copySelection();
    const qsizetype count = currentPane()->view().selectedRows().size();
    if (count > 0)
        Q_EMIT said(tr("%n line(s) copied.", nullptr, static_cast<int>(count)));
}

/// What is shown: of several panes the one that was used last.
void LogsPage::write(const QString &file)
{
    const LogModel &model = currentPane()->model();
    const bool several = model.filter().members.size() > 1;
    m_saving->write(file, model.rows(), several ? m_names : QMap<int, QString>());
}

} // namespace zoodock
