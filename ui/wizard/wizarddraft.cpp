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

#include <QtCore/QRegularExpression>

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

/// What is wrong with a text that was entered for a port of this member.
QString refusalOf(const QString &text, const QString &member)
{
    bool isNumber = false;
    (void) text.toLongLong(&isNumber);
    return isNumber ? WizardDraft::tr("%1: the port %2 is out of range 1–65535.").arg(member, text)
                    : WizardDraft::tr("%1: “%2” is not a port.").arg(member, text);
}

/// What was published where before, on members that came since as on the first one.
void takePublications(Ensemble &ensemble, const QList<Member> &before)
{
    if (before.isEmpty())
        return;
    for (Member &member : ensemble.members) {
        const auto same = std::find_if(before.cbegin(), before.cend(),
                                       [&member](const Member &one) { return one.id == member.id; });
        const Member &known = same == before.cend() ? before.constFirst() : *same;
        for (const PortKind kind : allPortKinds)
            member.port(kind) = known.port(kind);
    }
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
    static const QRegularExpression odd(u"[^a-z0-9_.-]+"_s);
    static const QRegularExpression number(u"-[0-9]+\\z"_s);
    static const QRegularExpression edges(u"\\A[^a-z0-9]+|[^a-z0-9]+\\z"_s);
    QString stem = wish.trimmed().toLower().replace(odd, u"-"_s).remove(edges).left(56);
    if (stem.isEmpty())
        stem = u"cluster"_s;
    if (!isTaken(stem))
        return stem;
    stem.remove(number);
    for (int count = 2;; ++count) {
        const QString name = u"%1-%2"_s.arg(stem).arg(count);
        if (!isTaken(name))
            return name;
    }
}

void resizeMembers(Ensemble &ensemble, int participants, int observers)
{
    const QList<Member> before = ensemble.members;
    const auto isPlain = [](const Member &member) { return member.name == u"zoo%1"_s.arg(member.id); };
    const bool renumber = std::all_of(before.cbegin(), before.cend(), isPlain);
    const auto inRole = [&before](MemberRole role) {
        QList<Member> some;
        std::copy_if(before.cbegin(), before.cend(), std::back_inserter(some),
                     [role](const Member &member) { return member.role == role; });
        return some;
    };
    int highest = 0;
    for (const Member &member : before)
        highest = std::max(highest, member.id);
    QList<Member> after;
    const auto take = [&](const QList<Member> &kept, int count, MemberRole role) {
        for (int index = 0; index < count; ++index) {
            Member member = index < kept.size() ? kept.at(index)
                            : before.isEmpty()  ? Member()
                                                : before.constFirst();
            if (index >= kept.size()) {
                member.extra = {};
                member.id = ++highest;
                member.name = u"zoo%1"_s.arg(member.id);
            }
            member.role = role;
            after.append(member);
        }
    };
    take(inRole(MemberRole::Participant), participants, MemberRole::Participant);
    take(inRole(MemberRole::Observer), observers, MemberRole::Observer);
    for (int index = 0; renumber && index < after.size(); ++index) {
        after[index].id = index + 1;
        after[index].name = u"zoo%1"_s.arg(index + 1);
    }
    ensemble.members = after;
}

} // namespace zoodock
