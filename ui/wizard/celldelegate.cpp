// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/celldelegate.h"

#include "ui/wizard/findinglist.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>

namespace zoodock
{

namespace
{

constexpr auto before = "textBefore"; ///< property of an editor

} // namespace

CellDelegate::CellDelegate(Roles roles, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_roles(roles)
{
}

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const bool isField = index.flags().testFlag(Qt::ItemIsEditable);
    if (m_roles.unavailable >= 0 && !index.data(m_roles.unavailable).toString().isEmpty())
        option->state &= ~QStyle::State_Enabled;
    const QVariant severity = m_roles.severity < 0 ? QVariant() : index.data(m_roles.severity);
    if (severity.isValid() && option->widget) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = findingIcon(Severity(severity.toInt()), *option->widget);
        const int side = option->fontMetrics.height();
        option->decorationSize = {side, side};
    }
    if (m_roles.changed >= 0 && isField && index.data(m_roles.changed).toBool())
        option->font.setBold(true);
}

QWidget *CellDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                    const QModelIndex &index) const
{
    auto *const self = const_cast<CellDelegate *>(this);
    const QString name = index.data(Qt::AccessibleTextRole).toString();
    const QStringList choices =
        m_roles.choices < 0 ? QStringList() : index.data(m_roles.choices).toStringList();
    if (!choices.isEmpty()) {
        auto *box = new QComboBox(parent);
        const QStringList texts = index.data(m_roles.choiceTexts).toStringList();
        for (int row = 0; row < choices.size(); ++row)
            box->addItem(texts.value(row), choices.at(row));
        box->setAccessibleName(name);
        connect(box, &QComboBox::activated, self, [self, box] { Q_EMIT self->commitData(box); });
        return box;
    }
    auto *line = new QLineEdit(parent);
    line->setFrame(false);
    line->setProperty(before, index.data(Qt::EditRole));
    line->setAccessibleName(name);
    connect(line, &QLineEdit::textEdited, self, [self, line] { Q_EMIT self->commitData(line); });
    return line;
}

bool CellDelegate::eventFilter(QObject *editor, QEvent *event)
{
    auto *line = qobject_cast<QLineEdit *>(editor);
    if (line && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        line->setText(line->property(before).toString());
        Q_EMIT commitData(line);
    }
    return QStyledItemDelegate::eventFilter(editor, event);
}

void CellDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QString value = index.data(Qt::EditRole).toString();
    if (auto *box = qobject_cast<QComboBox *>(editor)) {
        box->setCurrentIndex(box->findData(value));
        return;
    }
    // What was typed is on its way into the model and back: the cursor shall stay where it is.
    auto *line = qobject_cast<QLineEdit *>(editor);
    if (line && line->text() != value && !line->isModified())
        line->setText(value);
}

void CellDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *box = qobject_cast<QComboBox *>(editor))
        model->setData(index, box->currentData(), Qt::EditRole);
    else if (const auto *line = qobject_cast<QLineEdit *>(editor))
        model->setData(index, line->text(), Qt::EditRole);
}

} // namespace zoodock
