// SPDX-License-Identifier: GPL-3.0-or-later
#include "zookeeper/fourletterclient.h"

#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QTcpSocket>

#include <chrono>
#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr qsizetype longestAnswer = 16 * 1024 * 1024;

} // namespace

FourLetterRequest::FourLetterRequest(QString host, quint16 port, QByteArray word, QObject *parent)
    : ValueOperation(parent)
    , m_host(std::move(host))
    , m_port(port)
    , m_word(std::move(word))
{
    setDeadline(2s);
}

FourLetterRequest::~FourLetterRequest()
{
    drop();
}

void FourLetterRequest::begin()
{
    m_socket = new QTcpSocket(this);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    connect(m_socket, &QTcpSocket::connected, this, [this] {
        m_socket->write(m_word);
        Q_EMIT connected();
    });
    connect(m_socket, &QTcpSocket::readyRead, this, &FourLetterRequest::read);
    connect(m_socket, &QTcpSocket::errorOccurred, this, &FourLetterRequest::onError);
    m_socket->connectToHost(m_host, m_port);
}

void FourLetterRequest::abort(const Error &why)
{
    drop();
    if (why.kind() != ErrorKind::Timeout) {
        fail(why);
        return;
    }
    fail(Error(ErrorKind::Timeout,
               tr("The server does not answer in time. It may be frozen or overloaded; look into its log."),
               address()));
}

void FourLetterRequest::read()
{
    m_answer += m_socket->readAll();
    if (m_answer.size() <= longestAnswer)
        return;
    drop();
    fail(Error(ErrorKind::BadOutput,
               tr("What listens on this port does not answer like a ZooKeeper server. Check the port."),
               address()));
}

void FourLetterRequest::onError()
{
    const QAbstractSocket::SocketError error = m_socket->error();
    const QString detail = address() + u": "_s + m_socket->errorString();
    m_answer += m_socket->readAll();
    drop();
    switch (error) {
    case QAbstractSocket::RemoteHostClosedError:
        // A server that has nothing to say to the word, or goes down, closes without an answer.
        if (!m_answer.isEmpty())
            succeedWith(std::move(m_answer));
        else
            fail(Error(
                ErrorKind::ConnectionLost,
                tr("The server closed the connection without an answer. Look into its log if that goes on."),
                detail));
        return;
    case QAbstractSocket::ConnectionRefusedError:
        fail(Error(ErrorKind::ConnectionRefused,
                   tr("Nothing listens at the server's client port. If the server is not just starting, "
                      "check the port."),
                   detail));
        return;
    case QAbstractSocket::HostNotFoundError:
        fail(Error(ErrorKind::HostUnknown,
                   tr("The server's host name is unknown here. Check it, or use an address."), detail));
        return;
    default:
        fail(Error(ErrorKind::ConnectionLost,
                   tr("The connection to the server broke. Check that the network reaches it."), detail));
    }
}

void FourLetterRequest::drop()
{
    QTcpSocket *const socket = std::exchange(m_socket, nullptr);
    if (!socket)
        return;
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
}

QString FourLetterRequest::address() const
{
    return QString::fromLatin1(m_word) + u' ' + m_host + u':' + QString::number(m_port);
}

} // namespace zoodock
