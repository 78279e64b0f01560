// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/ensemble.h"
#include "ensemble/serversetting.h"

namespace zoodock
{

/// Why the servers of the chosen image cannot be told this setting; empty where they can. Translated.
[[nodiscard]] QString whyUnavailable(const Ensemble &ensemble, const ServerSetting &setting);
/// What the servers will be told, or use without being told: the chosen value, else ZooDock's default.
[[nodiscard]] QString settingValue(const Ensemble &ensemble, const ServerSetting &setting);
/// Chooses a value; the default is not written down, so that it may change with ZooDock.
void setSettingValue(Ensemble &ensemble, const ServerSetting &setting, const QString &value);

} // namespace zoodock
