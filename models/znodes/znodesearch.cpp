// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodes/znodesearch.h"

#include "core/elsewhere.h"
#include "znodematcher.h"
#include "znodes/znodeconnection.h"
#include "znodewalk.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>

#include <utility>

namespace zoodock
{

namespace
{

constexpr qint64 tellPause = 200; // ms
/// Of values that wait for being matched: then the walk waits, too.
constexpr qint64 mostWaiting = 32 * 1024 * 1024;
/// What a node takes besides its value, roughly.
constexpr qint64 nodeBytes = 512;

} // namespace

/// The walk is here, matching is in another thread: an expression may take its time. What was visited waits
/// in `arrived` while a batch is being matched.
class ZnodeSearch::Private
{
public:
    Private(ZnodeSearch *owner, ZnodeConnection *connection, ZnodeQuery wanted)
        : q(owner)
        , query(std::move(wanted))
        , walk(connection, query.below, query.values ? ZnodeWalk::Reads::Values : ZnodeWalk::Reads::Structure,
               nullptr)
        , matcher(std::make_shared<ZnodeMatcher>(query))
        , elsewhere(q, [this](const ZnodeMatcher::Outcome &outcome) {
            matching = false;
            if (!q->isSettled())
                matched(outcome);
        })
    {
        soon.setSingleShot(true);
        QObject::connect(&soon, &QTimer::timeout, q, [this] { matchOn(); });
    }

    void begin();
    void take(const ZnodeWalk::Node &node);
    void matchOn();
    void matchElsewhere();
    void matched(const ZnodeMatcher::Outcome &outcome);
    void ended(const Result<void> &outcome);
    void tell();
    void stop();

    ZnodeSearch *q;
    ZnodeQuery query;
    ZnodeWalk walk;
    std::shared_ptr<ZnodeMatcher> matcher;
    Elsewhere<ZnodeMatcher::Outcome> elsewhere;
    std::shared_ptr<const ZnodeMatcher::Nodes> batch;
    std::size_t next = 0; ///< of the batch
    ZnodeMatcher::Nodes arrived;
    qint64 waiting = 0; ///< bytes of both
    bool matching = false;
    bool walked = false;
    bool broken = false; ///< the connection is, and the walk waits
    QTimer soon;
    QList<ZnodeMatch> matches;
    qsizetype told = 0;
    qint64 visited = 0;
    qint64 forbidden = 0;
    qint64 givenUp = 0;
    bool complete = false;
    QElapsedTimer lastTold;
};

void ZnodeSearch::Private::begin()
{
    lastTold.start();
    walk.onNode = [this](const ZnodeWalk::Node &node) { take(node); };
    walk.onForbidden = [this](const ZnodePath &path) {
        ++forbidden;
        ZnodeWalk::Node unread;
        unread.path = path;
        take(unread);
    };
    walk.onBreak = [this](bool isBroken) {
        broken = isBroken;
        tell();
    };
    walk.onEnd = [this](const Result<void> &outcome) { ended(outcome); };
    walk.start();
}

void ZnodeSearch::Private::take(const ZnodeWalk::Node &node)
{
    arrived.push_back(node);
    waiting += nodeBytes + node.value.size();
    if (waiting > mostWaiting)
        walk.hold(true);
    if (!matching && !soon.isActive())
        soon.start(0); // together with what else arrives now
}

void ZnodeSearch::Private::matchOn()
{
    if (matching || q->isSettled())
        return;
    if (!batch || next >= batch->size()) {
        batch = std::make_shared<const ZnodeMatcher::Nodes>(std::exchange(arrived, {}));
        next = 0;
    }
    if (!batch->empty()) {
        matchElsewhere();
    } else if (walked) {
        complete = true;
        tell();
        q->succeed();
    }
}

void ZnodeSearch::Private::matchElsewhere()
{
    matching = true;
    elsewhere.run([matcher = matcher, nodes = batch, from = next] { return matcher->examine(*nodes, from); });
}

void ZnodeSearch::Private::matched(const ZnodeMatcher::Outcome &outcome)
{
    for (std::size_t i = next; i < next + outcome.examined; ++i)
        waiting -= nodeBytes + (*batch)[i].value.size();
    next += outcome.examined;
    visited += qint64(outcome.examined);
    givenUp += outcome.givenUp;
    for (const ZnodeMatch &match : outcome.matches) {
        matches += match;
        if (matches.size() >= query.resultLimit) {
            stop();
            tell();
            q->succeed();
            return;
        }
    }
    if (lastTold.elapsed() >= tellPause)
        tell();
    if (waiting <= mostWaiting / 2)
        walk.hold(false);
    matchOn();
}

void ZnodeSearch::Private::ended(const Result<void> &outcome)
{
    walked = true;
    if (outcome) {
        soon.start(0); // not from within hold()
        return;
    }
    stop();
    tell();
    q->fail(outcome.error());
}

void ZnodeSearch::Private::tell()
{
    lastTold.start();
    if (matches.size() > told)
        Q_EMIT q->found(std::exchange(told, matches.size()));
    Q_EMIT q->progress(visited, walk.known());
}

void ZnodeSearch::Private::stop()
{
    walk.stop();
    matcher->stop();
    soon.stop();
}

ZnodeSearch::ZnodeSearch(ZnodeConnection *connection, ZnodeQuery query, QObject *parent)
    : Operation(parent)
    , d(std::make_unique<Private>(this, connection, std::move(query)))
{
}

ZnodeSearch::~ZnodeSearch()
{
    d->stop();
}

const ZnodeQuery &ZnodeSearch::query() const
{
    return d->query;
}

const QList<ZnodeMatch> &ZnodeSearch::matches() const
{
    return d->matches;
}

qint64 ZnodeSearch::visited() const
{
    return d->visited;
}

qint64 ZnodeSearch::known() const
{
    return d->walk.known();
}

qint64 ZnodeSearch::forbidden() const
{
    return d->forbidden;
}

qint64 ZnodeSearch::givenUp() const
{
    return d->givenUp;
}

bool ZnodeSearch::isComplete() const
{
    return d->complete;
}

bool ZnodeSearch::isWaiting() const
{
    return d->broken && !isFinished();
}

void ZnodeSearch::begin()
{
    if (d->query.text.isEmpty()) {
        fail(Error(ErrorKind::InvalidInput, tr("There is nothing to search for. Type a text first.")));
        return;
    }
    if (const auto mistake = d->matcher->mistake()) {
        fail(Error(ErrorKind::InvalidInput,
                   tr("The regular expression is not valid at character %1: %2. Correct it.")
                       .arg(mistake->character)
                       .arg(mistake->reason)));
        return;
    }
    d->begin();
}

void ZnodeSearch::abort(const Error &why)
{
    d->stop();
    fail(why);
}

} // namespace zoodock
