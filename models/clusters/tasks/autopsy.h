// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"

#include <QtCore/QMap>
#include <QtCore/QSet>
#include <QtCore/QStringList>

namespace zoodock
{

class DockerEngine;
struct ClusterStatus;
struct Ensemble;

/// Saves the end of each container's log before the way back removes it. Never fails for docker's reasons: a
/// container without a log has an empty one.
class Autopsy : public ValueOperation<QMap<QString, QString>>
{
    Q_OBJECT
public:
    Autopsy(DockerEngine &engine, QStringList containers, QObject *parent);
    ~Autopsy() override;

protected:
    void begin() override;

private:
    void read(const QString &container);

    DockerEngine &m_engine;
    QStringList m_containers;
    QMap<QString, QString> m_logs;
    qsizetype m_open = 0;
};

/// `error` with the ends of the logs in its detail, and in its message what they tell of a cause that is
/// recognised. PortInUse where a log says that an address was taken.
[[nodiscard]] Error withLogs(const Error &error, const QMap<QString, QString> &logs);

/// Of the members in question those that do not serve, whose logs tell why; all of them where each serves.
[[nodiscard]] QStringList containersInTrouble(const ClusterStatus *status, const Ensemble &ensemble,
                                              const QSet<int> &memberIds);

} // namespace zoodock
