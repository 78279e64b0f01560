// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"

#include <QtCore/QMap>
#include <QtCore/QStringList>

namespace zoodock
{

class DockerEngine;

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

/// `error` with the logs in its detail; PortInUse where a log says that an address was taken.
[[nodiscard]] Error withLogs(const Error &error, const QMap<QString, QString> &logs);

} // namespace zoodock
