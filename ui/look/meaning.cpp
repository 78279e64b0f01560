// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/meaning.h"

#include "ui/look/theme.h"

#include <algorithm>
#include <cmath>

namespace zoodock
{

namespace
{

constexpr double readable = 4.5;

struct Shade
{
    QRgb onLight;
    QRgb onDark;
};

Shade shadeOf(Meaning meaning)
{
    switch (meaning) {
    case Meaning::Leader:
        return {0xff1f56b5, 0xff86b3ff};
    case Meaning::Follower:
        return {0xff1d6f45, 0xff74cf9d};
    case Meaning::Observer:
        return {0xff4a5a6d, 0xffa9b8ca};
    case Meaning::Looking:
        return {0xff8a5300, 0xfff2b84b};
    case Meaning::Down:
        return {0xffb3261e, 0xffff8d85};
    case Meaning::Unknown:
        break;
    }
    return {0xff62676f, 0xffa2a7af};
}

double luminance(const QColor &colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

double worstContrast(const QColor &colour, const QPalette &palette)
{
    double worst = 21;
    for (const auto role : {QPalette::Base, QPalette::AlternateBase, QPalette::Window})
        worst = std::min(worst, contrast(colour, palette.color(role)));
    return worst;
}

/// A palette of the desktop's own may be of any shade: go towards its text until the colour can be read.
QColor readableOn(QColor colour, const QPalette &palette)
{
    const QColor text = palette.color(QPalette::Text);
    for (int step = 0; step < 10 && worstContrast(colour, palette) < readable; ++step)
        colour = blended(text, colour, 0.2);
    return worstContrast(colour, palette) < readable ? text : colour;
}

} // namespace

double contrast(const QColor &one, const QColor &other)
{
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor colourOf(Meaning meaning, const QPalette &palette)
{
    const Shade shade = shadeOf(meaning);
    return readableOn(QColor(isDark(palette) ? shade.onDark : shade.onLight), palette);
}

QColor quietTextColour(const QPalette &palette)
{
    return readableOn(blended(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.62), palette);
}

Look lookOf(MemberState state)
{
    switch (state) {
    case MemberState::Unknown:
        return {Glyph::Dots, Meaning::Unknown};
    case MemberState::Absent:
        return {Glyph::DashedRing, Meaning::Unknown};
    case MemberState::Creating:
    case MemberState::Starting:
        return {Glyph::HalfDisc, Meaning::Looking};
    case MemberState::Created:
        return {Glyph::DashedRing, Meaning::Looking};
    case MemberState::Looking:
        return {Glyph::Magnifier, Meaning::Looking};
    case MemberState::Leader:
        return {Glyph::Crown, Meaning::Leader};
    case MemberState::Follower:
        return {Glyph::Disc, Meaning::Follower};
    case MemberState::Observer:
        return {Glyph::Ring, Meaning::Observer};
    case MemberState::Standalone:
        return {Glyph::Diamond, Meaning::Leader};
    case MemberState::ReadOnly:
        return {Glyph::Lock, Meaning::Looking};
    case MemberState::Paused:
        return {Glyph::Bars, Meaning::Looking};
    case MemberState::Restarting:
        return {Glyph::Cycle, Meaning::Looking};
    case MemberState::Stopped:
        return {Glyph::Square, Meaning::Down};
    case MemberState::OutOfMemory:
        return {Glyph::Cross, Meaning::Down};
    case MemberState::Unreachable:
        return {Glyph::Slash, Meaning::Down};
    case MemberState::Unconfirmed:
        return {Glyph::Question, Meaning::Unknown};
    }
    return {};
}

Look lookOf(const QuorumStatus &quorum)
{
    if (!quorum.known)
        return {Glyph::Dots, Meaning::Unknown};
    if (quorum.unconfirmed)
        return {Glyph::Question, Meaning::Looking};
    return quorum.established ? Look{Glyph::Check, Meaning::Follower} : Look{Glyph::Cross, Meaning::Down};
}

Look lookOf(EngineStatus::Reach reach)
{
    switch (reach) {
    case EngineStatus::Reach::Answers:
        return {Glyph::Disc, Meaning::Follower};
    case EngineStatus::Reach::Silent:
        return {Glyph::Cross, Meaning::Down};
    case EngineStatus::Reach::Unknown:
        break;
    }
    return {Glyph::Dots, Meaning::Unknown};
}

} // namespace zoodock
