// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QStringList>

#include <chrono>
#include <memory>
#include <optional>

namespace zoodock
{

class ZnodeCalls;

/// What a connection signs in with. The secret is kept in memory alone; who stores it is another's matter.
struct ZnodeCredential
{
    QString scheme = QStringLiteral("digest");
    QByteArray secret; ///< digest: "user:password"
    friend bool operator==(const ZnodeCredential &, const ZnodeCredential &) = default;
};

/// Where to connect, and what for.
struct ZnodeTarget
{
    QString servers; ///< "127.0.0.1:2181,127.0.0.1:2182", without a chroot
    QString chroot;  ///< "" or "/": none; else "/a/b"
    QList<ZnodeCredential> credentials;
    bool readOnly = false; ///< refuse every change here, before anything is sent
    std::chrono::milliseconds sessionTimeout{10'000};
    friend bool operator==(const ZnodeTarget &, const ZnodeTarget &) = default;
};

/// The steps of connecting, in their order.
enum class ConnectStage { Name, Tcp, Handshake, Session, Auth };

/// A server that was asked and could not be reached.
struct ConnectFailure
{
    QString address;
    std::chrono::milliseconds took{0};
    Error error;
};

struct ConnectStageReport
{
    enum class State { Waiting, Running, Done, Failed };
    ConnectStage stage = ConnectStage::Name;
    State state = State::Waiting;
    /// Done, Failed: of this stage alone. Empty: it was passed before anybody could see how long it takes;
    /// that is measured then, and comes within a moment.
    std::optional<std::chrono::milliseconds> took;
    /// Untranslated: addresses, session id.
    QString detail;
    std::optional<Error> error; ///< Failed: why, and what to do. It goes on trying.
    /// Tcp and Handshake, where there are several servers: those that were tried in vain; their time is not
    /// in `took` of a stage that is done.
    QList<ConnectFailure> failures;
};

/// A session that goes on while nobody looks at its cluster.
class ParkedSession
{
public:
    virtual ~ParkedSession();
    [[nodiscard]] virtual const ZnodeTarget &target() const = 0;
    /// Paths of its ephemeral znodes, sorted, as seen below the chroot. None when it has expired.
    [[nodiscard]] virtual QStringList ephemerals() const = 0;

protected:
    ParkedSession() = default;
    ParkedSession(const ParkedSession &) = default;
    ParkedSession &operator=(const ParkedSession &) = default;
};

/// The connection of one znodes view: outlives handles and sessions. Reconnects by itself until close();
/// after an expired session, and where the cluster was made anew (it then refuses our old session for ever),
/// it opens a new session and says so once. Everything that follows the tree (ZnodeTree, ZnodeFollower) reads
/// again then.
///
/// generation() changes with every new question: open(), close() and every new session. An answer to a
/// request of an earlier generation is dropped by whoever asked. A short break within one session does not
/// change it: the server delivers the watches that were missed. Requests themselves are no part of this
/// header: they are the business of the room (ZnodeCalls).
class ZnodeConnection : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZnodeConnection)
public:
    /// Closed: open() was not called, or close() was. Broken: connected before, trying again; what is shown
    /// is stale. Connected: requests are answered.
    enum class State { Closed, Connecting, Connected, Broken };
    Q_ENUM(State)

    explicit ZnodeConnection(QObject *parent, const Clock &clock = Clock::system());
    ~ZnodeConnection() override;

    /// Starts anew, also when open already (switching to another cluster): the former session is closed in
    /// the background. Never blocks; never emits from within, except generationChanged().
    void open(const ZnodeTarget &target);
    void close();

    [[nodiscard]] const ZnodeTarget &target() const;
    [[nodiscard]] bool hasChroot() const;
    [[nodiscard]] State state() const;
    [[nodiscard]] quint64 generation() const;
    /// Five, in their order.
    [[nodiscard]] const QList<ConnectStageReport> &stages() const;
    /// 0: none.
    [[nodiscard]] qint64 sessionId() const;
    /// "127.0.0.1:2182": the member that this session talks to; "" while not connected.
    [[nodiscard]] QString server() const;
    /// The server itself only reads for now (it has lost the majority).
    [[nodiscard]] bool isServerReadOnly() const;

    /// How many ephemeral znodes this session has made that, as far as it knows, are still there: the servers
    /// delete them when it ends.
    [[nodiscard]] qsizetype ephemeralCount() const;
    /// Their paths, sorted, as seen below the chroot.
    [[nodiscard]] QStringList ephemerals() const;

    /// Closes this connection, but not its session: that goes on, and its ephemeral znodes stay, until what
    /// is returned is deleted or comes back with resume(). Null: there is no session.
    [[nodiscard]] std::unique_ptr<ParkedSession> park();
    /// Like open(), with the session and the target of what was parked. Where it has expired meanwhile, a new
    /// session is opened, and that is said.
    void resume(std::unique_ptr<ParkedSession> session);

    /// Ours: refuses every change with ErrorKind::ReadOnly.
    [[nodiscard]] bool isReadOnly() const;
    void setReadOnly(bool on);
    /// Signs in additionally, now and in every later session. The outcome shows in the Auth stage.
    void addCredential(const ZnodeCredential &credential);

    // For the other classes of this room.
    [[nodiscard]] ZnodeCalls &calls();
    /// A zxid that the cluster told. One that is less than it tells a cluster that was made anew.
    void noteZxid(qint64 zxid);

Q_SIGNALS:
    void stateChanged(zoodock::ZnodeConnection::State state);
    void stagesChanged();
    void readOnlyChanged(bool readOnly);
    /// Answers to what was asked before do not count any more. Read again once the state is Connected.
    void generationChanged(quint64 generation);
    /// One translated sentence about something that happened: a session expired and was replaced, the cluster
    /// was made anew. Once per event.
    void said(const QString &sentence);
    /// The cluster was made anew: what was read before this generation() is of another one. Before said().
    void madeAnew();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace zoodock
