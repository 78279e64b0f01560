// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/changes/lastingwork.h"

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
    return m_changer.lastingWork().isEmpty() && m_search.lastingWork().isEmpty();
}

QString LastingWork::consequence(Undo undo) const
{
    QStringList sentences;
    if (const QString work = m_changer.lastingWork(); !work.isEmpty())
        sentences += (undo == Undo::Goes
                          ? tr("“%1” is cut off then: what it has changed by then stays so and can no longer "
                               "be taken back with Undo, and a file that is not whole yet is not written.")
                          : tr("“%1” is cut off then: what it has changed by then stays so, and a file that "
                               "is not whole yet is not written."))
                         .arg(work);
    if (const QString work = m_search.lastingWork(); !work.isEmpty())
        sentences += tr("“%1” is cut off then and would have to be begun anew.").arg(work);
    return paragraphOf(sentences);
}

} // namespace zoodock
