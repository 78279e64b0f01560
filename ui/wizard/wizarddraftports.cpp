// SPDX-License-Identifier: GPL-3.0-or-later
// The ports of a draft: what is proposed, and what a person enters.
#include "ui/wizard/wizarddraft.h"

#include "core/settings.h"
#include "ui/wizard/memberlist.h"

#include <algorithm>
#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

bool isAboutPort(const Finding &finding)
{
    return finding.code.startsWith("port."_L1) && finding.field.startsWith("members/"_L1);
}

void setPort(Ensemble &ensemble, int memberId, PortKind kind, quint16 port)
{
    for (Member &member : ensemble.members) {
        if (member.id != memberId)
            continue;
        member.port(kind).hostPort = port;
        if (ensemble.network.mode == NetworkMode::Host)
            member.port(kind).port = port;
    }
}

/// What was entered counts, also against what is proposed.
void takeChosen(Ensemble &ensemble, const QHash<std::pair<int, int>, quint16> &all)
{
    const QList<TakenPort> proposed = hostPorts(ensemble);
    QSet<quint16> entered;
    for (const TakenPort &place : proposed) {
        const auto chosen = all.constFind({place.memberId, int(place.kind)});
        if (chosen == all.cend())
            continue;
        setPort(ensemble, place.memberId, place.kind, *chosen);
        entered.insert(*chosen);
    }
    for (const TakenPort &place : proposed) {
        if (!all.contains({place.memberId, int(place.kind)}) && entered.contains(place.port))
            setPort(ensemble, place.memberId, place.kind, 0);
    }
}

} // namespace

quint16 WizardDraft::firstClientPort() const
{
    return quint16(m_services.settings.value(SettingKey::FirstClientPort).toInt());
}

void WizardDraft::setNetworkMode(NetworkMode mode)
{
    if (mode == m_ensemble.network.mode)
        return;
    m_edited = true;
    const QList<Member> known = std::exchange(m_otherMembers, m_ensemble.members);
    m_chosen.removeIf([](const auto &chosen) { return chosen.value() == 0; });
    std::swap(m_chosen, m_otherChosen);
    changeNetworkMode(m_ensemble, mode, m_facts, firstClientPort());
    takePublications(m_ensemble, known);
    update();
}

Ensemble WizardDraft::inMode(NetworkMode mode) const
{
    Ensemble ensemble = m_ensemble;
    if (mode == ensemble.network.mode)
        return ensemble;
    changeNetworkMode(ensemble, mode, m_facts, firstClientPort());
    takePublications(ensemble, m_otherMembers);
    proposePorts(ensemble, m_otherChosen);
    return ensemble;
}

void WizardDraft::publish(PortKind kind, bool published, const QString &address)
{
    m_edited = true;
    for (Member &member : m_ensemble.members) {
        member.port(kind).published = published;
        member.port(kind).address = address;
    }
    update();
}

void WizardDraft::keepPorts(const Ensemble &wish)
{
    for (const TakenPort &place : hostPorts(wish)) {
        if (place.port > 0)
            m_chosen.insert({place.memberId, int(place.kind)}, place.port);
    }
    update();
}

void WizardDraft::choosePort(int memberId, PortKind kind, quint16 port)
{
    m_edited = true;
    if (port == 0 || m_purpose == Purpose::Change)
        m_chosen.remove({memberId, int(kind)});
    else
        m_chosen.insert({memberId, int(kind)}, port);
    if (m_purpose == Purpose::Change)
        setPort(m_ensemble, memberId, kind, port);
    update();
}

void WizardDraft::refusePort(int memberId, PortKind kind, const QString &text)
{
    m_edited = true;
    m_chosen.insert({memberId, int(kind)}, 0);
    m_refusedTexts.insert({memberId, int(kind)}, text);
    if (m_purpose == Purpose::Change)
        setPort(m_ensemble, memberId, kind, 0);
    update();
}

bool WizardDraft::hasPortFindings() const
{
    return std::any_of(m_findings.cbegin(), m_findings.cend(), isAboutPort);
}

void WizardDraft::proposeFreePorts()
{
    m_chosen.clear();
    const QList<Finding> findings = m_purpose == Purpose::Change ? m_findings : QList<Finding>();
    for (const Finding &finding : findings) {
        const int row = finding.field.section(u'/', 1, 1).toInt();
        const QString part = finding.field.section(u'/', 2);
        for (const PortKind kind : allPortKinds) {
            if (isAboutPort(finding) && row < m_ensemble.members.size() && nameOf(kind) == part)
                setPort(m_ensemble, m_ensemble.members.at(row).id, kind, 0);
        }
    }
    update();
}

/// A cluster that there is keeps what it has. For a new one the ports are those that it would have if nothing
/// had been entered, but for what was, and for those that had the same number: they get another, and nobody
/// else's moves.
void WizardDraft::proposePorts(Ensemble &ensemble, const QHash<std::pair<int, int>, quint16> &all) const
{
    if (m_purpose == Purpose::NewCluster) {
        zoodock::proposePorts(ensemble, m_facts, firstClientPort());
        takeChosen(ensemble, all);
    }
    QList<std::pair<int, PortKind>> refused;
    for (auto chosen = all.cbegin(); chosen != all.cend(); ++chosen) {
        if (chosen.value() == 0)
            refused.append({chosen.key().first, PortKind(chosen.key().second)});
    }
    proposeMissingPorts(ensemble, m_facts, firstClientPort(), refused);
}

} // namespace zoodock
