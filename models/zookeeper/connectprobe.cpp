// SPDX-License-Identifier: GPL-3.0-or-later
#include "zookeeper/connectprobe.h"

#include "zookeeper/fourletterclient.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QUrl>
#include <QtNetwork/QHostAddress>

#include <netdb.h>

#include <string>
#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr quint16 defaultPort = 2181;

/// Whether the server took the connection, whatever it said then.
bool isAccepted(const Result<QByteArray> &answer)
{
    if (answer)
        return true;
    const ErrorKind kind = answer.error().kind();
    return kind == ErrorKind::BadOutput || kind == ErrorKind::ConnectionLost;
}

/// Asks the system's resolver, which may take its time. QHostInfo would do so in a thread of Qt's own, of
/// which ThreadSanitizer does not see what orders it.
bool systemKnows(const std::string &name)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    if (getaddrinfo(name.c_str(), nullptr, &hints, &found) != 0)
        return false;
    freeaddrinfo(found);
    return true;
}

} // namespace

ConnectProbe::ConnectProbe(const QString &servers, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_resolver(this, [this](Answer answer) { onLookedUp(answer); })
{
    const QStringList addresses = servers.split(u',', Qt::SkipEmptyParts);
    for (const QString &text : addresses) {
        const QString address = text.trimmed();
        const qsizetype colon = address.lastIndexOf(u':');
        const bool hasPort = colon >= 0 && !address.endsWith(u']');
        Server server;
        server.address = address;
        server.host = hasPort ? address.left(colon) : address;
        server.host.remove(u'[').remove(u']');
        server.port = hasPort ? address.mid(colon + 1).toUShort() : defaultPort;
        m_servers.append(server);
    }
}

ConnectProbe::~ConnectProbe() = default;

void ConnectProbe::start()
{
    QMetaObject::invokeMethod(this, &ConnectProbe::lookUp, Qt::QueuedConnection);
}

void ConnectProbe::lookUp()
{
    m_since = m_clock.monotonic();
    QStringList names;
    for (const Server &server : std::as_const(m_servers)) {
        if (QHostAddress().setAddress(server.host))
            ++m_known;
        else
            names.append(server.host);
    }
    m_open = names.size();
    for (const QString &name : std::as_const(names))
        m_resolver.run([ace = QUrl::toAce(name).toStdString()] {
            return !ace.empty() && systemKnows(ace) ? Answer::Known : Answer::Unknown;
        });
    if (m_open == 0)
        endLookup();
}

void ConnectProbe::onLookedUp(Answer answer)
{
    m_known += answer == Answer::Known ? 1 : 0;
    if (--m_open == 0)
        endLookup();
}

void ConnectProbe::endLookup()
{
    const auto took = elapsed();
    m_since = m_clock.monotonic();
    if (m_known > 0) {
        Q_EMIT nameResolved(took, u"%1/%2"_s.arg(m_known).arg(m_servers.size()));
        QMetaObject::invokeMethod(this, &ConnectProbe::askNext, Qt::QueuedConnection);
        return;
    }
    Q_EMIT nameFailed(Error(ErrorKind::HostUnknown,
                            QCoreApplication::translate(
                                "ZooKeeper", "None of the ZooKeeper servers' host names is known here. "
                                             "Check the connect string, or use addresses.")),
                      took);
}

void ConnectProbe::askNext()
{
    if (m_next >= m_servers.size()) {
        Q_EMIT unreachable(m_first.value_or(Error()), elapsed());
        return;
    }
    const Server server = m_servers.at(m_next++);
    auto *const request = new FourLetterRequest(server.host, server.port, "srvr", this);
    connect(request, &Operation::finished, this, [this, request, server] {
        request->deleteLater();
        const Result<QByteArray> answer = request->result();
        if (!isAccepted(answer)) {
            if (!m_first)
                m_first = answer.error();
            askNext();
            return;
        }
        m_reply = answer ? parseSrvr(*answer) : Result<SrvrReply>(failure(answer.error()));
        Q_EMIT answered(server.address, elapsed());
    });
    request->start();
}

} // namespace zoodock
