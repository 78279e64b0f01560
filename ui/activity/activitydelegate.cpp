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
    if (index.data(ActivityModel::FailedRole).toBool())
        paint(Meaning::Down);
    else if (index.data(ActivityModel::RunningRole).toBool())
        paint(Meaning::Leader);
}

} // namespace zoodock
