// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activitydelegate.h"

#include "itemmodels/activitymodel.h"
#include "ui/look/meaning.h"

namespace zoodock
{

void ActivityDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto paint = [option](Meaning meaning) {
        option->palette.setColor(QPalette::Text, colourOf(meaning, option->widget->palette()));
    };
    // A step's state, which begins a sentence here as the task's own does.
    if (index.parent().isValid() && index.column() == ActivityModel::StateColumn && !option->text.isEmpty())
        option->text[0] = option->text.at(0).toUpper();
    if (index.data(ActivityModel::FailedRole).toBool())
        paint(Meaning::Down);
    else if (index.data(ActivityModel::RunningRole).toBool())
        paint(Meaning::Leader);
}

} // namespace zoodock
