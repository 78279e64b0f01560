// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodewalk.h"

#include "znodecalls.h"
#include "znodes/znodeconnection.h"

#include <memory>
#include <utility>

namespace zoodock
{

namespace
{

constexpr int walkWindow = 256;

} // namespace

bool isBreak(const Error &error, const ZnodeConnection &connection, bool wasBroken)
{
    // A server that falls silent is given up with Timeout.
    if (error.kind() != ErrorKind::ConnectionLost && error.kind() != ErrorKind::Timeout)
        return false;
    const auto state = connection.state();
    return state == ZnodeConnection::State::Broken || state == ZnodeConnection::State::Connecting ||
           wasBroken;
}

struct ZnodeWalk::Visit
{
    Node node;
    int open = 0;   ///< answers that are still to come
    int breaks = 0; ///< of the connection, until it was asked
    bool childrenAsked = false;
    bool statAsked = false;
    bool forbidden = false;
    std::optional<Error> error;
    NameList names;
};

ZnodeWalk::ZnodeWalk(ZnodeConnection *connection, ZnodePath top, Reads reads, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_top(std::move(top))
    , m_reads(reads)
{
}

void ZnodeWalk::start()
{
    m_generation = m_connection->generation();
    connect(m_connection, &ZnodeConnection::generationChanged, this,
            [this] { end(failure(Error::cancelled())); });
    connect(m_connection, &ZnodeConnection::stateChanged, this, &ZnodeWalk::onState);
    visit(m_top);
}

void ZnodeWalk::hold(bool on)
{
    if (std::exchange(m_held, on) && !on && !m_ended)
        pump();
}

void ZnodeWalk::pump()
{
    // An answer never comes from within a request, but onNode may stop us.
    if (m_pumping || m_held || m_waits)
        return;
    m_pumping = true;
    while (!m_ended && m_visiting < walkWindow) {
        const std::optional<ZnodePath> path = takeNext();
        if (!path)
            break;
        visit(*path);
    }
    m_pumping = false;
    if (!m_ended && m_visiting == 0)
        end({});
}

std::optional<ZnodePath> ZnodeWalk::takeNext()
{
    if (!m_again.empty()) {
        ZnodePath path = std::move(m_again.back());
        m_again.pop_back();
        return path;
    }
    while (!m_levels.empty()) {
        Level &level = m_levels.back();
        if (level.next < level.names.size())
            return level.parent.child(level.names.at(level.next++));
        m_levels.pop_back();
    }
    return std::nullopt;
}

void ZnodeWalk::visit(const ZnodePath &path)
{
    ++m_visiting;
    const auto visit = std::make_shared<Visit>();
    visit->node.path = path;
    visit->breaks = m_breaks;
    if (m_reads == Reads::Access)
        askAcl(visit);
    if (m_reads == Reads::Structure || m_reads == Reads::Access)
        askChildren(visit);
    else
        ask(visit);
}

void ZnodeWalk::ask(const std::shared_ptr<Visit> &visit)
{
    ZnodeCalls &calls = m_connection->calls();
    const ZnodePath &path = visit->node.path;
    ++visit->open;
    calls.getData(path, ZooWatch::None, {this, [this, visit](const Result<ZooData> &data) {
                                             if (data) {
                                                 visit->node.value = data->bytes;
                                                 visit->node.stat = toZnodeStat(data->stat);
                                             }
                                             answered(visit,
                                                      data ? std::nullopt : std::optional(data.error()));
                                         }});
    if (m_reads == Reads::Records)
        askAcl(visit);
}

void ZnodeWalk::askAcl(const std::shared_ptr<Visit> &visit)
{
    ++visit->open;
    m_connection->calls().getAcl(visit->node.path,
                                 {this, [this, visit](const Result<ZooAcl> &acl) {
                                      if (acl)
                                          visit->node.acl = toAcl(acl->entries);
                                      answered(visit, acl ? std::nullopt : std::optional(acl.error()));
                                  }});
}

void ZnodeWalk::askChildren(const std::shared_ptr<Visit> &visit)
{
    visit->childrenAsked = true;
    ++visit->open;
    m_connection->calls().getChildren(visit->node.path, ZooWatch::None,
                                      {this, [this, visit](const Result<ZooChildren> &children) {
                                           if (children) {
                                               visit->names = children->names;
                                               visit->node.stat = toZnodeStat(children->stat);
                                           }
                                           answered(visit, children ? std::nullopt
                                                                    : std::optional(children.error()));
                                       }});
}

void ZnodeWalk::askStat(const std::shared_ptr<Visit> &visit)
{
    visit->statAsked = true;
    ++visit->open;
    m_connection->calls().exists(visit->node.path, ZooWatch::None,
                                 {this, [this, visit](const Result<ZooStat> &stat) {
                                      visit->node.stat = stat ? toZnodeStat(*stat) : ZnodeStat();
                                      answered(visit, stat ? std::nullopt : std::optional(stat.error()));
                                  }});
}

void ZnodeWalk::answered(const std::shared_ptr<Visit> &visit, const std::optional<Error> &error)
{
    if (m_ended)
        return;
    --visit->open;
    if (error && error->kind() == ErrorKind::NoAuth)
        visit->forbidden = true;
    else if (error && !visit->error)
        visit->error = error;
    if (visit->open > 0)
        return;
    if (visit->forbidden && !visit->error && onUnreadable && !visit->statAsked) {
        askStat(visit);
        return;
    }
    const bool readable = !visit->error && !visit->forbidden;
    if (readable && !visit->childrenAsked && visit->node.stat.numChildren > 0) {
        askChildren(visit);
        return;
    }
    complete(visit);
}

void ZnodeWalk::complete(const std::shared_ptr<Visit> &visit)
{
    --m_visiting;
    if (isInterrupted(*visit)) {
        waitWith(visit->node.path);
        return;
    }
    const bool vanished = visit->error && visit->error->kind() == ErrorKind::NoNode;
    if (visit->error && !(vanished && visit->node.path != m_top)) {
        end(failure(*visit->error));
        return;
    }
    if (vanished) {
        --m_known;
    } else if (visit->forbidden) {
        tellForbidden(visit->node);
    } else if (onNode) {
        onNode(visit->node);
    }
    if (m_ended)
        return;
    if (!visit->names.isEmpty()) {
        m_known += visit->names.size();
        m_levels.push_back({visit->node.path, std::move(visit->names), 0});
    }
    pump();
}

bool ZnodeWalk::isInterrupted(const Visit &visit) const
{
    return onBreak && visit.error && isBreak(*visit.error, *m_connection, visit.breaks != m_breaks);
}

void ZnodeWalk::waitWith(const ZnodePath &path)
{
    m_again.push_back(path);
    if (m_connection->state() == ZnodeConnection::State::Connected)
        pump(); // it is back before all have heard that it was lost
    else if (!std::exchange(m_waits, true))
        onBreak(true);
}

void ZnodeWalk::onState()
{
    if (m_connection->state() != ZnodeConnection::State::Connected) {
        ++m_breaks;
        return;
    }
    if (!std::exchange(m_waits, false) || m_ended)
        return;
    onBreak(false);
    if (!m_ended)
        pump();
}

void ZnodeWalk::tellForbidden(const Node &node) const
{
    if (onUnreadable)
        onUnreadable(node);
    else if (onForbidden)
        onForbidden(node.path);
}

void ZnodeWalk::end(const Result<void> &result)
{
    if (std::exchange(m_ended, true))
        return;
    m_levels.clear();
    m_again.clear();
    if (onEnd)
        onEnd(result);
}

} // namespace zoodock
