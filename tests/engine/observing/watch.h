// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "unit/clusters/observing/storelog.h"

#include "clusters/clustermonitor.h"
#include "clusters/clusterstore.h"
#include "clusters/engineregistry.h"
#include "core/processrunner.h"

#include <utility>

namespace zoodock::test
{

/// Store and observers with one docker CLI, as in the program; from the start.
struct Watch
{
    explicit Watch(QString cli)
        : docker(std::move(cli))
    {
        monitor.start();
    }

    QString docker;
    ProcessRunner runner;
    ClusterStore store{Clock::system()};
    StoreLog log{store};
    EngineRegistry engines{runner, docker};
    ClusterMonitor monitor{engines, store};
};

} // namespace zoodock::test
