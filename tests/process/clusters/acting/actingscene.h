// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/activitylog.h"
#include "clusters/clusterrepository.h"
#include "clusters/clusterservice.h"
#include "clusters/clusterstore.h"
#include "clusters/engineregistry.h"
#include "core/processrunner.h"
#include "fakes/fakedocker.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>

namespace zoodock::test
{

using namespace Qt::Literals::StringLiterals;

/// The acting half of the program, with a played docker.
struct ActingScene
{
    ActingScene()
        : store(Clock::system())
        , engines(runner, docker.program())
        , repository(folder.path(), store)
        , service(engines, repository, store, activity)
    {
        repository.open();
    }

    static HostFacts facts()
    {
        HostFacts known;
        known.known = true;
        known.listenersKnown = true;
        known.memoryBytes = 64LL << 30;
        known.imageReferences = {u"zookeeper:3.9"_s};
        known.networkNames = {u"bridge"_s, u"host"_s};
        return known;
    }
    static Ensemble ensemble(int members = 3)
    {
        return makeEnsemble(u"demo"_s, members, 0, NetworkMode::Bridge, u"zookeeper:3.9"_s);
    }
    [[nodiscard]] Plan plan(const Ensemble &wanted = ensemble(), const HostFacts &known = facts()) const
    {
        const Result<Plan> made = service.plan(wanted, known);
        [&] { QVERIFY2(made.has_value(), qPrintable(made ? QString() : made.error().toString())); }();
        return made.value_or(Plan());
    }

    static QByteArray idOf(const QString &name)
    {
        return QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex();
    }
    static QJsonObject inspected(const QString &name, const QString &cluster = u"demo"_s)
    {
        return {{u"Id"_s, QString::fromLatin1(idOf(name))},
                {u"Name"_s, u'/' + name},
                {u"State"_s,
                 QJsonObject{{u"Status"_s, u"running"_s}, {u"StartedAt"_s, u"2024-01-01T00:00:00Z"_s}}},
                {u"Config"_s, QJsonObject{{u"Labels"_s, QJsonObject{{u"org.zoodock.cluster"_s, cluster}}}}}};
    }

    /// What the next `looks` looks find of the cluster; 0: all looks from then on.
    void engineHas(const QStringList &containers, const QStringList &networks, const QStringList &volumes,
                   int looks = 0)
    {
        QByteArray ids;
        QJsonArray objects;
        for (const QString &name : containers) {
            ids += idOf(name) + '\n';
            objects.append(inspected(name));
        }
        const auto lines = [](const QStringList &names) {
            QByteArray all;
            for (const QString &name : names)
                all += "{\"Name\":\"" + name.toUtf8() + "\",\"Labels\":\"org.zoodock.cluster=demo\"}\n";
            return all;
        };
        docker.rule({u"ps"_s}).times(looks).out(ids);
        if (!containers.isEmpty())
            docker.rule({u"inspect"_s}).times(looks).out(QJsonDocument(objects).toJson());
        docker.rule({u"network"_s, u"ls"_s}).times(looks).out(lines(networks));
        docker.rule({u"volume"_s, u"ls"_s}).times(looks).out(lines(volumes));
    }
    /// What a preflight asks besides.
    void engineAnswers(const QByteArray &endpoint = "tcp://far:2375")
    {
        docker.rule({u"version"_s})
            .out("{\"Client\":{\"Version\":\"28.2.2\"},\"Server\":{\"Version\":\"20.10.24\",\"ApiVersion\":"
                 "\"1.41\","
                 "\"Os\":\"linux\",\"Platform\":{\"Name\":\"Docker Engine - Community\"}}}");
        docker.rule({u"info"_s})
            .out("{\"ID\":\"x\",\"Name\":\"far\",\"ServerVersion\":\"20.10.24\",\"OperatingSystem\":"
                 "\"Debian\","
                 "\"OSType\":\"linux\",\"MemTotal\":8000000000,\"NCPU\":4,"
                 "\"SecurityOptions\":[\"name=seccomp,profile=default\"]}");
        docker.rule({u"context"_s})
            .out("[{\"Name\":\"default\",\"Endpoints\":{\"docker\":{\"Host\":\"" + endpoint + "\"}}}]");
        docker.rule({u"images"_s})
            .out("{\"Repository\":\"zookeeper\",\"Tag\":\"3.9\"}\n"
                 "{\"Repository\":\"<none>\",\"Tag\":\"<none>\"}\n");
    }
    void engineIsEmpty() { engineHas({}, {}, {}); }
    /// Whatever is made or removed: docker does it.
    void everythingWorks()
    {
        for (const QString &verb : {u"create"_s, u"run"_s, u"cp"_s, u"start"_s, u"rm"_s, u"pull"_s})
            docker.rule({verb});
        docker.rule({u"network"_s, u"create"_s});
        docker.rule({u"network"_s, u"rm"_s});
        docker.rule({u"volume"_s, u"create"_s});
        docker.rule({u"volume"_s, u"rm"_s});
    }

    /// Calls that change something.
    [[nodiscard]] QStringList changes() const
    {
        QStringList lines;
        for (const QString &line : docker.callLines()) {
            if (!line.startsWith(u"ps "_s) && !line.startsWith(u"inspect "_s) && !line.contains(u" ls "_s))
                lines += line;
        }
        return lines;
    }
    [[nodiscard]] QStringList removals() const
    {
        return changes().filter(QRegularExpression(u"^(rm|network rm|volume rm) "_s));
    }
    /// Cluster files and journals; not the locks.
    [[nodiscard]] QStringList files() const
    {
        return QDir(folder.path()).entryList({u"*.json"_s, u"*.journal"_s}, QDir::Files);
    }

    /// The store learns that a member runs and serves.
    void serve(int memberId, MemberState mode)
    {
        run(memberId);
        ProbeObservation probe;
        probe.outcome = ProbeOutcome::Serving;
        probe.report.mode = mode;
        probe.at = Clock::system().monotonic() + std::chrono::milliseconds(1);
        store.observeProbe(u"demo"_s, memberId, probe);
    }
    void run(int memberId) { store.observeContainer(u"demo"_s, memberId, observed(ContainerLife::Running)); }
    static ContainerObservation observed(ContainerLife life, int exitCode = 0, int restartCount = 0)
    {
        ContainerObservation container;
        container.life = life;
        container.id = u"1"_s;
        container.exitCode = exitCode;
        container.restartCount = restartCount;
        container.startedAt = QDateTime(QDate(2024, 1, 1), QTime(), Qt::UTC);
        return container;
    }

    FakeDocker docker;
    QTemporaryDir folder;
    ProcessRunner runner;
    ClusterStore store;
    EngineRegistry engines;
    ClusterRepository repository;
    ActivityLog activity;
    ClusterService service;
};

inline constexpr int patienceMs = 60'000;

/// Why a task ended as it did, for a test's message.
inline QString ending(const Operation *task)
{
    return task->outcome() ? u"succeeded"_s : task->outcome().error().toString();
}

} // namespace zoodock::test
