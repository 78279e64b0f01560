// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSettings>
#include <QtCore/QStringList>

#include <algorithm>
#include <optional>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

bool isProgram(const QVariant &value)
{
    const QString program = value.toString();
    return !program.trimmed().isEmpty() && !program.startsWith(u'-') && !program.contains(QChar::Null);
}

/// What `docker context create` accepts, or empty.
bool isContextName(const QVariant &value)
{
    static const QRegularExpression name(u"\\A([a-zA-Z0-9][a-zA-Z0-9_.+-]+)?\\z"_s);
    return name.match(value.toString()).hasMatch();
}

/// Not the full grammar of references: docker says that better. Only what could be mistaken for something
/// else.
bool isImageReference(const QVariant &value)
{
    static const QRegularExpression reference(u"\\A([A-Za-z0-9][A-Za-z0-9._:/@-]*)?\\z"_s);
    return reference.match(value.toString()).hasMatch();
}

bool isPort(const QVariant &value)
{
    return value.toInt() >= 1 && value.toInt() <= 65535;
}

std::function<bool(const QVariant &)> isWithin(int least, int most)
{
    return [least, most](const QVariant &value) { return value.toInt() >= least && value.toInt() <= most; };
}

/// A locale's name as in the translations' files, or empty.
bool isLanguage(const QVariant &value)
{
    static const QRegularExpression name(u"\\A([a-z]{2,3}(_[A-Z]{2})?)?\\z"_s);
    return name.match(value.toString()).hasMatch();
}

bool isTheme(const QVariant &value)
{
    return QStringList{u"system"_s, u"light"_s, u"dark"_s}.contains(value.toString());
}

const SettingSpec &specOf(SettingKey key)
{
    const QList<SettingSpec> &table = Settings::table();
    return *std::find_if(table.cbegin(), table.cend(),
                         [key](const SettingSpec &spec) { return spec.key == key; });
}

/// `value` as the setting's type, if it can be and the validator has nothing against it. (An INI file knows
/// texts.)
std::optional<QVariant> accepted(const SettingSpec &spec, QVariant value)
{
    if (!value.isValid() || !value.convert(spec.defaultValue.metaType()))
        return std::nullopt;
    if (spec.isValid && !spec.isValid(value))
        return std::nullopt;
    return value;
}

std::unique_ptr<QSettings> openStore(const QString &file)
{
    if (file.isEmpty())
        return std::make_unique<QSettings>(u"org.zoodock"_s, u"ZooDock"_s);
    return std::make_unique<QSettings>(file, QSettings::IniFormat);
}

} // namespace

const QList<SettingSpec> &Settings::table()
{
    static const QList<SettingSpec> table{
        {SettingKey::DockerExecutable, u"engine/executable"_s, u"docker"_s, isProgram},
        {SettingKey::DockerContext, u"engine/context"_s, QString(), isContextName},
        {SettingKey::DefaultImage, u"creation/image"_s, QString(), isImageReference},
        {SettingKey::FirstClientPort, u"creation/firstClientPort"_s, 2181, isPort},
        {SettingKey::Theme, u"window/theme"_s, u"system"_s, isTheme},
        {SettingKey::Language, u"window/language"_s, QString(), isLanguage},
        {SettingKey::SettledPace, u"watching/settledPace"_s, 1000, isWithin(200, 60'000)},
        {SettingKey::UnsettledPace, u"watching/unsettledPace"_s, 250, isWithin(50, 10'000)},
        {SettingKey::LogLimit, u"watching/logLimit"_s, 100'000, isWithin(1000, 1'000'000)},
        {SettingKey::Notifications, u"window/notifications"_s, true, nullptr},
        {SettingKey::WindowGeometry, u"window/geometry"_s, QByteArray(), nullptr},
        {SettingKey::ViewStates, u"window/views"_s, QString(), nullptr},
        {SettingKey::FoldedClusters, u"window/foldedClusters"_s, QStringList(), nullptr},
        {SettingKey::LastCluster, u"window/lastCluster"_s, QString(), nullptr},
        {SettingKey::WizardGeometry, u"window/wizardGeometry"_s, QByteArray(), nullptr},
        {SettingKey::LastWish, u"creation/lastWish"_s, QString(), nullptr},
        {SettingKey::ZnodeViews, u"znodes/views"_s, QString(), nullptr},
        {SettingKey::PrettyValues, u"znodes/prettyValues"_s, false, nullptr},
    };
    return table;
}

Settings::Settings(const QString &file)
    : m_store(openStore(file))
{
}

Settings::~Settings() = default;

QVariant Settings::value(SettingKey key) const
{
    const SettingSpec &spec = specOf(key);
    return accepted(spec, m_store->value(spec.path)).value_or(spec.defaultValue);
}

bool Settings::setValue(SettingKey key, const QVariant &value)
{
    const SettingSpec &spec = specOf(key);
    const std::optional<QVariant> stored = accepted(spec, value);
    if (!stored)
        return false;
    const bool other = this->value(key) != *stored;
    m_store->setValue(spec.path, *stored);
    if (other)
        Q_EMIT changed(key);
    return true;
}

bool Settings::accepts(SettingKey key, const QVariant &value)
{
    return accepted(specOf(key), value).has_value();
}

} // namespace zoodock
