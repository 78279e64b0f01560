// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/ensemble.h"

namespace zoodock
{

/// Members for so many participants and observers: keeps what members of `ensemble` there are.
void resizeMembers(Ensemble &ensemble, int participants, int observers);
/// What was published where `before`, on members that came since as on the first one.
void takePublications(Ensemble &ensemble, const QList<Member> &before);

} // namespace zoodock
