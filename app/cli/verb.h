// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/console.h"
#include "app/cli/statusreport.h"

#include <QtCore/QMap>
#include <QtCore/QObject>
#include <QtCore/QPointer>

#include <functional>

namespace zoodock
{

class ClusterMonitor;
class ClusterTask;
class Composition;

/// One run of one verb. start() begins; done() comes exactly once.
class Verb : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Verb)
public:
    Verb(Composition &parts, CliRequest request, QObject *parent);

    virtual void start() = 0;
    /// Ctrl+C: the running task undoes; without one the verb just ends.
    virtual void interrupt();

Q_SIGNALS:
    void done(zoodock::ExitCode code);

protected:
    [[nodiscard]] Composition &parts() const { return m_parts; }
    [[nodiscard]] const CliRequest &request() const { return m_request; }
    /// Runs `next` once every engine has been looked at and every running member has been asked, or after
    /// 15 s with what is known by then.
    void whenObserved(const std::function<void()> &next);
    /// The same without asking the members: which clusters there are is known.
    void whenSeen(const std::function<void()> &next);
    /// Prints the task's steps as they end; then calls `next` with the outcome.
    void follow(ClusterTask *task, const std::function<void(const Result<void> &)> &next);
    /// Runs `next` where the person at the terminal says yes; ends the verb otherwise.
    void ask(const QString &question, const std::function<void()> &next);
    /// Asks the engines with what settings the clusters' containers were made, for filingOf(); then `next`.
    void lookAtSettings(const QStringList &clusters, const std::function<void()> &next);
    [[nodiscard]] ClusterFiling filingOf(const QString &cluster) const;
    /// The error on stderr, and the exit code that belongs to its kind.
    void fail(const Error &error);
    void finish(ExitCode code);
    /// What the running task does about Ctrl+C.
    [[nodiscard]] virtual QString interruptedSentence() const;
    /// True where the cluster is known; otherwise fails with NoCluster.
    bool requireCluster();
    /// False, and the verb failed, where the cluster's engine is known to be silent.
    bool requireEngine();

private:
    void when(bool (ClusterMonitor::*ready)() const, void (ClusterMonitor::*becomesReady)(),
              const std::function<void()> &next);
    [[nodiscard]] EngineStatus engineInQuestion() const;
    [[nodiscard]] bool mayDiffer(const QString &cluster) const;
    void printStep(ClusterTask *task, int index);

    Composition &m_parts;
    CliRequest m_request;
    QPointer<ClusterTask> m_task;
    QMap<QString, QList<int>> m_otherSettings; ///< members by cluster, where it is known
    bool m_interrupted = false;
    bool m_done = false;
};

[[nodiscard]] ExitCode exitCodeFor(ErrorKind kind);

} // namespace zoodock
