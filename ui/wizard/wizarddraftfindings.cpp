// SPDX-License-Identifier: GPL-3.0-or-later
// What speaks against a draft.
#include "ui/wizard/wizarddraft.h"

#include "clusters/clusterstore.h"
#include "clusters/imagetask.h"
#include "core/sentences.h"
#include "ensemble/imagereference.h"
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

constexpr int mostNamed = 5; ///< in one sentence

const TakenPort *sameOf(const QList<TakenPort> &ports, const TakenPort &place)
{
    const auto found = std::find_if(ports.cbegin(), ports.cend(), [&place](const TakenPort &one) {
        return one.memberId == place.memberId && one.kind == place.kind;
    });
    return found == ports.cend() ? nullptr : &*found;
}

bool areEqual(const QList<TakenPort> &ones, const QList<TakenPort> &others)
{
    return ones.size() == others.size() &&
           std::all_of(ones.cbegin(), ones.cend(), [&others](const TakenPort &one) {
               const TakenPort *const same = sameOf(others, one);
               return same && same->port == one.port;
           });
}

QString fieldOf(const Ensemble &ensemble, const TakenPort &place)
{
    const auto has = [&place](const Member &member) { return member.id == place.memberId; };
    const auto member = std::find_if(ensemble.members.cbegin(), ensemble.members.cend(), has);
    return u"members/%1/%2"_s.arg(QString::number(std::distance(ensemble.members.cbegin(), member)),
                                  nameOf(place.kind));
}

/// Who has what the ensemble wanted at these fields, a sentence each.
QStringList holdersOf(const Ensemble &ensemble, const HostFacts &facts, const QStringList &fields)
{
    QStringList sentences;
    for (const Finding &finding : validate(ensemble, facts)) {
        if ((finding.code == "port.taken"_L1 || finding.code == "port.reserved"_L1) &&
            fields.contains(finding.field))
            sentences += finding.sentence;
    }
    return sentences;
}

} // namespace

/// `before` is what was shown while the engine had other ports taken.
void WizardDraft::noteMovedPorts(const Ensemble &before)
{
    const QList<TakenPort> now = hostPorts(m_ensemble);
    QStringList fields;
    QStringList places;
    for (const TakenPort &old : hostPorts(before)) {
        const TakenPort *const same = sameOf(now, old);
        if (!same || same->port == old.port || same->port == 0 || old.port == 0)
            continue;
        fields += fieldOf(m_ensemble, *same);
        places += tr("%1: %2", "member, port")
                      .arg(m_ensemble.member(same->memberId)->name, QString::number(same->port));
    }
    const QStringList holders = holdersOf(before, m_facts, fields);
    if (holders.isEmpty())
        return;
    const QString sentence =
        holders.size() > mostNamed
            ? tr("%Ln port(s) that nobody had before are taken now.", nullptr, int(holders.size()))
            : paragraphOf(holders);
    if (const int others = int(places.size()) - mostNamed; others > 0)
        places = places.first(mostNamed) + QStringList{tr("%Ln other(s)", "ports", others)};
    const QString remedy = tr("Free ports are proposed anew: %1.").arg(listOf(places));
    m_moved = Finding{Severity::Hint, u"port.moved"_s, fields.first(), sentence, remedy, fields.mid(1)};
    m_movedTo = now;
}

void WizardDraft::sayMovedPorts()
{
    if (m_moved && areEqual(m_movedTo, hostPorts(m_ensemble)))
        m_findings.append(*m_moved);
    else
        m_moved.reset();
}

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
    if (isMissing && !m_recipe.isEmpty() && isSameImage(m_ensemble.image.reference, ImageTask::localImage()))
        replaceFinding(u"image.missing"_s,
                       Finding{Severity::Error, u"image.missing"_s, u"image/reference"_s,
                               tr("The image “%1” is not on the engine, and no registry has it.")
                                   .arg(m_ensemble.image.reference),
                               tr("Build it on the page “Image”, or choose another one.")});
    if (m_purpose == Purpose::NewCluster)
        checkName();
    nameRefused();
    foldNames();
    sayMovedPorts();
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

/// Names that others have are mended all at once; said once, they leave room for the rest.
void WizardDraft::foldNames()
{
    const auto isName = [](const Finding &finding) { return finding.code == "member.name.ambiguous"_L1; };
    const auto first = std::find_if(m_findings.begin(), m_findings.end(), isName);
    if (first == m_findings.end())
        return;
    QStringList others;
    for (auto one = first + 1; one != m_findings.end(); ++one) {
        const int row = one->field.section(u'/', 1, 1).toInt();
        if (!isName(*one) || row >= m_ensemble.members.size())
            continue;
        first->alsoFields += one->field;
        others += tr("“%1”", "name of a member").arg(m_ensemble.members.at(row).name);
    }
    if (others.isEmpty())
        return;
    first->sentence = paragraphOf({first->sentence, tr("It is the same with %1.").arg(listOf(others))});
    m_findings.erase(std::remove_if(first + 1, m_findings.end(), isName), m_findings.end());
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
