// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/znodes/changes/znodeactivity.h"
#include "znodes/znodeeditor.h"
#include "znodes/znodetransfer.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

class QDialog;
class QWidget;

namespace zoodock
{

class AclDialog;
class ChangeNotice;
class CreateDialog;
class OperationTask;
class ZnodeSession;

/// Changes to znodes, with everything that a person is asked and told on the way. One change at a time. What
/// lasts stands in the activity, too.
class ZnodeChanger : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZnodeChanger)
public:
    ZnodeChanger(ZnodeSession &session, ChangeNotice &notice, QWidget *window);

    void askToCreate(const ZnodePath &below);
    /// This one, with those above it that are missing.
    void askToCreateAt(const ZnodePath &path);
    void save(const ZnodePath &path, const ZnodeValue &base, const QByteArray &bytes);
    /// What somebody deleted, as `former` was, with this value. Where its ACL is not known, or hashes of it
    /// are hidden, it is asked first.
    void createAgain(const ZnodePath &path, const ZnodeStat &former, const QByteArray &bytes,
                     const std::optional<Acl> &acl);
    void askForAcl(const ZnodePath &path, const AclValue &acl, bool hasChildren);
    /// It was read: whoever is just changing it is to know.
    void noteAcl(const ZnodePath &path, const AclValue &acl);
    void askToRemove(const ZnodePath &path);
    /// To a JSON file that the person chooses.
    void askToExport(const ZnodePath &top);
    /// From a JSON file that the person chooses; `at` is where they are.
    void askToImport(const ZnodePath &at);
    void undo();
    /// Another session stands, as `sentence` says: the former one's ephemeral znodes are gone.
    void noteRenewal(const QString &sentence);
    [[nodiscard]] bool isBusy() const { return m_running != nullptr; }
    [[nodiscard]] bool canUndo() const;
    /// The activity's row of what runs; null: nothing that lasts.
    [[nodiscard]] const OperationTask *lastingWork() const
    {
        return isBusy() ? m_activity.underWay() : nullptr;
    }
    /// The cluster is just being removed; forget() comes later.
    void noteRemoval() { m_activity.sayThatItIsGone(); }
    /// Another cluster: nothing to take back any more, and no question to answer.
    void forget();
    /// After a failure of the row's work `again` is done at the person's wish, once there is a connection to
    /// where it was; whatever window and page it is by then.
    using Again = std::function<void(ZnodeChanger &changer)>;
    static void setAgain(OperationTask &row, const QString &cluster, const QString &chroot,
                         const Again &again);

Q_SIGNALS:
    void created(const zoodock::ZnodePath &path);
    /// The value of `path` is what save() or createAgain() was given (then without a stat).
    void saved(const zoodock::ZnodePath &path, const zoodock::ZnodeValue &value);
    /// The person prefers the server's value to what was to be saved.
    void theirsTaken(const zoodock::ZnodePath &path);
    void removed(const zoodock::ZnodePath &path);
    /// Also where it was found to be another one than was known.
    void aclChanged(const zoodock::ZnodePath &path);
    void busyChanged();
    /// createAgain() is wanted, by whoever knows the ACL.
    void createAgainWanted(const zoodock::ZnodePath &path, const zoodock::ZnodeStat &former,
                           const QByteArray &bytes);
    /// What is being asked is about another cluster by now.
    void forgotten();
    /// This cluster's znodes are to be shown: something is to be done there again.
    void clusterWanted(const QString &cluster);

private:
    using Done = std::function<void(ZnodeChange *change)>;
    using Words = std::function<QString(const ZnodeChange &change)>;
    /// What is said while a change runs and after it.
    struct Sentences
    {
        QString doing;
        Words did;            ///< null: onSuccess says it
        QString reading = {}; ///< before the first change, with %1 of %2; empty: `doing`
        /// In the activity: what it is called there, and its steps; of two the first is the reading.
        TaskTitle title = {};
        QStringList steps = {};
        ZnodeActivity::Row row = ZnodeActivity::Row::IfItLasts;
        /// How to do it again after a failure.
        std::function<void(ZnodeChanger &changer)> again = {};
    };
    void run(ZnodeChange *change, const Sentences &sentences, const Done &onSuccess);
    void setAcl(AclDialog *dialog, const ZnodePath &path, const AclValue &wanted, bool recursive);
    void tellProgress(const ZnodeChange &change, const Sentences &sentences, qint64 done, qint64 total);
    void end(ZnodeChange *change, const Words &did, const Done &onSuccess);
    [[nodiscard]] Sentences wordsForUndo(const ZnodeUndo &undo) const;
    void takeBack(const ZnodeUndo &undo);
    void afterUndo(const ZnodeUndo &undo);
    void askToOverwrite(const ZnodeChange &change);
    void createAs(const ZnodePath &path, const ZnodeStat &former, const QByteArray &bytes, const Acl &acl);
    void askForZnode(const QString &path);
    void create(CreateDialog *dialog, const ZnodeSpec &spec);
    /// `expected`: of the one that is to be overwritten.
    void write(const ZnodePath &path, const ZnodeValue &base, const QByteArray &bytes,
               const ZnodeStat &expected);
    void showConflict(const ZnodePath &path, const ZnodeValue &base, const QByteArray &bytes,
                      const std::optional<ZnodeValue> &theirs);
    void confirmRemoval(const ZnodeSubtree &subtree);
    void remove(const ZnodeSubtree &subtree);
    void exportTo(const ZnodePath &top, const QString &file);
    void write(const ZnodeDump &dump, const QString &file);
    using Place = std::function<ZnodePath(const ZnodeDump &dump)>;
    void readImport(const Place &place, const QString &file);
    void confirmImport(const ZnodePath &under, const QString &file, const ZnodeDump &dump);
    void import(const ZnodeDump &dump, const ZnodePath &under, ImportConflict onConflict,
                const ImportPreview &preview, const QString &file);
    /// That `reading`, if it is what runs, waits for the connection, or no more.
    void tellWaiting(const Operation *reading, const QString &doing, bool waits);
    /// Runs what changes nothing, as the next step of the activity's row; `onSuccess` once it has succeeded.
    void prepare(Operation *operation, const QString &doing, const std::function<void()> &onSuccess);
    void setAgain(OperationTask &row, const Again &again) const;
    /// Once nothing else runs.
    void doAgain(const QString &cluster, const QString &chroot, const Again &again);
    /// Opens it; it is closed with forget().
    void ask(QDialog *dialog);
    void setRunning(Operation *operation);
    /// False: forgotten meanwhile, its outcome is of another cluster.
    [[nodiscard]] bool takeEnded(Operation *operation);
    void showInterrupted(const ZnodeChange &change, bool undoable);
    /// Of the session, which outlives the window.
    [[nodiscard]] const ZnodeUndo &lastChange() const;

    ZnodeSession &m_session;
    ChangeNotice &m_notice;
    QWidget *m_window;
    ZnodeActivity m_activity;
    QPointer<Operation> m_running;
    bool m_takingBack = false;      ///< what runs is the undo of the last change
    bool m_partlyTakenBack = false; ///< an undo of it has begun and not come to its end
    QPointer<CreateDialog> m_dialog;
    QPointer<AclDialog> m_aclDialog;
    ZnodePath m_aclPath; ///< which m_aclDialog is about
};

} // namespace zoodock
