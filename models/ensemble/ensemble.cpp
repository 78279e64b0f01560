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

Ensemble withoutAdoption(Ensemble ensemble)
{
    ensemble.adopted = false;
    ensemble.composeProject.clear();
    for (Member &member : ensemble.members)
        member.container.clear();
    return ensemble;
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

// Names in the order of the enumerators.

QString nameOf(MemberRole role)
{
    static constexpr QLatin1StringView names[] = {"participant"_L1, "observer"_L1};
    return names[static_cast<size_t>(role)];
}

QString nameOf(NetworkMode mode)
{
    static constexpr QLatin1StringView names[] = {"bridge"_L1, "host"_L1};
    return names[static_cast<size_t>(mode)];
}

QString nameOf(RestartPolicy policy)
{
    static constexpr QLatin1StringView names[] = {"no"_L1, "on-failure"_L1, "always"_L1, "unless-stopped"_L1};
    return names[static_cast<size_t>(policy)];
}

QString nameOf(VolumePolicy policy)
{
    static constexpr QLatin1StringView names[] = {"named"_L1, "not-kept"_L1};
    return names[static_cast<size_t>(policy)];
}

QString nameOf(PortKind kind)
{
    static constexpr QLatin1StringView names[] = {"client"_L1, "quorum"_L1, "election"_L1, "admin"_L1};
    return names[static_cast<size_t>(kind)];
}

} // namespace zoodock
