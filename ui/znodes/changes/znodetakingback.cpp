// SPDX-License-Identifier: GPL-3.0-or-later
// Undo, and an undo that does not come to its end.
#include "core/sentences.h"
#include "ui/znodes/changes/changenotice.h"
#include "ui/znodes/changes/takebackdialog.h"
#include "ui/znodes/changes/znodechanger.h"
#include "ui/znodes/connection/znodesession.h"

#include <QtCore/QSet>

namespace zoodock
{

void ZnodeChanger::undo()
{
    if (!canUndo())
        return;
    takeBack(lastChange());
}

void ZnodeChanger::takeBack(const ZnodeUndo &undo)
{
    m_takingBack = true;
    run(m_session.editor().undo(undo, this), wordsForUndo(undo),
        [this, undo](ZnodeChange *) { afterUndo(undo); });
}

ZnodeChanger::Sentences ZnodeChanger::wordsForUndo(const ZnodeUndo &undo) const
{
    const QString about = legibleName(undo.about.text());
    const auto words = [this, &undo](const QString &doing, const QString &did, const char *title) {
        const qsizetype many = undo.records.size() + undo.created.size();
        return Sentences{
            doing,
            [did](const ZnodeChange &) { return did; },
            {},
            ZnodeActivity::title<ZnodeChanger>(title, {undo.about.text(), m_activity.clusterName()}),
            {tr("Take it back")},
            many > 1 ? ZnodeActivity::Row::Always : ZnodeActivity::Row::IfItLasts};
    };
    switch (undo.what) {
    case ZnodeUndo::What::Created:
        return words(tr("Taking back the creation of %1.").arg(about),
                     tr("The creation of %1 is taken back.").arg(about),
                     QT_TR_NOOP("Take back the creation of %1 in %2"));
    case ZnodeUndo::What::Deleted:
        return words(
            tr("Taking back the deletion of %1.").arg(about),
            undo.lost == 0
                ? tr("The deletion of %1 is taken back.").arg(about)
                : paragraphOf(QStringList{tr("What could be read of %1 is back.").arg(about)} + undo.losses),
            QT_TR_NOOP("Take back the deletion of %1 in %2"));
    case ZnodeUndo::What::Imported:
        return words(tr("Taking back the import into %1.").arg(about),
                     tr("The import into %1 is taken back.").arg(about),
                     QT_TR_NOOP("Take back the import into %1 in %2"));
    case ZnodeUndo::What::AclSet:
        return words(tr("Taking back the change of who may use %1.").arg(about),
                     tr("The change of who may use %1 is taken back.").arg(about),
                     QT_TR_NOOP("Take back the change of who may use %1 in %2"));
    case ZnodeUndo::What::Set:
    case ZnodeUndo::What::Nothing:
        break;
    }
    return words(tr("Taking back the change of %1.").arg(about),
                 tr("The change of %1 is taken back.").arg(about),
                 QT_TR_NOOP("Take back the change of %1 in %2"));
}

/// What others have made of it meanwhile is theirs, until the person says otherwise.
void ZnodeChanger::askToOverwrite(const ZnodeChange &change)
{
    const ZnodeUndo undo = change.undo();
    auto *dialog = new TakeBackDialog(change.error().message(), undo, change.clashes(), m_window);
    connect(dialog, &TakeBackDialog::overwriteWanted, this, [this, undo, clashes = change.clashes()] {
        if (isBusy() || lastChange().what != undo.what || lastChange().about != undo.about)
            return; // another change has come meanwhile
        takeBack(overwriting(undo, clashes));
    });
    ask(dialog);
}

/// Whoever made an ephemeral znode may not have seen that it went.
void ZnodeChanger::noteRenewal(const QString &sentence)
{
    ZnodeUndo last = lastChange();
    QStringList sentences{sentence};
    if (last.what == ZnodeUndo::What::Created) {
        for (const ZnodeRecord &record : std::as_const(last.records)) {
            if (record.kind == ZnodeKind::Ephemeral)
                sentences += tr("%1, which you created, is gone.").arg(legibleName(record.path.text()));
        }
        last.records.removeIf([](const ZnodeRecord &record) { return record.kind == ZnodeKind::Ephemeral; });
        m_session.setLastChange(last.records.isEmpty() ? ZnodeUndo() : last);
    }
    m_notice.showLasting(paragraphOf(sentences));
    Q_EMIT busyChanged();
}

void ZnodeChanger::afterUndo(const ZnodeUndo &undo)
{
    QList<ZnodePath> gone = undo.created;
    for (const ZnodeRecord &record :
         undo.what == ZnodeUndo::What::Created ? undo.records : QList<ZnodeRecord>())
        gone.append(record.path);
    const QSet<ZnodePath> all(gone.cbegin(), gone.cend());
    for (const ZnodePath &path : std::as_const(gone)) {
        if (!all.contains(path.parent()))
            Q_EMIT removed(path);
    }
    if (undo.what == ZnodeUndo::What::AclSet)
        Q_EMIT aclChanged(undo.about);
    else if (undo.what == ZnodeUndo::What::Deleted)
        Q_EMIT created(undo.about);
}

namespace
{

/// What is in the way goes by itself, or is gone already.
bool mayWorkNow(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled:
    case ErrorKind::Timeout:
    case ErrorKind::ConnectionRefused:
    case ErrorKind::ConnectionLost:
    case ErrorKind::HostUnknown:
    case ErrorKind::NotServing:
    case ErrorKind::SessionExpired:
        return true;
    default:
        return false;
    }
}

/// All but what others have changed.
bool isRestTakenBack(const ZnodeChange &undo)
{
    const ZnodeUndo &left = undo.undo();
    const bool stoppedBetween = left.what == ZnodeUndo::What::Imported && !left.created.isEmpty() &&
                                !left.records.isEmpty(); // what was overwritten comes last
    return undo.phase() == ZnodeChange::Phase::Changing && !stoppedBetween;
}

} // namespace

/// What is said has to come true with the next Undo: it goes on, asks, or is refused again.
void ZnodeChanger::showInterrupted(const ZnodeChange &change, bool undoable)
{
    const ErrorKind kind = change.error().kind();
    if (!change.foreign().isEmpty()) {
        const QString rest = !m_partlyTakenBack        ? tr("Nothing is taken back so far. Undo asks again.")
                             : isRestTakenBack(change) ? tr("Everything else is taken back.")
                                                       : tr("Not everything is taken back yet. Undo asks "
                                                            "again.");
        m_notice.showFailure(paragraphOf({change.error().message(), rest}), undoable);
        askToOverwrite(change);
        return;
    }
    const bool unknown = kind == ErrorKind::ConnectionLost || kind == ErrorKind::SessionExpired;
    const bool isBegun = m_partlyTakenBack || unknown;
    const QString goesOn =
        mayWorkNow(kind) ? (isBegun ? tr("Not everything is taken back yet. Undo goes on with it.")
                                    : tr("Nothing is taken back so far. Undo tries it again."))
        : isBegun        ? tr("Not everything is taken back yet. Undo can go on only once that is different.")
                         : tr("Nothing is taken back so far. Undo can do so only once that is different.");
    if (kind == ErrorKind::Cancelled)
        m_notice.showResult(goesOn, undoable);
    else
        m_notice.showFailure(paragraphOf({change.error().message(), goesOn}), undoable);
}

} // namespace zoodock
