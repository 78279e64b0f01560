// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/ensemble.h"

namespace zoodock
{

/// "127.0.0.1:2181,127.0.0.1:2182": for programs on the engine's host (or on `engineHost`, where the engine
/// is elsewhere and the ports are published beyond loopback). Members without a published client port are
/// left out.
[[nodiscard]] QString hostConnectString(const Ensemble &ensemble, const QString &engineHost = {});
/// "zoo1:2181,zoo2:2181": for programs in containers on the same bridge network. Host mode: same as above.
[[nodiscard]] QString networkConnectString(const Ensemble &ensemble);

} // namespace zoodock
