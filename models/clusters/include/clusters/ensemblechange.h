// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/ensemble.h"
#include "ensemble/finding.h"

#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QString>

namespace zoodock
{

/// One difference between two wishes for the same cluster.
struct ChangedValue
{
    QString field;  ///< path in the model, as in Finding: "settings/tickTime", "members/1/client", "image"
    QString title;  ///< translated: "Tick time", "Client port of zoo1"
    QString before; ///< for people; "default (2000)" where nothing was chosen
    QString after;
    QString refusal; ///< translated: why a cluster with data cannot be changed so; empty: it can

    friend bool operator==(const ChangedValue &, const ChangedValue &) = default;
};

/// What stands between a cluster and the settings that are wanted for it: the value that is shown before
/// ClusterService::apply(), and that it goes by.
struct EnsembleChange
{
    Ensemble before;            ///< the cluster's file
    Ensemble after;             ///< what is wanted
    QList<ChangedValue> values; ///< may be empty although members differ: an earlier change was cancelled
    QList<int> members;         ///< those whose containers must be made anew, in the ensemble's order
    QMap<int, Ensemble> made;   ///< what the members' containers were really made with, where it is known
    /// Not one after the other but all of `members` at once: on the host's own network the others, and we,
    /// have to find a server at its new port; and a port may go from one member to another.
    bool together = false;
    bool interruption = false; ///< while they are made anew there is no quorum for a while
    QString remakeRefusal;     ///< translated: why no member can be made anew at all; empty: they can

    [[nodiscard]] bool isEmpty() const { return values.isEmpty() && members.isEmpty(); }
    /// The first refusal, or empty.
    [[nodiscard]] QString refusal() const;
    /// What is to be known before it is applied, and does not refuse it.
    [[nodiscard]] QList<Finding> warnings() const;
    /// What changes for this member, from what its container was made with (the file, where that is not
    /// known); without what is the other members' own.
    [[nodiscard]] QList<ChangedValue> valuesOf(int memberId) const;
    /// Takes what the containers were really made with: `members` and `together` follow from that. Members
    /// without a container are not made anew: they get the new settings when they are started.
    void setMade(const QMap<int, Ensemble> &containers);
    /// What follows from `members` and `together`: to be called once they have changed.
    void settle();

private:
    [[nodiscard]] int staying() const;
};

/// The differences of the wishes alone, `members` from them. Pure. Server settings, image (of the same
/// family), restart policy and the ports of the engine's host can change; name, context, network, volumes,
/// family, the set of members, their roles and, in bridge mode, the ports that the servers themselves use are
/// refused.
[[nodiscard]] EnsembleChange changeBetween(const Ensemble &before, const Ensemble &after);
/// Whether `together` is needed between members made as in `before` and as in `after`. Pure.
[[nodiscard]] bool needsAllAtOnce(const Ensemble &before, const Ensemble &after);

} // namespace zoodock
