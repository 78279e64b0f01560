// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logpanes.h"

#include "ui/logs/emptylog.h"
#include "ui/logs/logpane.h"
#include "ui/logs/logview.h"
#include "ui/look/icons.h"

#include <QtGui/QAction>

#include <algorithm>
#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

LogPanes::LogPanes(const LogRings &rings, QWidget *parent)
    : QSplitter(parent)
    , m_rings(rings)
{
    setChildrenCollapsible(false);
    m_panes.append(makePane());
}

LogPanes::~LogPanes() = default;

LogPane *LogPanes::makePane()
{
    auto *pane = new LogPane(m_rings, this);
    pane->model().setPaused(m_paused);
    pane->model().setSearch(m_search);
    pane->view().setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *copyAction = new QAction(actionIcon(u"copy"_s), tr("&Copy"), pane);
    connect(copyAction, &QAction::triggered, this, &LogPanes::copySelection);
    auto *findAction = new QAction(tr("&Find…"), pane);
    connect(findAction, &QAction::triggered, this, &LogPanes::findWanted);
    pane->view().addActions({copyAction, findAction});
    connect(&pane->view(), &LogView::currentRowChanged, this, [this, pane](int row) {
        m_current = pane;
        Q_EMIT rowChosen(row);
    });
    connect(&pane->view(), &LogView::followingChanged, this, &LogPanes::stateChanged);
    connect(&pane->empty(), &EmptyLog::wayOutWanted, this, &LogPanes::wayOutWanted);
    connect(&pane->model(), &LogModel::matchesChanged, this, &LogPanes::matchesChanged);
    connect(&pane->model(), &LogModel::filteringChanged, this, &LogPanes::stateChanged);
    connect(&pane->model(), &LogModel::waitingChanged, this, &LogPanes::stateChanged);
    addWidget(pane);
    pane->show();
    return pane;
}

void LogPanes::drop(LogPane *pane)
{
    if (m_current == pane)
        m_current = nullptr;
    delete pane;
}

void LogPanes::arrange(const LogFilter &filter, const LogMembers &members, bool sideBySide)
{
    QList<int> chosen(filter.members.cbegin(), filter.members.cend());
    std::sort(chosen.begin(), chosen.end(), [&members](int one, int other) {
        return members.places.value(one) < members.places.value(other);
    });
    const bool split = sideBySide && chosen.size() > 1;
    const qsizetype wanted = split ? chosen.size() : 1;
    const bool otherColumns = m_panes.size() != wanted;
    while (m_panes.size() > wanted)
        drop(m_panes.takeLast());
    while (m_panes.size() < wanted)
        m_panes.append(makePane());
    for (qsizetype i = 0; i < wanted; ++i) {
        LogPane *pane = m_panes.at(i);
        pane->setMembers(members.names, members.places);
        pane->setHeading(split ? members.names.value(chosen.at(i)) : QString());
        LogFilter own = filter;
        if (split)
            own.members = {chosen.at(i)};
        pane->view().setNamesShown(own.members.size() > 1);
        pane->model().setFilter(own);
    }
    if (otherColumns)
        setSizes(QList<int>(wanted, std::max(width(), 1)));
}

LogPane *LogPanes::current() const
{
    return m_current ? m_current : m_panes.constFirst();
}

void LogPanes::setSearch(const LogPattern &pattern)
{
    m_search = pattern;
    for (LogPane *pane : std::as_const(m_panes))
        pane->model().setSearch(pattern);
}

void LogPanes::step(bool forward)
{
    const LogModel &model = current()->model();
    LogView &view = current()->view();
    const int row = view.currentIndex().isValid() ? view.currentIndex().row() : -1;
    const int match = forward ? model.matchAfter(row) : model.matchBefore(row);
    if (match >= 0)
        view.showMatch(match);
}

void LogPanes::setPaused(bool paused)
{
    m_paused = paused;
    for (LogPane *pane : std::as_const(m_panes))
        pane->model().setPaused(paused);
}

void LogPanes::goToEnd()
{
    for (LogPane *pane : std::as_const(m_panes))
        pane->view().setFollowing(true);
}

void LogPanes::forgetPlaces()
{
    for (LogPane *pane : std::as_const(m_panes))
        pane->view().forgetPlace();
}

void LogPanes::copySelection()
{
    const LogView &view = current()->view();
    view.copySelection();
    if (const qsizetype count = view.selectedRows().size(); count > 0)
        Q_EMIT copied(static_cast<int>(count));
}

} // namespace zoodock
