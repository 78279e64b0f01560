// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logpainter.h"

#include "clusters/logexplanation.h"
#include "core/legible.h"
#include "itemmodels/logfilter.h"
#include "ui/look/glyph.h"
#include "ui/look/meaning.h"
#include "ui/look/theme.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>

#include <array>
#include <optional>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype charactersShown = 2000;
constexpr int stripe = 4;

struct RoleWord
{
    QLatin1StringView word;
    Meaning meaning;
};
constexpr std::array roleWords{
    RoleWord{"LEADING"_L1, Meaning::Leader},     RoleWord{"leading"_L1, Meaning::Leader},
    RoleWord{"FOLLOWING"_L1, Meaning::Follower}, RoleWord{"following"_L1, Meaning::Follower},
    RoleWord{"OBSERVING"_L1, Meaning::Observer}, RoleWord{"observing"_L1, Meaning::Observer},
    RoleWord{"LOOKING"_L1, Meaning::Looking},    RoleWord{"looking"_L1, Meaning::Looking},
};

QColor textColour(const LogLine &line, const LogRowStyle &style)
{
    if (style.selected)
        return style.palette.color(QPalette::HighlightedText);
    switch (line.level) {
    case LogLevel::Error:
    case LogLevel::Fatal:
        return colourOf(Meaning::Down, style.palette);
    case LogLevel::Warning:
        return colourOf(Meaning::Looking, style.palette);
    case LogLevel::Trace:
    case LogLevel::Debug:
        return quietTextColour(style.palette);
    case LogLevel::Unknown:
    case LogLevel::Info:
        break;
    }
    return style.palette.color(QPalette::Text);
}

bool isWord(const QString &text, qsizetype at, qsizetype length)
{
    const auto isLetter = [&text](qsizetype i) {
        return i >= 0 && i < text.size() && text.at(i).isLetterOrNumber();
    };
    return !isLetter(at - 1) && !isLetter(at + length);
}

QTextLayout::FormatRange range(qsizetype start, qsizetype length)
{
    QTextLayout::FormatRange range;
    range.start = static_cast<int>(start);
    range.length = static_cast<int>(length);
    return range;
}

void paintSign(QPainter &painter, const QRect &rect, const LogLine &line, const LogRowStyle &style)
{
    const std::optional<LogExplanation> explanation = explainLogText(line.text);
    if (!explanation)
        return;
    const bool trouble = explanation->kind == LogExplanation::Kind::Trouble;
    const QColor colour = style.selected
                              ? style.palette.color(QPalette::HighlightedText)
                              : colourOf(trouble ? Meaning::Looking : Meaning::Leader, style.palette);
    paintGlyph(painter, trouble ? Glyph::Warning : Glyph::Info, QRectF(rect).adjusted(2, 2, -2, -2), colour);
}

} // namespace

QTextCharFormat logMatchFormat(const QPalette &palette)
{
    QTextCharFormat format;
    format.setBackground(blended(colourOf(Meaning::Looking, palette), palette.color(QPalette::Base), 0.35));
    format.setForeground(palette.color(QPalette::Text));
    return format;
}

int logGutterWidth(int rowHeight)
{
    return stripe + rowHeight + 2;
}

ShownLogText shownLogText(const LogLine &line)
{
    ShownLogText shown;
    const QString all = QString::fromUtf8(line.text.left(4 * charactersShown));
    qsizetype at = 0;
    while (at < all.size() && shown.text.size() < charactersShown) {
        const auto place = static_cast<int>(shown.text.size());
        qsizetype length = 1;
        if (all.at(at) == u'\t')
            shown.text += "    "_L1;
        else
            length = appendLegible(shown.text, all, at);
        for (qsizetype unit = 0; unit < length; ++unit)
            shown.places.append(place + static_cast<int>(unit));
        at += length;
    }
    shown.places.append(static_cast<int>(shown.text.size()));
    shown.raw = all.left(at);
    if (shown.raw == shown.text)
        shown.places.clear();
    if (at < all.size() || line.cut)
        shown.text =
            QCoreApplication::translate("LogView", "%1 … (%Ln byte(s) in all)", nullptr, line.fullLength)
                .arg(shown.text);
    return shown;
}

QList<QTextLayout::FormatRange> logFormats(const LogLine &line, const ShownLogText &shown,
                                           const LogMatcher &search, const LogRowStyle &style)
{
    QList<QTextLayout::FormatRange> formats;
    QTextLayout::FormatRange whole = range(0, shown.text.size());
    whole.format.setForeground(textColour(line, style));
    whole.format.setFontItalic(line.standardError);
    formats.append(whole);
    for (const RoleWord &role : roleWords) {
        for (qsizetype at = shown.raw.indexOf(role.word); at >= 0;
             at = shown.raw.indexOf(role.word, at + 1)) {
            if (!isWord(shown.raw, at, role.word.size()))
                continue;
            QTextLayout::FormatRange word = range(shown.placeOf(at), role.word.size());
            if (!style.selected)
                word.format.setForeground(colourOf(role.meaning, style.palette));
            word.format.setFontWeight(QFont::Bold);
            formats.append(word);
        }
    }
    for (const auto &[start, length] : search.places(shown.raw)) {
        const int first = shown.placeOf(start);
        QTextLayout::FormatRange match = range(first, shown.placeOf(start + length) - first);
        match.format = logMatchFormat(style.palette);
        formats.append(match);
    }
    return formats;
}

int paintLogRow(QPainter &painter, const QRect &rect, const LogLine &line, const LogMatcher &search,
                const LogRowStyle &style)
{
    if (style.selected)
        painter.fillRect(rect, style.palette.color(QPalette::Highlight));
    painter.fillRect(QRect(rect.left(), rect.top(), stripe, rect.height()), style.memberColour);
    paintSign(painter, QRect(rect.left() + stripe, rect.top(), rect.height(), rect.height()), line, style);
    int left = rect.left() + logGutterWidth(rect.height());
    if (!style.memberName.isEmpty()) {
        QFont bold = style.font;
        bold.setBold(true);
        painter.setFont(bold);
        painter.setPen(style.selected ? style.palette.color(QPalette::HighlightedText) : style.memberColour);
        painter.drawText(QRect(left, rect.top(), style.nameWidth, rect.height()),
                         Qt::AlignVCenter | Qt::TextSingleLine, style.memberName);
        left += style.nameWidth;
    }
    const ShownLogText shown = shownLogText(line);
    QTextLayout layout(shown.text, style.font);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.setFormats(logFormats(line, shown, search, style));
    layout.beginLayout();
    QTextLine textLine = layout.createLine();
    layout.endLayout();
    if (!textLine.isValid())
        return left - rect.left();
    layout.draw(&painter, QPointF(left, rect.top() + (rect.height() - textLine.height()) / 2));
    return left - rect.left() + static_cast<int>(textLine.naturalTextWidth()) + rect.height();
}

} // namespace zoodock
