// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"
#include "core/processrunner.h"
#include "docker/dockercommands.h"
#include "docker/dockerobjects.h"

#include <memory>

namespace zoodock
{

/// Typed operations on one engine (= one docker context). Every operation is returned unstarted and owned by
/// `parent`; failures carry the kinds of dockerErrorKind(). Knows nothing of ZooKeeper.
class DockerEngine : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DockerEngine)
public:
    DockerEngine(ProcessRunner &runner, DockerCommands commands, QObject *parent = nullptr);
    ~DockerEngine() override;

    [[nodiscard]] const DockerCommands &commands() const { return m_commands; }
    [[nodiscard]] ProcessRunner &runner() const { return m_runner; }

    /// Always asks: it tells whether the engine is there. Who asks for a recent one meanwhile shares the
    /// answer.
    [[nodiscard]] ValueOperation<EngineVersion> *version(QObject *parent);
    /// The same, what hardly ever changes: an answer of the last two seconds will do, and who asks while
    /// another asks shares the answer.
    [[nodiscard]] ValueOperation<EngineVersion> *recentVersion(QObject *parent);
    [[nodiscard]] ValueOperation<EngineInfo> *recentInfo(QObject *parent);
    [[nodiscard]] ValueOperation<ContextInfo> *recentContextInfo(QObject *parent);
    [[nodiscard]] ValueOperation<EngineInfo> *info(QObject *parent);
    [[nodiscard]] ValueOperation<ContextInfo> *contextInfo(QObject *parent);
    [[nodiscard]] ValueOperation<QList<ContextInfo>> *contexts(QObject *parent);
    /// A row of every container, stopped ones too.
    [[nodiscard]] ValueOperation<QList<ContainerRow>> *containerRows(QObject *parent);
    /// ps by labels, then inspect; objects that vanish between the two are left out.
    [[nodiscard]] ValueOperation<QList<ContainerInfo>> *containers(const QStringList &labelFilters,
                                                                   QObject *parent);
    /// inspect by name or id; what does not exist is left out of the value.
    [[nodiscard]] ValueOperation<QList<ContainerInfo>> *inspect(const QStringList &namesOrIds,
                                                                QObject *parent);
    [[nodiscard]] ValueOperation<QStringList> *networks(const QStringList &labelFilters, QObject *parent);
    [[nodiscard]] ValueOperation<QStringList> *volumes(const QStringList &labelFilters, QObject *parent);
    /// All of them, with their labels.
    [[nodiscard]] ValueOperation<QList<NamedObject>> *networkObjects(QObject *parent);
    [[nodiscard]] ValueOperation<QList<NamedObject>> *volumeObjects(QObject *parent);
    [[nodiscard]] ValueOperation<QStringList> *images(QObject *parent);
    /// Any command whose output matters: succeeds with stdout where it ended with 0.
    [[nodiscard]] ValueOperation<QByteArray> *run(CommandSpec spec, QObject *parent);

private:
    ProcessRunner &m_runner;
    DockerCommands m_commands;
    struct Recent;
    std::unique_ptr<Recent> m_recent;
};

} // namespace zoodock
