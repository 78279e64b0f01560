// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

#include <memory>

/// A dockerd of the test's own: own data root, exec root, socket, and the network namespace of this process.
/// Gone with the object, its containers too.
class PrivateEngine
{
public:
    PrivateEngine();
    ~PrivateEngine();

    /// Starts dockerd and waits until it answers; empty, or why it does not.
    [[nodiscard]] QString start();
    /// SIGTERM and wait: the engine stops its containers, as a machine's shutdown does.
    void stop();
    /// SIGKILL: nothing is tidied up. start() brings it back.
    void kill();
    /// Copies an image from the engine on the machine's default socket; empty, or why not.
    [[nodiscard]] QString loadImage(const QString &reference);

    /// For DOCKER_HOST.
    [[nodiscard]] QString endpoint() const;
    [[nodiscard]] QString docker(const QStringList &arguments) const;
    [[nodiscard]] QString log() const;

private:
    [[nodiscard]] bool answers() const;

    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_daemon;
};
