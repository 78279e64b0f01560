// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirun.h"

#include "engine/realengine.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSettings>

using namespace Qt::Literals::StringLiterals;
using namespace zoodock::test;

namespace
{

constexpr int limitMs = 120'000;

/// The process, its children, and every docker CLI, with what they wait for.
QString whatRuns(qint64 pid)
{
    const QString all =
        dockerCall(u"ps"_s, {u"-eo"_s, u"pid,ppid,stat,wchan:24,etimes,args"_s, u"--cols"_s, u"160"_s});
    QStringList relevant;
    for (const QString &line : all.split(u'\n')) {
        if (line.split(u' ', Qt::SkipEmptyParts).mid(0, 2).contains(QString::number(pid)) ||
            line.contains("docker "_L1))
            relevant.append(line);
    }
    return relevant.join(u'\n');
}

} // namespace

CliRun::CliRun(const QString &docker)
{
    static int count = 0;
    const QStringList all = dockers();
    m_docker = docker.isEmpty() && !all.isEmpty() ? all.at(count % all.size()) : docker;
    m_run = u"cli-%1-%2"_s.arg(QCoreApplication::applicationPid()).arg(++count);
    QDir(m_home.path()).mkpath(u"bin"_s);
    QFile::link(m_docker, m_home.filePath(u"bin/docker"_s));
    // Whoever runs these tests at the same time has other ports.
    QSettings settings(m_home.filePath(u"config/org.zoodock/ZooDock.conf"_s), QSettings::IniFormat);
    settings.setValue(u"creation/firstClientPort"_s, ownPorts());
}

CliRun::~CliRun()
{
    removeObjects(m_docker, {filter()});
}

QProcessEnvironment CliRun::environment(const QStringList &more) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PATH"_s, m_home.filePath(u"bin"_s) + u':' + environment.value(u"PATH"_s));
    environment.insert(u"XDG_DATA_HOME"_s, m_home.filePath(u"data"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, m_home.filePath(u"config"_s));
    environment.insert(u"ZOODOCK_TEST_RUN"_s, ownRun(m_run));
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.remove(u"DISPLAY"_s); // verbs need none
    environment.remove(u"QT_QPA_PLATFORM"_s);
    for (const QString &setting : more)
        environment.insert(setting.section(u'=', 0, 0), setting.section(u'=', 1));
    return environment;
}

std::unique_ptr<QProcess> CliRun::begin(const QStringList &arguments, const QStringList &more) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment(more));
    process->start(QStringLiteral(ZOODOCK_EXECUTABLE), arguments);
    process->waitForStarted();
    return process;
}

CliRun::Outcome CliRun::zoodock(const QStringList &arguments, const QStringList &more) const
{
    return end(*begin(arguments, more), arguments);
}

CliRun::Outcome CliRun::zoodockAsNobody(const QStringList &arguments) const
{
    QTemporaryDir home;
    QFile::setPermissions(home.path(), QFile::Permissions(0x7777));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"})
        environment.insert(QLatin1StringView(name), home.path());
    environment.insert(u"PATH"_s, QFileInfo(m_docker).path() + u":/usr/bin:/bin"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(u"setpriv"_s, QStringList{u"--reuid=65534"_s, u"--regid=65534"_s, u"--clear-groups"_s,
                                            QStringLiteral(ZOODOCK_EXECUTABLE)} +
                                    arguments);
    return end(process, arguments);
}

CliRun::Outcome CliRun::end(QProcess &process, const QStringList &arguments)
{
    Outcome outcome = outcomeOf(process, limitMs, [&] {
        qWarning().noquote() << arguments << "has not ended. What runs:\n" << whatRuns(process.processId());
    });
    if (outcome.exitCode != 0)
        qInfo().noquote() << arguments << "ended with" << outcome.exitCode << outcome.err.trimmed();
    return outcome;
}

QString CliRun::docker(const QStringList &arguments) const
{
    return dockerCall(m_docker, arguments);
}

QString CliRun::filter() const
{
    return u"label=org.zoodock.test="_s + ownRun(m_run);
}

QStringList CliRun::leftovers() const
{
    return objectNames(m_docker, {filter()});
}
