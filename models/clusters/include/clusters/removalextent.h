// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace zoodock
{

/// What a removal of a cluster would take, by name and size. From the engine, by label. A value.
struct RemovalExtent
{
    /// Docker looks through its whole disk for them.
    enum class Sizes { Counted, LeftOut };

    struct Volume
    {
        QString name;
        /// As docker counts it, rounded to 4 digits; nullopt: it did not say, or was not asked. It counts the
        /// files' lengths, and ZooKeeper sets aside 64 MiB for a new log: less is stored, and less of the
        /// disk is used.
        std::optional<qint64> bytes;

        friend bool operator==(const Volume &, const Volume &) = default;
    };

    QString cluster;
    QStringList containers; ///< running or not
    QStringList networks;   ///< own ones
    QList<Volume> volumes;  ///< named ones: what `withVolumes` takes; the others go with their containers

    /// Sum of those that are known; nullopt: of none.
    [[nodiscard]] std::optional<qint64> bytes() const;
    /// "6 volumes with up to 384.0 MiB of data", "6 volumes", "no volumes"; translated.
    [[nodiscard]] QString volumesPhrase() const;

    friend bool operator==(const RemovalExtent &, const RemovalExtent &) = default;
};

} // namespace zoodock
