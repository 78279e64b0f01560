// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/memberlist.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <functional>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QString plainStem = u"zoo"_s;

QString numbered(const QString &stem, int id)
{
    return stem + QString::number(id);
}

/// What all of these are called but for their ids; "zoo" where they do not agree.
QString stemOf(const QList<Member> &members)
{
    QString stem;
    for (const Member &member : members) {
        const QString id = QString::number(member.id);
        const QString own = member.name.endsWith(id) ? member.name.chopped(id.size()) : QString();
        if (own.isEmpty() || (!stem.isEmpty() && own != stem))
            return plainStem;
        stem = own;
    }
    return stem.isEmpty() ? plainStem : stem;
}

bool isCalled(const Member &member, const QString &name)
{
    return member.name.compare(name, Qt::CaseInsensitive) == 0;
}

/// Which no other member of these has.
QString nextName(const QList<Member> &members, const QString &stem, int id)
{
    const auto others = [&members, id](const QString &name) {
        return std::any_of(members.cbegin(), members.cend(),
                           [&](const Member &member) { return member.id != id && isCalled(member, name); });
    };
    QString name = numbered(stem, id);
    for (int count = 2; others(name); ++count)
        name = u"%1-%2"_s.arg(numbered(stem, id)).arg(count);
    return name;
}

/// A cluster's name as names of hosts may begin, short enough for what follows.
QString hostStemOf(const QString &cluster)
{
    static const QRegularExpression odd(u"[^a-z0-9]+"_s);
    static const QRegularExpression edges(u"\\A-+|-+\\z"_s);
    QString stem = cluster.toLower().replace(odd, u"-"_s).left(48).remove(edges);
    if (stem.isEmpty() || stem.front().isDigit())
        stem.prepend(stem.isEmpty() ? u"zk"_s : u"zk-"_s);
    return stem;
}

/// The members that shall get other names, by their places.
QList<int> placesToName(const Ensemble &ensemble, const std::function<bool(const QString &)> &isTaken)
{
    QList<int> places;
    for (int place = 0; place < ensemble.members.size(); ++place) {
        const Member &member = ensemble.members.at(place);
        if (isTaken(member.name) || member.name == numbered(plainStem, member.id))
            places.append(place);
    }
    return places;
}

} // namespace

QString plainName(const Ensemble &ensemble, int id)
{
    return nextName(ensemble.members, plainStem, id);
}

void takeFreeNames(Ensemble &ensemble, const HostFacts &facts)
{
    const QString network = networkName(ensemble);
    const auto isTaken = [&facts, &network](const QString &name) {
        return std::any_of(
            facts.namesOnNetworks.cbegin(), facts.namesOnNetworks.cend(), [&](const NameHolder &holder) {
                return holder.network == network && holder.name.compare(name, Qt::CaseInsensitive) == 0;
            });
    };
    const QList<int> places = placesToName(ensemble, isTaken);
    const QString cluster = hostStemOf(ensemble.name);
    for (int count = 1;; ++count) {
        const QString stem = count == 1 ? u"%1-%2"_s.arg(cluster, plainStem)
                                        : u"%1-%2-%3"_s.arg(cluster).arg(count).arg(plainStem);
        QList<Member> named = ensemble.members;
        for (const int place : places)
            named[place].name = numbered(stem, named.at(place).id);
        const bool isFree = std::none_of(places.cbegin(), places.cend(), [&](int place) {
            const QString &name = named.at(place).name;
            return isTaken(name) || std::count_if(named.cbegin(), named.cend(), [&name](const Member &one) {
                                        return isCalled(one, name);
                                    }) > 1;
        });
        if (!isFree)
            continue;
        ensemble.members = named;
        return;
    }
}

void nameAfterCluster(Ensemble &ensemble, const QString &before)
{
    const QString old = hostStemOf(before) + u'-';
    if (ensemble.network.existing.isEmpty())
        return;
    for (Member &member : ensemble.members) {
        if (member.name.startsWith(old))
            member.name.replace(0, old.size(), hostStemOf(ensemble.name) + u'-');
    }
}

void resizeMembers(Ensemble &ensemble, int participants, int observers)
{
    const QList<Member> before = ensemble.members;
    const QString stem = stemOf(before);
    const auto isPlain = [&stem](const Member &member) { return member.name == numbered(stem, member.id); };
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
                member.name = nextName(before, stem, member.id);
            }
            member.role = role;
            after.append(member);
        }
    };
    take(inRole(MemberRole::Participant), participants, MemberRole::Participant);
    take(inRole(MemberRole::Observer), observers, MemberRole::Observer);
    for (int index = 0; renumber && index < after.size(); ++index) {
        after[index].id = index + 1;
        after[index].name = numbered(stem, index + 1);
    }
    ensemble.members = after;
}

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

} // namespace zoodock
