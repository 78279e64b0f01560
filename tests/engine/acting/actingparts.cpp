// SPDX-License-Identifier: GPL-3.0-or-later
#include "actingparts.h"

#include <QtCore/QProcess>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

ActingParts::ActingParts(const QString &folder)
    : store(Clock::system())
    , engines(runner, u"docker"_s)
    , repository(folder, store)
    , service(engines, repository, store, activity)
    , monitor(engines, store)
{
    repository.open();
    monitor.start();
}

QString docker(const QStringList &arguments)
{
    constexpr int limitMs = 60'000;
    QProcess process;
    process.start(u"docker"_s, arguments);
    process.waitForFinished(limitMs);
    const bool good = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    return good ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

namespace
{

QStringList named(const QStringList &list, const QString &format, const QString &label)
{
    return docker(list + QStringList{u"--filter"_s, u"label="_s + label, u"--format"_s, format})
        .split(u'\n', Qt::SkipEmptyParts);
}

QStringList containers(const QString &label)
{
    return named({u"ps"_s, u"-a"_s}, u"{{.Names}}"_s, label);
}

QStringList networks(const QString &label)
{
    return named({u"network"_s, u"ls"_s}, u"{{.Name}}"_s, label);
}

QStringList volumes(const QString &label)
{
    return named({u"volume"_s, u"ls"_s}, u"{{.Name}}"_s, label);
}

} // namespace

QStringList labelled(const QString &label)
{
    QStringList all = containers(label) + networks(label) + volumes(label);
    all.sort();
    return all;
}

void removeLabelled(const QString &label)
{
    if (const QStringList found = containers(label); !found.isEmpty())
        (void) docker(QStringList{u"rm"_s, u"-fv"_s} + found);
    if (const QStringList found = networks(label); !found.isEmpty())
        (void) docker(QStringList{u"network"_s, u"rm"_s} + found);
    if (const QStringList found = volumes(label); !found.isEmpty())
        (void) docker(QStringList{u"volume"_s, u"rm"_s} + found);
}
