// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/finding.h"

#include <QtCore/QList>
#include <QtCore/QStringList>

#include <functional>
#include <optional>

namespace zoodock
{

class FindingList;
class WizardDraft;

/// What one click can do about a finding.
struct Remedy
{
    QString label; ///< translated, for a button
    std::function<void(WizardDraft &draft)> apply;
};

/// nullopt: there is nothing that a click could do; the finding's own words say what a person can.
[[nodiscard]] std::optional<Remedy> remedyFor(const Finding &finding, const WizardDraft &draft);
/// That one first, and what else a click can do.
[[nodiscard]] QList<Remedy> remediesFor(const Finding &finding, const WizardDraft &draft);
[[nodiscard]] QStringList labelsOf(const QList<Remedy> &remedies);

/// The list gets a button for each click that can mend a finding.
void offerRemedies(FindingList &list, WizardDraft &draft);

/// Where a finding is mended.
enum class WizardStep { What, Image, Network, Settings, Review };
[[nodiscard]] WizardStep stepOf(const Finding &finding);

} // namespace zoodock
