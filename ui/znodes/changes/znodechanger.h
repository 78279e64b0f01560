// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/znodeeditor.h"
#include "znodes/znodetransfer.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

class QDialog;
class QWidget;

namespace zoodock
{

class ChangeNotice;
class CreateDialog;
class ZnodeSession;

/// Changes to znodes, with everything that a person is asked and told on the way. One change at a time.
class ZnodeChanger : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZnodeChanger)
public:
    ZnodeChanger(ZnodeSession &session, ChangeNotice &notice, QWidget *window);

    void askToCreate(const ZnodePath &below);
    void save(const ZnodePath &path, const ZnodeValue &base, const QByteArray &bytes);
    /// What somebody deleted, with this value.
    void createAgain(const ZnodePath &path, const QByteArray &bytes);
    void askForAcl(const ZnodePath &path, const AclValue &acl, bool hasChildren);
    /// `news`: why it is asked again; else empty.
    void askToRemove(const ZnodePath &path, const QString &news = {});
    /// To a JSON file that the person chooses.
    void askToExport(const ZnodePath &top);
    /// From a JSON file that the person chooses; `at` is where they are.
    void askToImport(const ZnodePath &at);
    void undo();
    [[nodiscard]] bool isBusy() const { return m_running != nullptr; }
    [[nodiscard]] bool canUndo() const;
    /// Another cluster: nothing to take back any more, and no question to answer.
    void forget();

Q_SIGNALS:
    void created(const zoodock::ZnodePath &path);
    /// The value of `path` is what save() or createAgain() was given (then without a stat).
    void saved(const zoodock::ZnodePath &path, const zoodock::ZnodeValue &value);
    /// The person prefers the server's value to what was to be saved.
    void theirsTaken(const zoodock::ZnodePath &path);
    void removed(const zoodock::ZnodePath &path);
    void aclChanged(const zoodock::ZnodePath &path);
    void busyChanged();
    /// What is being asked is about another cluster by now.
    void forgotten();

private:
    using Done = std::function<void(ZnodeChange *change)>;
    using Words = std::function<QString(const ZnodeChange &change)>;
    /// What is said while a change runs and after it.
    struct Sentences
    {
        QString doing;
        Words did;            ///< null: onSuccess says it
        QString reading = {}; ///< before the first change, with %1 of %2; empty: `doing`
    };
    void run(ZnodeChange *change, const Sentences &sentences, const Done &onSuccess);
    void tellProgress(const ZnodeChange &change, const Sentences &sentences, qint64 done, qint64 total);
    void end(ZnodeChange *change, const Words &did, const Done &onSuccess);
    [[nodiscard]] static Sentences wordsForUndo(const ZnodeUndo &undo);
    void afterUndo(const ZnodeUndo &undo);
    void create(CreateDialog *dialog, const ZnodeSpec &spec);
    /// `expected`: of the one that is to be overwritten.
    void write(const ZnodePath &path, const ZnodeValue &base, const QByteArray &bytes,
               const ZnodeStat &expected);
    void showConflict(const ZnodePath &path, const ZnodeValue &base, const QByteArray &bytes,
                      const std::optional<ZnodeValue> &theirs);
    void confirmRemoval(const ZnodeSubtree &subtree, const QString &news);
    void remove(const ZnodeSubtree &subtree, bool asksAgain);
    void exportTo(const ZnodePath &top, const QString &file);
    void write(const ZnodeDump &dump, const QString &file);
    void readImport(const ZnodePath &at, const QString &file);
    void confirmImport(const ZnodePath &at, const QString &file, const ZnodeDump &dump);
    void import(const ZnodeDump &dump, const ZnodePath &under, ImportConflict onConflict);
    /// Runs what changes nothing; `onSuccess` once it has succeeded.
    void prepare(Operation *operation, const QString &doing, const std::function<void()> &onSuccess);
    /// Opens it; it is closed with forget().
    void ask(QDialog *dialog);
    void setRunning(Operation *operation);
    /// False: forgotten meanwhile, its outcome is of another cluster.
    [[nodiscard]] bool takeEnded(Operation *operation);
    void showInterrupted(const ZnodeChange &change, bool undoable);
    /// Of the session, which outlives the window.
    [[nodiscard]] ZnodeUndo &lastChange() const;

    ZnodeSession &m_session;
    ChangeNotice &m_notice;
    QWidget *m_window;
    QPointer<Operation> m_running;
    bool m_takingBack = false;      ///< what runs is the undo of the last change
    bool m_partlyTakenBack = false; ///< an undo of it has begun and not come to its end
    QPointer<CreateDialog> m_dialog;
};

} // namespace zoodock
