// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/changes/acldialog.h"

#include "ui/look/icons.h"
#include "ui/look/labels.h"
#include "ui/look/meaning.h"
#include "ui/znodes/question.h"
#include "znodes/znodepath.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QToolButton>

#include <array>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr std::array permissions{AclPermission::Read, AclPermission::Write, AclPermission::Create,
                                 AclPermission::Delete, AclPermission::Admin};

QString nameOf(AclPermission permission)
{
    switch (permission) {
    case AclPermission::Read:
        return AclRow::tr("Read");
    case AclPermission::Write:
        return AclRow::tr("Write");
    case AclPermission::Create:
        return AclRow::tr("Create");
    case AclPermission::Delete:
        return AclRow::tr("Delete");
    case AclPermission::Admin:
        return AclRow::tr("Admin");
    }
    return {};
}

QString explained(AclPermission permission)
{
    switch (permission) {
    case AclPermission::Read:
        return AclRow::tr("See the value and the list of children");
    case AclPermission::Write:
        return AclRow::tr("Set the value");
    case AclPermission::Create:
        return AclRow::tr("Create children");
    case AclPermission::Delete:
        return AclRow::tr("Delete children");
    case AclPermission::Admin:
        return AclRow::tr("Change this list");
    }
    return {};
}

} // namespace

AclRow::AclRow(const AclEntry &entry, int number, QWidget *parent)
    : QWidget(parent)
    , m_number(number)
    , m_scheme(new QComboBox(this))
    , m_id(new QLineEdit(this))
    , m_password(new QLineEdit(this))
{
    build(entry);
    chooseScheme();
    connect(m_scheme, &QComboBox::activated, this, [this] {
        m_id->clear();
        chooseScheme();
        Q_EMIT changed();
    });
    connect(m_id, &QLineEdit::textChanged, this, &AclRow::changed);
    connect(m_password, &QLineEdit::textChanged, this, &AclRow::changed);
}

void AclRow::build(const AclEntry &entry)
{
    m_scheme->addItem(tr("Everybody"), u"world"_s);
    m_scheme->addItem(tr("Who is signed in here"), u"auth"_s);
    m_scheme->addItem(tr("User and password"), u"digest"_s);
    m_scheme->addItem(tr("IP address"), u"ip"_s);
    if (m_scheme->findData(entry.scheme) < 0)
        m_scheme->addItem(entry.scheme, entry.scheme);
    m_scheme->setCurrentIndex(m_scheme->findData(entry.scheme));
    m_scheme->setAccessibleName(tr("Whom entry %1 is about").arg(m_number));
    m_id->setText(entry.id);
    m_id->setAccessibleName(tr("Identity of entry %1").arg(m_number));
    m_password->setAccessibleName(tr("Password of entry %1").arg(m_number));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("unchanged"));
    m_password->setToolTip(tr("Only its hash goes to the server"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scheme);
    layout->addWidget(m_id, 2);
    layout->addWidget(m_password, 1);
    for (const AclPermission permission : permissions) {
        auto *box = new QCheckBox(nameOf(permission), this);
        box->setChecked(entry.permissions.testFlag(permission));
        box->setToolTip(explained(permission));
        layout->addWidget(box);
        m_permissions.append(box);
        connect(box, &QCheckBox::toggled, this, &AclRow::changed);
    }
    auto *remove = new QToolButton(this);
    remove->setIcon(actionIcon(u"remove"_s));
    remove->setAccessibleName(tr("Remove entry %1").arg(m_number));
    remove->setToolTip(tr("Remove this entry"));
    remove->setFocusPolicy(Qt::StrongFocus);
    layout->addWidget(remove);
    connect(remove, &QToolButton::clicked, this, &AclRow::removalWanted);
}

void AclRow::chooseScheme()
{
    const QString scheme = m_scheme->currentData().toString();
    const bool nobody = scheme == "world"_L1 || scheme == "auth"_L1;
    m_id->setVisible(!nobody);
    m_password->setVisible(scheme == "digest"_L1);
    m_id->setPlaceholderText(scheme == "digest"_L1 ? tr("user")
                             : scheme == "ip"_L1   ? u"10.0.0.0/8"_s
                                                   : QString());
    if (scheme == "digest"_L1)
        m_password->setPlaceholderText(m_id->text().contains(u':') ? tr("unchanged") : tr("password"));
}

AclEntry AclRow::entry() const
{
    AclEntry entry{m_scheme->currentData().toString(), m_id->text().trimmed(), {}};
    if (entry.scheme == "world"_L1)
        entry.id = u"anyone"_s;
    else if (entry.scheme == "auth"_L1)
        entry.id.clear();
    else if (entry.scheme == "digest"_L1 && !m_password->text().isEmpty())
        entry.id = digestId(entry.id.section(u':', 0, 0), m_password->text());
    for (qsizetype i = 0; i < m_permissions.size(); ++i)
        entry.permissions.setFlag(permissions[static_cast<std::size_t>(i)], m_permissions.at(i)->isChecked());
    return entry;
}

AclEditor::AclEditor(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout)
{
    auto *rows = new QWidget;
    auto *rowsLayout = new QVBoxLayout(rows);
    rowsLayout->setContentsMargins(0, 0, 0, 0);
    rowsLayout->addLayout(m_layout);
    rowsLayout->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(rows);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *addButton = new QPushButton(tr("&Add Entry"), this);
    addButton->setIcon(actionIcon(u"new"_s));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll, 1);
    layout->addWidget(addButton, 0, Qt::AlignLeft);
    connect(addButton, &QPushButton::clicked, this, [this] {
        add({u"digest"_s, {}, allPermissions});
        Q_EMIT changed();
    });
}

void AclEditor::setAcl(const Acl &acl)
{
    qDeleteAll(m_rows);
    m_rows.clear();
    for (const AclEntry &entry : acl)
        add(entry);
}

void AclEditor::add(const AclEntry &entry)
{
    auto *row = new AclRow(entry, ++m_made, this);
    m_rows.append(row);
    m_layout->addWidget(row);
    connect(row, &AclRow::changed, this, &AclEditor::changed);
    connect(row, &AclRow::removalWanted, this, [this, row] {
        m_rows.removeOne(row);
        row->hide();
        row->deleteLater();
        Q_EMIT changed();
    });
}

Acl AclEditor::acl() const
{
    Acl acl;
    for (const AclRow *row : m_rows)
        acl.append(row->entry());
    return acl;
}

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
    auto *title = new QLabel(legible(path), this);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    setTextScale(title, 1.1, true);
    m_editor->setAcl(acl);
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
        askFirst(
            {tr("Who May Do What"), tr("Lock yourself out of %1?").arg(legible(m_path)), lost, tr("&Set")},
            this, [this] { finish(); });
}

void AclDialog::finish()
{
    Q_EMIT wanted(m_editor->acl(), m_recursive->isChecked());
    accept();
}

QString AclDialog::whatIsLost() const
{
    const AclPermissions left = permissionsOf(m_digestSecrets, m_editor->acl());
    const bool reads = left.testFlag(AclPermission::Read);
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
    const Result<void> checked = checkAcl(m_editor->acl());
    m_problem->setText(checked ? QString() : checked.error().message());
    m_ok->setEnabled(checked.has_value());
}

} // namespace zoodock
