// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace zoodock
{

/// A table of texts, ready to be shown. Rows may be shorter than the heading.
struct TextTable
{
    QString title; ///< may be empty
    QStringList columns;
    QList<QStringList> rows;

    /// Lines of cells between tabs, the heading first: what spreadsheets take.
    [[nodiscard]] QString tabbed() const;
    friend bool operator==(const TextTable &, const TextTable &) = default;
};

} // namespace zoodock
