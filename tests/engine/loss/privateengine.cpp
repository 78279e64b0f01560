// SPDX-License-Identifier: GPL-3.0-or-later
#include "privateengine.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int limitMs = 60'000;

QString shell(const QString &line)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"bash"_s, {u"-c"_s, u"set -o pipefail; "_s + line});
    process.waitForFinished(3 * limitMs);
    return process.exitCode() == 0 ? QString() : line + u": "_s + QString::fromUtf8(process.readAll());
}

} // namespace

PrivateEngine::PrivateEngine() = default;

PrivateEngine::~PrivateEngine()
{
    if (answers())
        (void) shell(
            u"ids=$(docker -H %1 ps -aq); [ -z \"$ids\" ] || docker -H %1 rm -fv $ids"_s.arg(endpoint()));
    stop();
    // Mounts that a killed daemon left below its folders keep QTemporaryDir from removing them.
    (void) shell(
        u"grep -o ' %1[^ ]*' /proc/mounts | sort -r | xargs -r -n1 umount -l"_s.arg(m_folder.path()));
}

QString PrivateEngine::endpoint() const
{
    return u"unix://"_s + m_folder.filePath(u"docker.sock"_s);
}

bool PrivateEngine::answers() const
{
    return !docker({u"version"_s, u"--format"_s, u"{{.Server.Version}}"_s}).trimmed().isEmpty();
}

QString PrivateEngine::docker(const QStringList &arguments) const
{
    QProcess process;
    process.start(u"docker"_s, QStringList{u"-H"_s, endpoint()} + arguments);
    process.waitForFinished(limitMs);
    return process.exitCode() == 0 ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

QString PrivateEngine::log() const
{
    QFile file(m_folder.filePath(u"dockerd.log"_s));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll().right(4000)) : QString();
}

QString PrivateEngine::start()
{
    // After a kill: its containerd died with it, but where nobody reaps orphans it is still a process, and
    // the next dockerd would wait for its socket.
    QFile::remove(m_folder.filePath(u"docker.pid"_s));
    QFile::remove(m_folder.filePath(u"exec/containerd/containerd.pid"_s));
    m_daemon = std::make_unique<QProcess>();
    m_daemon->setProcessChannelMode(QProcess::MergedChannels);
    m_daemon->setStandardOutputFile(m_folder.filePath(u"dockerd.log"_s), QIODevice::Append);
    m_daemon->start(u"dockerd"_s, {u"--data-root"_s, m_folder.filePath(u"data"_s), u"--exec-root"_s,
                                   m_folder.filePath(u"exec"_s), u"--pidfile"_s,
                                   m_folder.filePath(u"docker.pid"_s), u"-H"_s, endpoint()});
    const bool up =
        QTest::qWaitFor([this] { return answers() || m_daemon->state() == QProcess::NotRunning; }, limitMs);
    return up && answers() ? QString() : u"dockerd does not answer: "_s + log();
}

void PrivateEngine::stop()
{
    if (!m_daemon || m_daemon->state() == QProcess::NotRunning)
        return;
    m_daemon->terminate();
    if (!m_daemon->waitForFinished(limitMs))
        m_daemon->kill();
}

void PrivateEngine::kill()
{
    m_daemon->kill();
    m_daemon->waitForFinished(limitMs);
}

QString PrivateEngine::loadImage(const QString &reference)
{
    return shell(
        u"docker -H unix:///var/run/docker.sock save %1 | docker -H %2 load"_s.arg(reference, endpoint()));
}
