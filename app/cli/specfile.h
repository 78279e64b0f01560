// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "ensemble/ensemble.h"

#include <QtCore/QString>

namespace zoodock
{

/// The cluster that the file of --file describes; "-" is standard input. Reads it once, to its end, and waits
/// for that where it is a pipe. Warns on stderr where it leaves something out.
[[nodiscard]] Result<Ensemble> ensembleFromFile(const QString &path);

} // namespace zoodock
