// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterstatus.h"
#include "clusters/journal.h"

#include <QtCore/QJsonObject>

#include <optional>

namespace zoodock
{

/// What a cluster's observers do not tell.
struct ClusterFiling
{
    std::optional<JournalEntry> interrupted; ///< what the journal of a half-made cluster says
    std::optional<QList<int>> otherSettings =
        {}; ///< members made with others than the file's; nullopt: unknown
};

/// {"name","context","network","image","quorum":{…},"members":[{"id","name","state","role","clientHost","clientPort",
/// "adminHost","adminPort",…}]}. Unknown figures are null. Stable: scripts read it; docs/cli.md has the
/// table.
[[nodiscard]] QJsonObject statusJson(const ClusterStatus &cluster, const ClusterFiling &filing = {});
/// What the engine's silence is about, with the likely cause: for stderr.
[[nodiscard]] QString engineComplaint(const EngineStatus &engine, const Error &problem);
/// "", "adopted", "discovered", "file lost", "file damaged": translated.
[[nodiscard]] QString originWord(const ClusterStatus &cluster);
/// Heading, one row per member (member, state, role, client address) and the quorum's sentence.
[[nodiscard]] QString statusTable(const ClusterStatus &cluster, const ClusterFiling &filing = {});
/// Its engine never spoke of some members, but servers answer at the ports published for them.
[[nodiscard]] bool isAnsweredByStrangers(const ClusterStatus &cluster);
/// What is half done of the cluster, and what to do about it, or that another process is at it; empty:
/// nothing.
[[nodiscard]] QStringList halfDoneSentences(const ClusterStatus &cluster, const ClusterFiling &filing);

} // namespace zoodock
