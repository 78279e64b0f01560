// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

#include <chrono>

class QProcess;

namespace zoodock
{

/// Ends processes that nobody waits for any more: terminate, wait, kill, delete. Destroying a running QProcess blocks
/// and warns; hand it over instead. `docker stats NAME` of CLI 28 ignores SIGTERM.
class ProcessReaper : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProcessReaper)
public:
    explicit ProcessReaper(std::chrono::milliseconds grace = std::chrono::seconds(3), QObject *parent = nullptr);
    /// Kills at once what is still there (SIGKILL ends it within milliseconds).
    ~ProcessReaper() override;

    /// Takes ownership. Disconnects everything else from the process.
    void reap(QProcess *process);
    [[nodiscard]] int count() const;

Q_SIGNALS:
    void emptied();

private:
    std::chrono::milliseconds m_grace;
};

} // namespace zoodock
