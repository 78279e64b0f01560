// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/processrunner.h"

#include "core/processreaper.h"

namespace zoodock
{

ProcessRunner::ProcessRunner(QObject *parent)
    : QObject(parent)
    , m_reaper(new ProcessReaper(std::chrono::seconds(3), this))
{
}

ProcessRunner::~ProcessRunner() = default;

Command *ProcessRunner::command(CommandSpec spec, QObject *parent)
{
    auto *const command = new Command(std::move(spec), m_reaper, parent);
    Q_EMIT commandIssued(command->spec().display());
    return command;
}

ProcessStream *ProcessRunner::stream(CommandSpec spec, QObject *parent)
{
    Q_EMIT commandIssued(spec.display());
    return new ProcessStream(std::move(spec), m_reaper, parent);
}

} // namespace zoodock
