// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterstatus.h"
#include "ui/look/glyph.h"

#include <QtGui/QPalette>

#include <array>

namespace zoodock
{

/// What a colour means, the same everywhere in the window.
enum class Meaning { Leader, Follower, Observer, Looking, Down, Unknown };
inline constexpr std::array allMeanings{Meaning::Leader,  Meaning::Follower, Meaning::Observer,
                                        Meaning::Looking, Meaning::Down,     Meaning::Unknown};

/// Fit for text and glyphs on the palette's base, alternate base and window: contrast of 4.5 at least
/// (WCAG 2.1, 1.4.3).
[[nodiscard]] QColor colourOf(Meaning meaning, const QPalette &palette);
/// Secondary text: calmer than the palette's text, still with that contrast.
[[nodiscard]] QColor quietTextColour(const QPalette &palette);
/// WCAG 2.1 contrast ratio, 1 to 21.
[[nodiscard]] double contrast(const QColor &one, const QColor &other);

/// How something looks: shape and colour; the word comes from the models.
struct Look
{
    Glyph glyph = Glyph::Dots;
    Meaning meaning = Meaning::Unknown;
    friend bool operator==(const Look &, const Look &) = default;
};
[[nodiscard]] Look lookOf(MemberState state);
[[nodiscard]] Look lookOf(const QuorumStatus &quorum);
[[nodiscard]] Look lookOf(EngineStatus::Reach reach);

} // namespace zoodock
