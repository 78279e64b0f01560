// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/clusterplanner.h"

#include "ensemble/validate.h"
#include "plansteps.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
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

bool isTakenPort(const Finding &finding)
{
    return finding.code == "port.taken"_L1;
}

/// What listens in adopted containers is a guess where nobody has said it: an AdminServer may be off, and a
/// server that is alone has no peers.
bool isGuess(const Ensemble &ensemble, const Finding &finding)
{
    const QString kind = finding.field.section(u'/', -1);
    const bool isPeerPort = kind == nameOf(PortKind::Quorum) || kind == nameOf(PortKind::Election);
    return ensemble.adopted &&
           (kind == nameOf(PortKind::Admin) || (isPeerPort && ensemble.members.size() == 1));
}

/// Without what speaks of other members alone.
QList<Finding> findingsAbout(const Ensemble &ensemble, const HostFacts &facts, const QList<int> &only)
{
    QList<Finding> findings = validate(ensemble, facts);
    findings.removeIf([&](const Finding &finding) {
        if (only.isEmpty() || !finding.field.startsWith("members/"_L1))
            return false;
        const QStringList fields = QStringList{finding.field} + finding.alsoFields;
        return std::none_of(fields.cbegin(), fields.cend(), [&](const QString &field) {
            const int row = field.section(u'/', 1, 1).toInt();
            return row >= ensemble.members.size() || only.contains(ensemble.members.at(row).id);
        });
    });
    return findings;
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

/// `takenPort`: the kind of the error where a port is not free.
Result<Plan> plan(const Ensemble &ensemble, const HostFacts &facts, const QString &program,
                  ErrorKind takenPort, const QList<int> &only = {})
{
    const QList<Finding> findings = findingsAbout(ensemble, facts, only);
    if (hasErrors(findings)) {
        const Error error = refusal(findings);
        const bool isPort = isTakenPort(findings.constFirst()); // errors come first
        return failure(isPort ? takenPort : error.kind(), error.message(), error.detail());
    }
    Result<Plan> made = planSteps(ensemble, facts, program, only);
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
    Result<Plan> made = plan(withoutAdoption(ensemble), facts, dockerProgram, ErrorKind::PlanRefused);
    if (const auto kept = keptVolumes(ensemble, facts); made && kept)
        made->findings.append(*kept);
    return made;
}

Result<Plan> planCompletion(const Ensemble &ensemble, const HostFacts &facts, const QString &dockerProgram,
                            const QList<int> &only)
{
    return plan(ensemble, facts, dockerProgram, ErrorKind::PortInUse, only);
}

Result<void> portsAreFree(const Ensemble &ensemble, const HostFacts &facts, const QList<int> &memberIds)
{
    QList<Finding> taken = findingsAbout(ensemble, facts, memberIds);
    taken.removeIf(
        [&](const Finding &finding) { return !isTakenPort(finding) || isGuess(ensemble, finding); });
    if (taken.isEmpty())
        return {};
    for (Finding &finding : taken) {
        if (ensemble.adopted)
            finding.remedy = PlannerWords::tr(
                "Stop what uses it. The ports of an adopted cluster are changed where it was made.");
    }
    const Error error = refusal(taken);
    return failure(ErrorKind::PortInUse, error.message(), error.detail());
}

} // namespace zoodock
