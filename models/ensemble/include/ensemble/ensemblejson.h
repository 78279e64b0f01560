// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "ensemble/ensemble.h"

#include <QtCore/QByteArray>

namespace zoodock
{

inline constexpr int ensembleFormatVersion = 1;

/// Indented UTF-8 JSON with a stable key order ("zoodock": 1, name, image, network, members, …, then unknown
/// keys); ends with a newline. The same ensemble always gives the same bytes.
[[nodiscard]] QByteArray toJson(const Ensemble &ensemble);
/// The same without white space.
[[nodiscard]] QByteArray toCompactJson(const Ensemble &ensemble);
/// FileDamaged with line and reason ("Line 12: …") for broken JSON, wrong types, impossible values; FileNewer
/// for a higher format version. Keys that are not known survive in `extra`. Fills defaults for what is
/// absent.
[[nodiscard]] Result<Ensemble> ensembleFromJson(const QByteArray &json);

} // namespace zoodock
