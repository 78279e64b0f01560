// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"

namespace zoodock
{

Composition::Composition()
    : store(Clock::system())
    , engines(runner, settings.text(SettingKey::DockerExecutable))
    , repository(QString(), store)
    , service(engines, repository, store, activity)
    , monitor(engines, store)
    , m_context(settings.text(SettingKey::DockerContext))
{
}

Composition::~Composition() = default;

void Composition::open()
{
    repository.open();
    monitor.setDiscovering(true);
    monitor.start(m_context);
}

} // namespace zoodock
