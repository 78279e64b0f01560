// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/logline.h"

#include <QtGui/QFont>
#include <QtGui/QPalette>
#include <QtGui/QTextFormat>
#include <QtGui/QTextLayout>

class QPainter;

namespace zoodock
{

class LogMatcher;

/// What a row needs besides its line.
struct LogRowStyle
{
    QPalette palette;
    QFont font;
    QColor memberColour;
    QString memberName; ///< empty: not shown
    int nameWidth = 0;
    bool selected = false;
    bool current = false; ///< has the focus
};

/// What is shown of a line: its first characters, and whether there is more. Hidden characters are shown as
/// legible() does, so that nobody reads what is not there.
struct ShownLogText
{
    QString raw; ///< what the line itself says, as far as it is shown
    QString text;
    QList<int> places; ///< in `text`, of each character of `raw` and of its end; empty: they are the same
    [[nodiscard]] int placeOf(qsizetype at) const
    {
        return places.isEmpty() ? static_cast<int>(at) : places.at(at);
    }
};
[[nodiscard]] ShownLogText shownLogText(const LogLine &line);

/// How a match of the search looks, wherever it stands.
[[nodiscard]] QTextCharFormat logMatchFormat(const QPalette &palette);

/// Width of the sign before a line.
[[nodiscard]] int logGutterWidth(int rowHeight);
/// Paints one row; returns the width that it would like.
int paintLogRow(QPainter &painter, const QRect &rect, const LogLine &line, const LogMatcher &search,
                const LogRowStyle &style);
/// Colours of level, roles and matches in the shown text.
[[nodiscard]] QList<QTextLayout::FormatRange> logFormats(const LogLine &line, const ShownLogText &shown,
                                                         const LogMatcher &search, const LogRowStyle &style);

} // namespace zoodock
