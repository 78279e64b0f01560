// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"

namespace zoodock
{

class ClusterStore;
struct ClusterStatus;

/// Reads the store at every change of one cluster until the subclass settles. Does not probe.
class StoreWait : public Operation
{
    Q_OBJECT
public:
    StoreWait(const ClusterStore &store, QString cluster, QObject *parent);
    ~StoreWait() override;

Q_SIGNALS:
    void progressed(const QString &detail);

protected:
    void begin() override;
    /// nullptr: the store has it no more.
    [[nodiscard]] const ClusterStatus *current() const;
    /// Looks again, unless all is settled or the cluster is gone.
    void check();
    virtual void look(const ClusterStatus &status) = 0;
    /// What is still waited for, said once.
    void say(const QString &detail);

private:
    const ClusterStore &m_store;
    QString m_cluster;
    QString m_detail;
};

} // namespace zoodock
