// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"

#include <QtCore/QDateTime>
#include <QtCore/QMap>
#include <QtCore/QSet>

namespace zoodock
{

class DockerEngine;
struct ClusterStatus;
struct Ensemble;

/// Containers, and since when each runs, or ran last. Invalid: nobody knows, or the run before counts as
/// well.
using RunStarts = QMap<QString, QDateTime>;

/// Saves the end of each container's log of that run before the way back removes it. Never fails for docker's
/// reasons: a container without a log has an empty one.
class Autopsy : public ValueOperation<QMap<QString, QString>>
{
    Q_OBJECT
public:
    Autopsy(DockerEngine &engine, RunStarts containers, QObject *parent);
    ~Autopsy() override;

protected:
    void begin() override;

private:
    void read(const QString &container, const QDateTime &startedAt);

    DockerEngine &m_engine;
    RunStarts m_containers;
    QMap<QString, QString> m_logs;
    qsizetype m_open = 0;
};

/// `error` with the errors and the ends of the logs in its detail, and in its message the cause: explained
/// where it is recognised, else in the server's own words. PortInUse where a log says that an address was
/// taken.
[[nodiscard]] Error withLogs(const Error &error, const QMap<QString, QString> &logs);

/// Of the members in question those that do not serve, whose logs tell why; all of them where each serves.
[[nodiscard]] RunStarts containersInTrouble(const ClusterStatus *status, const Ensemble &ensemble,
                                            const QSet<int> &memberIds);

} // namespace zoodock
