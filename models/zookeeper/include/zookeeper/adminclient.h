// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"

#include <QtCore/QByteArray>
#include <QtCore/QPointer>
#include <QtCore/QUrl>

class QNetworkAccessManager;
class QNetworkReply;

namespace zoodock
{

/// One GET of ZooKeeper's AdminServer (3.5+), past any proxy. Yields the body. Fails with ConnectionRefused,
/// HostUnknown, ConnectionLost, Timeout (deadline: 5 s unless set), NotServing (3.8 answers some commands
/// with 500 while there is no quorum), ZooKeeperFailed for other statuses, BadOutput above 16 MiB.
class AdminRequest : public ValueOperation<QByteArray>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AdminRequest)
public:
    /// The manager must outlive the request's running; it may be destroyed before it.
    AdminRequest(QNetworkAccessManager &network, QUrl url, QObject *parent);
    ~AdminRequest() override;

protected:
    void begin() override;
    void abort(const Error &why) override;

private:
    void read();
    void onFinished();
    void drop();

    QNetworkAccessManager &m_network;
    QUrl m_url;
    QPointer<QNetworkReply> m_reply; ///< goes with the manager
    QByteArray m_body;
};

} // namespace zoodock
