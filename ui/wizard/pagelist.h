// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/finding.h"

#include <QtWidgets/QListWidget>

#include <functional>

class QLabel;

namespace zoodock
{

/// The names of pages that edit an ensemble together, beside them: the one that is current is shown.
class PageList : public QListWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PageList)
public:
    explicit PageList(QWidget *parent);

    /// Marks the pages on which an error is mended; `rowOf` says which one that is.
    void mark(const QList<Finding> &findings, const std::function<int(const Finding &finding)> &rowOf);
};

/// A quiet paragraph above a page, still without its text.
[[nodiscard]] QLabel *makeExplanation(QWidget *parent);

} // namespace zoodock
