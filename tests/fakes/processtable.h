// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QList>

#include <unistd.h>

namespace zoodock::test
{

struct ProcessEntry
{
    qint64 pid = 0;
    char state = 0; ///< 'Z': a zombie; 0: no such process
    qint64 parent = 0;
    qint64 group = 0;
    qint64 session = 0;
};

inline ProcessEntry processEntry(qint64 pid)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!stat.open(QIODevice::ReadOnly))
        return {};
    // "pid (name) state ppid pgrp session …"; the name may hold blanks and parentheses.
    const QByteArray text = stat.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    if (fields.size() < 4)
        return {};
    return {pid, fields.at(0).at(0), fields.at(1).toLongLong(), fields.at(2).toLongLong(),
            fields.at(3).toLongLong()};
}

/// Runs still: is neither gone nor a zombie that its parent has not collected.
inline bool isAlive(qint64 pid)
{
    const char state = processEntry(pid).state;
    return state != 0 && state != 'Z' && state != 'X';
}

/// The children of this process, zombies included.
inline QList<qint64> childProcesses()
{
    QList<qint64> children;
    const QStringList entries = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &entry : entries) {
        bool isNumber = false;
        const qint64 pid = entry.toLongLong(&isNumber);
        if (isNumber && processEntry(pid).parent == ::getpid())
            children += pid;
    }
    return children;
}

} // namespace zoodock::test
