// SPDX-License-Identifier: GPL-3.0-or-later
// What speaks against a draft.
#include "ui/wizard/wizarddraft.h"

#include "clusters/clusterstore.h"
#include "clusters/imagetask.h"
#include "ensemble/validate.h"

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// What is wrong with a text that was entered for a port of this member.
QString refusalOf(const QString &text, const QString &member)
{
    bool isNumber = false;
    (void) text.toLongLong(&isNumber);
    return isNumber ? WizardDraft::tr("%1: the port %2 is out of range 1–65535.").arg(member, text)
                    : WizardDraft::tr("%1: “%2” is not a port.").arg(member, text);
}

} // namespace

void WizardDraft::replaceFinding(const QString &code, const std::optional<Finding> &finding)
{
    m_findings.removeIf([&code](const Finding &one) { return one.code == code; });
    if (finding)
        m_findings.prepend(*finding);
}

void WizardDraft::check()
{
    m_findings = validate(m_ensemble, m_facts);
    if (m_problem)
        replaceFinding(u"engine.unknown"_s,
                       Finding{Severity::Error, u"engine.silent"_s, {}, m_problem->message(), {}});
    else if (isFirstLook()) // what is not known yet is not a finding
        replaceFinding(u"engine.unknown"_s, {});
    const bool isMissing = std::any_of(m_findings.cbegin(), m_findings.cend(), [](const Finding &finding) {
        return finding.code == "image.missing"_L1;
    });
    if (isMissing && !m_recipe.isEmpty() && m_ensemble.image.reference == ImageTask::localImage())
        replaceFinding(u"image.missing"_s,
                       Finding{Severity::Error, u"image.missing"_s, u"image/reference"_s,
                               tr("The image “%1” is not on the engine, and no registry has it.")
                                   .arg(m_ensemble.image.reference),
                               tr("Build it on the page “Image”, or choose another one.")});
    if (m_purpose == Purpose::NewCluster)
        checkName();
    nameRefused();
}

/// What was entered is not just missing.
void WizardDraft::nameRefused()
{
    for (Finding &finding : m_findings) {
        const int row = finding.field.section(u'/', 1, 1).toInt();
        if (finding.code != "port.zero"_L1 || row >= m_ensemble.members.size())
            continue;
        for (const PortKind kind : allPortKinds) {
            const Member &member = m_ensemble.members.at(row);
            const std::pair place(member.id, int(kind));
            const bool isRefused = m_chosen.contains(place) && m_chosen.value(place) == 0;
            if (isRefused && finding.field.section(u'/', 2) == nameOf(kind))
                finding.sentence = refusalOf(m_refusedTexts.value(place), member.name);
        }
    }
}

void WizardDraft::checkName()
{
    const QString &name = m_ensemble.name;
    if (m_services.store.cluster(name))
        replaceFinding(u"name.cluster"_s,
                       Finding{Severity::Error, u"name.cluster"_s, u"name"_s,
                               tr("There is a cluster “%1” already.").arg(name), tr("Choose another name.")});
    else if (!m_facts.ownContainers.isEmpty())
        replaceFinding(u"name.cluster"_s,
                       Finding{Severity::Error, u"name.cluster"_s, u"name"_s,
                               tr("There are containers of a cluster “%1” on the engine.").arg(name),
                               tr("Choose another name, or remove that cluster first.")});
    else if (!m_facts.ownVolumes.isEmpty() && m_ensemble.volumes == VolumePolicy::Named)
        m_findings.append(Finding{
            Severity::Warning, u"volumes.kept"_s, u"name"_s,
            tr("Volumes of an earlier cluster “%1” are still there, and their data will be used.").arg(name),
            tr("Choose another name for a cluster without old data.")});
}

} // namespace zoodock
