// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logspage.h"

#include "clusters/clusterstore.h"
#include "core/settings.h"
#include "ui/logs/emptylog.h"
#include "ui/logs/filterbar.h"
#include "ui/logs/findbar.h"
#include "ui/logs/linedetails.h"
#include "ui/logs/logpane.h"
#include "ui/logs/logpanes.h"
#include "ui/logs/logsavedialog.h"
#include "ui/logs/logsituation.h"
#include "ui/logs/logstatus.h"
#include "ui/logs/logview.h"
#include "ui/look/icons.h"
#include "ui/look/labels.h"
#include "ui/look/meaning.h"
#include "ui/overview/lifecycle.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

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

/// The panes show the book's lines, and go before it.
LogsPage::~LogsPage()
{
    delete m_panes;
}

QToolButton *LogsPage::makeButton(const QString &icon, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    if (!icon.isEmpty())
        button->setIcon(actionIcon(icon));
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setToolTip(toolTip);
    return button;
}

void LogsPage::build()
{
    m_filter = new FilterBar(this);
    m_find = new FindBar(this);
    m_sideBySide =
        makeButton({}, tr("Side by Side"), tr("One column for each member instead of one log by time"));
    m_sideBySide->setCheckable(true);
    m_pause =
        makeButton(u"pause"_s, tr("Pause"), tr("Keep the lines as they are; new ones are shown afterwards"));
    m_pause->setCheckable(true);
    m_save = makeButton(u"save"_s, tr("Save…"), tr("Save the lines that are shown as a text file"));
    m_saving = new LogSaveDialog(m_services.activity, this);
    m_panes = new LogPanes(m_book.rings(), this);
    m_details = new LineDetails(this);
    m_details->hide();
    m_trouble = new QLabel(this);
    m_trouble->setWordWrap(true);
    m_trouble->setTextFormat(Qt::PlainText);
    m_trouble->setObjectName(u"logTrouble"_s);
    setTextMeaning(m_trouble, Meaning::Looking);
    m_status = new LogStatus(this);

    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_filter, 1);
    for (QToolButton *button : {m_sideBySide, m_pause, m_save})
        top->addWidget(button, 0, Qt::AlignTop); // beside many rows of members, too
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 12, 20, 8);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(m_find);
    layout->addWidget(m_trouble);
    layout->addWidget(m_panes, 1);
    layout->addWidget(m_details);
    layout->addWidget(m_status);
}

void LogsPage::showCluster(const QString &name)
{
    if (name == m_book.cluster())
        return;
    closeDetails();
    m_status->tell({});
    m_book.setFollowing(isVisible());
    m_book.open(name);
    m_panes->forgetPlaces();
}

void LogsPage::showMember(int memberId)
{
    m_filter->choose(memberId);
}

void LogsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_book.setFollowing(true);
    refreshStatus();
}

void LogsPage::refreshMembers()
{
    const ClusterStatus *status = m_services.store.cluster(m_book.cluster());
    QList<std::pair<int, QString>> members;
    m_members = {};
    for (const MemberStatus &member : status ? status->members : QList<MemberStatus>()) {
        m_members.places.insert(member.wanted.id, static_cast<int>(members.size()));
        m_members.names.insert(member.wanted.id, member.wanted.name);
        members.append({member.wanted.id, member.wanted.name});
    }
    m_sideBySide->setVisible(members.size() > 1);
    m_filter->setMembers(members);
    arrangePanes();
}

void LogsPage::arrangePanes()
{
    m_panes->arrange(m_filter->filter(), m_members, m_sideBySide->isChecked());
    applySearch();
    refreshStatus();
}

void LogsPage::applySearch()
{
    m_panes->setSearch(m_find->pattern());
    m_details->setSearch(m_find->pattern());
    refreshMatches();
}

void LogsPage::step(bool forward)
{
    m_panes->step(forward);
    refreshMatches();
}

void LogsPage::refreshMatches()
{
    LogPane *pane = m_panes->current();
    const QModelIndex current = pane->view().currentIndex();
    m_find->setMatches(current.isValid() ? pane->model().matchNumber(current.row()) : 0,
                       pane->model().matchCount(), pane->model().isSearching(), pane->heading());
    if (!m_statusTimer.isActive())
        m_statusTimer.start(); // which says what could not be searched
}

void LogsPage::onRow(int row)
{
    m_explained.reset();
    if (row >= 0) {
        m_status->tell({});
        const LogModel &model = m_panes->current()->model();
        m_explained = model.line(row);
        m_details->setLine(*m_explained, model.memberName(m_explained->memberId));
    }
    refreshDetails();
    refreshMatches();
}

void LogsPage::closeDetails()
{
    m_explained.reset();
    refreshDetails();
}

/// The filter may hide the line, and show it again.
void LogsPage::refreshDetails()
{
    LogPane *pane = m_panes->current();
    const QModelIndex current = pane->view().currentIndex();
    m_details->setVisible(m_explained && current.isValid() &&
                          pane->model().shows(*m_explained, current.row()));
}

void LogsPage::setPaused(bool paused)
{
    m_pause->setIcon(actionIcon(paused ? u"resume"_s : u"pause"_s));
    m_panes->setPaused(paused);
    refreshStatus();
}

void LogsPage::refreshStatus()
{
    m_statusTimer.stop();
    refreshDetails();
    const LogSituation situation(m_book, m_services.store, m_members.names);
    LogCounts counts;
    for (int member : m_book.rings().members()) {
        counts.total += m_book.rings().lines(member).size();
        counts.dropped += m_book.rings().firstNumber(member);
        counts.probes += m_book.rings().probeLines(member);
    }
    int waiting = 0;
    int passedOver = 0;
    for (LogPane *pane : m_panes->panes()) {
        pane->empty().setReason(situation.emptyReason(pane->model()), m_members.names);
        counts.shown += pane->model().rowCount();
        waiting += pane->model().waiting();
        passedOver += pane->model().passedOver();
        counts.filtering = counts.filtering || pane->model().isFiltering();
        counts.following = counts.following && pane->view().isFollowing();
    }
    const QStringList sentences =
        situation.troubles() +
        LogSituation::slowExpressions(passedOver, m_panes->current()->model().unsearched());
    m_trouble->setText(sentences.join(u'\n'));
    // Not twice where it is the only reason why there is no line.
    const bool saidThere =
        m_panes->panes().size() == 1 && m_panes->current()->empty().reason().sentence == m_trouble->text();
    m_trouble->setVisible(!sentences.isEmpty() && !saidThere);
    m_status->setCounts(counts);
    m_pause->setText(!m_pause->isChecked() ? tr("Pause")
                     : waiting > 0         ? tr("Resume (%Ln new line(s))", nullptr, waiting)
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

/// What is shown: of several panes the one that was used last.
void LogsPage::write(const QString &file)
{
    const LogModel &model = m_panes->current()->model();
    const bool several = model.filter().members.size() > 1;
    m_saving->write(file, model.rows(), several ? m_members.names : QMap<int, QString>());
}

} // namespace zoodock
