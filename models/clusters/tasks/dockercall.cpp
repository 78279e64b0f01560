// SPDX-License-Identifier: GPL-3.0-or-later
#include "dockercall.h"

#include "docker/dockerengine.h"
#include "docker/dockererrors.h"

namespace zoodock
{

DockerCall::DockerCall(DockerEngine &engine, CommandSpec spec, Deadline deadline, QObject *parent)
    : ValueOperation(parent)
    , m_engine(engine)
    , m_spec(std::move(spec))
    , m_kind(deadline)
{
}

DockerCall::~DockerCall() = default;

void DockerCall::begin()
{
    m_command = m_engine.runner().command(m_spec, this);
    m_command->setWaitForExitOnCancel(true);
    m_command->setDeadlineIsWatchdog(m_kind == Deadline::Watchdog);
    connect(m_command, &Command::outputLine, this,
            [this](const QByteArray &line) { Q_EMIT progressed(m_spec.masked(QString::fromUtf8(line))); });
    connect(m_command, &Operation::finished, this, &DockerCall::onFinished);
    m_command->start();
}

void DockerCall::abort(const Error &)
{
    m_command->cancel();
}

void DockerCall::onFinished()
{
    const Result<CommandOutput> output = m_command->result();
    if (!output)
        fail(output.error());
    else if (output->exitCode != 0)
        fail(dockerError(m_spec, output->exitCode, output->standardError, output->standardOutput));
    else
        succeedWith(output->standardOutput);
}

} // namespace zoodock
