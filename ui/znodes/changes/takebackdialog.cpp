// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/changes/takebackdialog.h"

#include "ui/look/labels.h"
#include "ui/look/textformat.h"
#include "ui/znodes/changes/diffcolumn.h"
#include "znodes/valuecodec.h"
#include "znodes/znodepath.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// "text, 12 bytes": two values may look alike and be none alike.
QString sortOf(const QByteArray &value)
{
    if (value.isNull())
        return TakeBackDialog::tr("no value");
    const auto bytes = static_cast<int>(value.size());
    return guessedText(value) ? TakeBackDialog::tr("text, %Ln byte(s)", nullptr, bytes)
                              : TakeBackDialog::tr("hex, %Ln byte(s)", nullptr, bytes);
}

QString sentencesOf(const Acl &acl)
{
    QStringList sentences;
    for (const AclEntry &entry : acl)
        sentences += describe(entry);
    return sentences.join(u'\n');
}

QString titleOfNow(const UndoClash &clash)
{
    if (!clash.now)
        return clash.isAcl ? TakeBackDialog::tr("On the server now")
                           : TakeBackDialog::tr("On the server now: it is deleted");
    const ZnodeStat &stat = clash.now->stat;
    return clash.isAcl ? TakeBackDialog::tr("On the server now (access list, version %1)").arg(stat.aversion)
                       : TakeBackDialog::tr("On the server now (version %1, %2; %3)")
                             .arg(QString::number(stat.version), exactTimeText(stat.modified()),
                                  sortOf(clash.now->bytes));
}

QString titleOfBefore(const UndoClash &clash)
{
    if (!clash.before)
        return TakeBackDialog::tr("With Undo: the znode is deleted");
    return clash.isAcl ? TakeBackDialog::tr("With Undo (access list)")
                       : TakeBackDialog::tr("With Undo (%1)").arg(sortOf(clash.before->value));
}

} // namespace

TakeBackDialog::TakeBackDialog(const QString &news, const ZnodeUndo &undo, const QList<UndoClash> &clashes,
                               QWidget *parent)
    : QDialog(parent)
    , m_clashes(clashes)
    , m_columns(new QSplitter(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Changed Meanwhile"));
    m_columns->setChildrenCollapsible(false);
    build(news, undo.what == ZnodeUndo::What::Created || !undo.created.isEmpty());
    if (m_clashes.isEmpty())
        m_columns->hide(); // nobody here may read it
    else
        compare(m_clashes.constFirst());
}

void TakeBackDialog::build(const QString &news, bool deletes)
{
    auto *title = new QLabel(legibleSentence(news), this);
    setTextScale(title, 1.1, true);
    auto *consequence = new QLabel(
        deletes ? tr("If you go on, what they have changed is deleted or set back, too, "
                     "and cannot be brought back. What they have created below stays.")
                : tr("If you go on, what they have made is overwritten with what was there before, "
                     "and cannot be brought back."),
        this);
    for (QLabel *label : {title, consequence}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *overwrite = buttons->addButton(deletes ? tr("&Take It Back") : tr("&Overwrite"),
                                                QDialogButtonBox::DestructiveRole);
    overwrite->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(title);
    if (m_clashes.size() > 1)
        layout->addWidget(chooser());
    layout->addWidget(m_columns, 1);
    layout->addWidget(consequence);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * (m_clashes.isEmpty() ? 10 : 26));
    QPushButton *cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setDefault(true);
    cancel->setFocus();
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(overwrite, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT overwriteWanted();
    });
}

/// Where others have changed several: of which one the values are shown.
QWidget *TakeBackDialog::chooser()
{
    auto *row = new QWidget(this);
    auto *label = new QLabel(tr("&Compare:"), row);
    auto *paths = new QComboBox(row);
    label->setBuddy(paths);
    for (const UndoClash &clash : std::as_const(m_clashes))
        paths->addItem(withShortWords(legibleName(clash.path.text()), 80));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addWidget(paths, 1);
    connect(paths, &QComboBox::currentIndexChanged, this,
            [this](int index) { compare(m_clashes.at(index)); });
    return row;
}

void TakeBackDialog::compare(const UndoClash &clash)
{
    while (m_columns->count() > 0)
        delete m_columns->widget(0);
    const ZnodeRecord former = clash.before.value_or(ZnodeRecord());
    const QStringList texts =
        clash.isAcl ? QStringList{sentencesOf(clash.aclNow.value_or(Acl())), sentencesOf(former.acl)}
                    : comparableValues({clash.now ? clash.now->bytes : QByteArray(), former.value});
    m_columns->addWidget(diffColumn(titleOfNow(clash), texts.at(0), texts.at(0), m_columns));
    m_columns->addWidget(diffColumn(titleOfBefore(clash), texts.at(1), texts.at(0), m_columns));
}

} // namespace zoodock
