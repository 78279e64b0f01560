// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/changes/diffcolumn.h"

#include "core/legible.h"
#include "ui/znodes/text/texteditor.h"
#include "znodes/linediff.h"
#include "znodes/valuecodec.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

#include <optional>

namespace zoodock
{

namespace
{

QString hexLines(const QByteArray &bytes)
{
    constexpr qsizetype width = 16;
    QStringList lines;
    for (qsizetype i = 0; i < bytes.size(); i += width)
        lines.append(hexPairs(bytes.mid(i, width)));
    return lines.join(u'\n');
}

} // namespace

QStringList comparableValues(const QList<QByteArray> &values)
{
    QStringList texts;
    for (const QByteArray &value : values) {
        const std::optional<QString> text = guessedText(value);
        if (!text)
            break;
        texts.append(*text);
    }
    if (texts.size() == values.size())
        return texts;
    QStringList bytes;
    for (const QByteArray &value : values)
        bytes.append(hexLines(value));
    return bytes;
}

QWidget *diffColumn(const QString &title, const QString &text, const QString &base, QWidget *parent)
{
    auto *widget = new QWidget(parent);
    auto *label = new QLabel(title, widget);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    // So that the values begin at the same height, beside however long a time.
    const QString twoLines = title + u'\n' + title; // Chinese ones are higher than the font says
    label->setMinimumHeight(label->fontMetrics()
                                .boundingRect(QRect(0, 0, QWIDGETSIZE_MAX, QWIDGETSIZE_MAX), 0, twoLines)
                                .height());
    label->setAlignment(Qt::AlignLeft | Qt::AlignBottom);
    auto *editor = new TextEditor(title, widget);
    // To be looked at alone: nothing turns the order of what stands beside it.
    editor->setDiff(lineDiff(legible(base), legible(text)));
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addWidget(editor, 1);
    return widget;
}

} // namespace zoodock
