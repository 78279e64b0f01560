// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/clusterplanner.h"

#include "ensemble/validate.h"
#include "plansteps.h"

#include <QtCore/QCoreApplication>

#include <optional>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

struct PlannerWords
{
    Q_DECLARE_TR_FUNCTIONS(ClusterPlanner)
};

QString sentenceOf(const Finding &finding)
{
    return finding.remedy.isEmpty() ? finding.sentence
                                    : PlannerWords::tr("%1 %2").arg(finding.sentence, finding.remedy);
}

Error refusal(const QList<Finding> &findings)
{
    QStringList sentences;
    for (const Finding &finding : findings) {
        if (finding.severity == Severity::Error)
            sentences += sentenceOf(finding);
    }
    return Error(ErrorKind::PlanRefused, sentences.value(0),
                 sentences.size() > 1 ? sentences.join(u'\n') : QString());
}

std::optional<Finding> keptVolumes(const Ensemble &ensemble, const HostFacts &facts)
{
    if (facts.ownVolumes.isEmpty() || ensemble.volumes != VolumePolicy::Named)
        return {};
    QStringList names(facts.ownVolumes.cbegin(), facts.ownVolumes.cend());
    names.sort();
    Finding finding;
    finding.severity = Severity::Warning;
    finding.code = u"volumes.kept"_s;
    finding.field = u"volumes"_s;
    finding.sentence =
        PlannerWords::tr("Volumes of an earlier cluster “%1” are still there, and their data will be used.")
            .arg(ensemble.name);
    finding.remedy =
        PlannerWords::tr("For a cluster without old data choose another name, or remove them first: "
                         "docker volume rm %1")
            .arg(names.join(u' '));
    return finding;
}

Result<Plan> plan(const Ensemble &ensemble, const HostFacts &facts, const QString &program)
{
    const QList<Finding> findings = validate(ensemble, facts);
    if (hasErrors(findings))
        return failure(refusal(findings));
    Result<Plan> made = planSteps(ensemble, facts, program);
    if (made)
        made->findings = findings;
    return made;
}

} // namespace

Result<Plan> planCreation(const Ensemble &ensemble, const HostFacts &facts, const QString &dockerProgram)
{
    if (!facts.ownContainers.isEmpty()) {
        QStringList names(facts.ownContainers.cbegin(), facts.ownContainers.cend());
        names.sort();
        return failure(
            ErrorKind::NameInUse,
            PlannerWords::tr(
                "There are containers of a cluster “%1” already. Choose another name, or remove that "
                "cluster first.")
                .arg(ensemble.name),
            names.join(u'\n'));
    }
    Result<Plan> made = plan(ensemble, facts, dockerProgram);
    if (const auto kept = keptVolumes(ensemble, facts); made && kept)
        made->findings.append(*kept);
    return made;
}

Result<Plan> planCompletion(const Ensemble &ensemble, const HostFacts &facts, const QString &dockerProgram)
{
    return plan(ensemble, facts, dockerProgram);
}

} // namespace zoodock
