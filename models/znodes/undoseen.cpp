// SPDX-License-Identifier: GPL-3.0-or-later
// An undo that overwrites what others have changed: no more than what was shown of it.
#include "znodechanges.h"

#include <algorithm>

namespace zoodock
{

namespace
{

/// As far as the undo overwrites it.
bool isAsSeen(const ZnodeUndo &undo, const std::optional<ZnodeStat> &seen,
              const std::optional<ZnodeStat> &now)
{
    if (!seen || !now)
        return seen.has_value() == now.has_value();
    const bool sameValue = undo.what == ZnodeUndo::What::AclSet || seen->version == now->version;
    const bool sameAcl = undo.what == ZnodeUndo::What::Set || seen->aversion == now->aversion;
    return seen->czxid == now->czxid && sameValue && sameAcl;
}

} // namespace

ZnodeUndo overwriting(ZnodeUndo undo, const QList<UndoClash> &clashes)
{
    undo.overwrites = true;
    undo.seen.clear();
    for (const UndoClash &clash : clashes) {
        // Who may not read a value sees its access list alone; that it is gone nobody has said then.
        if (clash.now)
            undo.seen += UndoSeen{clash.path, clash.now->stat};
        else if (!clash.isAcl)
            undo.seen += UndoSeen{clash.path, std::nullopt};
    }
    return undo;
}

/// A yes was said to what was shown then, not to what has come since.
void UndoChange::checkSeen(qsizetype row)
{
    if (row == m_what.seen.size()) {
        proceed();
        return;
    }
    const auto take = [this, row](const Result<ZooStat> &stat) {
        if (isSettled())
            return;
        if (!stat && stat.error().kind() != ErrorKind::NoNode) {
            fail(stat.error());
            return;
        }
        if (isAsSeen(m_what, m_what.seen.at(row).stat,
                     stat ? std::optional(toZnodeStat(*stat)) : std::nullopt)) {
            checkSeen(row + 1);
            return;
        }
        m_what.overwrites = false;
        m_what.seen.clear();
        m_undo = m_what;
        proceed();
    };
    calls().exists(m_what.seen.at(row).path, ZooWatch::None, {this, take});
}

std::optional<ZnodeStat> UndoChange::seen(const ZnodePath &path) const
{
    const auto found = std::find_if(m_what.seen.cbegin(), m_what.seen.cend(),
                                    [&path](const UndoSeen &one) { return one.path == path; });
    return found == m_what.seen.cend() ? std::nullopt : found->stat;
}

} // namespace zoodock
