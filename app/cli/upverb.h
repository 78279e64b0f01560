// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"
#include "clusters/clusterservice.h"
#include "clusters/plan.h"
#include "core/operation.h"
#include "ensemble/ensemble.h"
#include "ensemble/hostfacts.h"

namespace zoodock
{

/// `up` and `plan`: both go from the options to a Plan; one runs it, the other prints it.
class UpVerb final : public Verb
{
    Q_OBJECT
public:
    using Verb::Verb;
    void start() override;

private:
    void askEarly();
    void beginIfNew();
    void begin();
    /// The cluster is there, and no other shape is asked for.
    [[nodiscard]] bool isExisting() const;
    [[nodiscard]] Result<Ensemble> wanted() const;
    void preflight(const Ensemble &ensemble);
    void onPreflight(const ValueOperation<HostFacts> &facts, const Ensemble &ensemble);
    void usePlan(const Ensemble &ensemble, const HostFacts &facts);
    void create(const Plan &plan);
    void afterCreate(const Result<void> &outcome);
    void startExisting();
    void finishExisting(ClusterService::TakenPorts ports);
    void offerFreePorts(const Error &taken);
    void report();
    void awaitQuorum();

    ValueOperation<HostFacts> *m_early = nullptr; ///< asked for while the observers looked around
    bool m_begun = false;
    int m_attempts = 0;
};

} // namespace zoodock
