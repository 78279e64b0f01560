// SPDX-License-Identifier: GPL-3.0-or-later
#include "ensemble/portplan.h"

#include "address.h"
#include "findings.h"
#include "serverrules.h"

#include <algorithm>

namespace zoodock::checks
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr quint16 firstUnprivileged = 1024;

const Member &memberOf(const Ensemble &ensemble, const TakenPort &taken)
{
    return *ensemble.member(taken.memberId);
}

QString fieldOf(const Ensemble &ensemble, const TakenPort &taken)
{
    return memberField(ensemble, memberOf(ensemble, taken), nameOf(taken.kind));
}

bool isUsed(const Ensemble &ensemble, PortKind kind)
{
    return kind != PortKind::Admin || rules::runsAdminServer(ensemble);
}

void zeroPorts(const Ensemble &ensemble, Findings &findings)
{
    for (const Member &member : ensemble.members) {
        for (const PortKind kind : allPortKinds) {
            const MemberPort &port = member.port(kind);
            const bool lacksHostPort =
                ensemble.network.mode == NetworkMode::Bridge && port.published && port.hostPort == 0;
            if (isUsed(ensemble, kind) && (port.port == 0 || lacksHostPort))
                findings.error(
                    u"port.zero"_s, memberField(ensemble, member, nameOf(kind)),
                    Validate::tr("The %1 of %2 is not set.").arg(portWords(kind), member.name),
                    Validate::tr("Enter a port from 1 to 65535, or let ZooDock propose free ones."));
        }
    }
}

/// The sockets of one server, which all members of a kind of network have in its own namespace, or in the
/// host's.
void portsOfOneServer(const Ensemble &ensemble, Findings &findings)
{
    for (const Member &member : ensemble.members) {
        const quint16 quorum = member.quorum.port;
        if (quorum != 0 && quorum == member.election.port)
            findings.error(u"port.kinds.equal"_s, memberField(ensemble, member, u"election"_s),
                           Validate::tr("The quorum port and the election port of %1 are "
                                        "both %2; the server refuses to start.")
                               .arg(member.name, QString::number(quorum)),
                           Validate::tr("Choose two different ports."));
        if (ensemble.network.mode == NetworkMode::Host)
            continue;
        for (size_t one = 0; one < allPortKinds.size(); ++one) {
            for (size_t other = one + 1; other < allPortKinds.size(); ++other) {
                const PortKind first = allPortKinds.at(one);
                const PortKind second = allPortKinds.at(other);
                const quint16 port = member.port(first).port;
                const bool isPeerPair = first == PortKind::Quorum && second == PortKind::Election;
                if (port != 0 && port == member.port(second).port && !isPeerPair && isUsed(ensemble, second))
                    findings.error(
                        u"port.duplicate"_s, memberField(ensemble, member, nameOf(second)),
                        Validate::tr("%1 uses port %2 twice: as %3 and as %4.")
                            .arg(member.name, QString::number(port), portWords(first), portWords(second)),
                        Validate::tr("Choose two different ports."));
            }
        }
    }
}

void portsOfTheHost(const Ensemble &ensemble, const QList<TakenPort> &taken, Findings &findings)
{
    for (qsizetype index = 0; index < taken.size(); ++index) {
        const TakenPort &port = taken.at(index);
        for (qsizetype earlier = 0; earlier < index; ++earlier) {
            const TakenPort &first = taken.at(earlier);
            const bool isPeerPair = first.memberId == port.memberId && first.kind == PortKind::Quorum &&
                                    port.kind == PortKind::Election &&
                                    ensemble.network.mode == NetworkMode::Host;
            if (port.port == 0 || port.port != first.port || isPeerPair ||
                !address::collide(port.address, first.address))
                continue;
            findings.error(u"port.duplicate"_s, fieldOf(ensemble, port),
                           Validate::tr("Port %1 of the host is used twice: %2 of %3 and %4 of %5.")
                               .arg(port.port)
                               .arg(portWords(first.kind), memberOf(ensemble, first).name,
                                    portWords(port.kind), memberOf(ensemble, port).name),
                           Validate::tr("Choose another port for one of them."));
            break;
        }
    }
}

QString holderSentence(const PortHolder &holder)
{
    if (!holder.running && holder.container.isEmpty())
        return Validate::tr(
                   "Port %1 belongs to the cluster “%2”, a member of which will not start while it is taken.")
            .arg(holder.port)
            .arg(holder.cluster);
    if (!holder.running)
        return Validate::tr("Port %1 belongs to the stopped container “%2”, which will "
                            "not start while it is taken.")
            .arg(holder.port)
            .arg(holder.container);
    if (!holder.container.isEmpty())
        return Validate::tr("Port %1 is used by the container “%2”.").arg(holder.port).arg(holder.container);
    if (!holder.program.isEmpty())
        return Validate::tr("Port %1 is used by the program “%2” (process %3) on the engine's host.")
            .arg(holder.port)
            .arg(holder.program)
            .arg(holder.process);
    if (!holder.owner.isEmpty())
        return Validate::tr("Port %1 is used by a program of the user “%2” on the engine's host.")
            .arg(holder.port)
            .arg(holder.owner);
    return Validate::tr("Port %1 is used by a program on the engine's host.").arg(holder.port);
}

void sayHeld(const PortHolder &holder, const QString &field, const QString &sentence, Findings &findings)
{
    if (holder.running)
        findings.error(u"port.taken"_s, field, sentence,
                       Validate::tr("Choose another port, or stop what uses it."));
    else
        findings.warning(u"port.reserved"_s, field, sentence,
                         holder.container.isEmpty()
                             ? Validate::tr("Choose another port, or change those of that cluster.")
                             : Validate::tr("Choose another port, or remove that container."));
}

void heldPorts(const Ensemble &ensemble, const HostFacts &facts, const QList<TakenPort> &taken,
               Findings &findings)
{
    for (const TakenPort &port : taken) {
        const PortHolder *holder = facts.holder(port.address, port.port, ensemble.name);
        if (holder == nullptr || port.port == 0)
            continue;
        const QString field = fieldOf(ensemble, port);
        const bool isSaidAgain = std::any_of(taken.cbegin(), taken.cend(), [&](const TakenPort &other) {
            return other.port == port.port && other.memberId != port.memberId &&
                   facts.holder(other.address, other.port, ensemble.name) == holder;
        });
        const QString sentence = isSaidAgain
                                     ? Validate::tr("%1: %2", "member, what is so")
                                           .arg(memberOf(ensemble, port).name, holderSentence(*holder))
                                     : holderSentence(*holder);
        sayHeld(*holder, field, sentence, findings);
    }
}

void sayPrivileged(const Ensemble &ensemble, quint16 port, const QString &field, Findings &findings)
{
    const QString sentence =
        ensemble.network.mode == NetworkMode::Host
            ? Validate::tr("Port %1 is below 1024, and the server in the container does not run as root.")
            : Validate::tr("Port %1 is below 1024, which a rootless engine cannot publish.");
    findings.error(u"port.privileged"_s, field, sentence.arg(port),
                   Validate::tr("Choose a port from 1024 upwards."));
}

void privilegedPorts(const Ensemble &ensemble, const HostFacts &facts, const QList<TakenPort> &taken,
                     Findings &findings)
{
    const bool isHost = ensemble.network.mode == NetworkMode::Host;
    if (!isHost && !facts.rootless)
        return;
    for (const TakenPort &port : taken) {
        if (port.port != 0 && port.port < firstUnprivileged)
            sayPrivileged(ensemble, port.port, fieldOf(ensemble, port), findings);
    }
}

QString fieldOf(const LinePort &line)
{
    return line.isFlag ? u"settings/jvmFlags"_s : u"settings/extra"_s;
}

void sharedPort(const LinePort &line, Findings &findings)
{
    const QString sentence =
        Validate::tr("All members have the same “%1”, and only one of them can have the port %2 of the "
                     "host; the others would not start.")
            .arg(line.key)
            .arg(line.port);
    if (line.isFlag)
        findings.error(
            u"jvmflags.port.shared"_s, fieldOf(line), sentence,
            Validate::tr(
                "Remove the flag, or use a bridge network, where each member has ports of its own."));
    else
        findings.error(
            u"setting.extra.port.shared"_s, fieldOf(line), sentence,
            Validate::tr(
                "Remove the line, or use a bridge network, where each member has ports of its own."));
}

/// What the members' own lines of zoo.cfg, and JVM flags, ask for beside the four ports.
void portOnTheHost(const Ensemble &ensemble, const LinePort &line, const HostFacts &facts, Findings &findings)
{
    if (ensemble.members.size() > 1)
        sharedPort(line, findings);
    if (!line.isFlag && !address::isLoopback(line.address))
        findings.warning(u"setting.extra.port.open"_s, fieldOf(line),
                         Validate::tr("With “%1” the server listens at %2, where other machines can "
                                      "reach it.")
                             .arg(line.key, u"%1:%2"_s.arg(address::bracketed(line.address)).arg(line.port)),
                         Validate::tr("Add the line “%1=127.0.0.1”.").arg(line.addressKey));
    if (line.port < firstUnprivileged)
        sayPrivileged(ensemble, line.port, fieldOf(line), findings);
    if (const PortHolder *holder = facts.holder(line.address, line.port, ensemble.name))
        sayHeld(*holder, fieldOf(line), holderSentence(*holder), findings);
}

/// In either kind of network.
void linesBesidePorts(const Ensemble &ensemble, const LinePort &line, Findings &findings)
{
    const bool isHost = ensemble.network.mode == NetworkMode::Host;
    for (const Member &member : ensemble.members) {
        for (const PortKind kind : allPortKinds) {
            if (!isUsed(ensemble, kind) || member.port(kind).port != line.port)
                continue;
            if (isHost && !address::collide(rules::bindAddress(member, kind), line.address))
                continue;
            findings.error(u"port.duplicate"_s, fieldOf(line),
                           Validate::tr("Port %1 is used twice: as %2 of %3, and by “%4”.")
                               .arg(line.port)
                               .arg(portWords(kind), member.name, line.key),
                           Validate::tr("Choose two different ports."));
            return;
        }
    }
}

void linePorts(const Ensemble &ensemble, const HostFacts &facts, Findings &findings)
{
    const QList<LinePort> lines = rules::linePorts(ensemble);
    for (qsizetype index = 0; index < lines.size(); ++index) {
        const LinePort &line = lines.at(index);
        linesBesidePorts(ensemble, line, findings);
        for (const LinePort &first : lines.first(index)) {
            if (first.port == line.port && address::collide(first.address, line.address))
                findings.error(u"port.duplicate"_s, fieldOf(line),
                               Validate::tr("Port %1 is used twice: by “%2” and by “%3”.")
                                   .arg(line.port)
                                   .arg(first.key, line.key),
                               Validate::tr("Choose two different ports."));
        }
        if (ensemble.network.mode == NetworkMode::Host)
            portOnTheHost(ensemble, line, facts, findings);
    }
}

} // namespace

void ports(const Ensemble &ensemble, const HostFacts &facts, Findings &findings)
{
    const QList<TakenPort> taken = hostPorts(ensemble);
    zeroPorts(ensemble, findings);
    portsOfOneServer(ensemble, findings);
    portsOfTheHost(ensemble, taken, findings);
    heldPorts(ensemble, facts, taken, findings);
    privilegedPorts(ensemble, facts, taken, findings);
    linePorts(ensemble, facts, findings);
}

} // namespace zoodock::checks
