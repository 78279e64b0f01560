// SPDX-License-Identifier: GPL-3.0-or-later
#include "sweep.h"

#include "core/sequence.h"
#include "docker/dockerengine.h"
#include "dockercall.h"

namespace zoodock
{

using namespace std::chrono_literals;

namespace
{

constexpr std::chrono::milliseconds sweepPause = 200ms;
constexpr int removalsTried = 5;
constexpr int looksTried = 3;

QStringList within(const QStringList &names, const QSet<QString> &allowed)
{
    QStringList list;
    for (const QString &name : names) {
        if (allowed.contains(name))
            list += name;
    }
    return list;
}

} // namespace

OwnObjects SweepScope::of(const OwnObjects &found) const
{
    OwnObjects scoped;
    for (const ContainerInfo &container : found.containers) {
        if (everything || names.contains(container.name))
            scoped.containers += container;
    }
    scoped.networks = everything ? found.networks : within(found.networks, names);
    if (everything)
        scoped.volumes = volumes ? found.volumes : QStringList();
    else
        scoped.volumes = within(found.volumes, names);
    return scoped;
}

Sweep::Sweep(DockerEngine &engine, QString cluster, SweepScope scope, QObject *parent)
    : ValueOperation(parent)
    , m_engine(engine)
    , m_cluster(std::move(cluster))
    , m_scope(std::move(scope))
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Sweep::look);
}

Sweep::~Sweep() = default;

void Sweep::begin()
{
    m_quiet.restart();
    look();
}

void Sweep::abort(const Error &why)
{
    m_pause.stop();
    if (m_running)
        m_running->cancel(); // which ends in fail()
    else
        fail(why);
}

void Sweep::look()
{
    m_quiet.look();
    lookAtOwnObjects(m_engine, m_cluster, this, m_running,
                     [this](const Result<OwnObjects> &found) { onFound(found); });
}

void Sweep::onFound(const Result<OwnObjects> &found)
{
    if (!found) {
        if (isCancelRequested() || ++m_failedLooks == looksTried)
            fail(found.error());
        else
            m_pause.start(sweepPause);
        return;
    }
    m_failedLooks = 0;
    const OwnObjects left = m_scope.of(*found);
    if (!left.names().isEmpty()) {
        if (m_removals++ == removalsTried)
            succeedWith(left.names());
        else
            remove(left);
    } else if (m_quiet.isOver()) {
        succeedWith({});
    } else {
        m_pause.start(sweepPause);
    }
}

void Sweep::remove(const OwnObjects &objects)
{
    const DockerCommands &docker = m_engine.commands();
    QList<CommandSpec> commands;
    if (!objects.containers.isEmpty())
        commands += docker.remove(objects.containerNames());
    for (const QString &network : objects.networks)
        commands += docker.removeNetwork(network);
    if (!objects.volumes.isEmpty())
        commands += docker.removeVolumes(objects.volumes);

    QList<OperationFactory> steps;
    for (const CommandSpec &command : std::as_const(commands)) {
        steps += [this, command](QObject *parent) {
            Q_EMIT issued(command.display());
            return new DockerCall(m_engine, command, DockerCall::Deadline::Total, parent);
        };
    }
    // One after the other, each whatever became of the one before.
    auto *const all = new Parallel(steps, Parallel::OnFailure::FinishOthers, 1, this);
    m_running = all;
    connect(all, &Operation::finished, this, [this, all] {
        m_running = nullptr;
        all->deleteLater();
        if (isCancelRequested()) {
            fail(Error::cancelled());
            return;
        }
        if (!all->outcome())
            m_problem = all->outcome().error();
        m_quiet.restart();
        m_pause.start(all->succeeded() ? 0ms : sweepPause);
    });
    all->start();
}

} // namespace zoodock
