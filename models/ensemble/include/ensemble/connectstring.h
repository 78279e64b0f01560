// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/ensemble.h"

namespace zoodock
{

/// "127.0.0.1:2181,127.0.0.1:2182": for programs on the engine's host (or on `engineHost`, where the engine
/// is elsewhere and the ports are published beyond loopback). Members without a published client port are
/// left out.
[[nodiscard]] QString hostConnectString(const Ensemble &ensemble, const QString &engineHost = {});
/// Whether the members' names mean something inside their network: not in docker's default one, where `docker
/// run` puts what is given none.
[[nodiscard]] bool namesResolve(const Ensemble &ensemble);
/// "zoo1:2181,zoo2:2181": for programs in containers on the same bridge network. Host mode: same as above.
/// Empty where names do not resolve.
[[nodiscard]] QString networkConnectString(const Ensemble &ensemble);

} // namespace zoodock
