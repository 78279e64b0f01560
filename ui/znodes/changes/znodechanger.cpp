// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/changes/znodechanger.h"

#include "clusters/operationtask.h"
#include "core/sentences.h"
#include "ui/znodes/changes/changenotice.h"
#include "ui/znodes/changes/conflictdialog.h"
#include "ui/znodes/changes/createdialog.h"
#include "ui/znodes/connection/znodesession.h"

#include <QtCore/QLocale>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

ZnodeChanger::ZnodeChanger(ZnodeSession &session, ChangeNotice &notice, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_notice(notice)
    , m_window(window)
    , m_activity(session)
{
    connect(&notice, &ChangeNotice::undoWanted, this, &ZnodeChanger::undo);
    connect(&notice, &ChangeNotice::cancelWanted, this, [this] {
        if (m_running)
            m_running->cancel();
    });
}

void ZnodeChanger::setRunning(Operation *operation)
{
    m_running = operation;
    m_session.setChanging(operation != nullptr);
    Q_EMIT busyChanged();
}

const ZnodeUndo &ZnodeChanger::lastChange() const
{
    return m_session.lastChange();
}

bool ZnodeChanger::canUndo() const
{
    return !isBusy() && !lastChange().isEmpty();
}

bool ZnodeChanger::takeEnded(Operation *operation)
{
    operation->deleteLater();
    if (m_running != operation)
        return false;
    setRunning(nullptr);
    return true;
}

void ZnodeChanger::forget()
{
    if (m_running) {
        m_running->cancel();
        m_activity.sayThatItWasLeft();
    }
    if (OperationTask *row = m_activity.row())
        row->setFailureOnPage(false); // the notice goes
    m_takingBack = m_partlyTakenBack = false;
    m_session.setLastChange({});
    m_notice.clear();
    Q_EMIT forgotten();
    setRunning(nullptr);
}

void ZnodeChanger::ask(QDialog *dialog)
{
    connect(this, &ZnodeChanger::forgotten, dialog, &QDialog::reject);
    dialog->open();
}

void ZnodeChanger::run(ZnodeChange *change, const Sentences &sentences, const Done &onSuccess)
{
    setRunning(change);
    OperationTask *row = m_activity.begin(sentences.title, sentences.steps, sentences.row);
    row->setLeavesChanges(true);
    row->follow(change, int(sentences.steps.size()) - 1);
    row->setWhenCancelled([change = QPointer(change)] {
        return !change || change->undo().isEmpty() ? QString()
                                                   : tr("What was changed until then stays. Undo on the page "
                                                        "“Znodes” takes it back.");
    });
    if (sentences.again)
        setAgain(*row, sentences.again);
    connect(change, &ZnodeChange::progress, this, [this, change, sentences](qint64 done, qint64 total) {
        if (m_running == change)
            tellProgress(*change, sentences, done, total);
    });
    connect(change, &ZnodeChange::waits, this,
            [this, change, doing = sentences.doing](bool waits) { tellWaiting(change, doing, waits); });
    connect(change, &Operation::finished, this,
            [this, change, did = sentences.did, onSuccess] { end(change, did, onSuccess); });
    change->start();
}

void ZnodeChanger::tellProgress(const ZnodeChange &change, const Sentences &sentences, qint64 done,
                                qint64 total)
{
    const QLocale locale;
    const bool reads = change.phase() == ZnodeChange::Phase::Reading && !sentences.reading.isEmpty();
    m_notice.showProgress(reads ? sentences.reading.arg(locale.toString(done), locale.toString(total))
                                : sentences.doing,
                          done, total);
    const bool isFirst = change.phase() == ZnodeChange::Phase::Reading && sentences.steps.size() > 1;
    if (OperationTask *row = m_activity.row())
        row->tell(isFirst ? 0 : int(sentences.steps.size()) - 1, done, total,
                  ZnodeActivity::progressWords(done, total));
}

void ZnodeChanger::prepare(Operation *operation, const QString &doing, const std::function<void()> &onSuccess)
{
    setRunning(operation);
    if (OperationTask *row = m_activity.row())
        row->followNext(operation);
    m_notice.showProgress(doing, 0, 0);
    connect(operation, &Operation::finished, this, [this, operation, onSuccess] {
        if (!takeEnded(operation))
            return;
        m_notice.settle();
        if (operation->succeeded())
            onSuccess();
        else if (operation->error().kind() != ErrorKind::Cancelled)
            m_notice.showFailure(operation->error().message(), false);
    });
    operation->start();
}

void ZnodeChanger::tellWaiting(const Operation *reading, const QString &doing, bool waits)
{
    if (m_running != reading)
        return;
    QStringList sentences{doing};
    if (waits)
        sentences += tr("The connection is lost. This goes on when it is back.");
    m_notice.showProgress(paragraphOf(sentences), 0, 0);
}

void ZnodeChanger::end(ZnodeChange *change, const Words &did, const Done &onSuccess)
{
    if (!takeEnded(change))
        return;
    const bool tookBack = std::exchange(m_takingBack, false);
    m_partlyTakenBack = tookBack && !change->succeeded() && (m_partlyTakenBack || change->changed() > 0);
    if (tookBack && change->succeeded())
        m_session.setLastChange({});
    else if (!change->undo().isEmpty())
        m_session.setLastChange(change->undo());
    const bool undoable = tookBack ? !lastChange().isEmpty() : !change->undo().isEmpty();
    if (tookBack && !change->succeeded()) {
        showInterrupted(*change, undoable);
    } else if (change->succeeded()) {
        const QString words = did ? did(*change) : QString();
        m_notice.showResult(paragraphOf(QStringList{words} + change->undo().losses), undoable);
        onSuccess(change);
    } else if (change->error().kind() == ErrorKind::Cancelled) {
        undoable
            ? m_notice.showResult(tr("Cancelled half-way. Undo brings back what was changed already."), true)
            : m_notice.settle();
    } else {
        m_notice.showFailure(change->error().message(), undoable);
    }
    Q_EMIT busyChanged();
}

void ZnodeChanger::askToCreate(const ZnodePath &below)
{
    askForZnode(below.isRoot() ? below.text() : below.text() + u'/');
}

void ZnodeChanger::askToCreateAt(const ZnodePath &path)
{
    askForZnode(path.text());
}

void ZnodeChanger::askForZnode(const QString &path)
{
    auto *dialog = new CreateDialog(path, !m_session.connection().target().credentials.isEmpty(), m_window);
    m_dialog = dialog;
    connect(dialog, &CreateDialog::wanted, this,
            [this, dialog](const ZnodeSpec &spec) { create(dialog, spec); });
    ask(dialog);
}

void ZnodeChanger::create(CreateDialog *dialog, const ZnodeSpec &spec)
{
    if (isBusy())
        return;
    dialog->setBusy(true);
    ZnodeChange *change = m_session.editor().create(spec, this);
    setRunning(change);
    connect(change, &Operation::finished, this, [this, change] {
        if (!takeEnded(change))
            return;
        if (!change->succeeded()) {
            if (m_dialog)
                m_dialog->setProblem(change->error().message());
            return;
        }
        m_session.setLastChange(change->undo());
        m_partlyTakenBack = false;
        if (m_dialog)
            m_dialog->accept();
        m_notice.showResult(tr("Created %1.").arg(legibleName(change->path().text())),
                            !lastChange().isEmpty());
        Q_EMIT busyChanged();
        Q_EMIT created(change->path());
    });
    change->start();
}

void ZnodeChanger::save(const ZnodePath &path, const ZnodeValue &base, const QByteArray &bytes)
{
    if (!isBusy())
        write(path, base, bytes, base.stat);
}

void ZnodeChanger::write(const ZnodePath &path, const ZnodeValue &base, const QByteArray &bytes,
                         const ZnodeStat &expected)
{
    ZnodeChange *change = m_session.editor().set(path, bytes, expected, this);
    setRunning(change);
    connect(change, &Operation::finished, this, [this, change, path, base, bytes] {
        if (!takeEnded(change))
            return;
        if (!change->succeeded() && change->conflict()) {
            showConflict(path, base, bytes, change->conflict()->theirs);
            return;
        }
        if (!change->succeeded()) {
            m_notice.showFailure(change->error().message(), false);
            return;
        }
        m_session.setLastChange(change->undo());
        m_partlyTakenBack = false;
        m_notice.showResult(
            tr("Saved %1 as version %2.").arg(legibleName(path.text())).arg(change->stat().version),
            !lastChange().isEmpty());
        Q_EMIT busyChanged();
        Q_EMIT saved(path, {bytes, change->stat()});
    });
    change->start();
}

void ZnodeChanger::showConflict(const ZnodePath &path, const ZnodeValue &base, const QByteArray &bytes,
                                const std::optional<ZnodeValue> &theirs)
{
    auto *dialog = new ConflictDialog(path.text(), base, theirs, bytes, m_window);
    connect(dialog, &ConflictDialog::overwriteWanted, this, [this, path, base, bytes, theirs] {
        if (!isBusy())
            write(path, base, bytes, theirs->stat);
    });
    connect(dialog, &ConflictDialog::theirsWanted, this, [this, path] { Q_EMIT theirsTaken(path); });
    connect(dialog, &ConflictDialog::createWanted, this,
            [this, path, base, bytes] { Q_EMIT createAgainWanted(path, base.stat, bytes); });
    ask(dialog);
}

} // namespace zoodock
