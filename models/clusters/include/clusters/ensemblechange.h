// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/ensemble.h"

#include <QtCore/QList>
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
};

/// What stands between a cluster and the settings that are wanted for it: the value that is shown before
/// ClusterService::apply(), and that it goes by.
struct EnsembleChange
{
    Ensemble before;            ///< the cluster's file
    Ensemble after;             ///< what is wanted
    QList<ChangedValue> values; ///< may be empty although members differ: an earlier change was cancelled
    QList<int> members;         ///< those whose containers must be made anew, in the ensemble's order
    bool interruption = false;  ///< with 1 or 2 voters nobody serves while one is made anew
    QString remakeRefusal;      ///< translated: why no member can be made anew at all; empty: they can

    [[nodiscard]] bool isEmpty() const { return values.isEmpty() && members.isEmpty(); }
    /// The first refusal, or empty.
    [[nodiscard]] QString refusal() const;
    /// What follows from `members`: to be called once they have changed.
    void settle();
};

/// The differences of the wishes alone, `members` from them. Pure. Server settings, image (of the same
/// family), restart policy and what is published in bridge mode can change; name, context, network, volumes,
/// family, the set of members, their roles and the ports that the servers themselves use are refused.
[[nodiscard]] EnsembleChange changeBetween(const Ensemble &before, const Ensemble &after);

} // namespace zoodock
