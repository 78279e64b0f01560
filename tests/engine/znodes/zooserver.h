// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/realengine.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QThread>

namespace zoodock::test
{

/// One standalone server in a container of its own, and kazoo as the independent client beside us.
class ZooServer
{
public:
    explicit ZooServer(const QString &name, const QStringList &variables = {})
        : m_container(uniqueName(name))
        , m_port(freePort())
    {
        QStringList arguments{QStringLiteral("run"),       QStringLiteral("--detach"),
                              QStringLiteral("--name"),    m_container,
                              QStringLiteral("--label"),   runLabel(),
                              QStringLiteral("--publish"), QStringLiteral("127.0.0.1:%1:2181").arg(m_port)};
        for (const QString &variable : variables)
            arguments += {QStringLiteral("--env"), variable};
        dockerCall(QStringLiteral("docker"), arguments + QStringList{testImage()});
    }
    ~ZooServer()
    {
        dockerCall(QStringLiteral("docker"), {QStringLiteral("rm"), QStringLiteral("-fv"), m_container});
    }
    Q_DISABLE_COPY_MOVE(ZooServer)

    [[nodiscard]] QString address() const { return QStringLiteral("127.0.0.1:%1").arg(m_port); }
    [[nodiscard]] const QString &container() const { return m_container; }

    /// Runs Debian's Python (another one on PATH has no kazoo) with `zk`, a started KazooClient; what it
    /// printed. Its complaints show as warnings.
    [[nodiscard]] QString kazoo(const QString &script) const
    {
        const QString head = QStringLiteral("import logging; logging.disable(logging.CRITICAL)\n"
                                            "from kazoo.client import KazooClient\n"
                                            "from kazoo.security import *\n"
                                            "zk = KazooClient('%1', timeout=20)\nzk.start(60)\n")
                                 .arg(address());
        QProcess python;
        python.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        python.start(QStringLiteral("/usr/bin/python3"),
                     {QStringLiteral("-c"), head + script + QStringLiteral("\nzk.stop()\n")});
        python.waitForFinished(120'000);
        return QString::fromUtf8(python.readAllStandardOutput()).trimmed();
    }

private:
    QString m_container;
    quint16 m_port;
};

} // namespace zoodock::test
