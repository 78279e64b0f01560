// SPDX-License-Identifier: GPL-3.0-or-later
#include "docker/pullprogress.h"

#include <QtCore/QRegularExpression>

#include <array>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

struct Word
{
    const char *text;
    PulledLayer::State state;
};

// Sources: moby's distribution/xfer and containerd's progress, as docker/cli prints them without a terminal.
constexpr std::array words{
    Word{"Pulling fs layer", PulledLayer::State::Waiting},
    Word{"Waiting", PulledLayer::State::Waiting},
    Word{"Downloading", PulledLayer::State::Downloading},
    Word{"Retrying", PulledLayer::State::Downloading},
    Word{"Verifying Checksum", PulledLayer::State::Downloaded},
    Word{"Download complete", PulledLayer::State::Downloaded},
    Word{"Extracting", PulledLayer::State::Extracting},
    Word{"Pull complete", PulledLayer::State::Complete},
    Word{"Already exists", PulledLayer::State::Complete},
    Word{"Layer already exists", PulledLayer::State::Complete},
};

} // namespace

std::optional<PulledLayer> parse::pullLine(const QByteArray &line)
{
    static const QRegularExpression shape(u"\\A([0-9a-f]{12}): (.+)\\z"_s);
    const QRegularExpressionMatch match = shape.match(QString::fromUtf8(line).trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    for (const Word &word : words) {
        if (match.captured(2).startsWith(QLatin1StringView(word.text)))
            return PulledLayer{match.captured(1), word.state};
    }
    return std::nullopt;
}

} // namespace zoodock
