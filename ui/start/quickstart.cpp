// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/quickstart.h"

#include "clusters/activitylog.h"
#include "clusters/clustermonitor.h"
#include "clusters/clusterrepository.h"
#include "clusters/clusterservice.h"
#include "clusters/clusterstore.h"
#include "ui/overview/actionrules.h"
#include "ui/overview/lifecycle.h"
#include "ui/start/clustercreator.h"

#include <chrono>
#include <utility>

namespace zoodock
{

using namespace std::chrono_literals;

namespace
{

constexpr auto lookAgainAfter = 200ms;
constexpr int mostAttempts = 3;
constexpr auto longerPatience = 120s; ///< with a quorum, at the next try

/// Another process was faster between our look and our beginning; nothing was done.
bool wasForestalled(const ClusterTask &task)
{
    if (task.succeeded())
        return false;
    const ErrorKind kind = task.outcome().error().kind();
    return kind == ErrorKind::Locked || kind == ErrorKind::NameInUse;
}

} // namespace

Quickstart::Quickstart(const UiServices &services, ClusterCreator &creator, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_creator(creator)
{
    m_wait.setSingleShot(true);
    m_wait.setInterval(lookAgainAfter);
    connect(&m_wait, &QTimer::timeout, this, &Quickstart::decide);
    connect(&services.monitor, &ClusterMonitor::settled, this, &Quickstart::decide);
    connect(&creator, &ClusterCreator::started, this, [this](ClusterTask *task) {
        Q_EMIT ready(task->cluster());
        follow(task);
    });
}

void Quickstart::run(const QString &name, int members)
{
    m_name = name;
    m_members = members;
    m_attempts = 0;
    if (m_services.store.cluster(name))
        Q_EMIT ready(name);
    if (m_services.monitor.isSettled())
        decide();
}

void Quickstart::waitForOthers()
{
    m_services.repository.rescan(); // a creation shows as soon as its file is there
    m_wait.start();
}

void Quickstart::decide()
{
    if (m_name.isEmpty() || !m_services.monitor.isSettled())
        return;
    if (m_services.repository.isLocked(m_name)) {
        if (m_services.store.cluster(m_name))
            Q_EMIT ready(m_name);
        waitForOthers();
        return;
    }
    const QString name = std::exchange(m_name, {});
    const ClusterStatus *status = m_services.store.cluster(name);
    if (!status) {
        m_creator.create(name, m_members);
        return;
    }
    Q_EMIT ready(name);
    if (status->isBeingChanged() || status->damage)
        return; // the page says what is the matter
    const EngineStatus engine = m_services.store.engine(status->ensemble.context);
    ClusterTask *task = nullptr;
    if (status->halfMade || hasAbsentMembers(*status)) {
        task = m_services.service.finish(name);
        task->setAgain([name](QObject &window) {
            if (auto *lifecycle = window.findChild<Lifecycle *>())
                lifecycle->finish(name, longerPatience);
        });
    } else if (const QList<int> ids = membersFor(MemberAction::Start, *status, engine); !ids.isEmpty()) {
        task = m_services.service.act(name, ids, MemberAction::Start);
        task->setAgain([name](QObject &window) {
            if (auto *lifecycle = window.findChild<Lifecycle *>())
                lifecycle->act(MemberAction::Start, {Target{name, {}}});
        });
    }
    if (!task)
        return;
    follow(task);
    task->start();
}

void Quickstart::follow(ClusterTask *task)
{
    connect(task, &Operation::finished, this, [this, task] {
        if (!wasForestalled(*task) || ++m_attempts >= mostAttempts)
            return;
        m_name = task->cluster();
        m_services.activity.dismiss(task);
        waitForOthers();
    });
}

} // namespace zoodock
