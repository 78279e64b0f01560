// SPDX-License-Identifier: GPL-3.0-or-later
#include "zookeeper/connectprobe.h"

#include "zookeeper/fourletterclient.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QUrl>
#include <QtNetwork/QHostAddress>

#include <netdb.h>

#include <algorithm>
#include <string>
#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr quint16 defaultPort = 2181;

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
    for (const QString &address : addresses)
        m_servers.append(serverOf(address.trimmed()));
}

ConnectProbe::~ConnectProbe() = default;

ConnectProbe::Server ConnectProbe::serverOf(const QString &address)
{
    const qsizetype colon = address.lastIndexOf(u':');
    const bool hasPort = colon >= 0 && !address.endsWith(u']');
    Server server;
    server.address = address;
    server.host = hasPort ? address.left(colon) : address;
    server.host.remove(u'[').remove(u']');
    server.port = hasPort ? address.mid(colon + 1).toUShort() : defaultPort;
    return server;
}

void ConnectProbe::start(const QString &only)
{
    m_only = only;
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
        const QString detail = u"%1/%2"_s.arg(m_known).arg(m_servers.size());
        if (!m_only.isEmpty())
            m_servers = {serverOf(m_only)};
        QMetaObject::invokeMethod(this, &ConnectProbe::askNext, Qt::QueuedConnection);
        Q_EMIT nameResolved(took, detail);
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
        giveUp();
        return;
    }
    const Server server = m_servers.at(m_next++);
    auto *const request = new FourLetterRequest(server.host, server.port, "srvr", this);
    const auto since = m_clock.monotonic();
    m_connecting.reset();
    connect(request, &FourLetterRequest::connected, this, [this, since, address = server.address] {
        const auto took = m_clock.monotonic() - since;
        m_connecting = took;
        Q_EMIT accepted(address, took);
    });
    connect(request, &Operation::finished, this, [this, request, since, address = server.address] {
        request->deleteLater();
        onReply(address, request->result(), m_clock.monotonic() - since);
    });
    request->start();
}

void ConnectProbe::onReply(const QString &address, const Result<QByteArray> &answer,
                           std::chrono::milliseconds took)
{
    const bool isSilent = !answer && answer.error().kind() == ErrorKind::Timeout;
    if (!m_connecting || isSilent) {
        m_failures.append({address, took, answer.error(), m_connecting});
        askNext();
        return;
    }
    m_reply = answer ? parseSrvr(*answer) : Result<SrvrReply>(failure(answer.error()));
    Q_EMIT answered(address, *m_connecting);
}

/// Who took the connection and said nothing is reachable all the same.
void ConnectProbe::giveUp()
{
    const auto silent = std::find_if(m_failures.cbegin(), m_failures.cend(),
                                     [](const Failure &one) { return one.accepted.has_value(); });
    if (silent == m_failures.cend()) {
        Q_EMIT unreachable(m_failures.isEmpty() ? Error() : m_failures.constFirst().error, elapsed());
        return;
    }
    const Failure first = *silent; // a slot may delete this
    m_reply = failure(first.error);
    Q_EMIT answered(first.address, *first.accepted);
}

} // namespace zoodock
