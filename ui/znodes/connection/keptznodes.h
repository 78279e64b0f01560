// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/znodes/connection/credentialstore.h"
#include "ui/znodes/connection/parkedsessions.h"
#include "ui/znodes/znodedrafts.h"
#include "ui/znodes/connection/znodesession.h"

#include <QtCore/QMap>
#include <QtCore/QStringList>

#include <memory>

namespace zoodock
{

/// What the znodes page leaves behind when its window is made anew, as another language does: the connection
/// with the ephemeral znodes of its session, the last change (for Undo), where one was (for Back and
/// Forward), whom one is signed in as, and unsaved changes.
struct KeptZnodes
{
    ZnodeDrafts drafts;
    /// Clusters that went since they were shown, and the ephemeral znodes that were made there: told when
    /// they are there again.
    QMap<QString, QStringList> removed;
    CredentialStore credentials;
    ParkedSessions parked; ///< before the session, which leaves its own there
    /// Null until there is a page. It ends before the services that the page was made with do.
    std::unique_ptr<ZnodeSession> session;
};

} // namespace zoodock
