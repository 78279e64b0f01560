// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/pagelist.h"

#include "ui/look/labels.h"
#include "ui/wizard/findinglist.h"

#include <QtGui/QIcon>
#include <QtWidgets/QLabel>

#include <algorithm>

namespace zoodock
{

PageList::PageList(QWidget *parent)
    : QListWidget(parent)
{
    setMaximumWidth(fontMetrics().averageCharWidth() * 20);
    setSpacing(2);
}

void PageList::mark(const QList<Finding> &findings, const std::function<int(const Finding &)> &rowOf)
{
    for (int row = 0; row < count(); ++row) {
        const bool isWrong = std::any_of(findings.cbegin(), findings.cend(), [&](const Finding &finding) {
            return finding.severity == Severity::Error && rowOf(finding) == row;
        });
        item(row)->setIcon(isWrong ? findingIcon(Severity::Error, *this) : QIcon());
        item(row)->setToolTip(isWrong ? tr("Something on this page stands in the way.") : QString());
    }
}

QLabel *makeExplanation(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setQuietText(label);
    return label;
}

} // namespace zoodock
