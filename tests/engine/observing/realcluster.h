// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/ensemble.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace zoodock::test
{

/// Runs docker and waits; stdout, or nothing after a failure (which is printed).
QString docker(const QStringList &arguments);

/// Containers made by plain `docker` commands, so that the observers under test see what others do.
/// Everything carries the label org.zoodock.test of this run and goes with the object.
class RealCluster
{
public:
    RealCluster(const QString &name, int participants, int observers, NetworkMode mode);
    ~RealCluster();
    RealCluster(const RealCluster &) = delete;
    RealCluster &operator=(const RealCluster &) = delete;

    [[nodiscard]] const Ensemble &ensemble() const { return m_ensemble; }
    /// Of what create() makes.
    void set(const QString &setting, const QString &value) { m_ensemble.settings.insert(setting, value); }
    [[nodiscard]] QString container(int memberId) const;
    /// `options`: more of `docker create`.
    void create(const QStringList &options = {});
    void start(const QList<int> &memberIds);
    void remove();
    /// "kill", "pause", "unpause", "stop": one docker command for these members.
    void tell(const QString &verb, const QList<int> &memberIds) const;
    /// Every process of the member gets this signal (-STOP, -CONT), past docker.
    void signal(int memberId, const QString &name) const;

private:
    Ensemble m_ensemble;
};

} // namespace zoodock::test
