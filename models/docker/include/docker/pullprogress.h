// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace zoodock
{

/// One line of `docker pull` about one layer. To a pipe the CLI says only where a layer stands, never bytes
/// (CLI 20.10 to 28).
struct PulledLayer
{
    enum class State { Waiting, Downloading, Downloaded, Extracting, Complete };
    QString id; ///< 12 hex digits
    State state = State::Waiting;
    friend bool operator==(const PulledLayer &, const PulledLayer &) = default;
};

namespace parse
{
/// "a0d0a0d46f8b: Pull complete"; nullopt for every other line.
[[nodiscard]] std::optional<PulledLayer> pullLine(const QByteArray &line);
} // namespace parse

} // namespace zoodock
