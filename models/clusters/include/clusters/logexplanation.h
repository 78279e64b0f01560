// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <optional>

namespace zoodock
{

/// What a line of ZooKeeper's log means, and what to do. Translated.
struct LogExplanation
{
    enum class Kind { Event, Trouble }; ///< Event: nothing is wrong
    Kind kind = Kind::Event;
    QString title;
    QString cause;
    QString remedy; ///< may be empty
};

/// Empty: the line is none of those that are known. Cheap enough for each line that is painted.
[[nodiscard]] std::optional<LogExplanation> explainLogText(const QByteArray &text);

} // namespace zoodock
