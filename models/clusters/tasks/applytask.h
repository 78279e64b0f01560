// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "comparequery.h"
#include "rollingtask.h"

namespace zoodock
{

class DockerEngine;
struct HostFacts;

/// Makes the members that differ from a changed wish anew, one after the other, with their volumes; all at
/// once where ports change hands (EnsembleChange::together). The way back puts the members in hand to what
/// they were made with.
class ApplyTask final : public RollingTask
{
    Q_OBJECT
public:
    /// Resume: of a change that a killed program left in the middle; members that are away are made, too.
    enum class Start { Fresh, Resume };
    ApplyTask(TaskTools tools, Ensemble wanted, Start start, std::chrono::milliseconds quorumDeadline,
              QObject *parent);
    ~ApplyTask() override;

    [[nodiscard]] Wholeness wholeness() const override { return Wholeness::SettingsAtStake; }

protected:
    void begin() override;
    [[nodiscard]] Operation *makeWork(int memberId, QObject *parent) override;
    [[nodiscard]] Operation *makeWorkOn(const QList<int> &memberIds, QObject *parent) override;
    void onRolled() override;
    void onStopped(const QList<int> &inHand, const Error &why) override;

private:
    [[nodiscard]] Result<Ensemble> readBefore();
    template <typename Op, typename Slot>
    void prepare(Op *operation, Slot &&onSuccess);
    void settle();
    void compare();
    void onCompared(const CompareQuery &query);
    void look();
    void onLooked(const HostFacts &facts);
    [[nodiscard]] std::optional<Error> takenName(const HostFacts &facts) const;
    [[nodiscard]] Result<void> writeDown(const Plan &plan);
    void showSteps(const Plan &preparation);
    void makeReady(const Plan &preparation);
    void giveUp(const Error &error);
    void beginMembers(int firstStep);
    [[nodiscard]] QList<CommandSpec> takeAway(int memberId) const;
    [[nodiscard]] QList<CommandSpec> makeAnew(int memberId) const;
    /// All of `first`, then all of `then`: what one holds another may want.
    [[nodiscard]] Operation *inTwoGoes(const QList<QList<CommandSpec>> &first,
                                       const QList<QList<CommandSpec>> &then, QObject *parent);
    [[nodiscard]] Operation *makeCalls(const QList<CommandSpec> &commands, QObject *parent);

    void lookBack(const QList<int> &inHand, const Error &why);
    void putBack(const QList<int> &inHand, const Error &why, const OwnObjects &found);
    struct WayBack
    {
        QList<CommandSpec> takeAway;
        QList<CommandSpec> makeAgain;
    };
    [[nodiscard]] WayBack wayBack(int memberId, const OwnObjects &found) const;
    /// In that state it is put back, too.
    [[nodiscard]] bool wasUp(int memberId) const;
    [[nodiscard]] QString sentenceOfPutBack(const QList<int> &inHand) const;
    void awaitOthers(const QList<int> &inHand, const Error &why);
    void finishStopped(const QList<int> &inHand, const Error &why, const Result<void> &back);

    Ensemble m_before;
    Ensemble m_after;
    Start m_start;
    QDateTime m_journalBegun;
    bool m_fileIsLost = false;
    bool m_hadQuorum = false; ///< before the first member
    EnsembleChange m_change;
    QMap<int, CompareQuery::Made> m_made;
    DockerEngine *m_engine = nullptr;
};

} // namespace zoodock
