// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/question.h"

#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

namespace zoodock
{

QMessageBox *askFirst(const Question &question, QWidget *parent, const std::function<void()> &onYes,
                      const std::function<void()> &onNo)
{
    auto *box =
        new QMessageBox(QMessageBox::Question, question.title, question.text, QMessageBox::Cancel, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(question.consequence);
    const QPushButton *yes = box->addButton(question.button, QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(
        box, &QMessageBox::finished, parent,
        [box, yes, onYes, onNo] {
            const bool agreed = box->clickedButton() == yes;
            if (agreed)
                onYes();
            else if (onNo)
                onNo();
        },
        Qt::SingleShotConnection); // what is done may close it again
    box->open();
    return box;
}

} // namespace zoodock
