// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/memberlist.h"

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

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
