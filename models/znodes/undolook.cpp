// SPDX-License-Identifier: GPL-3.0-or-later
#include "undolook.h"

#include "znodecalls.h"
#include "znodes/znodeconnection.h"

#include <QtCore/QHash>

#include <utility>

namespace zoodock
{

namespace
{

constexpr int looksOnTheWay = 256;

} // namespace

UndoLook::UndoLook(ZnodeConnection *connection, const ZnodeUndo &undo, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
{
    QList<ZnodePath> created = undo.created;
    QList<qint64> czxids(created.size(), 0);
    for (const ZnodeRecord &record : undo.records) {
        if (undo.what == ZnodeUndo::What::Created) {
            created += record.path;
            czxids += record.czxid;
        } else if (undo.what == ZnodeUndo::What::AclSet) {
            m_expected += Expected{record.path, record.czxid, 0, -1, record.version, -1};
        } else {
            const bool isSet = undo.what == ZnodeUndo::What::Set;
            m_expected += Expected{record.path,
                                   record.czxid,
                                   0,
                                   isSet ? undo.expectedVersion : record.version,
                                   isSet ? -1 : record.aversion,
                                   -1};
        }
    }
    expectCreated(created, czxids, undo);
    connect(connection, &ZnodeConnection::generationChanged, this,
            [this] { end(failure(Error::cancelled())); });
}

void UndoLook::expectCreated(const QList<ZnodePath> &created, const QList<qint64> &czxids,
                             const ZnodeUndo &undo)
{
    QHash<ZnodePath, int> children;
    for (const ZnodePath &path : created)
        ++children[path.parent()];
    for (qsizetype row = 0; row < created.size(); ++row) {
        const ZnodePath &path = created.at(row);
        const int below = children.value(path);
        // An import may give a parent its ACL once its children are there (ZnodeRestore).
        const qint32 aclChanges = undo.what == ZnodeUndo::What::Imported && below > 0 ? 1 : 0;
        m_expected += Expected{path, czxids.at(row), undo.newest, 0, -1, below, aclChanges};
    }
}

void UndoLook::pump()
{
    while (!m_ended && m_onTheWay < looksOnTheWay && m_next < m_expected.size()) {
        ++m_onTheWay;
        const Expected &expected = m_expected.at(m_next++);
        m_connection->calls().exists(
            expected.path, ZooWatch::None,
            {this, [this, expected](const Result<ZooStat> &stat) {
                 if (m_ended)
                     return;
                 --m_onTheWay;
                 const bool isGone = !stat && stat.error().kind() == ErrorKind::NoNode;
                 if (stat || isGone)
                     answered(expected, stat ? std::optional(toZnodeStat(*stat)) : std::nullopt);
                 else
                     end(failure(stat.error()));
             }});
    }
    if (m_onTheWay == 0)
        end({});
}

void UndoLook::answered(const Expected &expected, const std::optional<ZnodeStat> &stat)
{
    if (!stat)
        ++m_gone;
    else if (isForeign(expected, *stat))
        m_foreign += expected.path;
    if (onProgress)
        onProgress(m_next - m_onTheWay, m_expected.size());
    pump();
}

bool UndoLook::isForeign(const Expected &expected, const ZnodeStat &now)
{
    return (expected.czxid != 0 && now.czxid != expected.czxid) ||
           (expected.newest != 0 && now.czxid > expected.newest) ||
           (expected.version >= 0 && now.version != expected.version) ||
           (expected.aversion >= 0 && now.aversion != expected.aversion) ||
           (expected.children >= 0 && now.numChildren > expected.children) ||
           (expected.aclChanges >= 0 && now.aversion > expected.aclChanges);
}

void UndoLook::end(const Result<void> &result)
{
    if (std::exchange(m_ended, true))
        return;
    onEnd(result);
}

} // namespace zoodock
