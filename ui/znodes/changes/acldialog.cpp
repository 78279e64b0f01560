// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/changes/acldialog.h"

#include "ui/look/labels.h"
#include "ui/look/meaning.h"
#include "ui/znodes/changes/acleditor.h"
#include "ui/znodes/question.h"
#include "znodes/znodepath.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// As the editor gives it back.
Acl edited(const Acl &acl)
{
    AclEditor editor;
    editor.setAcl(acl);
    return editor.acl();
}

QString inWords(const Acl &acl)
{
    QStringList sentences;
    for (const AclEntry &entry : acl)
        sentences += describe(entry);
    return sentences.join(u'\n');
}

} // namespace

AclDialog::AclDialog(const QString &path, const AclValue &acl, bool hasChildren,
                     const QList<QByteArray> &digestSecrets, QWidget *parent)
    : QDialog(parent)
    , m_path(path)
    , m_now(acl)
    , m_digestSecrets(digestSecrets)
    , m_editor(new AclEditor(this))
    , m_recursive(new QCheckBox(tr("Also for everything &below"), this))
    , m_news(new QLabel(this))
    , m_takeTheirs(new QPushButton(tr("Take &Theirs"), this))
    , m_problem(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Who May Do What"));
    build(path, hasChildren);
    m_editor->setAcl(acl.acl);
    m_former = m_editor->acl();
    const auto entered = [this] {
        m_refusal.clear();
        check();
    };
    connect(m_editor, &AclEditor::changed, this, entered);
    connect(m_recursive, &QCheckBox::toggled, this, entered);
    connect(m_takeTheirs, &QPushButton::clicked, this, &AclDialog::takeTheirs);
    check();
}

void AclDialog::build(const QString &path, bool hasChildren)
{
    auto *title = new QLabel(legibleName(path), this);
    title->setWordWrap(true);
    setTextScale(title, 1.1, true);
    m_recursive->setVisible(hasChildren);
    m_news->setObjectName(u"aclNews"_s);
    for (QLabel *label : {title, m_news, m_problem}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    setTextMeaning(m_news, Meaning::Looking);
    setTextMeaning(m_problem, Meaning::Down);
    m_takeTheirs->setAutoDefault(false);
    m_takeTheirs->setToolTip(tr("Show the list as it is now; what you have entered is gone"));
    m_news->hide();
    m_takeTheirs->hide();
    auto *news = new QHBoxLayout;
    news->setSpacing(8);
    news->addWidget(m_news, 1);
    news->addWidget(m_takeTheirs, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addLayout(news);
    layout->addWidget(m_editor, 1);
    layout->addWidget(m_recursive);
    layout->addWidget(m_problem);
    layout->addWidget(buildButtons());
    resize(fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 20);
}

QDialogButtonBox *AclDialog::buildButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_ok = buttons->addButton(tr("&Set"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &AclDialog::set);
    return buttons;
}

bool AclDialog::isEdited() const
{
    return m_editor->acl() != m_former;
}

void AclDialog::noteNow(const AclValue &now)
{
    const bool isSame = now.acl == m_now.acl;
    const bool wasEdited = isEdited();
    m_now = now;
    if (isSame)
        return;
    m_refusal.clear(); // this is why
    m_former = edited(now.acl);
    if (!wasEdited)
        m_editor->setAcl(now.acl);
    const bool differs = isEdited();
    m_news->setText(differs ? tr("Somebody else changed this list meanwhile. Set puts yours in the place of "
                                 "theirs:\n%1")
                                  .arg(inWords(now.acl))
                            : tr("Somebody else changed this list meanwhile. Below it is as it is now."));
    m_news->show();
    m_takeTheirs->setVisible(differs);
    check();
}

void AclDialog::takeTheirs()
{
    m_news->hide();
    m_takeTheirs->hide();
    m_editor->setAcl(m_now.acl);
}

void AclDialog::reopen(const QString &problem)
{
    m_refusal = problem;
    check();
    open();
}

void AclDialog::set()
{
    const QString lost = whatIsLost();
    // What comes while it is asked nobody has seen yet.
    if (lost.isEmpty())
        finish(m_now.aversion);
    else
        askFirst({tr("Who May Do What"), tr("Lock yourself out of %1?").arg(legibleName(m_path)), lost,
                  tr("&Set")},
                 this, [this, aversion = m_now.aversion] { finish(aversion); });
}

void AclDialog::finish(qint32 aversion)
{
    hide();
    Q_EMIT wanted(m_editor->acl(), aversion, m_recursive->isChecked());
}

QString AclDialog::whatIsLost() const
{
    const Acl acl = m_editor->acl();
    const AclPermissions left = permissionsOf(m_digestSecrets, acl);
    const bool reads = left.testFlag(AclPermission::Read);
    if (!allowsAnybody(AclPermission::Admin, acl))
        return reads ? tr("With this list, nobody may change the list again but the superuser of the "
                          "servers, and Undo cannot bring the former one back.")
                     : tr("With this list, this connection may not read the znode any more. Nobody may "
                          "change the list again but the superuser of the servers, and Undo cannot bring "
                          "the former one back.");
    if (left.testFlag(AclPermission::Admin))
        return reads ? QString()
                     : tr("With this list, this connection may not read the znode any more. It may still "
                          "change "
                          "the list.");
    return reads ? tr("With this list, this connection may not change the list again, and Undo cannot bring "
                      "the "
                      "former one back; somebody who still has that right must do it.")
                 : tr("With this list, this connection may neither read the znode nor change the list again, "
                      "and "
                      "Undo cannot bring the former one back; somebody who still has that right must do it.");
}

void AclDialog::check()
{
    const Acl acl = m_editor->acl();
    const Result<void> checked = checkAcl(acl);
    const bool differs = acl != m_former || m_recursive->isChecked();
    m_problem->setText(!m_refusal.isEmpty() ? m_refusal : differs ? m_editor->problem() : QString());
    m_ok->setEnabled(checked.has_value() && differs);
    m_ok->setToolTip(!differs  ? tr("Nothing is changed so far.")
                     : checked ? QString()
                               : checked.error().message());
}

} // namespace zoodock
