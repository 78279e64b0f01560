// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace zoodock
{

struct DiffLine
{
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    QString text;
    friend bool operator==(const DiffLine &, const DiffLine &) = default;
};

/// What turns one text into the other, line by line (Myers 1986). Bounded: where the texts differ too much
/// for that, the differing middle is removed and added as a whole.
[[nodiscard]] QList<DiffLine> lineDiff(const QString &before, const QString &after);

/// Only the differences, with `context` same lines around each; what is left out is one Same line "…".
[[nodiscard]] QList<DiffLine> shortened(const QList<DiffLine> &diff, int context);

} // namespace zoodock
