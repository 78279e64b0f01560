// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uiservices.h"

#include "core/settings.h"

namespace zoodock
{

QString UiServices::newClusterContext() const
{
    return context.isEmpty() ? settings.text(SettingKey::DockerContext) : context;
}

} // namespace zoodock
