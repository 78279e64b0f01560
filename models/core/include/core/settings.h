// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QVariant>

#include <functional>
#include <memory>

class QSettings;

namespace zoodock
{

/// The application's preferences: one table of key → type, default, validator. A stored value that the
/// validator refuses reads as the default.
enum class SettingKey {
    DockerExecutable, ///< string, "docker"
    DockerContext,    ///< string, empty: docker's own current context
    DefaultImage,     ///< string, empty: the local image if present, else zookeeper:3.9
    FirstClientPort,  ///< int, 2181
    Theme,            ///< string: system, light, dark
    Language,         ///< string, empty: the locale's; else "en", "zh_CN"
    SettledPace,      ///< int, ms between questions to a member while nothing moves; 1000
    UnsettledPace,    ///< int, ms between questions to a member of an unsettled cluster; 250
    LogLimit,         ///< int, lines kept per member; 100,000
    Notifications,    ///< bool: tell the desktop of quorums lost and regained; true
    WindowGeometry,   ///< bytes
    ViewStates,       ///< string: JSON, how splitters, columns and tabs of the window were arranged
    FoldedClusters,   ///< string list: those whose members the sidebar hides
    LastCluster,      ///< string
    WizardGeometry,   ///< bytes
    LastWish,         ///< string: what was chosen for the last new cluster, as a cluster file's JSON
    ZnodeViews,       ///< string: JSON, cluster → bookmarks, last path, chroot, read-only
    PrettyValues,     ///< bool: values of znodes are laid out for reading, where that is possible; false
};

struct SettingSpec
{
    SettingKey key;
    QString path; ///< "engine/executable"
    QVariant defaultValue;
    std::function<bool(const QVariant &)> isValid; ///< null: everything of the default's type
};

class Settings : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Settings)
public:
    /// INI file at `file`; empty: the user's own (QSettings' default place for org.zoodock/ZooDock).
    explicit Settings(const QString &file = {});
    ~Settings() override;

    [[nodiscard]] static const QList<SettingSpec> &table();
    [[nodiscard]] QVariant value(SettingKey key) const;
    [[nodiscard]] QString text(SettingKey key) const { return value(key).toString(); }
    /// False where the validator refuses; nothing is stored then.
    bool setValue(SettingKey key, const QVariant &value);
    /// Whether setValue() would take it.
    [[nodiscard]] static bool accepts(SettingKey key, const QVariant &value);

Q_SIGNALS:
    /// setValue() stored another value than value() gave before.
    void changed(zoodock::SettingKey key);

private:
    std::unique_ptr<QSettings> m_store;
};

} // namespace zoodock
