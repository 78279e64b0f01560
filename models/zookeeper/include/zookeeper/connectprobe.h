// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/elsewhere.h"
#include "core/result.h"
#include "zookeeper/srvr.h"

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QStringList>

#include <chrono>
#include <optional>

namespace zoodock
{

/// Says why a connection does not come about, and how long its steps take, which the C client does not: one
/// round of looking up the servers' names and asking them `srvr`, one after the other, until one says
/// something. Ends in nameFailed(), unreachable() or answered(); deleting it ends it silently.
class ConnectProbe : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectProbe)
public:
    /// `servers`: "host:port,[::1]:port", without a chroot.
    ConnectProbe(const QString &servers, const Clock &clock, QObject *parent);
    ~ConnectProbe() override;

    /// Once. Never emits from within. `only`: the one server that is asked then; the names are looked up all.
    void start(const QString &only = {});
    /// A server that did not take the connection, or took it and said nothing.
    struct Failure
    {
        QString address;
        std::chrono::milliseconds took{0};
        Error error;
        std::optional<std::chrono::milliseconds> accepted; ///< it took the connection after this time
    };
    /// So far, in the order in which they were asked.
    [[nodiscard]] const QList<Failure> &failures() const { return m_failures; }
    /// After answered(); an error where that is not known (NotServing, NotWhitelisted, BadOutput …).
    [[nodiscard]] const Result<SrvrReply> &reply() const { return m_reply; }

Q_SIGNALS:
    /// At least one name is known.
    void nameResolved(std::chrono::milliseconds took, const QString &detail);
    /// None is.
    void nameFailed(const zoodock::Error &error, std::chrono::milliseconds took);
    /// A server took the connection; it is not known yet whether it says something. `took`: its own time,
    /// without those before it.
    void accepted(const QString &address, std::chrono::milliseconds took);
    /// Nobody accepts a connection; the first server's reason.
    void unreachable(const zoodock::Error &error, std::chrono::milliseconds took);
    /// Somebody accepts: reply() is what it says of itself, or that nobody who accepted said anything.
    /// `took`: as with accepted(), without its answer.
    void answered(const QString &address, std::chrono::milliseconds took);

private:
    struct Server
    {
        QString host;
        quint16 port = 0;
        QString address; ///< as it was given
    };
    enum class Answer {
        Unknown,
        Known,
    };
    [[nodiscard]] static Server serverOf(const QString &address);
    void lookUp();
    void onLookedUp(Answer answer);
    void endLookup();
    void askNext();
    void onReply(const QString &address, const Result<QByteArray> &answer, std::chrono::milliseconds took);
    void giveUp();
    [[nodiscard]] std::chrono::milliseconds elapsed() const { return m_clock.monotonic() - m_since; }

    const Clock &m_clock;
    QList<Server> m_servers;
    QString m_only;
    Elsewhere<Answer> m_resolver;
    qsizetype m_open = 0;
    qsizetype m_known = 0;
    qsizetype m_next = 0;
    QList<Failure> m_failures;
    Result<SrvrReply> m_reply = failure(Error());
    std::chrono::milliseconds m_since{0};
    std::optional<std::chrono::milliseconds> m_connecting; ///< the last server that was asked, if it accepted
};

} // namespace zoodock
