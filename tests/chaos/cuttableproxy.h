// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtNetwork/QTcpServer>

class QTcpSocket;

namespace zoodock::test
{

/// Hands connections on to a port of this machine, until it is cut: then what is open breaks and nothing gets
/// through.
class CuttableProxy : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CuttableProxy)
public:
    explicit CuttableProxy(quint16 target);

    [[nodiscard]] quint16 port() const { return m_port; }
    void cut();
    void mend();

Q_SIGNALS:
    void aboutToCut();

private:
    void onConnection(QTcpSocket *client);

    QTcpServer m_server;
    quint16 m_target;
    quint16 m_port = 0;
};

} // namespace zoodock::test
