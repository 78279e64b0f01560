// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/ensemble.h"
#include "ensemble/imagefamily.h"
#include "ensemble/portplan.h"
#include "ensemble/serversetting.h"

#include <QtCore/QMap>
#include <QtCore/QStringList>

/// What follows from an ensemble and its image, needed by more than one of the rules. Not for other rooms.
namespace zoodock::rules
{

/// The family that was chosen, or the first one: a review page renders before the choice is valid.
[[nodiscard]] const ImageFamily &familyOf(const Ensemble &ensemble);
[[nodiscard]] const ImageEra &eraOf(const Ensemble &ensemble);
/// Of the tag; the newest known version for tags that name none.
[[nodiscard]] Version versionOf(const Ensemble &ensemble);

/// Chosen, else ZooDock's default; white space around it and inside lists removed.
[[nodiscard]] QString effectiveValue(const Ensemble &ensemble, const ServerSetting &setting);
[[nodiscard]] QString effectiveValue(const Ensemble &ensemble, QStringView key);
/// False where the server or the image does not have the setting at all, or has it switched on without being
/// asked.
[[nodiscard]] bool isTold(const Ensemble &ensemble, const ServerSetting &setting);
/// The free lines of zoo.cfg without blank ones and comments.
[[nodiscard]] QStringList freeLines(const Ensemble &ensemble);

/// By key; of two lines the last one wins, as in the server.
[[nodiscard]] QMap<QString, QString> freeValues(const Ensemble &ensemble);
/// What such lines, and the JVM flags, make the server listen on: the same for each member.
[[nodiscard]] QList<LinePort> linePorts(const Ensemble &ensemble);

/// JMX listens where other machines can reach it, at a port that the flags say or at any.
[[nodiscard]] bool opensJmx(const Ensemble &ensemble);

[[nodiscard]] bool runsAdminServer(const Ensemble &ensemble);
/// Host mode: what a port's socket is bound to. Quorum and election port of one member share an address.
[[nodiscard]] QString bindAddress(const Member &member, PortKind kind);
/// The one address that is published for quorum and election port; empty: none is.
[[nodiscard]] QString publishedPeerAddress(const Member &member);
/// Host mode: the member's peers shall reach it on every interface.
[[nodiscard]] bool listensOnAllAddresses(const Ensemble &ensemble, const Member &member);

} // namespace zoodock::rules
