// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/changes/subtreedialog.h"

#include "core/sentences.h"
#include "ui/look/labels.h"
#include "ui/look/meaning.h"
#include "ui/look/textformat.h"

#include <QtCore/QLocale>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype mostNames = 5;

QString listed(const ZnodeSubtree &subtree)
{
    QStringList lines;
    for (const ZnodePath &path : subtree.paths)
        lines.append(legibleName(path.text()));
    if (subtree.count > subtree.paths.size())
        lines.append(
            SubtreeDialog::tr("… and %1 more").arg(QLocale().toString(subtree.count - subtree.paths.size())));
    return lines.join(u'\n');
}

QString question(const ZnodeSubtree &subtree)
{
    const QString top = legibleName(subtree.top.text());
    if (subtree.count == 1)
        return SubtreeDialog::tr("Delete %1?").arg(top);
    return SubtreeDialog::tr("Delete %1 and everything below, %2 znodes in all?")
        .arg(top, QLocale().toString(subtree.count));
}

/// Empty: Undo brings every access list back.
QString hiddenHashes(const ZnodeSubtree &subtree)
{
    return subtree.hidden == 0
               ? QString()
               : SubtreeDialog::tr(
                     "The server hides password hashes in the access lists of %Ln znode(s) from "
                     "whom this connection is signed in as. Undo brings these znodes back "
                     "without the users of the hashes.",
                     nullptr, int(subtree.hidden));
}

/// Empty: Undo brings everything back.
QString loss(const ZnodeSubtree &subtree)
{
    if (subtree.unreadable == 0)
        return {};
    QStringList names;
    for (const ZnodePath &path :
         subtree.unreadablePaths.first(std::min<qsizetype>(mostNames, subtree.unreadablePaths.size())))
        names.append(legibleName(path.text()));
    if (subtree.unreadable > names.size())
        names.append(
            SubtreeDialog::tr("… and %1 more").arg(QLocale().toString(subtree.unreadable - names.size())));
    return SubtreeDialog::tr(
               "%Ln znode(s) cannot be read by whom this connection is signed in as. Undo does not "
               "bring them back, their values are lost for good: %1",
               nullptr, int(subtree.unreadable))
        .arg(names.join(u", "_s));
}

QString consequence(const ZnodeSubtree &subtree)
{
    if (subtree.unreadable == subtree.count)
        return {};
    QStringList sentences{
        SubtreeDialog::tr("Undo brings back values and access lists (%1).").arg(memoryText(subtree.bytes)),
        SubtreeDialog::tr(
            "Containers and znodes with a time to live come back as persistent ones: servers do "
            "not tell which they are.")};
    if (subtree.ephemeral > 0)
        sentences.append(SubtreeDialog::tr(
            "%Ln ephemeral znode(s) will belong to this connection after Undo, whoever made "
            "them.",
            nullptr, int(subtree.ephemeral)));
    return paragraphOf(sentences);
}

} // namespace

SubtreeDialog::SubtreeDialog(const ZnodeSubtree &subtree, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Delete Znodes"));
    auto *title = new QLabel(question(subtree), this);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    setTextScale(title, 1.2, true);
    auto *list = new QPlainTextEdit(listed(subtree), this);
    list->setReadOnly(true);
    list->setAccessibleName(tr("What will be deleted"));
    list->setTabChangesFocus(true);
    list->setLineWrapMode(QPlainTextEdit::NoWrap);
    auto *note = new QLabel(consequence(subtree), this);
    auto *warning = new QLabel(paragraphOf({loss(subtree), hiddenHashes(subtree)}), this);
    for (QLabel *label : {note, warning}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setHidden(label->text().isEmpty());
    }
    setTextMeaning(warning, Meaning::Down);
    setQuietText(note);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *remove = buttons->addButton(tr("&Delete"), QDialogButtonBox::DestructiveRole);
    remove->setObjectName(u"znodeDelete"_s);
    remove->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setFocus();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addWidget(list, 1);
    layout->addWidget(warning);
    layout->addWidget(note);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 80, fontMetrics().height() * 22);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(remove, &QPushButton::clicked, this, [this] {
        Q_EMIT confirmed();
        accept();
    });
}

} // namespace zoodock
