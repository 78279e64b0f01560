// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/znodeconnection.h"

#include <QtCore/QString>

#include <map>
#include <memory>

namespace zoodock
{

/// A session that has ephemeral znodes of a cluster that is not shown just now.
struct ParkedCluster
{
    std::unique_ptr<ParkedSession> session;
    int member = 0; ///< what it was connected to; 0: all
};

/// By the cluster's name: at most one of each.
using ParkedSessions = std::map<QString, ParkedCluster>;

} // namespace zoodock
