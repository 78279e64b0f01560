// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/changes/lastingwork.h"

#include "clusters/operationtask.h"
#include "core/sentences.h"
#include "ui/znodes/changes/znodechanger.h"
#include "ui/znodes/finding/searchpanel.h"

namespace zoodock
{

LastingWork::LastingWork(const ZnodeChanger &changer, const SearchPanel &search, QObject *parent)
    : QObject(parent)
    , m_changer(changer)
    , m_search(search)
{
    connect(&changer, &ZnodeChanger::busyChanged, this, &LastingWork::look, Qt::QueuedConnection);
    connect(&search, &SearchPanel::ended, this, &LastingWork::look, Qt::QueuedConnection);
}

void LastingWork::look()
{
    if (isNone())
        Q_EMIT ended();
}

bool LastingWork::isNone() const
{
    return !m_changer.lastingWork() && !m_search.lastingWork();
}

QString LastingWork::consequence(Undo undo) const
{
    QStringList sentences;
    for (const OperationTask *work : {m_changer.lastingWork(), m_search.lastingWork()}) {
        if (work)
            sentences += consequenceFor(*work, undo);
    }
    return paragraphOf(sentences);
}

QString LastingWork::consequenceFor(const ClusterTask &work, Undo undo)
{
    if (!work.leavesChanges())
        return tr("“%1” is cut off then and would have to be begun anew.").arg(work.title());
    return (undo == Undo::Goes ? tr("“%1” is cut off then: what it has changed by then stays so and can no "
                                    "longer be taken back with Undo.")
                               : tr("“%1” is cut off then: what it has changed by then stays so."))
        .arg(work.title());
}

} // namespace zoodock
