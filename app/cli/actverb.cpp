// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/actverb.h"

#include "app/composition.h"

#include <algorithm>

namespace zoodock
{

namespace
{

MemberAction actionOf(VerbName verb)
{
    switch (verb) {
    case VerbName::Stop:
        return MemberAction::Stop;
    case VerbName::Restart:
        return MemberAction::Restart;
    case VerbName::Kill:
        return MemberAction::Kill;
    default:
        return MemberAction::Start;
    }
}

/// By name, or by id in decimal.
const Member *memberNamed(const Ensemble &ensemble, const QString &word)
{
    if (const Member *byName = ensemble.member(word))
        return byName;
    bool isNumber = false;
    const int id = word.toInt(&isNumber);
    return isNumber ? ensemble.member(id) : nullptr;
}

} // namespace

void ActVerb::start()
{
    whenObserved([this] {
        if (request().verb == VerbName::Remove)
            remove();
        else
            act();
    });
}

void ActVerb::act()
{
    if (!requireCluster())
        return;
    const ClusterStatus &cluster = *parts().store.cluster(request().cluster);
    QList<int> ids;
    if (!request().member.isEmpty()) {
        const Member *member = memberNamed(cluster.ensemble, request().member);
        if (member == nullptr) {
            console::note(tr("zoodock: “%1” has no member “%2”. `zoodock status %1` lists them.")
                              .arg(request().cluster, request().member));
            finish(ExitCode::NoCluster);
            return;
        }
        ids.append(member->id);
    }
    // A member without a container is made again, as its card's Start does.
    const auto isMissing = [&](const MemberStatus &member) {
        return member.container.life == ContainerLife::Absent &&
               (ids.isEmpty() || ids.contains(member.wanted.id));
    };
    const bool makes = request().verb == VerbName::Start &&
                       std::any_of(cluster.members.cbegin(), cluster.members.cend(), isMissing);
    ClusterTask *task = makes ? parts().service.finish(request().cluster)
                              : parts().service.act(request().cluster, ids, actionOf(request().verb));
    follow(task, [this](const Result<void> &outcome) {
        if (outcome)
            finish(ExitCode::Ok);
        else
            fail(outcome.error());
    });
}

void ActVerb::remove()
{
    if (!requireCluster())
        return;
    follow(parts().service.remove(request().cluster, request().volumes), [this](const Result<void> &outcome) {
        if (outcome)
            finish(ExitCode::Ok);
        else
            fail(outcome.error());
    });
}

} // namespace zoodock
