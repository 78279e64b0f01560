// SPDX-License-Identifier: GPL-3.0-or-later
#include "ensemble/snapshotrules.h"

#include "address.h"
#include "findings.h"
#include "serverrules.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace zoodock::checks
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// More voters make every write slower and protect against little more (zookeeperAdmin.md: 3 to 7).
constexpr int mostVoters = 7;

void ownName(const Ensemble &ensemble, Findings &findings)
{
    static const QRegularExpression shape(u"\\A[a-z0-9][a-z0-9_.-]{0,62}\\z"_s);
    if (shape.match(ensemble.name).hasMatch())
        return;
    findings.error(u"name.invalid"_s, u"name"_s,
                   ensemble.name.isEmpty()
                       ? Validate::tr("The cluster has no name.")
                       : Validate::tr("“%1” cannot be a cluster's name.").arg(ensemble.name),
                   Validate::tr("Use up to 63 lower-case letters, digits, “-”, “_” and “.”, "
                                "beginning with a letter or a digit."));
}

void takenContainers(const Ensemble &ensemble, const HostFacts &facts, Findings &findings)
{
    for (const Member &member : ensemble.members) {
        const QString name = containerName(ensemble, member);
        // A member that has a container, whatever it is called, is started; one never started is made anew.
        const bool isKept = facts.ownMembers.contains(member.id) &&
                            !facts.ownUnstarted.contains(facts.ownContainer(ensemble, member));
        if (facts.containerNames.contains(name) && !isKept)
            findings.error(
                u"name.taken"_s, u"name"_s,
                Validate::tr("There is already a container “%1” that does not belong to this cluster.")
                    .arg(name),
                Validate::tr("Choose another name for the cluster, or remove that container."));
    }
}

void takenVolumes(const Ensemble &ensemble, const HostFacts &facts, Findings &findings)
{
    if (ensemble.volumes != VolumePolicy::Named)
        return;
    for (const Member &member : ensemble.members) {
        for (const VolumeKind kind : {VolumeKind::Data, VolumeKind::DataLog}) {
            const QString name = volumeName(ensemble, member, kind);
            // The image keeps a myid that it finds, and the server would serve somebody else's znodes.
            if (facts.volumeNames.contains(name))
                findings.error(u"volume.taken"_s, u"name"_s,
                               Validate::tr("There is already a volume “%1” that does not belong to "
                                            "this cluster; its data and member id would be used.")
                                   .arg(name),
                               Validate::tr("Choose another name for the cluster, or remove that "
                                            "volume if nobody needs its data."));
        }
    }
}

/// What the servers of a removed cluster have left. Of members that have a container the image is known
/// better: EnsembleChange speaks of them.
void keptData(const Ensemble &ensemble, const HostFacts &facts, Findings &findings)
{
    if (ensemble.volumes != VolumePolicy::Named)
        return;
    for (const Member &member : ensemble.members) {
        if (facts.ownContainers.contains(facts.ownContainer(ensemble, member)))
            continue;
        const QString log = volumeName(ensemble, member, VolumeKind::DataLog);
        if (const auto finding = missingSnapshot(ensemble, facts.ownVolumeImages.value(log))) {
            findings.add(*finding);
            return;
        }
    }
}

/// The image keeps the myid that it finds, whatever the plan says: the server would not find itself among its
/// peers, or be taken for another one.
void keptVolumes(const Ensemble &ensemble, const HostFacts &facts, Findings &findings)
{
    if (ensemble.volumes != VolumePolicy::Named)
        return;
    for (const Member &member : ensemble.members) {
        QStringList kept;
        int otherId = member.id;
        for (const VolumeKind kind : {VolumeKind::Data, VolumeKind::DataLog}) {
            const QString name = volumeName(ensemble, member, kind);
            if (!facts.ownVolumes.contains(name))
                continue;
            kept += name;
            const int id = facts.ownVolumeMembers.value(name, member.id);
            otherId = otherId == member.id ? id : otherId;
        }
        if (otherId != member.id)
            findings.error(
                u"volume.otherId"_s, memberField(ensemble, member, u"id"_s),
                Validate::tr("The volumes that were kept of %1 belong to a member with the id %2, and "
                             "a server keeps the id that it finds there: as %3 it would not join the others.")
                    .arg(member.name)
                    .arg(otherId)
                    .arg(member.id),
                Validate::tr("Give the member the id %1, choose another name for the cluster, or remove "
                             "the volumes if nobody needs their data (docker volume rm %2).")
                    .arg(otherId)
                    .arg(kept.join(u' ')));
    }
}

void sayAmbiguous(const Ensemble &ensemble, const NameHolder &holder, const Member &member,
                  Findings &findings)
{
    const QString sentence =
        holder.cluster.isEmpty()
            ? Validate::tr("The container “%1” has the name “%2” on the network “%3” already: the name "
                           "would lead to either of them, and two clusters could mix.")
                  .arg(holder.container, member.name, holder.network)
            : Validate::tr("The cluster “%1” calls a member “%2” on the network “%3”, too: the name would "
                           "lead to either of them, and two clusters could mix.")
                  .arg(holder.cluster, member.name, holder.network);
    findings.error(
        u"member.name.ambiguous"_s, memberField(ensemble, member, u"name"_s), sentence,
        ensemble.network.existing.isEmpty()
            ? Validate::tr("Choose another name for the member, or another one for the cluster.")
            : Validate::tr("Choose another name for the member, or let the cluster have its own network."));
}

/// Docker's name service leads to any container that has the name, running ones in turns, and does not heed
/// its case: a member would also talk to somebody else's servers.
void namesOfOthers(const Ensemble &ensemble, const HostFacts &facts, Findings &findings)
{
    QSet<QString> own;
    for (const Member &member : ensemble.members)
        own += containerName(ensemble, member);
    for (const Member &member : ensemble.members) {
        const auto has = [&](const NameHolder &holder) {
            return holder.network == networkName(ensemble) && !own.contains(holder.container) &&
                   holder.name.compare(member.name, Qt::CaseInsensitive) == 0;
        };
        const auto holder = std::find_if(facts.namesOnNetworks.cbegin(), facts.namesOnNetworks.cend(), has);
        if (holder != facts.namesOnNetworks.cend())
            sayAmbiguous(ensemble, *holder, member, findings);
    }
}

void network(const Ensemble &ensemble, const HostFacts &facts, Findings &findings)
{
    if (ensemble.network.mode != NetworkMode::Bridge)
        return;
    const QString &existing = ensemble.network.existing;
    if (existing.isEmpty()) {
        if (facts.networkNames.contains(networkName(ensemble)))
            findings.error(
                u"network.taken"_s, u"name"_s,
                Validate::tr("There is already a network “%1” that does not belong to this cluster.")
                    .arg(networkName(ensemble)),
                Validate::tr("Choose another name for the cluster, or join that network."));
        else
            namesOfOthers(ensemble, facts, findings); // who has joined it meanwhile
        return;
    }
    if (existing == "bridge"_L1 || existing == "host"_L1 || existing == "none"_L1) {
        findings.error(u"network.predefined"_s, u"network/existing"_s,
                       Validate::tr("Members cannot find each other by name on Docker's own network “%1”.")
                           .arg(existing),
                       Validate::tr("Leave the network empty to get one for the cluster, or name "
                                    "one made with “docker network create”."));
        return;
    }
    const auto isPublished = [](const Member &member) { return member.client.published; };
    if (facts.internalNetworks.contains(existing) &&
        std::any_of(ensemble.members.cbegin(), ensemble.members.cend(), isPublished))
        findings.warning(
            u"network.internal"_s, u"network/existing"_s,
            Validate::tr(
                "The network “%1” is internal: docker publishes no ports of it, so that programs on this "
                "machine do not reach the members at the published addresses.")
                .arg(existing),
            Validate::tr("Use a network that was made without “--internal”, or name none."));
    if (facts.known && !facts.networkNames.contains(existing))
        findings.error(u"network.missing"_s, u"network/existing"_s,
                       Validate::tr("There is no network “%1”.").arg(existing),
                       Validate::tr("Create it with “docker network create %1”, or name none: the cluster "
                                    "gets one of its own then.")
                           .arg(existing));
    namesOfOthers(ensemble, facts, findings);
}

void memberIds(const Ensemble &ensemble, Findings &findings)
{
    const bool hasTtl = rules::effectiveValue(ensemble, u"extendedTypesEnabled") == "true"_L1;
    QSet<int> seen;
    for (const Member &member : ensemble.members) {
        const QString field = memberField(ensemble, member, u"id"_s);
        if (member.id < 1 || member.id > highestMemberId)
            findings.error(u"member.id.range"_s, field,
                           Validate::tr("%1 cannot be a member's id.").arg(member.id),
                           Validate::tr("Ids go from 1 to 255."));
        else if (seen.contains(member.id))
            findings.error(u"member.id.duplicate"_s, field,
                           Validate::tr("Two members have the id %1.").arg(member.id),
                           Validate::tr("Give each member an id of its own."));
        else if (hasTtl && member.id == highestMemberId)
            findings.error(u"member.id.ttl"_s, field,
                           Validate::tr("The id 255 cannot be used together with TTL nodes."),
                           Validate::tr("Choose an id up to 254, or switch TTL nodes off."));
        seen.insert(member.id);
    }
}

void memberNames(const Ensemble &ensemble, Findings &findings)
{
    // A name of digits alone would be read as an address.
    static const QRegularExpression shape(u"\\A[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\z"_s);
    QSet<QString> seen;
    for (const Member &member : ensemble.members) {
        const QString field = memberField(ensemble, member, u"name"_s);
        const QString folded = member.name.toLower();
        if (address::isNumeric(member.name))
            findings.error(u"address.own.wildcard"_s, field,
                           Validate::tr("A member is called by a name, not by the address %1: the "
                                        "others could not reach it, or not after a restart.")
                               .arg(member.name),
                           Validate::tr("Give the member a name like “zoo%1”.").arg(member.id));
        else if (!shape.match(member.name).hasMatch() || folded == "localhost"_L1)
            findings.error(
                u"member.name.invalid"_s, field,
                Validate::tr("“%1” cannot be a member's name.").arg(member.name),
                Validate::tr("Use up to 63 letters, digits and “-”, beginning with a letter, like “zoo%1”.")
                    .arg(member.id));
        else if (seen.contains(folded))
            findings.error(u"member.name.duplicate"_s, field,
                           Validate::tr("Two members are called “%1”.").arg(member.name),
                           Validate::tr("Give each member a name of its own."));
        seen.insert(folded);
    }
}

void observers(const Ensemble &ensemble, Findings &findings)
{
    if (ensemble.participants() != 1 || ensemble.members.size() == 1)
        return;
    const ServerSetting *standalone = serverSetting(u"standaloneEnabled"_s);
    const bool canBeAlone = rules::isTold(ensemble, *standalone);
    if (canBeAlone && rules::effectiveValue(ensemble, *standalone) == "false"_L1)
        return;
    findings.error(
        u"observers.without.quorum"_s, u"members"_s,
        Validate::tr("One participant with observers does not start: the server asks for a quorum."),
        canBeAlone ? Validate::tr("Switch standalone mode off, or add participants.")
                   : Validate::tr("Add participants, or take a newer version of ZooKeeper."));
}

void memberCount(const Ensemble &ensemble, Findings &findings)
{
    const int voters = ensemble.participants();
    const QString field = u"members"_s;
    if (voters == 0)
        findings.error(u"members.none"_s, field, Validate::tr("No member takes part in the quorum."),
                       Validate::tr("Add at least one participant."));
    else if (voters == 2)
        findings.warning(
            u"members.two"_s, field,
            Validate::tr("Two participants are less stable than one: if either stops, nobody is served."),
            Validate::tr("Take one participant, or three."));
    else if (voters % 2 == 0)
        findings.warning(
            u"members.even"_s, field,
            Validate::tr("%1 participants survive no more failures than %2 do.").arg(voters).arg(voters - 1),
            Validate::tr("Take %1 or %2 participants.").arg(voters - 1).arg(voters + 1));
    if (voters > mostVoters)
        findings.warning(
            u"members.tooMany"_s, field,
            Validate::tr("%1 participants have to agree on every write, which makes writing slow.")
                .arg(voters),
            Validate::tr("Take up to %1 participants and make the others observers.").arg(mostVoters));
    if (voters > 1)
        findings.hint(
            u"redundancy.pseudo"_s, field,
            Validate::tr("All members run on one engine: the cluster survives the loss "
                         "of members, not of the machine."),
            Validate::tr("Good for development and tests; spread members over machines where data matters."));
}

} // namespace

void names(const Ensemble &ensemble, const HostFacts &facts, Findings &findings)
{
    ownName(ensemble, findings);
    takenContainers(ensemble, facts, findings);
    takenVolumes(ensemble, facts, findings);
    keptVolumes(ensemble, facts, findings);
    keptData(ensemble, facts, findings);
    network(ensemble, facts, findings);
}

void members(const Ensemble &ensemble, Findings &findings)
{
    memberIds(ensemble, findings);
    memberNames(ensemble, findings);
    observers(ensemble, findings);
    memberCount(ensemble, findings);
}

} // namespace zoodock::checks
