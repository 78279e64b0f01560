// SPDX-License-Identifier: GPL-3.0-or-later
#include "ensemble/version.h"

#include <QtCore/QRegularExpression>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// Stands for a part that a moving tag leaves open.
constexpr int highestPart = 9999;

} // namespace

QString Version::toString() const
{
    return u"%1.%2.%3"_s.arg(major_).arg(minor_).arg(patch_);
}

std::optional<Version> Version::fromText(const QString &text)
{
    // Seven digits and more are a date or a build number, not a part of a version.
    static const QRegularExpression shape(u"^(\\d{1,6})(?:\\.(\\d{1,6})(?:\\.(\\d{1,6}))?)?(?![\\d])"_s);
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto part = [&match](int index) {
        return match.hasCaptured(index) ? match.capturedView(index).toInt() : highestPart;
    };
    return Version{part(1), part(2), part(3)};
}

} // namespace zoodock
