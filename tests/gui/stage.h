// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/activitylog.h"
#include "clusters/clustermonitor.h"
#include "clusters/clusterrepository.h"
#include "clusters/clusterservice.h"
#include "clusters/clusterstore.h"
#include "clusters/engineregistry.h"
#include "core/processrunner.h"
#include "core/settings.h"
#include "fakes/fakedocker.h"
#include "fakes/faketask.h"
#include "ui/uiservices.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>

namespace zoodock::test
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// Milliseconds that a test waits for what comes at once on an idle machine.
inline constexpr int patience = 60'000;

/// Nobody's keychain is touched.
inline void withoutKeychain()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
}

/// The real services over a docker that only pretends, and a store that the test feeds by hand.
class Stage
{
public:
    Stage()
        : settings(folder.filePath(u"settings.ini"_s))
        , store(clock)
        , engines(runner, docker.program())
        , repository(folder.filePath(u"clusters"_s), store)
        , service(engines, repository, store, log)
        , monitor(engines, store)
        , services{store, service, monitor, repository, log, settings, engines}
    {
        clock.advance(1h);
    }

    static Ensemble ensemble(const QString &name, int participants, int observers = 0)
    {
        Ensemble wish =
            makeEnsemble(name, participants, observers, NetworkMode::Bridge, u"zoodock/zookeeper:3.8"_s);
        quint16 port = 2181;
        for (Member &member : wish.members)
            member.client.hostPort = port++;
        return wish;
    }

    /// Wanted, and seen running for two minutes, the last participant leading.
    void addHealthy(const Ensemble &ensemble)
    {
        store.setWanted(ensemble, WantedOrigin::File);
        for (const Member &member : ensemble.members) {
            run(ensemble.name, member);
            answer(ensemble.name, member.id, roleOf(ensemble, member));
            store.observeUsage(ensemble.name, member.id, 0.4 + member.id * 0.3,
                               (90 + member.id) * 1024LL * 1024 + 300'000);
        }
    }
    void addHealthy(const QString &name, int participants = 3, int observers = 0)
    {
        addHealthy(ensemble(name, participants, observers));
    }

    void run(const QString &cluster, const Member &member)
    {
        ContainerObservation container = observation(cluster, member);
        container.life = ContainerLife::Running;
        container.startedAt = clock.utc().addSecs(-125);
        container.clientAddress = u"127.0.0.1"_s;
        container.clientPort = member.client.hostPort;
        store.observeContainer(cluster, member.id, container);
        store.observeAddresses(cluster, member.id, u"127.0.0.1"_s, member.client.hostPort,
                               u"172.18.0.%1"_s.arg(member.id + 1), 8080);
    }
    void live(const QString &cluster, int memberId, ContainerLife life, int exitCode = 0)
    {
        ContainerObservation container = store.cluster(cluster)->member(memberId)->container;
        container.life = life;
        container.exitCode = exitCode;
        container.finishedAt = life == ContainerLife::Exited ? clock.utc() : QDateTime();
        store.observeContainer(cluster, memberId, container);
    }
    void answer(const QString &cluster, int memberId, MemberState mode)
    {
        clock.advance(1ms);
        ProbeObservation probe;
        probe.outcome = ProbeOutcome::Serving;
        probe.at = clock.monotonic();
        probe.report.mode = mode;
        probe.report.version = u"3.8.0-${mvn.git.commit.id}, built on 2022-11-20 16:33 UTC"_s;
        probe.report.latencyAverage = 0.4;
        probe.report.latencyMaximum = 7;
        probe.report.connections = memberId;
        probe.report.zxid = 0x200000017ULL;
        probe.report.nodeCount = 1208;
        store.observeProbe(cluster, memberId, probe);
    }
    void noAnswer(const QString &cluster, int memberId, const QString &problem)
    {
        clock.advance(1ms);
        ProbeObservation probe;
        probe.outcome = ProbeOutcome::NoAnswer;
        probe.at = clock.monotonic();
        probe.problem = problem;
        store.observeProbe(cluster, memberId, probe);
    }
    void engine(EngineStatus::Reach reach, std::optional<Error> problem = {})
    {
        EngineStatus status;
        status.reach = reach;
        if (reach == EngineStatus::Reach::Answers)
            status.version = u"20.10.24"_s;
        status.problem = std::move(problem);
        status.since = clock.utc();
        store.observeEngine(status);
    }
    FakeTask *addTask(const QString &cluster, const QString &title, const QStringList &steps)
    {
        auto *task = new FakeTask(cluster, title, steps);
        log.add(task);
        task->start();
        return task;
    }

    /// What a preflight asks.
    void engineAnswers(const QByteArray &containers = {})
    {
        playFarEngine(docker);
        docker.rule({u"ps"_s}).out(containers);
        docker.rule({u"network"_s, u"ls"_s});
        docker.rule({u"volume"_s, u"ls"_s});
        docker.rule({u"run"_s}); // who asks for the listeners of a far host
    }
    /// Whatever is made, changed or removed: docker does it, and says nothing.
    void everythingWorks() { docker.ruleMatching(u"."_s); }
    /// The calls that change something.
    [[nodiscard]] QStringList changes() const
    {
        const QRegularExpression changing(
            u"^(--context \\S+ )?(create|cp|start|stop|restart|kill|pause|unpause|rm|network "
            "(create|rm)|volume (create|rm))\\b"_s);
        return docker.callLines().filter(changing);
    }

    QTemporaryDir folder;
    FakeDocker docker;
    ManualClock clock;
    Settings settings;
    ProcessRunner runner;
    ClusterStore store;
    EngineRegistry engines;
    ClusterRepository repository;
    ActivityLog log;
    ClusterService service;
    ClusterMonitor monitor;
    UiServices services;

private:
    static MemberState roleOf(const Ensemble &ensemble, const Member &member)
    {
        if (member.role == MemberRole::Observer)
            return MemberState::Observer;
        if (ensemble.participants() == 1)
            return MemberState::Standalone;
        return member.id == ensemble.participants() ? MemberState::Leader : MemberState::Follower;
    }
    ContainerObservation observation(const QString &cluster, const Member &member) const
    {
        ContainerObservation container;
        container.id = u"%1%2"_s.arg(cluster).arg(member.id);
        container.name = u"%1-%2"_s.arg(cluster, member.name);
        container.image = u"zoodock/zookeeper:3.8"_s;
        return container;
    }
};

/// Shown, and the one that takes the keys.
inline bool showActive(QWidget &window)
{
    window.show();
    if (!QTest::qWaitForWindowExposed(&window))
        return false;
    window.activateWindow();
    return QTest::qWaitForWindowActive(&window);
}

/// The one visible child of a type whose text (without ampersands) or accessible name is this; nullptr: none.
template <typename T>
T *findButton(const QWidget &parent, const QString &text)
{
    for (T *button : parent.findChildren<T *>()) {
        if (button->isVisible() &&
            (QString(button->text()).remove(u'&') == text || button->accessibleName() == text))
            return button;
    }
    return nullptr;
}

/// All texts that a person can read below a widget, a line each.
inline QString readable(const QWidget &parent)
{
    QStringList lines;
    for (const QLabel *label : parent.findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty())
            lines += label->text().replace(QChar(QChar::Nbsp), u' ');
    }
    return lines.join(u'\n');
}

} // namespace zoodock::test
