// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/clusterstore.h"

#include "clusterentry.h"

#include <QtCore/QCollator>

#include <algorithm>

namespace zoodock
{

namespace
{

/// The C locale has no numeric order, so it gets English.
QCollator naturalOrder()
{
    const QLocale system = QLocale::system();
    QCollator collator(system.language() == QLocale::C ? QLocale(QLocale::English) : system);
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

bool sameProblem(const std::optional<Error> &left, const std::optional<Error> &right)
{
    if (!left || !right)
        return left.has_value() == right.has_value();
    return left->kind() == right->kind() && left->message() == right->message() &&
           left->detail() == right->detail();
}

bool sameMembers(const QList<Member> &left, const QList<Member> &right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const Member &a, const Member &b) {
                          return a.id == b.id && a.name == b.name && a.container == b.container;
                      });
}

} // namespace

ClusterStore::ClusterStore(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

QStringList ClusterStore::clusterNames() const
{
    QStringList names = m_entries.keys();
    std::sort(names.begin(), names.end(), naturalOrder());
    return names;
}

const ClusterStatus *ClusterStore::cluster(const QString &name) const
{
    const auto it = m_entries.constFind(name);
    return it == m_entries.constEnd() ? nullptr : &(*it)->status;
}

EngineStatus ClusterStore::engine(const QString &context) const
{
    const auto it = m_engines.constFind(context);
    if (it != m_engines.constEnd())
        return *it;
    EngineStatus unknown;
    unknown.context = context;
    return unknown;
}

QList<EngineStatus> ClusterStore::engines() const
{
    return m_engines.values();
}

void ClusterStore::addEntry(const Ensemble &ensemble, WantedOrigin origin)
{
    auto entry = std::make_shared<Entry>();
    replaceWanted(*entry, ensemble, origin);
    entry->status.busy = m_busy.contains(ensemble.name);
    entry->status.halfMade = m_halfMade.contains(ensemble.name);
    entry->bornBusy = entry->status.busy;
    m_entries.insert(ensemble.name, entry);
    derive(*entry);
    Q_EMIT clusterAdded(ensemble.name);
}

/// Members keep what was observed of their id, unless the containers are to be looked for elsewhere now.
void ClusterStore::replaceWanted(Entry &entry, const Ensemble &ensemble, WantedOrigin origin)
{
    const bool moved = entry.status.ensemble.context != ensemble.context;
    const QList<MemberStatus> oldMembers = entry.status.members;
    const QList<MemberMemory> oldMemory = entry.memory;
    entry.status.ensemble = ensemble;
    entry.status.origin = origin;
    if (origin == WantedOrigin::File)
        entry.status.damage.reset();
    entry.status.members.clear();
    entry.memory.clear();
    for (const Member &wanted : ensemble.members) {
        MemberStatus member;
        MemberMemory memory;
        for (qsizetype i = 0; !moved && i < oldMembers.size(); ++i) {
            if (oldMembers[i].wanted.id == wanted.id) {
                member = oldMembers[i];
                memory = oldMemory[i];
            }
        }
        member.wanted = wanted;
        entry.status.members.append(member);
        entry.memory.append(memory);
    }
}

void ClusterStore::setWanted(const Ensemble &ensemble, WantedOrigin origin)
{
    const std::shared_ptr<Entry> entry = m_entries.value(ensemble.name);
    if (!entry) {
        addEntry(ensemble, origin);
        return;
    }
    const ClusterStatus &status = entry->status;
    const bool fileHasSpoken =
        status.origin == WantedOrigin::File && !(status.damage && status.members.isEmpty());
    if (origin == WantedOrigin::Labels && fileHasSpoken)
        return;
    if (origin == WantedOrigin::Discovered && status.isManaged())
        return;
    if (status.ensemble == ensemble && status.origin == origin && !status.damage)
        return;
    const bool reset = !sameMembers(status.ensemble.members, ensemble.members) ||
                       status.ensemble.context != ensemble.context;
    if (!reset) {
        change(ensemble.name, [&](Entry &changed) {
            replaceWanted(changed, ensemble, origin);
            return true;
        });
        return;
    }
    replaceWanted(*entry, ensemble, origin);
    derive(*entry);
    Q_EMIT clusterReset(ensemble.name);
    if (m_entries.value(ensemble.name) == entry)
        Q_EMIT clusterChanged(ensemble.name);
}

void ClusterStore::setDamaged(const QString &name, const Error &damage)
{
    if (!m_entries.contains(name)) {
        Ensemble nameAlone;
        nameAlone.name = name;
        nameAlone.members.clear();
        addEntry(nameAlone, WantedOrigin::File);
    }
    change(name, [&](Entry &entry) {
        const bool news = !sameProblem(entry.status.damage, damage);
        entry.status.damage = damage;
        return news;
    });
}

void ClusterStore::removeWanted(const QString &name)
{
    if (!m_entries.contains(name))
        return;
    Q_EMIT clusterAboutToBeRemoved(name);
    m_entries.remove(name);
    Q_EMIT clusterRemoved(name);
}

QString ClusterStore::heirOf(const QString &cluster) const
{
    const ClusterStatus *const last = this->cluster(cluster);
    if (!last || last->isManaged())
        return {};
    const auto has = [](const ClusterStatus &one, const QString &container) {
        return std::any_of(one.members.cbegin(), one.members.cend(),
                           [&](const MemberStatus &member) { return member.wanted.container == container; });
    };
    for (const std::shared_ptr<Entry> &entry : m_entries) {
        const ClusterStatus &other = entry->status;
        if (other.ensemble.name == cluster || other.isManaged() ||
            other.ensemble.context != last->ensemble.context)
            continue;
        for (const MemberStatus &member : last->members) {
            if (!member.wanted.container.isEmpty() && has(other, member.wanted.container))
                return other.ensemble.name;
        }
    }
    return {};
}

QString ClusterStore::shownName(const Ensemble &ensemble) const
{
    if (!m_saysNames || ensemble.title.isEmpty() || ensemble.title == ensemble.name)
        return ensemble.shownName();
    return tr("%1 (%2)", "name, title of a cluster").arg(ensemble.name, ensemble.title);
}

void ClusterStore::setHalfMade(const QString &name, bool halfMade)
{
    if (halfMade)
        m_halfMade.insert(name);
    else
        m_halfMade.remove(name);
    change(name,
           [halfMade](Entry &entry) { return std::exchange(entry.status.halfMade, halfMade) != halfMade; });
}

void ClusterStore::setBusy(const QString &name, bool busy)
{
    if (busy)
        m_busy.insert(name);
    else
        m_busy.remove(name);
    change(name, [busy](Entry &entry) {
        // A task that begins with no container at all makes them; any other may as well be removing them.
        entry.bornBusy = busy && entry.hasNoContainer();
        return std::exchange(entry.status.busy, busy) != busy;
    });
}

void ClusterStore::setChangedElsewhere(const QString &name, bool changed)
{
    change(name, [changed](Entry &entry) {
        if (entry.status.changedElsewhere == changed)
            return false;
        entry.status.changedElsewhere = changed;
        if (!entry.status.busy)
            entry.bornBusy = changed && entry.hasNoContainer();
        return true;
    });
}

void ClusterStore::observeEngine(const EngineStatus &status)
{
    const EngineStatus old = engine(status.context);
    const bool moved = old.reach != status.reach;
    if (!moved && old.version == status.version && old.containerAddresses == status.containerAddresses &&
        old.endpoint == status.endpoint && old.contextName == status.contextName &&
        old.source == status.source && sameProblem(old.problem, status.problem))
        return;
    EngineStatus &kept = m_engines[status.context];
    kept = status;
    kept.since = moved ? m_clock.utc() : old.since;
    Q_EMIT engineChanged(status.context);
    const QStringList names = m_entries.keys();
    for (const QString &name : names) {
        const ClusterStatus *affected = cluster(name);
        if (affected && affected->ensemble.context == status.context)
            change(name, [](Entry &) { return false; });
    }
}

} // namespace zoodock
