// SPDX-License-Identifier: GPL-3.0-or-later
#include "actingparts.h"

#include "ensemble/ensemblejson.h"
#include "ensemble/portplan.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>

#include <algorithm>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int patienceMs = 180'000;

} // namespace

ActingParts::ActingParts(const QString &folder, const QString &docker, Discovery discovery)
    : store(Clock::system())
    , engines(runner, docker)
    , repository(folder, store)
    , service(engines, repository, store, activity)
    , monitor(engines, store)
{
    repository.open();
    monitor.setDiscovering(discovery == Discovery::On);
    monitor.start();
}

Result<Plan> ActingParts::planned(Ensemble wanted, quint16 firstPort)
{
    const Result<HostFacts> facts = test::outcomeOf(service.preflight(wanted, &store));
    if (!facts)
        return failure(facts.error());
    proposePorts(wanted, *facts, firstPort);
    return service.plan(wanted, *facts);
}

Result<Ensemble> ActingParts::made(const Ensemble &wanted, quint16 firstPort)
{
    const Result<Plan> plan = planned(wanted, firstPort);
    if (!plan)
        return failure(plan.error());
    if (const Result<void> created = test::outcomeOf(service.create(*plan, quorumPatience)); !created)
        return failure(created.error());
    const auto serve = [&] { return allServe(store.cluster(wanted.name)); };
    if (!QTest::qWaitFor(serve, patienceMs))
        return failure(ErrorKind::NoQuorum, u"made, but not all of it serves"_s);
    return plan->ensemble;
}

void ActingRun::begin(const QString &stem)
{
    m_run = u"%1-%2-%3"_s.arg(stem).arg(QCoreApplication::applicationPid()).arg(++m_count);
    m_folder = std::make_unique<QTemporaryDir>();
    m_parts = std::make_unique<ActingParts>(m_folder->path());
}

void ActingRun::end()
{
    m_parts.reset();
    removeLabelled(label());
    m_folder.reset();
}

Ensemble ActingRun::ownEnsemble(int participants, NetworkMode mode) const
{
    Ensemble wanted = makeEnsemble(m_run, participants, 0, mode, test::testImage());
    wanted.testRun = test::ownRun(m_run);
    return wanted;
}

bool allServe(const ClusterStatus *cluster)
{
    return cluster != nullptr && cluster->quorum.established &&
           std::all_of(cluster->members.cbegin(), cluster->members.cend(),
                       [](const MemberStatus &member) { return isServing(member.state); });
}

Result<void> killedOnTheWay(const QString &program, const QString &folder, const Ensemble &ensemble, int step,
                            int delayMs)
{
    QFile spec(folder + u"/spec"_s);
    if (!spec.open(QIODevice::WriteOnly) || spec.write(toJson(ensemble)) < 0)
        return failure(ErrorKind::Internal, spec.errorString());
    spec.close();
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ZOODOCK_TEST_DOCKERS"_s, test::nextDocker());
    process.setProcessEnvironment(environment);
    process.start(program, {folder, spec.fileName(), QString::number(step), QString::number(delayMs)});
    if (process.waitForFinished(patienceMs) && process.exitStatus() == QProcess::CrashExit)
        return {};
    return failure(ErrorKind::Internal, u"not killed; exit code %1"_s.arg(process.exitCode()));
}

QString docker(const QStringList &arguments)
{
    return test::dockerCall(u"docker"_s, arguments);
}

QStringList labelled(const QString &label)
{
    return test::objectNames(u"docker"_s, {u"label="_s + label});
}

void removeLabelled(const QString &label)
{
    test::removeObjects(u"docker"_s, {u"label="_s + label});
}
