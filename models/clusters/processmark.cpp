// SPDX-License-Identifier: GPL-3.0-or-later
#include "processmark.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QStringList>
#include <QtCore/QSysInfo>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// proc(5), /proc/PID/stat: state (3) and starttime (22); the second may hold spaces and brackets itself.
QList<QByteArray> statOf(qint64 pid)
{
    const QByteArray stat = contentOf(u"/proc/%1/stat"_s.arg(pid));
    return stat.sliced(stat.lastIndexOf(')') + 1).simplified().split(' ');
}

bool isOver(const QByteArray &processState)
{
    return processState == "Z" || processState == "X";
}

QString startOf(qint64 pid)
{
    constexpr qsizetype start = 19;
    const QList<QByteArray> fields = statOf(pid);
    if (fields.size() <= start || isOver(fields.constFirst()))
        return {};
    return QString::fromLatin1(fields.at(start));
}

QString machine()
{
    return QSysInfo::machineHostName().simplified().remove(u' ');
}

QString markOf(qint64 pid)
{
    const QByteArray boot = contentOf(u"/proc/sys/kernel/random/boot_id"_s).trimmed();
    return QStringList{machine(), QString::fromLatin1(boot), QString::number(pid), startOf(pid)}.join(u' ');
}

} // namespace

QString ownProcessMark()
{
    return markOf(QCoreApplication::applicationPid());
}

bool isZombie(qint64 pid)
{
    return isOver(statOf(pid).constFirst());
}

bool mayBeAlive(const QString &mark)
{
    const QStringList parts = mark.split(u' ');
    if (parts.size() != 4)
        return false;
    if (parts.at(0) != machine())
        return true;
    return !parts.at(3).isEmpty() && mark == markOf(parts.at(2).toLongLong());
}

} // namespace zoodock
