// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/clustercreator.h"

#include "clusters/clusterservice.h"
#include "clusters/clusterstore.h"
#include "core/settings.h"
#include "ensemble/defaultimage.h"
#include "ensemble/imagefamily.h"
#include "ensemble/portplan.h"

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

ClusterCreator::ClusterCreator(const UiServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
}

void ClusterCreator::create(const QString &name, int members)
{
    Ensemble ensemble = makeEnsemble(name, members, 0, NetworkMode::Bridge, {});
    ensemble.context = m_services.newClusterContext();
    create(ensemble);
}

void ClusterCreator::createAsChosen(const Ensemble &wish)
{
    if (m_looking)
        return;
    create(wish);
    m_portsAsChosen = true; // nothing happens before the engine has answered
}

void ClusterCreator::create(const Ensemble &wish)
{
    Ensemble ensemble = wish;
    ensemble.testRun = qEnvironmentVariable("ZOODOCK_TEST_RUN", ensemble.testRun);
    begin(ensemble, m_quorumDeadline);
}

void ClusterCreator::begin(const Ensemble &ensemble, std::chrono::milliseconds quorumDeadline)
{
    if (m_looking)
        return;
    setBusy(true);
    auto *preflight = m_services.service.preflight(ensemble, this);
    connect(preflight, &Operation::finished, this, [this, preflight, ensemble, quorumDeadline] {
        preflight->deleteLater();
        setBusy(false);
        if (const Result<HostFacts> facts = preflight->result())
            plan(ensemble, *facts, quorumDeadline);
        else
            Q_EMIT failed(ensemble.name, facts.error());
    });
    preflight->start();
}

void ClusterCreator::plan(Ensemble ensemble, const HostFacts &facts, std::chrono::milliseconds quorumDeadline)
{
    const Ensemble wish = ensemble;
    if (ensemble.image.reference.isEmpty()) {
        ensemble.image.reference = defaultImage(facts, m_services.settings.text(SettingKey::DefaultImage));
        if (const ImageFamily *family = imageFamilyOf(ensemble.image.reference))
            ensemble.image.family = family->id;
    }
    const auto firstPort = quint16(m_services.settings.value(SettingKey::FirstClientPort).toInt());
    if (!m_portsAsChosen)
        proposePorts(ensemble, facts, firstPort);
    const Result<Plan> plan = m_services.service.plan(ensemble, facts);
    if (!plan) {
        Q_EMIT failed(ensemble.name, plan.error());
        return;
    }
    ClusterTask *task = m_services.service.create(*plan, quorumDeadline);
    task->setAgain(
        [wish, quorumDeadline](QObject &window) {
            if (auto *creator = window.findChild<ClusterCreator *>())
                creator->begin(wish, quorumDeadline * 2); // where time was short; ports are looked for anew
        },
        ClusterTask::AgainWith::FreePorts);
    task->start();
    Q_EMIT started(task);
}

QString ClusterCreator::freeName() const
{
    const QStringList taken = m_services.store.clusterNames();
    QString name = u"quickstart"_s;
    for (int number = 2; taken.contains(name); ++number)
        name = u"cluster-%1"_s.arg(number);
    return name;
}

void ClusterCreator::setBusy(bool busy)
{
    m_looking = busy;
    if (busy)
        m_portsAsChosen = false;
    Q_EMIT busyChanged(busy);
}

} // namespace zoodock
