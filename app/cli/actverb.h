// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"

#include <functional>
#include <optional>

namespace zoodock
{

/// `stop`, `start`, `restart`, `kill`, `pause`, `unpause`, `rm`, `adopt`, `release`.
class ActVerb final : public Verb
{
    Q_OBJECT
public:
    using Verb::Verb;
    void start() override;

private:
    /// True where ZooDock manages the cluster, which is known; otherwise says how it would.
    bool requireManaged();
    void act();
    void decide(const QList<int> &members);
    /// Where docker would have nothing to do: says so, and ends the verb.
    [[nodiscard]] bool isDoneAlready(const QList<int> &members);
    void perform(const QList<int> &members);
    /// What becomes of the cluster without these members; empty where the quorum stays, or is gone already.
    [[nodiscard]] QString lossWithout(const QList<int> &members) const;
    /// The members that the words name, empty for all; nullopt where there is no such member, which is said.
    [[nodiscard]] std::optional<QList<int>> chosenMembers();
    [[nodiscard]] ClusterTask *makeTask(const QList<int> &members);
    void remove();
    void adopt();
    /// What an earlier `rm` kept: asks the engine for volumes with the cluster's label.
    void withKeptVolumes(const std::function<void(const QStringList &volumes)> &next);
    void removeKeptVolumes(const QStringList &volumes);
    void tellOfKeptVolumes();

    QString m_context; ///< rm: the engine that has, or had, the cluster
};

} // namespace zoodock
