// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/namelist.h"
#include "core/result.h"
#include "znodes/acl.h"
#include "znodes/znodepath.h"
#include "znodes/znodestat.h"

#include <QtCore/QObject>

#include <functional>
#include <optional>
#include <vector>

namespace zoodock
{

class ZnodeConnection;

/// The connection is to blame for it. One that stands all the time (`wasBroken`: since the question), and yet
/// says so, is no such case.
[[nodiscard]] bool isBreak(const Error &error, const ZnodeConnection &connection, bool wasBroken);

/// Visits a znode and everything below it, each after its parent: pipelined, with a bounded window of
/// requests, depth first so that little is remembered. Znodes that vanish meanwhile are passed over. One
/// walk, one thread, no blocking; the functions are called from the event loop.
class ZnodeWalk : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZnodeWalk)
public:
    /// Structure: path and stat; Access: and the ACL. Values: path, stat and value; Records: and the ACL.
    enum class Reads { Structure, Access, Values, Records };

    struct Node
    {
        ZnodePath path;
        ZnodeStat stat;
        QByteArray value;
        Acl acl;
    };

    ZnodeWalk(ZnodeConnection *connection, ZnodePath top, Reads reads, QObject *parent);

    std::function<void(const Node &)> onNode;
    /// Not allowed to read it (or, where its children cannot be listed, them): it exists, what is below is
    /// unknown.
    std::function<void(const ZnodePath &)> onForbidden;
    /// In its place, where it is set: with the stat, which servers tell everybody (all zero where not).
    std::function<void(const Node &)> onUnreadable;
    /// Where it is set, a broken connection does not end the walk: it waits (true) until the same session is
    /// connected again, and goes on (false).
    std::function<void(bool waits)> onBreak;
    /// Exactly once, unless stopped. Fails with NoNode where the top does not exist, with what ended the
    /// connection, and with Cancelled when the connection's generation changed.
    std::function<void(const Result<void> &)> onEnd;

    void start();
    /// No function is called any more.
    void stop() { m_ended = true; }
    /// While held, nothing more is asked for; what is on its way still arrives.
    void hold(bool on);
    /// Znodes known to exist so far.
    [[nodiscard]] qint64 known() const { return m_known; }

private:
    /// Children that are still to be visited.
    struct Level
    {
        ZnodePath parent;
        NameList names;
        qsizetype next = 0;
    };
    /// One visit under way.
    struct Visit;

    void pump();
    [[nodiscard]] std::optional<ZnodePath> takeNext();
    void visit(const ZnodePath &path);
    void ask(const std::shared_ptr<Visit> &visit);
    void askAcl(const std::shared_ptr<Visit> &visit);
    void askChildren(const std::shared_ptr<Visit> &visit);
    void askStat(const std::shared_ptr<Visit> &visit);
    void tellForbidden(const Node &node) const;
    void answered(const std::shared_ptr<Visit> &visit, const std::optional<Error> &error);
    void complete(const std::shared_ptr<Visit> &visit);
    [[nodiscard]] bool isInterrupted(const Visit &visit) const;
    void waitWith(const ZnodePath &path);
    void onState();
    void end(const Result<void> &result);

    ZnodeConnection *m_connection;
    ZnodePath m_top;
    Reads m_reads;
    quint64 m_generation = 0;
    std::vector<Level> m_levels;
    std::vector<ZnodePath> m_again; ///< were being visited when the connection broke
    int m_breaks = 0;               ///< of the connection
    int m_visiting = 0;
    qint64 m_known = 1;
    bool m_pumping = false;
    bool m_held = false;
    bool m_waits = false; ///< for the connection
    bool m_ended = false;
};

} // namespace zoodock
