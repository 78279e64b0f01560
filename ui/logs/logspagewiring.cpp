// SPDX-License-Identifier: GPL-3.0-or-later
// Who hears whom on the logs page.
#include "ui/logs/filterbar.h"
#include "ui/logs/findbar.h"
#include "ui/logs/linedetails.h"
#include "ui/logs/logpane.h"
#include "ui/logs/logpanes.h"
#include "ui/logs/logsavedialog.h"
#include "ui/logs/logspage.h"
#include "ui/logs/logstatus.h"
#include "ui/logs/logview.h"

#include <QtGui/QShortcut>
#include <QtWidgets/QToolButton>

namespace zoodock
{

void LogsPage::connectParts()
{
    connect(m_filter, &FilterBar::filterChanged, this, &LogsPage::arrangePanes);
    connect(m_sideBySide, &QToolButton::toggled, this, &LogsPage::arrangePanes);
    connect(m_pause, &QToolButton::toggled, this, &LogsPage::setPaused);
    connect(m_status, &LogStatus::probesToggled, m_filter, &FilterBar::setProbes);
    connect(m_status, &LogStatus::endWanted, m_panes, &LogPanes::goToEnd);
    connect(m_find, &FindBar::patternChanged, this, &LogsPage::applySearch);
    connect(m_find, &FindBar::nextWanted, this, [this] { step(true); });
    connect(m_find, &FindBar::previousWanted, this, [this] { step(false); });
    connect(m_find, &FindBar::closed, this, [this] { m_panes->current()->view().setFocus(); });
    connect(m_details, &LineDetails::closed, this, [this] {
        closeDetails();
        m_panes->current()->view().setFocus();
    });
    connect(&m_book, &LogBook::stateChanged, &m_statusTimer, qOverload<>(&QTimer::start));
    connect(&m_book.rings(), &LogRings::appended, this, [this] {
        if (!m_statusTimer.isActive())
            m_statusTimer.start();
    });
    connect(&m_book.rings(), &LogRings::reset, this, &LogsPage::refreshMembers);
    connect(&m_statusTimer, &QTimer::timeout, this, [this] {
        if (isVisible()) // else once it is shown
            refreshStatus();
    });
    connectPanes();
    connectSaving();
    // Of the window, so that they work from the sidebar, too; only while this page is the one shown.
    const auto shortcut = [this](const QKeySequence &keys, auto slot) {
        auto *made = new QShortcut(keys, this);
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

void LogsPage::connectPanes()
{
    connect(m_panes, &LogPanes::rowChosen, this, &LogsPage::onRow);
    connect(m_panes, &LogPanes::matchesChanged, this, &LogsPage::refreshMatches);
    connect(m_panes, &LogPanes::stateChanged, this, &LogsPage::refreshStatus);
    connect(m_panes, &LogPanes::findWanted, m_find, &FindBar::open);
    connect(m_panes, &LogPanes::wayOutWanted, this, &LogsPage::takeWayOut);
    connect(m_panes, &LogPanes::copied, this,
            [this](int lines) { Q_EMIT said(tr("%Ln line(s) copied.", nullptr, lines)); });
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
    const auto forget = [this] { m_status->tell({}); };
    connect(m_filter, &FilterBar::filterChanged, this, forget);
    connect(m_find, &FindBar::patternChanged, this, forget);
    for (const QToolButton *button : {m_sideBySide, m_pause, m_save})
        connect(button, &QToolButton::clicked, this, forget);
    connect(m_status, &LogStatus::endWanted, this, forget);
}

} // namespace zoodock
