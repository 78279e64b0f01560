// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QStringList>

namespace zoodock
{

/// What a container wrote since `startedAt` (invalid: all), from what `docker logs --timestamps` gave: both
/// streams in the order of time, without the stamps. All of it where nothing is that young.
[[nodiscard]] QString linesOfRun(const QByteArray &standardOutput, const QByteArray &standardError,
                                 const QDateTime &startedAt);

/// What ended the server, in its own words: the deepest cause of the last error. Empty: it names none.
[[nodiscard]] QString reasonIn(const QStringList &lines);

/// What reasonIn() tells; else what Java complains of before there is a server, or the last error's own
/// words.
[[nodiscard]] QString complaintIn(const QStringList &lines);

/// The errors with their exceptions and causes, `decisive` too, and the last lines; a line "…" for each gap.
[[nodiscard]] QString excerptOf(const QStringList &lines, const QString &decisive);

} // namespace zoodock
