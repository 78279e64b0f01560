// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"
#include "ownobjects.h"
#include "quiet.h"

#include <QtCore/QSet>
#include <QtCore/QTimer>

#include <functional>

namespace zoodock
{

/// What a sweep may take away, of what carries the cluster's label.
struct SweepScope
{
    bool everything = false; ///< all containers and networks, whatever their names
    bool volumes = false;    ///< with everything: all volumes too
    QSet<QString> names;     ///< otherwise: these alone

    [[nodiscard]] OwnObjects of(const OwnObjects &found) const;
};

/// Looks again and again and removes what there is, until nothing has appeared for a second: a docker CLI
/// that was killed 40 ms after its start still leaves a running container. The value names what could not be
/// removed; fails only where the engine cannot be asked.
class Sweep : public ValueOperation<QStringList>
{
    Q_OBJECT
public:
    Sweep(DockerEngine &engine, QString cluster, SweepScope scope, QObject *parent);
    ~Sweep() override;

    /// Why the last removal failed, if one did.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

Q_SIGNALS:
    void issued(const QString &display);

protected:
    void begin() override;
    void abort(const Error &why) override;

private:
    void look();
    void onFound(const Result<OwnObjects> &found);
    void remove(const OwnObjects &objects);

    DockerEngine &m_engine;
    QString m_cluster;
    SweepScope m_scope;
    QTimer m_pause;
    Quiet m_quiet;
    Operation *m_running = nullptr;
    std::optional<Error> m_problem;
    int m_removals = 0;
    int m_failedLooks = 0;
};

} // namespace zoodock
