// SPDX-License-Identifier: GPL-3.0-or-later
#include "ensemble/hostfacts.h"

#include "address.h"
#include "ensemble/ensemble.h"

#include <QtCore/QByteArray>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// /proc prints each 32-bit word of an address as the machine holds it; ZooDock reads files of little-endian
/// machines.
QString addressFromHex(const QByteArray &hex)
{
    const QByteArray raw = QByteArray::fromHex(hex);
    if (raw.size() != 4 && raw.size() != 16)
        return {};
    QByteArray bytes;
    for (qsizetype word = 0; word < raw.size(); word += 4) {
        for (qsizetype byte = 3; byte >= 0; --byte)
            bytes.append(raw.at(word + byte));
    }
    if (bytes.size() == 4) {
        const auto part = [&bytes](qsizetype index) { return static_cast<unsigned char>(bytes.at(index)); };
        return u"%1.%2.%3.%4"_s.arg(part(0)).arg(part(1)).arg(part(2)).arg(part(3));
    }
    QStringList groups;
    for (qsizetype group = 0; group < bytes.size(); group += 2)
        groups.append(QString::fromLatin1(bytes.mid(group, 2).toHex()));
    return address::normalized(groups.join(u':'));
}

/// "… 0A 00000000:00000000 00:00000000 00000000  1000  0 24242 …": behind the state queues, timer,
/// retransmits, user, timeout and inode.
void takeOwner(PortHolder &holder, const QList<QByteArray> &fields)
{
    constexpr qsizetype userField = 7;
    constexpr qsizetype inodeField = 9;
    if (fields.size() <= inodeField)
        return;
    bool isNumber = false;
    const int user = fields.at(userField).toInt(&isNumber);
    holder.user = isNumber ? user : -1;
    holder.socket = fields.at(inodeField).toULongLong();
}

void appendListeners(QList<PortHolder> &holders, const QByteArray &table)
{
    const QList<QByteArray> lines = table.split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        // "0: 0100007F:0885 00000000:0000 0A …": slot, local, remote, state.
        if (fields.size() < 4 || fields.at(3) != "0A" || !fields.at(0).endsWith(':'))
            continue;
        const QList<QByteArray> local = fields.at(1).split(':');
        if (local.size() != 2)
            continue;
        bool isNumber = false;
        const quint16 port = local.at(1).toUShort(&isNumber, 16);
        const QString address = addressFromHex(local.at(0));
        if (!isNumber || port == 0 || address.isEmpty())
            continue;
        PortHolder holder{port, address, {}, {}, true};
        takeOwner(holder, fields);
        if (!holders.contains(holder))
            holders.append(holder);
    }
}

} // namespace

QString HostFacts::ownContainer(const Ensemble &ensemble, const Member &member) const
{
    const auto own = ownMembers.constFind(member.id);
    return own == ownMembers.cend() ? containerName(ensemble, member) : *own;
}

const PortHolder *HostFacts::holder(const QString &address, quint16 port, const QString &except) const
{
    const auto isOwn = [&](const PortHolder &holder) {
        return !except.isEmpty() && holder.cluster == except;
    };
    const auto collides = [&](const PortHolder &holder) {
        return holder.port == port && address::collide(holder.address, address);
    };
    // The listener of a published port is a process of the host, docker's proxy: it goes with its container.
    // It is there before docker calls the container running. Where it is somebody else's all the same, docker
    // says so when the container is started.
    const auto mayListen = [&](const PortHolder &holder) {
        return holder.running || ownUnstarted.contains(holder.container);
    };
    const bool ownListens = std::any_of(ports.cbegin(), ports.cend(), [&](const PortHolder &holder) {
        return isOwn(holder) && mayListen(holder) && collides(holder);
    });
    const auto isProcess = [](const PortHolder &holder) {
        return holder.container.isEmpty() && holder.running;
    };
    // Whoever listens now stands more in the way than a stopped container; a container's name says more than
    // none.
    const auto weight = [](const PortHolder &holder) {
        return (holder.running ? 2 : 0) + (holder.container.isEmpty() ? 0 : 1);
    };
    const PortHolder *best = nullptr;
    for (const PortHolder &holder : ports) {
        if (!collides(holder) || isOwn(holder) || (ownListens && isProcess(holder)))
            continue;
        if (best == nullptr || weight(holder) > weight(*best))
            best = &holder;
    }
    return best;
}

QList<PortHolder> listenersFromProc(const QByteArray &tcp, const QByteArray &tcp6)
{
    QList<PortHolder> holders;
    appendListeners(holders, tcp);
    appendListeners(holders, tcp6);
    return holders;
}

} // namespace zoodock
