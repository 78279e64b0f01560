// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace zoodock
{

class Settings;

/// What the znodes page remembers of a cluster between runs.
struct ZnodeView
{
    QString path; ///< selected last
    QString chroot;
    QStringList bookmarks;
    std::optional<bool> readOnly; ///< as a person chose; nothing: the default
    friend bool operator==(const ZnodeView &, const ZnodeView &) = default;
};

/// Kept in SettingKey::ZnodeViews, a JSON object by the clusters' names.
[[nodiscard]] ZnodeView rememberedView(const Settings &settings, const QString &cluster);
void rememberView(Settings &settings, const QString &cluster, const ZnodeView &view);

} // namespace zoodock
