// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/znodes/zooserver.h"

#include "znodes/znodeconnection.h"
#include "znodes/znodeeditor.h"
#include "znodes/znodetransfer.h"

#include <QtTest/QSignalSpy>

#include <memory>

namespace zoodock::test
{

constexpr int patience = 60'000;

inline ZnodePath at(const QString &path)
{
    return ZnodePath::trusted(path);
}

/// Runs it to its end; what went wrong is printed.
inline bool run(Operation *operation)
{
    QSignalSpy finished(operation, &Operation::finished);
    operation->start();
    const bool ended = !finished.isEmpty() || finished.wait(patience);
    if (!operation->succeeded())
        qDebug() << operation->error().toString();
    return ended && operation->succeeded();
}

/// A server that knows every kind of znode and looks after empty containers often, and our connection to it.
class EditedServer
{
public:
    explicit EditedServer(const QString &name)
        : server(name, {QStringLiteral("JVMFLAGS=-Dzookeeper.extendedTypesEnabled=true "
                                       "-Dznode.container.checkIntervalMs=300")})
        , connection(nullptr)
        , editor(&connection, nullptr)
    {
    }

    /// False: not within our patience.
    [[nodiscard]] bool connect(const QList<ZnodeCredential> &credentials = {})
    {
        if (server.kazoo(QStringLiteral("print('up')")) != QStringLiteral("up"))
            return false;
        ZnodeTarget target;
        target.servers = server.address();
        target.credentials = credentials;
        connection.open(target);
        return QTest::qWaitFor([this] { return connection.state() == ZnodeConnection::State::Connected; },
                               patience);
    }

    ZooServer server;
    ZnodeConnection connection;
    ZnodeEditor editor;
};

/// What tests with such a server have in common: it is there from their first case to their last.
class EditedServerTest : public QObject
{
protected:
    /// To be called by initTestCase().
    void open(const QString &name, const QList<ZnodeCredential> &credentials = {})
    {
        ZOODOCK_NEEDS_ENGINE(QStringLiteral("docker"));
        m_here = std::make_unique<EditedServer>(name);
        QVERIFY(m_here->connect(credentials));
    }
    [[nodiscard]] QString kazoo(const QString &script) const { return m_here->server.kazoo(script); }

    std::unique_ptr<EditedServer> m_here;
};

} // namespace zoodock::test
