// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/commandspec.h"
#include "core/operation.h"

namespace zoodock
{

class Command;
class DockerEngine;

/// One docker command that changes something. Unlike DockerEngine's queries it tells each line of progress,
/// can take its deadline as a no-progress watchdog, and after a cancel it ends only when the CLI is really
/// gone: one that was killed early may still have had its effect, and whoever undoes must not look before.
class DockerCall : public ValueOperation<QByteArray>
{
    Q_OBJECT
public:
    enum class Deadline { Total, Watchdog };
    DockerCall(DockerEngine &engine, CommandSpec spec, Deadline deadline, QObject *parent);
    ~DockerCall() override;

Q_SIGNALS:
    void progressed(const QString &line);

protected:
    void begin() override;
    void abort(const Error &why) override;

private:
    void onFinished();

    DockerEngine &m_engine;
    CommandSpec m_spec;
    Deadline m_kind;
    Command *m_command = nullptr;
};

} // namespace zoodock
