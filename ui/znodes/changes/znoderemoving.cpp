// SPDX-License-Identifier: GPL-3.0-or-later
// Deleting subtrees, and what is asked before.
#include "clusters/operationtask.h"
#include "ui/znodes/changes/changenotice.h"
#include "ui/znodes/changes/subtreedialog.h"
#include "ui/znodes/changes/znodechanger.h"
#include "ui/znodes/connection/znodesession.h"

#include <QtCore/QLocale>

namespace zoodock
{

void ZnodeChanger::askToRemove(const ZnodePath &path)
{
    if (isBusy())
        return;
    auto *measure = m_session.editor().measure(path, this);
    connect(measure, &ZnodeMeasure::progress, this, [this, measure, path](qint64 counted, qint64 known) {
        if (m_running != measure)
            return;
        const QLocale locale;
        if (OperationTask *row = m_activity.row())
            row->tell(0, counted, known, ZnodeActivity::progressWords(counted, known));
        m_notice.showProgress(
            tr("Counting what is at and below %1: %2 of %3 znodes known so far.")
                .arg(legibleName(path.text()), locale.toString(counted), locale.toString(known)),
            counted, known);
    });
    m_activity.begin(ZnodeActivity::title<ZnodeChanger>(QT_TR_NOOP("Count what is at and below %1 in %2"),
                                                        {path.text(), m_activity.clusterName()}),
                     {tr("Count")}, ZnodeActivity::Row::IfItLasts);
    const QString doing = tr("Counting what is at and below %1.").arg(legibleName(path.text()));
    connect(measure, &ZnodeMeasure::waits, this,
            [this, measure, doing](bool waits) { tellWaiting(measure, doing, waits); });
    prepare(measure, doing, [this, measure] { confirmRemoval(measure->value()); });
}

void ZnodeChanger::confirmRemoval(const ZnodeSubtree &subtree)
{
    auto *dialog = new SubtreeDialog(subtree, m_window);
    connect(dialog, &SubtreeDialog::confirmed, this, [this, subtree] { remove(subtree); });
    ask(dialog);
}

void ZnodeChanger::remove(const ZnodeSubtree &subtree)
{
    if (isBusy())
        return;
    // Others may have deleted some since they were counted.
    const QString top = legibleName(subtree.top.text());
    const auto did = [top](const ZnodeChange &removal) {
        const int count = int(removal.changed());
        if (count == 0)
            return tr("Somebody else has deleted %1 meanwhile.").arg(top);
        return count == 1 ? tr("Deleted %1.").arg(top)
                          : tr("Deleted %1 and everything below, %Ln znodes.", nullptr, count).arg(top);
    };
    run(m_session.editor().removeSubtree(subtree, this),
        {tr("Deleting %1.").arg(top),
         did,
         tr("Reading for undo: %1 of %2 znodes."),
         ZnodeActivity::title<ZnodeChanger>(QT_TR_NOOP("Delete %1 in %2"),
                                            {subtree.top.text(), m_activity.clusterName()}),
         {tr("Read what is there, for Undo"), tr("Delete")},
         subtree.count > 1 ? ZnodeActivity::Row::Always : ZnodeActivity::Row::IfItLasts},
        [this, top = subtree.top](ZnodeChange *) { Q_EMIT removed(top); });
}

} // namespace zoodock
