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

namespace
{

/// `isAnew`: the cluster was removed meanwhile, and made anew.
QString newsOf(const QString &path, bool isThere, bool isAnew)
{
    if (isAnew)
        return isThere
                   ? ConflictDialog::tr("The cluster was made anew since you read %1, and has another one.")
                         .arg(path)
                   : ConflictDialog::tr("The cluster was made anew since you read %1, and has none.")
                         .arg(path);
    return isThere ? ConflictDialog::tr("Somebody else changed %1 since you read it.").arg(path)
                   : ConflictDialog::tr("Somebody else deleted %1 since you read it.").arg(path);
}

} // namespace

ConflictDialog::ConflictDialog(const QString &path, const ZnodeValue &base,
                               const std::optional<ZnodeValue> &theirs, const QByteArray &mine,
                               QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(theirs ? tr("Changed Meanwhile") : tr("Deleted Meanwhile"));
    auto *title = new QLabel(newsOf(legibleName(path), theirs.has_value(), base.stat.czxid < 0), this);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    setTextScale(title, 1.1, true);
    auto *columns = new QSplitter(this);
    columns->setChildrenCollapsible(false);
    const QStringList values = comparableValues({base.bytes, mine, theirs ? theirs->bytes : QByteArray("")});
    const QString &before = values.at(0);
    columns->addWidget(
        diffColumn(tr("As you read it (version %1)").arg(base.stat.version), before, before, this));
    if (theirs)
        columns->addWidget(diffColumn(tr("On the server now (version %1, %2)")
                                          .arg(theirs->stat.version)
                                          .arg(exactTimeText(theirs->stat.modified())),
                                      values.at(2), before, this));
    columns->addWidget(diffColumn(tr("Yours"), values.at(1), before, this));
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

} // namespace zoodock
