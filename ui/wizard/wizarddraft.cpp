// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/wizarddraft.h"

#include "clusters/clusterservice.h"
#include "clusters/clusterstore.h"
#include "clusters/imagetask.h"
#include "core/settings.h"
#include "ensemble/defaultimage.h"
#include "ensemble/imagefamily.h"
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
/// What the engine said is believed for so long; and a cluster that is just being made elsewhere is not
/// looked at for every container.
constexpr std::chrono::milliseconds freshness = 2s;

const QString standaloneKey = u"standaloneEnabled"_s;

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
    m_lookAgain.setSingleShot(true);
    m_lookAgain.setInterval(freshness);
    connect(&m_lookAgain, &QTimer::timeout, this, &WizardDraft::onStoreWasChanged);
    if (purpose == Purpose::NewCluster)
        followStore();
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

void WizardDraft::callMember(int memberId, const QString &name)
{
    edit([memberId, &name](Ensemble &ensemble) {
        const QString wanted = name.isEmpty() ? plainName(ensemble, memberId) : name;
        for (Member &member : ensemble.members) {
            if (member.id == memberId)
                member.name = wanted;
        }
    });
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
    connect(preflight, &Operation::finished, this, [this, preflight, generation, name = m_ensemble.name] {
        preflight->deleteLater();
        if (generation == m_generation)
            onAnswer(preflight->result(), name);
    });
    preflight->start();
}

void WizardDraft::refreshFacts()
{
    if (!m_asking && m_sinceAnswer.hasExpired(freshness.count()))
        askEngine();
}

/// Somebody else makes or removes a cluster while this is open: its ports and its network.
void WizardDraft::followStore()
{
    const auto soon = [this] {
        if (!m_lookAgain.isActive())
            m_lookAgain.start();
    };
    const ClusterStore &store = m_services.store;
    connect(&store, &ClusterStore::clusterAdded, this, soon);
    connect(&store, &ClusterStore::clusterRemoved, this, soon);
    connect(&store, &ClusterStore::clusterReset, this, soon);
    connect(&store, &ClusterStore::memberStateChanged, this, soon);
}

void WizardDraft::onStoreWasChanged()
{
    if (m_asking) // which may have been too early
        m_lookAgain.start();
    else
        askEngine();
}

void WizardDraft::onAnswer(const Result<HostFacts> &facts, const QString &name)
{
    m_asking = false;
    m_sinceAnswer.start();
    m_problem.reset();
    // Under another name other ports count as its own.
    const bool canTell = m_facts.known && m_factsOf == name && m_purpose == Purpose::NewCluster;
    const Ensemble before = m_ensemble;
    if (facts) {
        m_facts = *facts;
        m_factsOf = name;
    } else {
        m_problem = facts.error();
    }
    propose();
    if (canTell)
        noteMovedPorts(before);
    check();
    Q_EMIT changed();
    Q_EMIT asked();
}

void WizardDraft::update()
{
    propose();
    check();
    Q_EMIT changed();
}

void WizardDraft::propose()
{
    takeDefaultImage();
    proposePorts(m_ensemble, m_chosen);
}

void WizardDraft::takeDefaultImage()
{
    if (!m_imageIsDefault)
        return;
    m_ensemble.image.reference = defaultImage(m_facts, m_services.settings.text(SettingKey::DefaultImage));
    if (const ImageFamily *family = imageFamilyOf(m_ensemble.image.reference))
        m_ensemble.image.family = family->id;
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
