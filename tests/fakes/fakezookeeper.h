// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakes/patience.h"

#include <QtCore/QDataStream>
#include <QtCore/QMap>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QSet>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

#include <functional>

namespace zoodock::test
{

/// A ZooKeeper server in the test's own process: znodes, watches and sessions, as far as our client asks for
/// them, and every misfortune on demand. What a real server does is shown in tests/engine; here it does it at
/// once, and counts.
class FakeZooKeeper : public QObject
{
public:
    struct AclEntry
    {
        qint32 permissions = 0;
        QByteArray scheme, id;
        friend bool operator==(const AclEntry &, const AclEntry &) = default;
    };
    struct Node
    {
        QByteArray value;
        QSet<QString> children;
        qint64 czxid = 0, mzxid = 0, pzxid = 0;
        qint32 version = 0, cversion = 0, aversion = 0;
        qint64 owner = 0;
        QList<AclEntry> acl{{31, "world", "anyone"}};
    };

    FakeZooKeeper()
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *const socket = m_server.nextPendingConnection())
                serve(socket);
        });
        m_server.listen(QHostAddress::LocalHost);
        m_nodes.insert(QStringLiteral("/"), {});
    }
    ~FakeZooKeeper() override
    {
        for (QTcpSocket *const socket : findChildren<QTcpSocket *>())
            socket->disconnect(this);
    }

    [[nodiscard]] QString address() const
    {
        return QStringLiteral("127.0.0.1:%1").arg(m_server.serverPort());
    }

    // What other clients do.
    void create(const QString &path, const QByteArray &value = {}, qint64 owner = 0)
    {
        if (m_nodes.contains(path))
            return;
        Node node;
        node.value = value;
        node.czxid = node.mzxid = node.pzxid = ++m_zxid;
        node.owner = owner;
        m_nodes.insert(path, node);
        touchParent(path, true);
        fire(1, path, m_dataWatches);
        fire(4, parentOf(path), m_childWatches);
    }
    void remove(const QString &path)
    {
        const QSet<QString> children = m_nodes.value(path).children;
        for (const QString &child : children)
            remove(path + u'/' + child);
        m_nodes.remove(path);
        ++m_zxid;
        touchParent(path, false);
        fire(2, path, m_dataWatches);
        fire(2, path, m_childWatches);
        fire(4, parentOf(path), m_childWatches);
    }
    void setAcl(const QString &path, const QList<AclEntry> &acl) { m_nodes[path].acl = acl; }
    void set(const QString &path, const QByteArray &value)
    {
        Node &node = m_nodes[path];
        node.value = value;
        node.mzxid = ++m_zxid;
        ++node.version;
        fire(3, path, m_dataWatches);
    }

    // Misfortunes.
    void dropConnections() { closeAll(); }
    void expireSessions()
    {
        m_sessions.clear();
        closeAll();
    }
    /// Another cluster behind the same address.
    void wipe()
    {
        m_nodes = {{QStringLiteral("/"), {}}};
        m_zxid = 0;
        expireSessions();
    }
    /// Accepts nobody, until told otherwise.
    void setDown(bool down)
    {
        const quint16 port = m_server.serverPort();
        if (down) {
            m_port = port;
            m_server.close();
            closeAll();
        } else {
            m_server.listen(QHostAddress::LocalHost, m_port);
        }
    }

    /// Runs, and serves nobody: it is looking for a leader.
    void setServing(bool serving) { m_serving = serving; }

    /// Code for requests of this type and path; 0: as usual.
    std::function<int(int type, const QString &path)> refusal;
    bool canRemoveWatches = true;
    /// Nobody is told of changes, as if their news were still on the way.
    bool newsAreLate = false;
    /// Answers wait until hold is false again.
    void setHold(bool hold)
    {
        m_hold = hold;
        if (!hold) {
            for (const auto &[socket, frame] : std::exchange(m_held, {})) {
                if (socket)
                    socket->write(frame);
            }
        }
    }

    [[nodiscard]] int asked(int type, const QString &path) const { return m_asked.value({type, path}); }
    [[nodiscard]] int askedAll(int type) const
    {
        int sum = 0;
        for (auto entry = m_asked.cbegin(); entry != m_asked.cend(); ++entry)
            sum += entry.key().first == type ? entry.value() : 0;
        return sum;
    }
    [[nodiscard]] bool hasChildWatch(const QString &path) const
    {
        return !m_childWatches.value(path).isEmpty();
    }
    [[nodiscard]] bool hasDataWatch(const QString &path) const
    {
        return !m_dataWatches.value(path).isEmpty();
    }
    [[nodiscard]] QList<QByteArray> credentials() const { return m_credentials; }
    void forgetCredentials() { m_credentials.clear(); }
    [[nodiscard]] bool hasSession(qint64 id) const { return m_sessions.contains(id); }
    [[nodiscard]] QByteArray value(const QString &path) const { return m_nodes.value(path).value; }
    [[nodiscard]] bool exists(const QString &path) const { return m_nodes.contains(path); }
    [[nodiscard]] qint64 owner(const QString &path) const { return m_nodes.value(path).owner; }
    [[nodiscard]] QList<AclEntry> acl(const QString &path) const { return m_nodes.value(path).acl; }
    [[nodiscard]] qint64 zxid() const { return m_zxid; }

    static constexpr int CreateOp = 1, Create = 15, Delete = 2; ///< the first one in a multi
    static constexpr int Exists = 3, GetData = 4, SetData = 5, GetAcl = 6, SetAcl = 7, GetChildren = 12,
                         RemoveWatch = 17;

private:
    using Watches = QMap<QString, QSet<QTcpSocket *>>;

    static QString parentOf(const QString &path)
    {
        const qsizetype slash = path.lastIndexOf(u'/');
        return slash <= 0 ? QStringLiteral("/") : path.left(slash);
    }
    static QString nameOf(const QString &path) { return path.mid(path.lastIndexOf(u'/') + 1); }

    void touchParent(const QString &path, bool created)
    {
        Node &parent = m_nodes[parentOf(path)];
        if (created)
            parent.children.insert(nameOf(path));
        else
            parent.children.remove(nameOf(path));
        ++parent.cversion;
        parent.pzxid = m_zxid;
    }

    void closeAll()
    {
        m_childWatches.clear();
        m_dataWatches.clear();
        for (QTcpSocket *const socket : findChildren<QTcpSocket *>())
            socket->abort();
    }

    void serve(QTcpSocket *socket)
    {
        socket->setParent(this);
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            for (Watches *const watches : {&m_childWatches, &m_dataWatches}) {
                for (auto &sockets : *watches)
                    sockets.remove(socket);
            }
            socket->deleteLater();
        });
    }

    void read(QTcpSocket *socket)
    {
        QByteArray &buffer = m_buffers[socket];
        buffer += socket->readAll();
        if (buffer.startsWith("srvr") && !m_serving) {
            socket->write("This ZooKeeper instance is not currently serving requests\n");
            socket->disconnectFromHost();
            buffer.clear();
            return;
        }
        if (buffer.startsWith("srvr")) {
            socket->write(
                "Zookeeper version: 3.8.0-x, built on y\nLatency min/avg/max: 0/0.0/0\nReceived: 1\nSent: 1\n"
                "Connections: 1\nOutstanding: 0\nZxid: 0x" +
                QByteArray::number(m_zxid, 16) + "\nMode: standalone\nNode count: 5\n");
            socket->disconnectFromHost();
            buffer.clear();
            return;
        }
        while (buffer.size() >= 4) {
            QDataStream sizes(buffer);
            qint32 size = 0;
            sizes >> size;
            if (buffer.size() < 4 + size)
                return;
            const QByteArray frame = buffer.mid(4, size);
            buffer.remove(0, 4 + size);
            if (!socket->property("session").isValid())
                handshake(socket, frame);
            else
                answer(socket, frame);
        }
    }

    void send(QTcpSocket *socket, const QByteArray &body)
    {
        QByteArray frame;
        QDataStream(&frame, QIODevice::WriteOnly) << static_cast<qint32>(body.size());
        frame += body;
        if (m_hold)
            m_held.append({socket, frame});
        else
            socket->write(frame);
    }

    void handshake(QTcpSocket *socket, const QByteArray &frame)
    {
        QDataStream in(frame);
        qint32 protocol = 0, timeout = 0;
        qint64 seen = 0, session = 0;
        in >> protocol >> seen >> timeout >> session;
        if (!m_serving || seen > m_zxid) { // "Refusing session request … as it has seen zxid"
            socket->abort();
            return;
        }
        const bool known = session == 0 || m_sessions.contains(session);
        if (session == 0)
            session = ++m_lastSession;
        if (known)
            m_sessions.insert(session);
        socket->setProperty("session", session);
        QByteArray body;
        QDataStream out(&body, QIODevice::WriteOnly);
        out << qint32(0) << (known ? timeout : qint32(0)) << (known ? session : qint64(0))
            << QByteArray(16, 'p') << quint8(0);
        send(socket, body);
    }

    void answer(QTcpSocket *socket, const QByteArray &frame)
    {
        QDataStream in(frame);
        qint32 xid = 0, type = 0;
        in >> xid >> type;
        QByteArray body;
        QDataStream out(&body, QIODevice::WriteOnly);
        qint32 code = 0;
        if (type == 100) {
            qint32 kind = 0;
            QByteArray scheme, secret;
            in >> kind >> scheme >> secret;
            m_credentials.append(secret);
        } else if (type == 101) {
            setWatches(socket, in);
        } else if (type == -11) {
            m_sessions.remove(socket->property("session").toLongLong());
        } else if (type == 14) {
            performMulti(socket, in, out);
        } else if (type != 11) {
            QByteArray path;
            in >> path;
            code = perform(socket, type, QString::fromUtf8(path), in, out);
        }
        QByteArray reply;
        QDataStream header(&reply, QIODevice::WriteOnly);
        header << xid << m_zxid << code;
        send(socket, code == 0 ? reply + body : reply);
    }

    /// Watches of the former connection: what happened meanwhile is told at once.
    void setWatches(QTcpSocket *socket, QDataStream &in)
    {
        qint64 since = 0;
        in >> since;
        const auto list = [&in] {
            qint32 count = 0;
            in >> count;
            QStringList paths;
            for (qint32 i = 0; i < count; ++i) {
                QByteArray path;
                in >> path;
                paths.append(QString::fromUtf8(path));
            }
            return paths;
        };
        const QStringList data = list(), exists = list(), children = list();
        for (const QString &path : data) {
            if (!m_nodes.contains(path))
                sendEvent(socket, 2, path);
            else if (m_nodes.value(path).mzxid > since)
                sendEvent(socket, 3, path);
            else
                m_dataWatches[path].insert(socket);
        }
        for (const QString &path : exists) {
            if (m_nodes.contains(path))
                sendEvent(socket, 1, path);
            else
                m_dataWatches[path].insert(socket);
        }
        for (const QString &path : children) {
            if (!m_nodes.contains(path))
                sendEvent(socket, 2, path);
            else if (m_nodes.value(path).pzxid > since)
                sendEvent(socket, 4, path);
            else
                m_childWatches[path].insert(socket);
        }
    }

    static void writeStat(QDataStream &out, const Node &node)
    {
        out << node.czxid << node.mzxid << qint64(1000) << qint64(2000) << node.version << node.cversion
            << node.aversion << node.owner << static_cast<qint32>(node.value.size())
            << static_cast<qint32>(node.children.size()) << node.pzxid;
    }

    static QList<AclEntry> readAcl(QDataStream &in)
    {
        qint32 entries = 0;
        in >> entries;
        QList<AclEntry> acl(entries);
        for (AclEntry &entry : acl)
            in >> entry.permissions >> entry.scheme >> entry.id;
        return acl;
    }

    int perform(QTcpSocket *socket, int type, const QString &path, QDataStream &in, QDataStream &out)
    {
        ++m_asked[{type, path}];
        if (const int code = refusal ? refusal(type, path) : 0; code != 0)
            return code;
        const bool exists = m_nodes.contains(path);
        const Node node = m_nodes.value(path);
        quint8 watch = 0;
        switch (type) {
        case 9: // sync
            out << path.toUtf8();
            return 0;
        case Exists:
            in >> watch;
            if (watch)
                m_dataWatches[path].insert(socket);
            if (exists)
                writeStat(out, node);
            return exists ? 0 : -101;
        case GetData:
            in >> watch;
            if (!exists)
                return -101;
            if (watch)
                m_dataWatches[path].insert(socket);
            out << node.value;
            writeStat(out, node);
            return 0;
        case SetData: {
            QByteArray value;
            qint32 version = -1;
            in >> value >> version;
            if (!exists)
                return -101;
            if (version != -1 && version != node.version)
                return -103;
            set(path, value);
            writeStat(out, m_nodes.value(path));
            return 0;
        }
        case CreateOp:
        case Create: {
            QByteArray value;
            const bool isEmpty = in.device()->peek(4) == QByteArray(4, '\0');
            in >> value;
            if (isEmpty) // which is not the same as none
                value = QByteArray("");
            if (exists)
                return -110;
            if (!m_nodes.contains(parentOf(path)))
                return -101;
            qint32 flags = 0;
            const QList<AclEntry> acl = readAcl(in);
            in >> flags;
            create(path, value, flags == 1 ? socket->property("session").toLongLong() : 0);
            setAcl(path, acl);
            out << path.toUtf8();
            if (type == Create)
                writeStat(out, m_nodes.value(path));
            return 0;
        }
        case Delete:
            if (!exists)
                return -101;
            remove(path);
            return 0;
        case GetChildren:
            in >> watch;
            if (!exists)
                return -101;
            if (watch)
                m_childWatches[path].insert(socket);
            out << static_cast<qint32>(node.children.size());
            for (const QString &name : node.children)
                out << name.toUtf8();
            writeStat(out, node);
            return 0;
        case GetAcl:
            if (!exists)
                return -101;
            out << static_cast<qint32>(node.acl.size());
            for (const AclEntry &entry : node.acl)
                out << entry.permissions << entry.scheme << entry.id;
            writeStat(out, node);
            return 0;
        case SetAcl:
            if (!exists)
                return -101;
            setAcl(path, readAcl(in)); // whatever version of it is expected
            ++m_nodes[path].aversion;
            writeStat(out, m_nodes.value(path));
            return 0;
        case RemoveWatch: {
            qint32 kind = 0;
            in >> kind;
            if (!canRemoveWatches)
                return -6;
            Watches &watches = kind == 1 ? m_childWatches : m_dataWatches;
            return watches[path].remove(socket) ? 0 : -121;
        }
        default:
            return -6;
        }
    }

    /// What a request has behind its path.
    static QByteArray restOf(qint32 type, QDataStream &in)
    {
        const qint64 from = in.device()->pos();
        qint32 number = 0;
        if (type != Delete)
            in.skipRawData(static_cast<int>(sizeOf(in)));
        if (type == CreateOp)
            (void) readAcl(in);
        in >> number; // version or flags
        const qint64 to = in.device()->pos();
        in.device()->seek(from);
        const QByteArray rest = in.device()->read(to - from);
        return rest;
    }
    static qint32 sizeOf(QDataStream &in)
    {
        qint32 size = 0;
        in >> size;
        return qMax(size, 0);
    }

    /// All of it or nothing (MultiHeader of zookeeper.jute: type, done, error).
    void performMulti(QTcpSocket *socket, QDataStream &in, QDataStream &out)
    {
        const auto before = m_nodes;
        struct Reply
        {
            qint32 type, code;
            QByteArray body;
        };
        QList<Reply> replies;
        bool failed = false;
        for (;;) {
            qint32 type = 0, ignored = 0;
            quint8 done = 0;
            QByteArray path, body;
            in >> type >> done >> ignored;
            if (done)
                break;
            in >> path;
            QDataStream rest(restOf(type, in));
            QDataStream one(&body, QIODevice::WriteOnly);
            const int code = failed ? -2 : perform(socket, type, QString::fromUtf8(path), rest, one);
            failed = failed || code != 0;
            replies.append({type, code, body});
        }
        if (failed)
            m_nodes = before;
        for (const Reply &reply : std::as_const(replies)) {
            out << (failed ? qint32(-1) : reply.type) << quint8(0) << reply.code;
            if (failed)
                out << reply.code;
            else
                out.writeRawData(reply.body.constData(), static_cast<int>(reply.body.size()));
        }
        out << qint32(-1) << quint8(1) << qint32(-1);
    }

    void sendEvent(QTcpSocket *socket, int type, const QString &path)
    {
        QByteArray body;
        QDataStream out(&body, QIODevice::WriteOnly);
        out << qint32(-1) << qint64(-1) << qint32(0) << qint32(type) << qint32(3) << path.toUtf8();
        send(socket, body);
    }

    void fire(int type, const QString &path, Watches &watches)
    {
        if (newsAreLate)
            return;
        const QSet<QTcpSocket *> sockets = watches.take(path);
        for (QTcpSocket *const socket : sockets)
            sendEvent(socket, type, path);
    }

    QTcpServer m_server;
    quint16 m_port = 0;
    QMap<QString, Node> m_nodes;
    QSet<qint64> m_sessions;
    qint64 m_lastSession = 0x1000;
    qint64 m_zxid = 0;
    Watches m_childWatches;
    Watches m_dataWatches;
    QMap<QTcpSocket *, QByteArray> m_buffers;
    QMap<QPair<int, QString>, int> m_asked;
    QList<QByteArray> m_credentials;
    bool m_serving = true;
    bool m_hold = false;
    QList<QPair<QPointer<QTcpSocket>, QByteArray>> m_held;
};

} // namespace zoodock::test
