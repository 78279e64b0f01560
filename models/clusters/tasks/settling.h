// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"
#include "ownobjects.h"
#include "quiet.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>

namespace zoodock
{

/// Waits until what an engine has of a cluster has not changed for a second: the docker calls of a program
/// that was killed go on without it. Does not wait for ever for what never rests (a container in a crash loop
/// counts as resting).
class Settling : public Operation
{
    Q_OBJECT
public:
    Settling(DockerEngine &engine, QString cluster, QObject *parent);
    ~Settling() override;

protected:
    void begin() override;
    void abort(const Error &why) override;

private:
    void look();
    void onFound(const Result<OwnObjects> &found);

    DockerEngine &m_engine;
    QString m_cluster;
    QTimer m_pause;
    QElapsedTimer m_total;
    Quiet m_quiet;
    QStringList m_last;
};

} // namespace zoodock
