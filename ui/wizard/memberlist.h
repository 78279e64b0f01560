// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/ensemble.h"
#include "ensemble/hostfacts.h"

namespace zoodock
{

/// Members for so many participants and observers: keeps what members of `ensemble` there are, and calls new
/// ones like them.
void resizeMembers(Ensemble &ensemble, int participants, int observers);
/// What a member with this id is called by itself: "zoo2", or another name if somebody has that.
[[nodiscard]] QString plainName(const Ensemble &ensemble, int id);
/// Names that nobody has on the network of `ensemble` ("orders-zoo1", …), for the members that somebody else
/// is called like, and for those that nobody named.
void takeFreeNames(Ensemble &ensemble, const HostFacts &facts);
/// Members on a network of others that are called after the cluster `before` are called after this one.
void nameAfterCluster(Ensemble &ensemble, const QString &before);
/// What was published where `before`, on members that came since as on the first one.
void takePublications(Ensemble &ensemble, const QList<Member> &before);

} // namespace zoodock
