// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"
#include "clusters/clusterservice.h"
#include "clusters/clustertask.h"
#include "clusters/plan.h"
#include "core/operation.h"
#include "ensemble/ensemble.h"
#include "ensemble/hostfacts.h"

#include <optional>

namespace zoodock
{

/// `up` and `plan`: both go from the options to a Plan; one runs it, the other prints it.
class UpVerb final : public Verb
{
    Q_OBJECT
public:
    using Verb::Verb;
    void start() override;
    void interrupt() override;

protected:
    [[nodiscard]] QString interruptedSentence() const override;

private:
    void askEarly();
    void beginIfNew();
    void begin();
    [[nodiscard]] Result<Ensemble> wanted() const;
    void preflight(const Ensemble &ensemble);
    void onPreflight(const ValueOperation<HostFacts> &facts, const Ensemble &ensemble);
    void usePlan(const Ensemble &ensemble, const HostFacts &facts);
    static void tellFindings(const Ensemble &ensemble, const HostFacts &facts);
    void create(const Plan &plan);
    static void noteMovedPorts(const Ensemble &before, const Ensemble &now);
    void afterCreate(const Result<void> &outcome);
    void startExisting();
    void startStopped(const QList<int> &members);
    void leave(const Result<void> &outcome);
    void finishExisting(ClusterService::TakenPorts ports);
    void onFinishedExisting(const Result<Ensemble> &before);
    void failToFinish(const Error &error);
    void offerFreePorts(const Error &taken);
    void report();
    void awaitQuorum();
    [[nodiscard]] bool isSeenRunning() const;

    ValueOperation<HostFacts> *m_early = nullptr; ///< asked for while the observers looked around
    bool m_begun = false;
    bool m_existing = false;          ///< the cluster was there: it is started as it is
    bool m_changesSettings = false;   ///< it carries an interrupted change of settings through
    QPointer<ClusterTask> m_starting; ///< starts members; nothing of it is undone
    bool m_interrupted = false;       ///< while m_starting ran
    QString m_stays;                  ///< what an interruption leaves; empty: nothing was changed
    int m_attempts = 0;
    std::optional<Ensemble> m_refused; ///< with the ports that somebody was faster with
};

} // namespace zoodock
