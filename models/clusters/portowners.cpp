// SPDX-License-Identifier: GPL-3.0-or-later
#include "portowners.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include <dirent.h>
#include <pwd.h>
#include <unistd.h>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// socket inode → index in the list of listeners
using Wanted = QMultiHash<quint64, qsizetype>;

/// The inode behind "socket:[24242]"; 0: something else is open there.
quint64 socketBehind(const QByteArray &link)
{
    std::array<char, 64> target{};
    const ssize_t size = ::readlink(link.constData(), target.data(), target.size());
    const QByteArray text(target.data(), size > 0 ? static_cast<qsizetype>(size) : 0);
    return text.startsWith("socket:[") ? text.mid(8, text.size() - 9).toULongLong() : 0;
}

QString programOf(const QString &folder)
{
    QFile file(folder + "/comm"_L1);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

void lookInto(const QString &folder, qint64 process, Wanted &wanted, QList<PortHolder> &listeners)
{
    const QByteArray path = QFile::encodeName(folder + "/fd/"_L1);
    DIR *const entries = ::opendir(path.constData());
    if (!entries)
        return; // another user's
    QString program;
    while (const dirent *entry = ::readdir(entries)) {
        const quint64 socket = socketBehind(path + static_cast<const char *>(entry->d_name));
        if (socket == 0 || !wanted.contains(socket))
            continue;
        if (program.isEmpty())
            program = programOf(folder);
        for (const qsizetype index : wanted.values(socket)) {
            listeners[index].program = program;
            listeners[index].process = process;
        }
        wanted.remove(socket);
    }
    ::closedir(entries);
}

/// In the kernel's ticks since the machine's start; the largest where it is not told. (proc(5): stat, field
/// 22; the second, the program's name in parentheses, is anything.)
quint64 startOf(const QString &folder)
{
    constexpr qsizetype behindTheName = 19;
    QFile file(folder + "/stat"_L1);
    const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    return fields.size() > behindTheName ? fields.at(behindTheName).toULongLong()
                                         : std::numeric_limits<quint64>::max();
}

/// The eldest first: a listener is handed down to children, and who made it is who has it.
QList<qint64> processesIn(const QString &proc)
{
    QList<std::pair<quint64, qint64>> processes;
    const QStringList names = QDir(proc).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        bool isProcess = false;
        const qint64 process = name.toLongLong(&isProcess);
        if (isProcess)
            processes.append({startOf(proc + u'/' + name), process});
    }
    std::sort(processes.begin(), processes.end());
    QList<qint64> ids;
    for (const auto &[start, process] : std::as_const(processes))
        ids.append(process);
    return ids;
}

QString userNamed(int id)
{
    constexpr size_t enough = 4096;
    std::array<char, enough> buffer{};
    passwd entry{};
    passwd *found = nullptr;
    const bool known =
        id >= 0 && ::getpwuid_r(static_cast<uid_t>(id), &entry, buffer.data(), buffer.size(), &found) == 0;
    return known && found ? QString::fromLocal8Bit(found->pw_name) : QString();
}

} // namespace

QList<PortHolder> withOwners(QList<PortHolder> listeners, const QString &proc)
{
    Wanted wanted;
    for (qsizetype index = 0; index < listeners.size(); ++index) {
        listeners[index].owner = userNamed(listeners.at(index).user);
        if (listeners.at(index).socket != 0)
            wanted.insert(listeners.at(index).socket, index);
    }
    if (wanted.isEmpty())
        return listeners;
    const QList<qint64> processes = processesIn(proc);
    for (const qint64 process : processes) {
        if (wanted.isEmpty())
            break;
        lookInto(proc + u'/' + QString::number(process), process, wanted, listeners);
    }
    return listeners;
}

} // namespace zoodock
