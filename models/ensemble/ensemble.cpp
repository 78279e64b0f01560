// SPDX-License-Identifier: GPL-3.0-or-later
#include "ensemble/ensemble.h"

#include "ensemble/hostfacts.h"
#include "ensemble/imagefamily.h"
#include "ensemble/portplan.h"

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

const MemberPort &Member::port(PortKind kind) const
{
    switch (kind) {
    case PortKind::Quorum:
        return quorum;
    case PortKind::Election:
        return election;
    case PortKind::Admin:
        return admin;
    case PortKind::Client:
        break;
    }
    return client;
}

MemberPort &Member::port(PortKind kind)
{
    return const_cast<MemberPort &>(std::as_const(*this).port(kind));
}

const Member *Ensemble::member(int id) const
{
    const auto found =
        std::find_if(members.cbegin(), members.cend(), [id](const Member &m) { return m.id == id; });
    return found == members.cend() ? nullptr : &*found;
}

const Member *Ensemble::member(const QString &wanted) const
{
    const auto found = std::find_if(members.cbegin(), members.cend(),
                                    [&wanted](const Member &m) { return m.name == wanted; });
    return found == members.cend() ? nullptr : &*found;
}

int Ensemble::participants() const
{
    return static_cast<int>(std::count_if(members.cbegin(), members.cend(),
                                          [](const Member &m) { return m.role == MemberRole::Participant; }));
}

int Ensemble::majority() const
{
    return participants() / 2 + 1;
}

QString containerName(const Ensemble &ensemble, const Member &member)
{
    return member.container.isEmpty() ? u"%1-%2"_s.arg(ensemble.name, member.name) : member.container;
}

QString networkName(const Ensemble &ensemble)
{
    if (ensemble.network.mode == NetworkMode::Host)
        return u"host"_s;
    return ensemble.network.existing.isEmpty() ? ensemble.name : ensemble.network.existing;
}

QString volumeName(const Ensemble &ensemble, const Member &member, VolumeKind kind)
{
    return u"%1-%2-%3"_s.arg(ensemble.name, member.name, kind == VolumeKind::Data ? u"data"_s : u"datalog"_s);
}

Ensemble makeEnsemble(const QString &name, int participants, int observers, NetworkMode mode,
                      const QString &imageReference)
{
    Ensemble ensemble;
    ensemble.name = name;
    ensemble.image.reference = imageReference;
    if (const ImageFamily *family = imageFamilyOf(imageReference))
        ensemble.image.family = family->id;
    ensemble.network.mode = mode;
    for (int id = 1; id <= participants + observers; ++id) {
        Member member;
        member.id = id;
        member.name = u"zoo%1"_s.arg(id);
        member.role = id <= participants ? MemberRole::Participant : MemberRole::Observer;
        ensemble.members.append(member);
    }
    // One participant and observers are a quorum of one, which the server calls a mistake unless told that it
    // is meant.
    if (participants == 1 && observers > 0)
        ensemble.settings.insert(u"standaloneEnabled"_s, u"false"_s);
    proposePorts(ensemble, HostFacts());
    return ensemble;
}

QString nameOf(MemberRole role)
{
    return role == MemberRole::Observer ? u"observer"_s : u"participant"_s;
}

QString nameOf(NetworkMode mode)
{
    return mode == NetworkMode::Host ? u"host"_s : u"bridge"_s;
}

QString nameOf(RestartPolicy policy)
{
    switch (policy) {
    case RestartPolicy::OnFailure:
        return u"on-failure"_s;
    case RestartPolicy::Always:
        return u"always"_s;
    case RestartPolicy::UnlessStopped:
        return u"unless-stopped"_s;
    case RestartPolicy::No:
        break;
    }
    return u"no"_s;
}

QString nameOf(VolumePolicy policy)
{
    return policy == VolumePolicy::NotKept ? u"not-kept"_s : u"named"_s;
}

QString nameOf(PortKind kind)
{
    switch (kind) {
    case PortKind::Quorum:
        return u"quorum"_s;
    case PortKind::Election:
        return u"election"_s;
    case PortKind::Admin:
        return u"admin"_s;
    case PortKind::Client:
        break;
    }
    return u"client"_s;
}

} // namespace zoodock
