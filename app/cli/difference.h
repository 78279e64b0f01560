// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"

namespace zoodock
{

/// A warning where the options, or the file, describe another cluster than the one that is there; empty where
/// they describe that one. Of the options only those count that were given. `context`: docker's own name of
/// the one that the cluster is in, empty where that is not known.
[[nodiscard]] QString differenceSentence(const Ensemble &existing, const CliRequest &request,
                                         const QString &context);

} // namespace zoodock
