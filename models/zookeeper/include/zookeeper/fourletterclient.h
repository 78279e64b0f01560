// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

class QTcpSocket;

namespace zoodock
{

/// One four-letter word to one server: connect, send, read until the server closes. Yields the raw answer.
/// Fails with ConnectionRefused, HostUnknown, ConnectionLost, Timeout (deadline: 2 s unless set). `host`
/// should be numeric: names are resolved by Qt's threads. An answer above 16 MiB is BadOutput.
class FourLetterRequest : public ValueOperation<QByteArray>
{
    Q_OBJECT
public:
    FourLetterRequest(QString host, quint16 port, QByteArray word, QObject *parent);
    ~FourLetterRequest() override;

Q_SIGNALS:
    /// The server took the connection; what it says is still to come.
    void connected();

protected:
    void begin() override;
    void abort(const Error &why) override;

private:
    void read();
    void onError();
    void drop();
    [[nodiscard]] QString address() const;

    QString m_host;
    quint16 m_port;
    QByteArray m_word;
    QByteArray m_answer;
    QTcpSocket *m_socket = nullptr;
};

} // namespace zoodock
