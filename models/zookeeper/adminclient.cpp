// SPDX-License-Identifier: GPL-3.0-or-later
#include "zookeeper/adminclient.h"

#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QNetworkRequest>

#include <chrono>
#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr qsizetype longestPage = 16 * 1024 * 1024;
constexpr int firstFailure = 400;
constexpr int internalServerError = 500;

} // namespace

AdminRequest::AdminRequest(QNetworkAccessManager &network, QUrl url, QObject *parent)
    : ValueOperation(parent)
    , m_network(network)
    , m_url(std::move(url))
{
    setDeadline(5s);
}

AdminRequest::~AdminRequest()
{
    drop();
}

void AdminRequest::begin()
{
    QNetworkRequest request(m_url);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    m_reply = m_network.get(request);
    connect(m_reply, &QIODevice::readyRead, this, &AdminRequest::read);
    connect(m_reply, &QNetworkReply::finished, this, &AdminRequest::onFinished);
}

void AdminRequest::abort(const Error &why)
{
    drop();
    if (why.kind() != ErrorKind::Timeout) {
        fail(why);
        return;
    }
    fail(
        Error(ErrorKind::Timeout,
              tr("The AdminServer does not answer in time. The server may be frozen or overloaded; look into "
                 "its log."),
              m_url.toString()));
}

void AdminRequest::read()
{
    m_body += m_reply->readAll();
    if (m_body.size() <= longestPage)
        return;
    drop();
    fail(Error(ErrorKind::BadOutput,
               tr("What listens on this port does not answer like ZooKeeper's AdminServer. Check the port."),
               m_url.toString()));
}

void AdminRequest::onFinished()
{
    const QNetworkReply::NetworkError error = m_reply->error();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QString detail = m_url.toString() + u": "_s + m_reply->errorString();
    m_body += m_reply->readAll();
    drop();
    if (error == QNetworkReply::NoError) {
        succeedWith(std::move(m_body));
        return;
    }
    if (status == internalServerError) {
        fail(Error(ErrorKind::NotServing,
                   tr("The AdminServer cannot tell that now: the server serves nobody as long as there is no "
                      "leader."),
                   detail));
        return;
    }
    if (status >= firstFailure) {
        fail(Error(
            ErrorKind::ZooKeeperFailed,
            tr("The AdminServer refused the question (status %1). This version may not know it.").arg(status),
            detail));
        return;
    }
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        fail(Error(
            ErrorKind::ConnectionRefused,
            tr("Nothing listens at the AdminServer's port. It may be switched off, or another port be set."),
            detail));
        return;
    case QNetworkReply::HostNotFoundError:
        fail(Error(ErrorKind::HostUnknown,
                   tr("The server's host name is unknown here. Check it, or use an address."), detail));
        return;
    default:
        fail(Error(ErrorKind::ConnectionLost,
                   tr("The connection to the AdminServer broke. Check that the network reaches it."),
                   detail));
    }
}

void AdminRequest::drop()
{
    QNetworkReply *const reply = m_reply;
    m_reply.clear();
    if (!reply)
        return;
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

} // namespace zoodock
