// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/tasktitle.h"
#include "core/operation.h"

#include <QtCore/QDateTime>
#include <QtCore/QElapsedTimer>
#include <QtCore/QList>
#include <QtCore/QStringList>

#include <array>
#include <functional>
#include <memory>

namespace zoodock
{

enum class StepState {
    Waiting,
    Running,
    Done,
    Failed,
    Cancelled,
    Undoing,
    Undone,
    UndoFailed,
    NotBegun,
    Unfinished, ///< what others did meanwhile stands in its way
};
constexpr size_t stepStates = 10;

class ClusterTask;

/// What a task means for whether a cluster is whole. NoMatter: cut off or failed it leaves none half made.
/// PartsAtStake: members may be missing or only half there then. SettingsAtStake: they may have different
/// ones then. Completes: parts may be missing then, and none is once it has succeeded. Removes: the same, and
/// nothing is left that could be half made.
enum class Wholeness { NoMatter, PartsAtStake, Completes, SettingsAtStake, Removes };

/// What a task was about, as far as another may answer for its failure.
struct TaskAim
{
    QString cluster;
    QString title; ///< the lasting one, in the language of now
    Wholeness wholeness = Wholeness::NoMatter;
};
/// Once `later` has succeeded, nobody need read any more that `failed`, which came before, failed or was cut
/// off: it was the same, or `later` has put in order what `failed` left half made.
[[nodiscard]] bool answers(const TaskAim &later, const TaskAim &failed);

struct TaskStep
{
    QString sentence;
    StepState state = StepState::Waiting;
    QString detail;                       ///< last progress line or the reason, translated where it is ours
    std::chrono::milliseconds elapsed{0}; ///< so far, or in all
    std::chrono::milliseconds startedAt{-1}; ///< on the task's own clock
};

/// The words for how a task and its steps stand, in the language of the moment when this was made. Every task
/// keeps its own, for its title and sentences are in that language, too: when the window's changes, no row
/// becomes half of one and half of the other.
class TaskWords
{
public:
    TaskWords();

    [[nodiscard]] const QString &of(StepState state) const { return m_steps.at(size_t(state)); }
    /// "Running", "Done", …
    [[nodiscard]] const QString &of(const ClusterTask &task) const;
    /// "Create orders: failed"
    [[nodiscard]] QString done(const QString &title) const { return m_titleDone.arg(title); }
    [[nodiscard]] QString failed(const QString &title) const { return m_titleFailed.arg(title); }
    [[nodiscard]] QString cancelled(const QString &title) const { return m_titleCancelled.arg(title); }
    [[nodiscard]] QString unfinished(const QString &title) const { return m_titleUnfinished.arg(title); }
    /// What a task says that was cancelled and has nothing to add.
    [[nodiscard]] const QString &plainCancel() const { return m_plainCancel; }
    /// "Running: 2 of 3"; without a detail the state alone.
    [[nodiscard]] QString withDetail(const QString &state, const QString &detail) const;

private:
    std::array<QString, stepStates> m_steps;
    QString m_waiting;
    QString m_running;
    QString m_undoing;
    QString m_done;
    QString m_failed;
    QString m_cancelled;
    QString m_unfinished;
    QString m_titleDone;
    QString m_titleFailed;
    QString m_titleCancelled;
    QString m_titleUnfinished;
    QString m_withDetail;
    QString m_plainCancel;
};

/// A long piece of work on a cluster, with visible steps. Cancel undoes (in reverse, and says so) and ends
/// with Cancelled; what could not be undone is UndoIncomplete, with the names in the message.
class ClusterTask : public Operation
{
    Q_OBJECT
public:
    ClusterTask(QString cluster, TaskTitle title, QObject *parent);

    [[nodiscard]] const QString &cluster() const { return m_cluster; }
    /// Translated, "Create quickstart".
    [[nodiscard]] const QString &title() const { return m_title.text(); }
    /// For another time, and its language.
    [[nodiscard]] const TaskTitle &lastingTitle() const { return m_lastingTitle; }
    /// What is written down, where the title says more than a file is to keep.
    void setLastingTitle(TaskTitle title) { m_lastingTitle = std::move(title); }
    [[nodiscard]] const QList<TaskStep> &steps() const { return m_steps; }
    [[nodiscard]] QDateTime begun() const { return m_begun; }
    [[nodiscard]] std::chrono::milliseconds elapsed() const;
    [[nodiscard]] bool isUndoing() const { return m_undoing; }
    /// What is known to be run, masked, copyable: the plan's commands, then those really issued.
    [[nodiscard]] const QStringList &commands() const { return m_commands; }
    /// One line for a status bar: "waiting for quorum 2/3".
    [[nodiscard]] QString currentSentence() const;
    /// It ended, and neither well nor because somebody cancelled it, nor because it met others.
    [[nodiscard]] bool hasFailed() const;
    /// It ended because others have changed the same meanwhile. What it left is theirs, and a person's to
    /// decide about: nothing that went wrong, and nothing to try again as it is.
    [[nodiscard]] bool metOthers() const;
    /// Of one that ended, without what its state says already: why it failed or came to no end; what a cancel
    /// took back, and what it left. Else empty.
    [[nodiscard]] QString endSentence() const;
    [[nodiscard]] const TaskWords &words() const { return m_words; }

    /// What it changes is the cluster itself: cancelled it is undone, and what the program's end leaves half
    /// made is offered to be finished or removed at the next start. Not so with images, znodes and files:
    /// what was done to them so far stays.
    [[nodiscard]] virtual bool changesCluster() const { return true; }
    /// What it has changed when it is cut off stays so; else there is nothing to see of it then.
    [[nodiscard]] virtual bool leavesChanges() const { return changesCluster(); }
    [[nodiscard]] virtual Wholeness wholeness() const { return Wholeness::NoMatter; }
    [[nodiscard]] TaskAim aim() const;
    /// How far it is, 0 to 1; less than 0: no more is known than its steps.
    [[nodiscard]] virtual double progress() const { return -1; }

    /// How to ask for the same once more; for "Try again". It is given the window, finds there who is to be
    /// asked, and starts a new task. Holds values alone: the window may be another one by then.
    using Again = std::function<void(QObject &window)>;
    enum class AgainWith { Same, FreePorts }; ///< with the ports it had, or with ports that are free then
    void setAgain(Again again, AgainWith with = AgainWith::Same)
    {
        m_again = std::move(again);
        m_againWith = with;
    }
    [[nodiscard]] AgainWith againWith() const { return m_againWith; }
    [[nodiscard]] const Again &again() const { return m_again; }
    /// How a person changes what was asked for, and asks for that; for "Change…" once it has come to nothing.
    /// The same rules; who is found there lets `ended` go as soon as the new one was asked for.
    using Amend = std::function<void(QObject &window, ClusterTask &ended)>;
    void setAmend(Amend amend) { m_amend = std::move(amend); }
    [[nodiscard]] const Amend &amend() const { return m_amend; }

    /// Of a failure: somebody has looked at it.
    [[nodiscard]] bool isRead() const { return m_read; }
    void markRead();

    /// Of a task that ended: one that ended like it and tells the same, for a time when the services of the
    /// old one are gone.
    [[nodiscard]] std::unique_ptr<ClusterTask> record() const;

Q_SIGNALS:
    void stepChanged(int index);
    void stepsReset();
    void commandsChanged();
    void changed(); ///< something else about it
    void read();    ///< once: the failure was looked at

protected:
    void setSteps(QList<TaskStep> steps);
    void setStep(int index, StepState state, const QString &detail = {});
    void noteCommand(const QString &display);
    void setUndoing(bool undoing) { m_undoing = undoing; }
    void markBegun();

private:
    class Record;

    QString m_cluster;
    TaskTitle m_title;
    TaskTitle m_lastingTitle;
    TaskWords m_words;
    QList<TaskStep> m_steps;
    QStringList m_commands;
    QDateTime m_begun;
    QElapsedTimer m_timer;
    std::chrono::milliseconds m_total{-1};
    bool m_undoing = false;
    bool m_read = false;
    Again m_again;
    Amend m_amend;
    AgainWith m_againWith = AgainWith::Same;
};

[[nodiscard]] QString wordFor(StepState state); ///< translated
/// Others have changed, or put something below, what was to be changed.
[[nodiscard]] bool isOthersDoing(const Error &error);

} // namespace zoodock
