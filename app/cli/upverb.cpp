// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/upverb.h"

#include "app/cli/difference.h"
#include "app/cli/statusreport.h"
#include "app/composition.h"
#include "clusters/adoption.h"
#include "clusters/clusterplanner.h"
#include "ensemble/defaultimage.h"
#include "ensemble/imagefamily.h"
#include "ensemble/portplan.h"
#include "ensemble/validate.h"

#include <algorithm>
#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int mostAttempts = 3;

bool isEngineTrouble(ErrorKind kind)
{
    return exitCodeFor(kind) == ExitCode::NoEngine || kind == ErrorKind::Timeout;
}

} // namespace

void UpVerb::start()
{
    askEarly();
    whenSeen([this] {
        // What exists is reported with its members' roles.
        if (m_begun)
            return;
        if (parts().store.cluster(request().cluster) != nullptr)
            whenObserved([this] { begin(); });
        else
            begin();
    });
}

/// Most often the cluster is new, and its plan needs facts: no need to wait for the observers with the
/// asking.
void UpVerb::askEarly()
{
    if (parts().store.cluster(request().cluster) != nullptr)
        return;
    const Result<Ensemble> ensemble = wanted();
    if (!ensemble)
        return; // begin() says why
    m_early = parts().service.preflight(*ensemble, this);
    connect(m_early, &Operation::finished, this, &UpVerb::beginIfNew);
    m_early->start();
}

/// No file, no container of that name, no servers of others that might be known by it, and no other engine to
/// look at: what the observers still look for is not this cluster.
void UpVerb::beginIfNew()
{
    if (m_begun || !m_early->succeeded() || parts().store.cluster(request().cluster) != nullptr)
        return;
    const HostFacts &facts = m_early->value();
    const QStringList names = parts().store.clusterNames();
    const bool sameEngine = std::all_of(names.cbegin(), names.cend(), [&](const QString &name) {
        return parts().store.cluster(name)->ensemble.context == facts.context;
    });
    if (sameEngine && facts.ownContainers.isEmpty() && !facts.nameMayBeOthers)
        begin();
}

void UpVerb::begin()
{
    m_begun = true;
    const ClusterStatus *existing = parts().store.cluster(request().cluster);
    if (existing != nullptr && existing->damage) {
        fail(*existing->damage);
        return;
    }
    if (existing != nullptr && !existing->isManaged()) {
        fail(Error(ErrorKind::NameInUse, tr("“%1” is a cluster that others started. Choose another name, or "
                                            "manage that one: `zoodock adopt %1`.")
                                             .arg(request().cluster)));
        return;
    }
    m_existing = existing != nullptr;
    const bool isPlan = request().verb == VerbName::Plan;
    if (isPlan && existing != nullptr && existing->ensemble.adopted) {
        fail(Error(ErrorKind::PlanRefused,
                   adoptedSentence(request().cluster, existing->ensemble.composeProject)));
        return;
    }
    if (existing != nullptr) {
        const QString context = parts().store.engine(existing->ensemble.context).contextName;
        if (const QString other = differenceSentence(existing->ensemble, request(), context);
            !other.isEmpty())
            console::note(other);
        if (!isPlan) {
            if (requireEngine())
                startExisting();
            return;
        }
        console::note(
            tr("“%1” exists: this plan makes what is missing of it, and starts it.").arg(request().cluster));
    }
    const Result<Ensemble> ensemble = wanted();
    if (!ensemble) {
        fail(ensemble.error());
        return;
    }
    preflight(*ensemble);
}

Result<Ensemble> UpVerb::wanted() const
{
    if (const ClusterStatus *const existing = parts().store.cluster(request().cluster);
        m_existing && existing)
        return existing->ensemble;
    const QString context =
        request().context.isEmpty() ? parts().settings.text(SettingKey::DockerContext) : request().context;
    Ensemble ensemble;
    if (request().spec) {
        ensemble = *request().spec;
        ensemble.name = request().cluster;
        if (!request().context.isEmpty())
            ensemble.context = request().context;
    } else {
        ensemble = makeEnsemble(request().cluster, request().members, request().observers, request().network,
                                request().image);
        ensemble.context = context;
    }
    ensemble.testRun = qEnvironmentVariable("ZOODOCK_TEST_RUN", ensemble.testRun);
    return ensemble;
}

void UpVerb::preflight(const Ensemble &ensemble)
{
    // The early one was about a new cluster.
    ValueOperation<HostFacts> *const early = m_existing ? nullptr : std::exchange(m_early, nullptr);
    ValueOperation<HostFacts> *const facts = early ? early : parts().service.preflight(ensemble, this);
    const auto use = [this, facts, ensemble] {
        facts->deleteLater();
        onPreflight(*facts, ensemble);
    };
    if (facts->isFinished()) {
        use();
        return;
    }
    connect(facts, &Operation::finished, this, use);
    facts->start();
}

void UpVerb::onPreflight(const ValueOperation<HostFacts> &facts, const Ensemble &ensemble)
{
    if (facts.succeeded()) {
        usePlan(ensemble, facts.value());
        return;
    }
    const Error error = facts.outcome().error();
    if (request().verb != VerbName::Plan || !isEngineTrouble(error.kind())) {
        fail(error);
        return;
    }
    console::note(engineComplaint(parts().store.engine(ensemble.context), error));
    console::note(tr("The plan below does not know what the engine has."));
    usePlan(ensemble, HostFacts());
}

void UpVerb::usePlan(const Ensemble &ensemble, const HostFacts &facts)
{
    Ensemble planned = ensemble;
    const bool ownShape = request().file.isEmpty() && !m_existing;
    if (planned.image.reference.isEmpty())
        planned.image.reference = defaultImage(facts, parts().settings.text(SettingKey::DefaultImage));
    if (const ImageFamily *family = imageFamilyOf(planned.image.reference); family != nullptr && ownShape)
        planned.image.family = family->id;
    if (ownShape)
        proposePorts(planned, facts,
                     static_cast<quint16>(parts().settings.value(SettingKey::FirstClientPort).toInt()));
    const Result<Plan> plan = m_existing ? planCompletion(planned, facts, parts().engines.dockerProgram())
                                         : parts().service.plan(planned, facts);
    if (!plan) {
        if (request().json)
            tellFindings(planned, facts);
        fail(plan.error());
        return;
    }
    for (const Finding &finding : plan->findings) {
        if (finding.severity == Severity::Warning)
            console::note(tr("Warning: %1 %2").arg(finding.sentence, finding.remedy).trimmed());
    }
    if (request().verb == VerbName::Up) {
        create(*plan);
        return;
    }
    if (request().json)
        console::out(plan->toJson());
    else
        console::out(plan->toScript());
    finish(ExitCode::Ok);
}

/// Of a plan that is refused for its errors, as JSON.
void UpVerb::tellFindings(const Ensemble &ensemble, const HostFacts &facts)
{
    Plan refused;
    refused.ensemble = ensemble;
    refused.findings = validate(ensemble, facts);
    if (hasErrors(refused.findings))
        console::out(refused.toJson());
}

void UpVerb::create(const Plan &plan)
{
    ++m_attempts;
    const Ensemble ensemble = plan.ensemble;
    if (m_refused)
        noteMovedPorts(*m_refused, ensemble);
    const auto unserved =
        request().keep ? ClusterService::Unserved::Keep : ClusterService::Unserved::TakeBack;
    follow(parts().service.create(plan, request().wait, unserved),
           [this, ensemble](const Result<void> &outcome) {
               // Ports that nobody chose may move: somebody was faster with one of them.
               const bool mayMove = request().file.isEmpty() && m_attempts < mostAttempts;
               if (!outcome && outcome.error().kind() == ErrorKind::PortInUse && mayMove) {
                   console::note(outcome.error().message());
                   console::note(tr("Trying again with other ports."));
                   m_refused = ensemble;
                   preflight(ensemble);
                   return;
               }
               afterCreate(outcome);
           });
}

void UpVerb::noteMovedPorts(const Ensemble &before, const Ensemble &now)
{
    for (const QString &sentence : movedPorts(before, now))
        console::note(sentence);
}

void UpVerb::afterCreate(const Result<void> &outcome)
{
    if (!outcome) {
        fail(outcome.error());
        return;
    }
    if (request().wait.count() > 0) {
        report();
        return;
    }
    m_stays = tr("“%1” was created, and stays.").arg(request().cluster);
    awaitQuorum();
}

void UpVerb::report()
{
    const ClusterStatus *cluster = parts().store.cluster(request().cluster);
    if (cluster == nullptr) {
        finish(ExitCode::Ok);
        return;
    }
    const bool awaited = request().wait.count() > 0;
    if (!awaited && !cluster->quorum.established)
        console::note(tr("Nobody waited for the quorum. `zoodock status %1` tells whether there is one.")
                          .arg(request().cluster));
    console::out(statusTable(*cluster, filingOf(request().cluster)));
    finish(awaited && !cluster->quorum.established ? ExitCode::NoQuorum : ExitCode::Ok);
}

} // namespace zoodock
