// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

#include <optional>

namespace zoodock
{

/// The line, from 1, of the value at `path` ("members", "1", "client") in a text that is known to be valid
/// JSON. Where the path ends early, the line of the last part that is there.
[[nodiscard]] int lineOfJsonPath(const QByteArray &json, const QStringList &path);
struct RepeatedKey
{
    QString key;
    qsizetype offset = 0; ///< in bytes
};
/// The first key that stands in its object for a second time, of a text that is known to be valid JSON:
/// whoever reads it takes one of the two, and says nothing.
[[nodiscard]] std::optional<RepeatedKey> repeatedJsonKey(const QByteArray &json);
/// The line, from 1, that a byte stands on.
[[nodiscard]] int lineOfOffset(const QByteArray &json, qsizetype offset);

} // namespace zoodock
