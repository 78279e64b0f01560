// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/changes/aclrow.h"

#include "ui/look/icons.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
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
    connect(m_id, &QLineEdit::textChanged, this, [this] {
        refreshPassword();
        Q_EMIT changed();
    });
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
    const qsizetype colon = entry.id.lastIndexOf(u':');
    if (entry.scheme == "digest"_L1 && colon > 0) {
        m_user = entry.id.left(colon);
        m_hash = entry.id.mid(colon + 1);
    }
    m_id->setText(m_hash.isEmpty() ? entry.id : m_user);
    m_id->setMinimumWidth(fontMetrics().averageCharWidth() * 20);
    m_id->setAccessibleName(tr("Identity of entry %1").arg(m_number));
    m_password->setAccessibleName(tr("Password of entry %1").arg(m_number));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMinimumWidth(fontMetrics().averageCharWidth() * 20);
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
    refreshPassword();
}

/// A hash is of the user's name, too.
bool AclRow::keepsHash() const
{
    return !m_hash.isEmpty() && m_password->text().isEmpty() && m_id->text().trimmed() == m_user;
}

void AclRow::refreshPassword()
{
    const bool isMasked = keepsHash() && isHashHidden({u"digest"_s, m_user + u':' + m_hash, {}});
    m_password->setPlaceholderText(isMasked      ? tr("hash hidden")
                                   : keepsHash() ? tr("hash unchanged")
                                                 : tr("password"));
}

bool AclRow::isBlank() const
{
    const QString scheme = m_scheme->currentData().toString();
    return (scheme == "digest"_L1 || scheme == "ip"_L1) && m_id->text().trimmed().isEmpty() &&
           m_password->text().isEmpty();
}

AclEntry AclRow::entry() const
{
    AclEntry entry{m_scheme->currentData().toString(), m_id->text().trimmed(), {}};
    if (entry.scheme == "world"_L1)
        entry.id = u"anyone"_s;
    else if (entry.scheme == "auth"_L1)
        entry.id.clear();
    else if (entry.scheme == "digest"_L1 && keepsHash())
        entry.id = m_user + u':' + m_hash;
    else if (entry.scheme == "digest"_L1 && !m_password->text().isEmpty())
        entry.id = digestId(entry.id.section(u':', 0, 0), m_password->text());
    for (qsizetype i = 0; i < m_permissions.size(); ++i)
        entry.permissions.setFlag(permissions[static_cast<std::size_t>(i)], m_permissions.at(i)->isChecked());
    return entry;
}

} // namespace zoodock
