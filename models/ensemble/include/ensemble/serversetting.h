// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/version.h"

#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace zoodock
{

/// How a value reaches the server.
enum class SettingChannel { ZooCfg, JvmHeap, JvmFlag, JvmFlags, FreeLines };
enum class SettingType { Integer, Boolean, Text, Lines };

/// One server setting that a person may choose. Source of texts and ranges: zookeeperAdmin.md 3.9.3.
struct ServerSetting
{
    QString key; ///< stable id in JSON and UI: "tickTime", "heap", "4lw.commands.whitelist"
    SettingChannel channel = SettingChannel::ZooCfg;
    SettingType type = SettingType::Integer;
    QString configKey;    ///< the zoo.cfg key, or the system property for JvmFlag
    QString defaultValue; ///< ZooDock's own default
    QString unit;         ///< "ms", "ticks", "MiB", …; empty: none
    std::optional<qint64> minimum;
    std::optional<qint64> maximum;
    Version since; ///< first server version that has it

    [[nodiscard]] QString title() const;       ///< translated
    [[nodiscard]] QString explanation() const; ///< translated, one or two sentences
    [[nodiscard]] QString unitText() const;    ///< translated
    /// Empty, or a translated sentence saying what is wrong with the value.
    [[nodiscard]] QString problem(const QString &value) const;
};

[[nodiscard]] const QList<ServerSetting> &serverSettings();
[[nodiscard]] const ServerSetting *serverSetting(const QString &key);

} // namespace zoodock
