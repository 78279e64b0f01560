// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/quickstart.h"

#include "clusters/clustermonitor.h"
#include "clusters/clusterservice.h"
#include "clusters/clusterstore.h"
#include "ui/overview/actionrules.h"
#include "ui/start/clustercreator.h"

namespace zoodock
{

Quickstart::Quickstart(const UiServices &services, ClusterCreator &creator, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_creator(creator)
{
    connect(&services.monitor, &ClusterMonitor::settled, this, &Quickstart::decide);
    connect(&creator, &ClusterCreator::started, this,
            [this](const ClusterTask *task) { Q_EMIT ready(task->cluster()); });
}

void Quickstart::run(const QString &name, int members)
{
    m_name = name;
    m_members = members;
    if (m_services.store.cluster(name))
        Q_EMIT ready(name);
    if (m_services.monitor.isSettled())
        decide();
}

void Quickstart::decide()
{
    if (m_name.isEmpty())
        return;
    const QString name = std::exchange(m_name, {});
    const ClusterStatus *status = m_services.store.cluster(name);
    if (!status) {
        m_creator.create(name, m_members);
        return;
    }
    Q_EMIT ready(name);
    if (status->busy || status->damage)
        return; // the page says what is the matter
    const EngineStatus engine = m_services.store.engine(status->ensemble.context);
    if (status->halfMade || hasAbsentMembers(*status))
        m_services.service.finish(name)->start();
    else if (const QList<int> ids = membersFor(MemberAction::Start, *status, engine); !ids.isEmpty())
        m_services.service.act(name, ids, MemberAction::Start)->start();
}

} // namespace zoodock
