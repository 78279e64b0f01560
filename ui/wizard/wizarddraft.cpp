// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/wizarddraft.h"

#include "clusters/clusterservice.h"
#include "clusters/clusterstore.h"
#include "clusters/imagetask.h"
#include "core/settings.h"
#include "ensemble/defaultimage.h"
#include "ensemble/imagefamily.h"
#include "ensemble/portplan.h"
#include "ensemble/validate.h"
#include "ui/wizard/freename.h"
#include "ui/wizard/memberlist.h"

#include <algorithm>
#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// Typing a name asks the engine what is called so already; not at every letter.
constexpr std::chrono::milliseconds typingPause = 400ms;

const QString standaloneKey = u"standaloneEnabled"_s;

bool isAboutPort(const Finding &finding)
{
    return finding.code.startsWith("port."_L1) && finding.field.startsWith("members/"_L1);
}

} // namespace

WizardDraft::WizardDraft(const UiServices &services, Ensemble start, QObject *parent, Purpose purpose)
    : QObject(parent)
    , m_services(services)
    , m_purpose(purpose)
    , m_ensemble(std::move(start))
    , m_imageIsDefault(purpose == Purpose::NewCluster && m_ensemble.image.reference.isEmpty())
{
    m_askSoon.setSingleShot(true);
    m_askSoon.setInterval(typingPause);
    connect(&m_askSoon, &QTimer::timeout, this, &WizardDraft::askEngine);
    askEngine();
    update();
}

bool WizardDraft::hasErrors() const
{
    return zoodock::hasErrors(m_findings);
}

void WizardDraft::edit(const std::function<void(Ensemble &)> &change)
{
    m_edited = true;
    change(m_ensemble);
    update();
}

void WizardDraft::setName(const QString &name)
{
    if (name == m_ensemble.name)
        return;
    m_edited = true;
    m_ensemble.name = name;
    m_askSoon.start(); // what belongs to a cluster of this name is told apart by the question
    update();
}

void WizardDraft::setMembers(int participants, int observers)
{
    m_edited = true;
    resizeMembers(m_ensemble, participants, observers);
    // One participant and observers are a quorum of one, which the server calls a mistake unless told so.
    const bool needed = participants == 1 && observers > 0;
    if (needed && !m_ensemble.settings.contains(standaloneKey)) {
        m_ensemble.settings.insert(standaloneKey, u"false"_s);
        m_standaloneIsOurs = true;
    } else if (!needed && m_standaloneIsOurs) {
        m_ensemble.settings.remove(standaloneKey);
        m_standaloneIsOurs = false;
    }
    update();
}

void WizardDraft::setImage(const QString &reference)
{
    if (reference == m_ensemble.image.reference)
        return;
    m_edited = true;
    m_imageIsDefault = false;
    m_ensemble.image.reference = reference;
    if (const ImageFamily *family = imageFamilyOf(reference))
        m_ensemble.image.family = family->id;
    update();
}

void WizardDraft::setNetworkMode(NetworkMode mode)
{
    if (mode == m_ensemble.network.mode)
        return;
    m_edited = true;
    const QList<Member> known = std::exchange(m_otherMembers, m_ensemble.members);
    m_chosen.removeIf([](const auto &chosen) { return chosen.value() == 0; });
    std::swap(m_chosen, m_otherChosen);
    changeNetworkMode(m_ensemble, mode, m_facts);
    takePublications(m_ensemble, known);
    update();
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

void WizardDraft::choosePort(int memberId, PortKind kind, quint16 port)
{
    m_edited = true;
    if (port == 0 || m_purpose == Purpose::Change)
        m_chosen.remove({memberId, int(kind)});
    else
        m_chosen.insert({memberId, int(kind)}, port);
    if (m_purpose == Purpose::Change)
        setPort(memberId, kind, port);
    update();
}

void WizardDraft::refusePort(int memberId, PortKind kind, const QString &text)
{
    m_edited = true;
    m_chosen.insert({memberId, int(kind)}, 0);
    m_refusedTexts.insert({memberId, int(kind)}, text);
    if (m_purpose == Purpose::Change)
        setPort(memberId, kind, 0);
    update();
}

void WizardDraft::setPort(int memberId, PortKind kind, quint16 port)
{
    for (Member &member : m_ensemble.members) {
        if (member.id != memberId)
            continue;
        member.port(kind).hostPort = port;
        if (m_ensemble.network.mode == NetworkMode::Host)
            member.port(kind).port = port;
    }
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
                setPort(m_ensemble.members.at(row).id, kind, 0);
        }
    }
    update();
}

void WizardDraft::setRecipe(const QString &recipe)
{
    m_recipe = recipe;
    update();
}

Ensemble WizardDraft::rememberable() const
{
    Ensemble wish = m_ensemble;
    if (m_imageIsDefault)
        wish.image = {};
    if (m_standaloneIsOurs)
        wish.settings.remove(standaloneKey);
    return wish;
}

void WizardDraft::askEngine()
{
    m_askSoon.stop();
    m_asking = true;
    const int generation = ++m_generation;
    ValueOperation<HostFacts> *preflight = m_services.service.preflight(m_ensemble, this);
    connect(preflight, &Operation::finished, this, [this, preflight, generation] {
        preflight->deleteLater();
        if (generation == m_generation)
            onAnswer(preflight->result());
    });
    preflight->start();
}

void WizardDraft::onAnswer(const Result<HostFacts> &facts)
{
    m_asking = false;
    m_problem.reset();
    if (facts)
        m_facts = *facts;
    else
        m_problem = facts.error();
    update();
    Q_EMIT asked();
}

void WizardDraft::update()
{
    takeDefaultImage();
    proposePorts();
    check();
    Q_EMIT changed();
}

void WizardDraft::takeDefaultImage()
{
    if (!m_imageIsDefault)
        return;
    m_ensemble.image.reference = defaultImage(m_facts, m_services.settings.text(SettingKey::DefaultImage));
    if (const ImageFamily *family = imageFamilyOf(m_ensemble.image.reference))
        m_ensemble.image.family = family->id;
}

/// A cluster that there is keeps what it has. For a new one the ports are those that it would have if nothing
/// had been entered, but for what was, and for those that had the same number: they get another, and nobody
/// else's moves.
void WizardDraft::proposePorts()
{
    const auto first = quint16(m_services.settings.value(SettingKey::FirstClientPort).toInt());
    if (m_purpose == Purpose::NewCluster) {
        zoodock::proposePorts(m_ensemble, m_facts, first);
        takeChosen();
    }
    QList<std::pair<int, PortKind>> refused;
    for (auto chosen = m_chosen.cbegin(); chosen != m_chosen.cend(); ++chosen) {
        if (chosen.value() == 0)
            refused.append({chosen.key().first, PortKind(chosen.key().second)});
    }
    proposeMissingPorts(m_ensemble, m_facts, first, refused);
}

void WizardDraft::takeChosen()
{
    const QList<TakenPort> proposed = hostPorts(m_ensemble);
    QSet<quint16> entered;
    for (const TakenPort &place : proposed) {
        const auto chosen = m_chosen.constFind({place.memberId, int(place.kind)});
        if (chosen == m_chosen.cend())
            continue;
        setPort(place.memberId, place.kind, *chosen);
        entered.insert(*chosen);
    }
    for (const TakenPort &place : proposed) {
        if (!m_chosen.contains({place.memberId, int(place.kind)}) && entered.contains(place.port))
            setPort(place.memberId, place.kind, 0);
    }
}

bool WizardDraft::isTaken(const QString &name) const
{
    if (m_services.store.cluster(name) || m_facts.networkNames.contains(name))
        return true;
    if (name == m_ensemble.name && (!m_facts.ownContainers.isEmpty() || !m_facts.ownVolumes.isEmpty()))
        return true;
    const QString prefix = name + u'-';
    const auto begins = [&prefix](const QString &other) { return other.startsWith(prefix); };
    return std::any_of(m_facts.containerNames.cbegin(), m_facts.containerNames.cend(), begins) ||
           std::any_of(m_facts.volumeNames.cbegin(), m_facts.volumeNames.cend(), begins);
}

QString WizardDraft::freeName(const QString &wish) const
{
    return zoodock::freeName(wish, [this](const QString &name) { return isTaken(name); });
}

} // namespace zoodock
