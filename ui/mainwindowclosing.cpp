// SPDX-License-Identifier: GPL-3.0-or-later
// What the window asks before it closes, and what it leaves for the next one.
#include "ui/mainwindow.h"

#include "clusters/activityhistory.h"
#include "clusters/activitylog.h"
#include "clusters/clusterrepository.h"
#include "clusters/clustertask.h"
#include "clusters/journal.h"
#include "core/settings.h"
#include "ui/clusterpage.h"
#include "ui/clustersettings/clustersettingspage.h"
#include "ui/look/viewstates.h"
#include "ui/sidebar/sidebar.h"
#include "ui/znodes/changes/lastingwork.h"
#include "ui/znodes/znodespage.h"

#include <QtGui/QCloseEvent>

#include <optional>

namespace zoodock
{

namespace
{

/// The next start goes by the journal, too.
void addHalfDone(QuitRisks &risks, const std::optional<JournalEntry> &journal)
{
    risks.running = true;
    if (journal)
        (journal->change == JournalEntry::Change::Apply ? risks.halfApplied : risks.halfMade) = true;
}

} // namespace

QuitRisks MainWindow::risks() const
{
    QuitRisks risks;
    risks.znodes = m_znodes->hasUnsavedChanges();
    risks.settings = m_clusterSettings->unsavedClusters();
    risks.ephemerals = m_znodes->session().ephemerals();
    risks.values = m_znodes->unsavedNames();
    for (const ClusterTask *task : m_services.activity.tasks()) {
        if (task->isFinished())
            continue;
        if (task->changesCluster())
            addHalfDone(risks, m_services.repository.journal().read(task->cluster()));
        else
            risks.work += LastingWork::consequenceFor(*task, LastingWork::Undo::Goes);
    }
    return risks;
}

void MainWindow::requestQuit()
{
    if (risks().none())
        close();
    else
        askToQuit(
            *this, [this] { return risks(); }, m_services.activity,
            [this] {
                m_history->markCutOffRead();
                close();
            },
            [this] { say(tr("Nothing would be lost any more: ZooDock stays open.")); });
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (event->spontaneous() && !risks().none()) {
        event->ignore();
        requestQuit();
        return;
    }
    remember();
    QMainWindow::closeEvent(event);
}

void MainWindow::remember()
{
    m_services.settings.setValue(SettingKey::WindowGeometry, saveGeometry());
    m_viewStates->remember();
    m_services.settings.setValue(SettingKey::FoldedClusters, m_sidebar->foldedClusters());
    if (!m_clusterPage->cluster().isEmpty())
        m_services.settings.setValue(SettingKey::LastCluster, m_clusterPage->cluster());
}

} // namespace zoodock
