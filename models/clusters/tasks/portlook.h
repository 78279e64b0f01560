// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"
#include "ensemble/ensemble.h"

#include <QtCore/QMap>

namespace zoodock
{

class EngineRegistry;
struct ClusterStatus;

/// Looks, before members are started on the host's network, who has their ports: docker knows of none there.
/// It would start the container, whose server ends at once and is started again, for ever. The value: who
/// cannot be started, and why (PortInUse). It is empty also where the engine cannot tell: then docker says
/// what is wrong.
class PortLook final : public ValueOperation<QMap<int, Error>>
{
    Q_OBJECT
public:
    PortLook(EngineRegistry &engines, Ensemble ensemble, QList<int> memberIds, QObject *parent);

    /// Those of `memberIds` (empty: of all) that do not run, and will take ports that docker does not know
    /// of.
    [[nodiscard]] static QList<int> needing(const ClusterStatus &cluster, const QList<int> &memberIds);

protected:
    void begin() override;
    void abort(const Error &why) override;

private:
    EngineRegistry &m_engines;
    Ensemble m_ensemble;
    QList<int> m_memberIds;
};

} // namespace zoodock
