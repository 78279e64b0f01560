// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/serverconfig.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

namespace zoodock
{

/// A POSIX ustar archive with the files' base names, owners and modes, for `docker cp - CONTAINER:DIR`. All
/// files must lie in the same directory. Time stamps are 0: the same files always give the same bytes.
[[nodiscard]] QByteArray tarArchive(const QList<GeneratedFile> &files);

} // namespace zoodock
