// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshot.h"

#include "app/cli/console.h"
#include "app/cli/statusreport.h"
#include "clusters/activitylog.h"
#include "clusters/clusterstore.h"
#include "clusters/clustertask.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QWidget>

#include <algorithm>

namespace zoodock
{

namespace
{

constexpr auto limit = std::chrono::seconds(120);
// Figures such as cpu and memory need a first sample, which takes docker about two seconds.
constexpr auto settlingTime = std::chrono::milliseconds(4500);

} // namespace

Screenshot::Screenshot(QWidget &window, ClusterStore &store, ActivityLog &activity, QString file,
                       QString cluster)
    : m_window(window)
    , m_store(store)
    , m_file(std::move(file))
    , m_cluster(std::move(cluster))
{
    connect(&activity, &ActivityLog::taskFinished, this, [this](ClusterTask *task) {
        if (!task->outcome())
            m_failure = task->outcome().error().message();
    });
    connect(&m_timer, &QTimer::timeout, this, &Screenshot::look);
    m_waited.start();
    m_timer.start(std::chrono::milliseconds(100));
}

bool Screenshot::allServe() const
{
    if (m_cluster.isEmpty())
        return true;
    const ClusterStatus *cluster = m_store.cluster(m_cluster);
    return cluster != nullptr && cluster->quorum.established && !cluster->busy &&
           std::all_of(cluster->members.cbegin(), cluster->members.cend(),
                       [](const MemberStatus &member) { return isServing(member.state); });
}

void Screenshot::look()
{
    if (!allServe() && m_failure.isEmpty() && std::chrono::milliseconds(m_waited.elapsed()) < limit)
        return;
    m_timer.stop();
    QTimer::singleShot(settlingTime, this, &Screenshot::shoot);
}

void Screenshot::shoot()
{
    const bool saved = m_window.grab().save(m_file, "PNG");
    if (!saved)
        console::note(tr("zoodock: The screenshot could not be written to %1.").arg(m_file));
    const ClusterStatus *cluster = m_store.cluster(m_cluster);
    if (cluster != nullptr)
        console::out(statusTable(*cluster));
    if (!m_failure.isEmpty())
        console::note(tr("zoodock: %1").arg(m_failure));
    const ExitCode code = !saved ? ExitCode::Failed : allServe() ? ExitCode::Ok : ExitCode::NoQuorum;
    QApplication::exit(static_cast<int>(code));
}

} // namespace zoodock
