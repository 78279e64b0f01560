// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

namespace zoodock::test
{

/// A server on 127.0.0.1 that answers four-letter words as it is told.
class SrvrServer : public QTcpServer
{
public:
    enum class Manner { Answers, Hangs, ClosesWithoutAnswer };

    SrvrServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, &SrvrServer::greet);
    }

    [[nodiscard]] static QByteArray answer(const QByteArray &mode, const QByteArray &zxid = "0x100000001")
    {
        return "Zookeeper version: 3.8.0-abc, built on 2024-12-29\nLatency min/avg/max: 0/1.5/7\nReceived: "
               "12\n"
               "Sent: 11\nConnections: 2\nOutstanding: 0\nZxid: " +
               zxid + "\nMode: " + mode + "\nNode count: 5\n";
    }
    static QByteArray notServing() { return "This ZooKeeper instance is not currently serving requests\n"; }

    QByteArray text = answer("standalone");
    Manner manner = Manner::Answers;
    int questions = 0;
    int openEnds = 0; ///< connections that the asker has not closed

private:
    void greet()
    {
        while (QTcpSocket *socket = nextPendingConnection()) {
            ++questions;
            ++openEnds;
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                --openEnds;
                socket->deleteLater();
            });
            if (manner == Manner::ClosesWithoutAnswer)
                socket->close();
            else if (manner == Manner::Answers)
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                    if (socket->readAll().contains("srvr"))
                        socket->write(text);
                    socket->disconnectFromHost();
                });
        }
    }
};

} // namespace zoodock::test
