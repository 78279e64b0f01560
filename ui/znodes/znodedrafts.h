// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/valuecodec.h"
#include "znodes/znodestat.h"

#include <QtCore/QHash>

namespace zoodock
{

/// An unsaved change of a value, to be taken up again later.
struct ZnodeDraft
{
    ZnodeValue base; ///< what was read before the first edit
    QByteArray bytes;
    Charset charset = Charset::Utf8;
};

/// Unsaved changes by cluster, root and path; kept as long as ZooDock runs, whatever window shows them.
using ZnodeDrafts = QHash<QString, ZnodeDraft>;

} // namespace zoodock
