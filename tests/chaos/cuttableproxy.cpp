// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuttableproxy.h"

#include <QtNetwork/QTcpSocket>

namespace zoodock::test
{

namespace
{

void handOn(QTcpSocket *from, QTcpSocket *to)
{
    QObject::connect(from, &QTcpSocket::readyRead, to, [from, to] { to->write(from->readAll()); });
    QObject::connect(from, &QTcpSocket::disconnected, to, [to] { to->disconnectFromHost(); });
    QObject::connect(from, &QTcpSocket::errorOccurred, to, [to] { to->abort(); });
}

} // namespace

CuttableProxy::CuttableProxy(quint16 target)
    : m_target(target)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *const client = m_server.nextPendingConnection())
            onConnection(client);
    });
    mend();
    m_port = m_server.serverPort();
}

void CuttableProxy::onConnection(QTcpSocket *client)
{
    auto *const server = new QTcpSocket(client); // bytes written before it is connected wait in it
    server->connectToHost(QHostAddress::LocalHost, m_target);
    handOn(client, server);
    handOn(server, client);
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    connect(this, &CuttableProxy::aboutToCut, client, [client, server] {
        server->abort();
        client->abort();
    });
}

void CuttableProxy::cut()
{
    m_server.close();
    Q_EMIT aboutToCut();
}

void CuttableProxy::mend()
{
    m_server.listen(QHostAddress::LocalHost, m_port);
}

} // namespace zoodock::test
