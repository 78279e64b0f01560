// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverlisteners.h"

#include "actingparts.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int hexadecimal = 16;

/// What a command prints. What is closed meanwhile makes `find` fail, and say the rest.
QString printed(QStringList command)
{
    QProcess process;
    process.start(command.takeFirst(), command);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// What the descriptors of a process are; of another user's as root.
QString descriptorsOf(const QString &process)
{
    const QStringList find{u"find"_s, u"/proc/%1/fd"_s.arg(process), u"-lname"_s, u"*"_s, u"-printf"_s,
                           u"%l\\n"_s};
    const QString own = printed(find);
    return own.isEmpty() && ::geteuid() != 0 ? printed(QStringList{u"sudo"_s, u"-n"_s} + find) : own;
}

/// "socket:[24242]" of every descriptor of the process that is one.
QStringList socketsOf(const QString &process)
{
    return descriptorsOf(process).split(u'\n', Qt::SkipEmptyParts).filter(QRegularExpression(u"^socket:"_s));
}

QStringList processesOf(const QString &container)
{
    QStringList processes;
    for (const QString &line : docker({u"top"_s, container, u"-eo"_s, u"pid"_s}).split(u'\n').mid(1))
        processes += line.trimmed();
    return processes;
}

/// By socket, of the process's network.
QHash<QString, Listener> listening(const QString &process)
{
    QHash<QString, Listener> found;
    for (const QString &name : {u"tcp"_s, u"tcp6"_s}) {
        QFile table(u"/proc/%1/net/%2"_s.arg(process, name));
        const QString text =
            table.open(QIODevice::ReadOnly) ? QString::fromLatin1(table.readAll()) : QString();
        const QStringList lines = text.split(u'\n').mid(1);
        for (const QString &line : lines) {
            // sl local_address rem_address st queues timer retransmitted uid timeout inode …
            const QStringList fields = line.split(u' ', Qt::SkipEmptyParts);
            if (fields.size() < 10 || fields.at(3) != "0A"_L1)
                continue;
            const QString address = fields.at(1).section(u':', 0, 0);
            const quint16 port = fields.at(1).section(u':', 1).toUShort(nullptr, hexadecimal);
            found.insert(u"socket:[%1]"_s.arg(fields.at(9)), {address, port});
        }
    }
    return found;
}

} // namespace

bool Listener::isLocal() const
{
    return address == "0100007F"_L1 || address == "0000000000000000FFFF00000100007F"_L1;
}

QList<Listener> listenersOf(const QString &container)
{
    QList<Listener> found;
    for (const QString &process : processesOf(container)) {
        const QHash<QString, Listener> all = listening(process);
        for (const QString &socket : socketsOf(process)) {
            if (all.contains(socket))
                found.append(all.value(socket));
        }
    }
    return found;
}

QString whyListenersAreHidden(const QString &container)
{
    for (const QString &process : processesOf(container)) {
        if (!descriptorsOf(process).isEmpty())
            return {};
    }
    return u"The descriptors of other users' processes are hidden: neither root nor sudo without a password, "
           u"or an "
           "engine elsewhere."_s;
}

QSet<quint16> portsOf(const Ensemble &ensemble, const Member &member)
{
    QSet<quint16> ports{member.client.port, member.admin.port};
    if (ensemble.members.size() > 1)
        ports.insert(member.election.port);
    return ports;
}
