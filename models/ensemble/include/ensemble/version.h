// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <compare>
#include <optional>

namespace zoodock
{

/// A ZooKeeper or engine version, major.minor.patch. Suffixes ("-beta", "+dfsg1") are dropped.
struct Version
{
    int major_ = 0;
    int minor_ = 0;
    int patch_ = 0;

    friend auto operator<=>(const Version &, const Version &) = default;
    [[nodiscard]] QString toString() const;
    /// "3.8", "3.8.0", "3.9.4-jre17", "20.10.24+dfsg1". A missing part of "3.8" or "3" reads as a very high
    /// number (tags move: 3.8 means the newest 3.8). nullopt for "latest" and everything that does not start
    /// with a number.
    [[nodiscard]] static std::optional<Version> fromText(const QString &text);
};

} // namespace zoodock
