// SPDX-License-Identifier: GPL-3.0-or-later
#include "address.h"
#include "core/sentences.h"
#include "findings.h"
#include "serverrules.h"

#include <algorithm>

namespace zoodock::checks
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// What is so of several members, and is said once for all of them.
struct Group
{
    QString address;
    QString ports; ///< in words
    QStringList fields = {};
    QStringList names = {};

    [[nodiscard]] QString members() const { return listOf(names); }
};

void gather(QList<Group> &groups, const Group &which, const QString &field, const QString &name)
{
    auto group = std::find_if(groups.begin(), groups.end(), [&which](const Group &one) {
        return one.address == which.address && one.ports == which.ports;
    });
    if (group == groups.end())
        group = groups.insert(groups.end(), which);
    group->fields += field;
    group->names += name;
}

bool isForeign(const QString &text, const HostFacts &facts)
{
    const bool isAnybodys = address::isLoopback(text) || address::isWildcard(text);
    return facts.known && facts.local && !facts.addresses.isEmpty() && !isAnybodys &&
           std::none_of(facts.addresses.cbegin(), facts.addresses.cend(), [&text](const QString &own) {
               return address::normalized(own) == address::normalized(text);
           });
}

struct Groups
{
    QList<Group> invalid;
    QList<Group> foreign;
    QList<Group> open; ///< each member once, for all of its ports that the neighbourhood can reach
};

/// On the host's network a server has one address for both of its peers' ports: where one is published, the
/// other is open, too.
bool isOpenWithOther(const Ensemble &ensemble, const Member &member, PortKind kind, const HostFacts &facts)
{
    const bool isPeers = kind == PortKind::Quorum || kind == PortKind::Election;
    const QString bound = rules::bindAddress(member, kind);
    return ensemble.network.mode == NetworkMode::Host && isPeers && !member.port(kind).published &&
           address::isNumeric(bound) && !isForeign(bound, facts) && !address::isLoopback(bound);
}

void look(const Ensemble &ensemble, const Member &member, const HostFacts &facts, Groups &groups)
{
    QStringList open;
    QString firstOpen;
    for (const PortKind kind : allPortKinds) {
        const MemberPort &port = member.port(kind);
        const QString field = memberField(ensemble, member, nameOf(kind));
        if (isOpenWithOther(ensemble, member, kind, facts))
            open.append(portWords(kind));
        if (!port.published || (kind == PortKind::Admin && !rules::runsAdminServer(ensemble)))
            continue;
        if (!address::isNumeric(port.address)) {
            gather(groups.invalid, {port.address, portWords(kind)}, field, member.name);
        } else if (isForeign(port.address, facts)) {
            gather(groups.foreign, {port.address, portWords(kind)}, field, member.name);
        } else if (!address::isLoopback(port.address)) {
            firstOpen = firstOpen.isEmpty() ? field : firstOpen;
            open.append(portWords(kind));
        }
    }
    if (!open.isEmpty())
        gather(groups.open, {{}, open.join(u", "_s)}, firstOpen, member.name);
}

void publishedAddresses(const Ensemble &ensemble, const HostFacts &facts, Findings &findings)
{
    Groups groups;
    for (const Member &member : ensemble.members)
        look(ensemble, member, facts, groups);
    for (const Group &group : std::as_const(groups.invalid))
        findings.errorOfAll(u"address.invalid"_s, group.fields,
                            Validate::tr("“%1” is not an IP address, so the %2 of %3 cannot be bound to it.")
                                .arg(group.address, group.ports, group.members()),
                            Validate::tr("Enter an address like 127.0.0.1, or 0.0.0.0 for all interfaces."));
    for (const Group &group : std::as_const(groups.foreign))
        findings.errorOfAll(
            u"address.foreign"_s, group.fields,
            Validate::tr("This machine does not have the address %1, so the %2 of %3 cannot be bound to it.")
                .arg(group.address, group.ports, group.members()),
            Validate::tr("Enter an address like 127.0.0.1, or 0.0.0.0 for all interfaces."));
    for (const Group &group : std::as_const(groups.open))
        findings.warningOfAll(u"address.public"_s, group.fields,
                              Validate::tr("Other machines can reach %1 without a password: %2.")
                                  .arg(group.members(), group.ports),
                              Validate::tr("Publish on 127.0.0.1, or protect the ports with a firewall."));
}

void peerAddresses(const Ensemble &ensemble, Findings &findings)
{
    QList<Group> split;
    for (const Member &member : ensemble.members) {
        const bool areOpen = member.quorum.published && member.election.published;
        if (ensemble.network.mode == NetworkMode::Host && areOpen &&
            address::normalized(member.quorum.address) != address::normalized(member.election.address))
            gather(split, {}, memberField(ensemble, member, u"election"_s), member.name);
    }
    for (const Group &group : std::as_const(split))
        findings.errorOfAll(u"address.split"_s, group.fields,
                            Validate::tr("The quorum port and the election port of %1 are published on "
                                         "different addresses, but a server has one address for both.")
                                .arg(group.members()),
                            Validate::tr("Publish both on the same address."));
}

} // namespace

void addresses(const Ensemble &ensemble, const HostFacts &facts, Findings &findings)
{
    publishedAddresses(ensemble, facts, findings);
    peerAddresses(ensemble, findings);
    if (facts.known && !facts.local && !ensemble.members.isEmpty()) {
        const Member &first = ensemble.members.constFirst();
        const bool isHost = ensemble.network.mode == NetworkMode::Host;
        const QString bound =
            isHost || first.client.published ? rules::bindAddress(first, PortKind::Client) : QString();
        if (address::isLoopback(bound))
            findings.warning(
                u"address.unreachable"_s, memberField(ensemble, first, u"client"_s),
                Validate::tr("The engine runs on another machine, so that programs here "
                             "do not reach client ports on %1.")
                    .arg(bound),
                Validate::tr(
                    "Publish the client ports on an address of that machine, or use an SSH tunnel."));
    }
}

} // namespace zoodock::checks
