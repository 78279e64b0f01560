// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/texttable.h"

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

QString TextTable::tabbed() const
{
    const auto line = [](QStringList cells) {
        for (QString &cell : cells)
            cell.replace(u'\t', u' ').replace(u'\n', u' ');
        return cells.join(u'\t') + u'\n';
    };
    QString text = title.isEmpty() ? QString() : title + u'\n';
    text += line(columns);
    for (const QStringList &row : rows)
        text += line(row);
    return text;
}

} // namespace zoodock
