// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QMap>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

namespace zoodock::test
{

/// Answers four-letter words, and GETs of paths, on a port of 127.0.0.1. What it has no answer to, it closes.
class WordServer
{
public:
    WordServer()
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
        });
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] const QList<QByteArray> &asked() const { return m_asked; }
    void answer(const QByteArray &word, const QByteArray &text) { m_answers.insert(word, text); }
    /// "/commands/ruok"
    void page(const QByteArray &path, const QByteArray &body)
    {
        m_answers.insert("GET " + path,
                         "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) +
                             "\r\nConnection: close\r\n\r\n" + body);
    }

private:
    void read(QTcpSocket *socket)
    {
        QByteArray question = socket->peek(100'000);
        if (question.startsWith("GET ")) {
            if (!question.contains("\r\n\r\n"))
                return;
            question.truncate(question.indexOf(" HTTP/"));
        } else if (question.size() < 4) {
            return;
        }
        (void) socket->readAll();
        m_asked += question;
        socket->write(m_answers.value(question));
        socket->disconnectFromHost();
    }

    QTcpServer m_server;
    QMap<QByteArray, QByteArray> m_answers;
    QList<QByteArray> m_asked;
};

} // namespace zoodock::test
