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

AclDialog::AclDialog(const QString &path, const Acl &acl, bool hasChildren,
                     const QList<QByteArray> &digestSecrets, QWidget *parent)
    : QDialog(parent)
    , m_path(path)
    , m_digestSecrets(digestSecrets)
    , m_editor(new AclEditor(this))
    , m_recursive(new QCheckBox(tr("Also for everything &below"), this))
    , m_problem(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Who May Do What"));
    auto *title = new QLabel(legibleName(path), this);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    setTextScale(title, 1.1, true);
    m_editor->setAcl(acl);
    m_former = m_editor->acl();
    m_recursive->setVisible(hasChildren);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    setTextMeaning(m_problem, Meaning::Down);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_ok = buttons->addButton(tr("&Set"), QDialogButtonBox::AcceptRole);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addWidget(m_editor, 1);
    layout->addWidget(m_recursive);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 20);
    connect(m_editor, &AclEditor::changed, this, &AclDialog::check);
    connect(m_recursive, &QCheckBox::toggled, this, &AclDialog::check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &AclDialog::set);
    check();
}

void AclDialog::set()
{
    const QString lost = whatIsLost();
    if (lost.isEmpty())
        finish();
    else
        askFirst({tr("Who May Do What"), tr("Lock yourself out of %1?").arg(legibleName(m_path)), lost,
                  tr("&Set")},
                 this, [this] { finish(); });
}

void AclDialog::finish()
{
    Q_EMIT wanted(m_editor->acl(), m_recursive->isChecked());
    accept();
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
    m_problem->setText(differs ? m_editor->problem() : QString());
    m_ok->setEnabled(checked.has_value() && differs);
    m_ok->setToolTip(!differs  ? tr("Nothing is changed so far.")
                     : checked ? QString()
                               : checked.error().message());
}

} // namespace zoodock
