// SPDX-License-Identifier: GPL-3.0-or-later
#include "realcluster.h"

#include "engine/realengine.h"
#include "ensemble/ensemblejson.h"
#include "ensemble/serverconfig.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDebug>
#include <QtCore/QProcess>

using namespace Qt::Literals::StringLiterals;

namespace zoodock::test
{

namespace
{

constexpr int limitMs = 60'000;

QStringList label(const char16_t *key, const QString &value)
{
    return {u"--label"_s, QString::fromUtf16(key) + u'=' + value};
}

} // namespace

QString docker(const QStringList &arguments)
{
    QProcess process;
    process.start(u"docker"_s, arguments);
    if (!process.waitForFinished(limitMs) || process.exitCode() != 0) {
        qWarning().noquote() << "docker" << arguments.join(u' ') << process.readAllStandardError();
        return {};
    }
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

RealCluster::RealCluster(const QString &name, int participants, int observers, NetworkMode mode)
    : m_ensemble(makeEnsemble(u"%1-%2"_s.arg(name).arg(QCoreApplication::applicationPid()), participants,
                              observers, mode, u"zoodock/zookeeper:3.8"_s))
{
    for (Member &member : m_ensemble.members) {
        if (mode == NetworkMode::Bridge) {
            member.client.hostPort = freePort();
            continue;
        }
        for (PortKind kind : allPortKinds)
            member.port(kind).port = freePort();
    }
}

RealCluster::~RealCluster()
{
    remove();
}

QString RealCluster::container(int memberId) const
{
    return containerName(m_ensemble, *m_ensemble.member(memberId));
}

void RealCluster::create(const QStringList &options)
{
    const bool bridge = m_ensemble.network.mode == NetworkMode::Bridge;
    const QString network = bridge ? networkName(m_ensemble) : u"host"_s;
    if (bridge)
        docker({u"network"_s, u"create"_s, u"--label"_s, runLabel(), network});
    for (const Member &member : m_ensemble.members) {
        QStringList arguments{u"create"_s,  u"--name"_s, container(member.id), u"--network"_s, network,
                              u"--label"_s, runLabel()};
        arguments += label(label::cluster, m_ensemble.name);
        arguments += label(label::member, QString::number(member.id));
        arguments += label(label::spec, QString::fromUtf8(toCompactJson(m_ensemble)));
        if (bridge) {
            arguments << u"--network-alias"_s << member.name << u"--hostname"_s << member.name << u"-p"_s
                      << u"127.0.0.1:%1:%2"_s.arg(member.client.hostPort).arg(member.client.port);
        }
        const Result<ServerConfiguration> configuration = configure(m_ensemble, member);
        Q_ASSERT(configuration && configuration->files.isEmpty());
        for (const auto &[variable, value] : configuration->environment)
            arguments << u"-e"_s << variable + u'=' + value;
        docker(arguments + options + QStringList{m_ensemble.image.reference});
    }
}

void RealCluster::start(const QList<int> &memberIds)
{
    tell(u"start"_s, memberIds);
}

void RealCluster::tell(const QString &verb, const QList<int> &memberIds) const
{
    QStringList arguments{verb};
    for (int id : memberIds)
        arguments += container(id);
    docker(arguments);
}

void RealCluster::signal(int memberId, const QString &name) const
{
    const QStringList lines = docker({u"top"_s, container(memberId), u"-eo"_s, u"pid"_s}).split(u'\n');
    for (const QString &line : lines.mid(1))
        QProcess::execute(u"kill"_s, {name, line.trimmed()});
}

void RealCluster::remove()
{
    const QString ours = u"label="_s + runLabel();
    const auto remove = [&](const QStringList &removal, const QString &kind, const QString &filter) {
        if (const QStringList found = objectNames(u"docker"_s, kind, {ours, filter}); !found.isEmpty())
            docker(removal + found);
    };
    remove({u"rm"_s, u"-fv"_s}, u"container"_s,
           u"label=%1=%2"_s.arg(QString::fromUtf16(label::cluster), m_ensemble.name));
    remove({u"network"_s, u"rm"_s}, u"network"_s, u"name="_s + networkName(m_ensemble));
}

} // namespace zoodock::test
