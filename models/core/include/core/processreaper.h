// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QObject>

#include <chrono>

class QProcess;

namespace zoodock
{

/// Ends processes that nobody waits for any more: terminate, wait, kill, delete. Destroying a running
/// QProcess blocks and warns; hand it over instead. `docker stats NAME` of CLI 28 ignores SIGTERM.
class ProcessReaper : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProcessReaper)
public:
    explicit ProcessReaper(std::chrono::milliseconds grace = std::chrono::seconds(3),
                           QObject *parent = nullptr);
    /// Kills at once what is still there (SIGKILL ends it within milliseconds).
    ~ProcessReaper() override;

    /// Takes ownership. Disconnects everything else from the process.
    void reap(QProcess *process);
    [[nodiscard]] int count() const { return static_cast<int>(m_processes.size()); }
    /// How long a process may take to follow SIGTERM.
    [[nodiscard]] std::chrono::milliseconds grace() const { return m_grace; }

Q_SIGNALS:
    /// The last process that was handed over is gone.
    void emptied();

private:
    void bury(QProcess *process);

    std::chrono::milliseconds m_grace;
    QList<QProcess *> m_processes;
};

} // namespace zoodock
