// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include <algorithm>
#include <cstdio>
#include <iterator>

namespace zoodock::console
{

namespace
{

/// Of a terminal; wcwidth() knows only what the C library's locale does.
int columnsOf(char32_t character)
{
    struct Range
    {
        char32_t first, last;
    };
    // Wide and full-width ones (Unicode's East Asian Width), and pictures.
    constexpr Range wide[]{{0x1100, 0x115f},   {0x2e80, 0x303e},   {0x3041, 0xa4cf},  {0xac00, 0xd7a3},
                           {0xf900, 0xfaff},   {0xfe30, 0xfe6f},   {0xff00, 0xff60},  {0xffe0, 0xffe6},
                           {0x1f300, 0x1f64f}, {0x1f900, 0x1faff}, {0x20000, 0x3fffd}};
    const QChar::Category category = QChar::category(character);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing ||
        category == QChar::Other_Format)
        return 0;
    return std::any_of(
               std::begin(wide), std::end(wide),
               [character](Range range) { return range.first <= character && character <= range.last; })
               ? 2
               : 1;
}

qsizetype columnsOf(const QString &text)
{
    qsizetype columns = 0;
    for (const char32_t character : text.toUcs4())
        columns += columnsOf(character);
    return columns;
}

} // namespace

void out(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout);
    std::fflush(stdout);
}

void out(const QString &text)
{
    out(text.toUtf8());
}

bool lostOutput()
{
    return std::ferror(stdout) != 0;
}

void note(const QString &line)
{
    prompt(line + u'\n');
}

void prompt(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
    std::fflush(stderr);
}

QString table(const QList<QStringList> &rows)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        for (qsizetype column = 0; column < row.size(); ++column) {
            if (column == widths.size())
                widths.append(0);
            widths[column] = std::max(widths[column], columnsOf(row[column]));
        }
    }
    QString text;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column)
            line += row[column] + QString(widths[column] + 2 - columnsOf(row[column]), u' ');
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
    }
    return text;
}

} // namespace zoodock::console
