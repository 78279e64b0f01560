// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/changes/conflictdialog.h"

#include "ui/look/labels.h"
#include "ui/look/textformat.h"
#include "ui/znodes/changes/diffcolumn.h"
#include "znodes/znodepath.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

ConflictDialog::ConflictDialog(const QString &path, const ZnodeValue &base,
                               const std::optional<ZnodeValue> &theirs, const QByteArray &mine,
                               QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(theirs ? tr("Changed Meanwhile") : tr("Deleted Meanwhile"));
    auto *title = new QLabel(theirs ? tr("Somebody else changed %1 since you read it.").arg(legible(path))
                                    : tr("Somebody else deleted %1 since you read it.").arg(legible(path)),
                             this);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    setTextScale(title, 1.1, true);
    auto *columns = new QSplitter(this);
    columns->setChildrenCollapsible(false);
    columns->addWidget(
        column(tr("As you read it (version %1)").arg(base.stat.version), base.bytes, base.bytes));
    if (theirs)
        columns->addWidget(column(tr("On the server now (version %1, %2)")
                                      .arg(theirs->stat.version)
                                      .arg(exactTimeText(theirs->stat.modified())),
                                  theirs->bytes, base.bytes));
    columns->addWidget(column(tr("Yours"), mine, base.bytes));
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *keep = buttons->addButton(tr("&Keep Editing"), QDialogButtonBox::RejectRole);
    QPushButton *take =
        buttons->addButton(theirs ? tr("Take &Theirs") : tr("&Forget Mine"), QDialogButtonBox::ActionRole);
    QPushButton *write = buttons->addButton(theirs ? tr("&Overwrite with Mine") : tr("&Create with Mine"),
                                            QDialogButtonBox::DestructiveRole);
    for (QPushButton *button : {take, write})
        button->setAutoDefault(false);
    keep->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addWidget(columns, 1);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 150, fontMetrics().height() * 30);
    keep->setFocus();
    connect(keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(take, &QPushButton::clicked, this, [this] {
        Q_EMIT theirsWanted();
        accept();
    });
    connect(write, &QPushButton::clicked, this, [this, there = theirs.has_value()] {
        if (there)
            Q_EMIT overwriteWanted();
        else
            Q_EMIT createWanted();
        accept();
    });
}

QWidget *ConflictDialog::column(const QString &title, const QByteArray &bytes, const QByteArray &before)
{
    return diffColumn(title, readableValue(bytes), readableValue(before), this);
}

} // namespace zoodock
