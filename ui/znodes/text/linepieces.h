// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <optional>

namespace zoodock
{

/// A line that is longer than this keeps an editor waiting at every key: it lays out whole lines.
inline constexpr qsizetype longestEasyLine = 10'000;

/// `text` with its long lines in pieces that fit a window, a carriage return between them. Nothing: no line
/// is that long, or the text has carriage returns of its own.
[[nodiscard]] std::optional<QString> inPieces(const QString &text);
/// Takes the carriage returns out again.
[[nodiscard]] QString joinedPieces(QString text);

} // namespace zoodock
