// SPDX-License-Identifier: GPL-3.0-or-later
#include "ensemble/settingrules.h"

#include "serverrules.h"

#include <QtCore/QCoreApplication>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

QString whyUnavailable(const Ensemble &ensemble, const ServerSetting &setting)
{
    const QString tag = tagOf(ensemble.image.reference);
    if (rules::versionOf(ensemble) < setting.since)
        return QCoreApplication::translate("ServerSetting",
                                           "ZooKeeper has this from version %1 on; the chosen image has %2.")
            .arg(setting.since.toString(), tag);
    // The whitelist of 3.4 is off until somebody chooses one, and then it can be told.
    const bool isOptional = setting.key == "4lw.commands.whitelist"_L1;
    if (!isOptional && !rules::isTold(ensemble, setting))
        return QCoreApplication::translate("ServerSetting", "The chosen image (%1) cannot be told this.")
            .arg(ensemble.image.reference);
    return {};
}

QString settingValue(const Ensemble &ensemble, const ServerSetting &setting)
{
    return ensemble.settings.value(setting.key, setting.defaultValue);
}

void setSettingValue(Ensemble &ensemble, const ServerSetting &setting, const QString &value)
{
    if (value == setting.defaultValue)
        ensemble.settings.remove(setting.key);
    else
        ensemble.settings.insert(setting.key, value);
}

} // namespace zoodock
