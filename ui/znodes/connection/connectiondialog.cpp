// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/connection/connectiondialog.h"

#include "ui/look/labels.h"
#include "ui/look/meaning.h"
#include "ui/znodes/finding/pathfield.h"
#include "znodes/znodepath.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

ConnectionDialog::ConnectionDialog(const ZnodeTarget &target, const QString &credentialsNote, QWidget *parent)
    : QDialog(parent)
    , m_credentials(target.credentials)
    , m_chroot(new PathField(this))
    , m_list(new QListWidget(this))
    , m_nobody(new QLabel(tr("Nobody. Enter a user and a password below to sign in."), m_list->viewport()))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_add(new QPushButton(tr("&Add"), this))
    , m_remove(new QPushButton(tr("&Remove"), this))
    , m_problem(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Connection"));
    build(credentialsNote);
    m_chroot->setPath(target.chroot);
    refresh();
    connect(m_chroot, &QLineEdit::textChanged, this, &ConnectionDialog::refresh);
    connect(m_user, &QLineEdit::textChanged, this, &ConnectionDialog::refresh);
    connect(m_list, &QListWidget::currentRowChanged, this, &ConnectionDialog::refresh);
    connect(m_add, &QPushButton::clicked, this, &ConnectionDialog::add);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_credentials.removeAt(m_list->currentRow());
        refresh();
    });
}

void ConnectionDialog::build(const QString &credentialsNote)
{
    m_chroot->setPlaceholderText(tr("none: the whole tree"));
    m_list->setAccessibleName(tr("Signed in as"));
    m_nobody->setTextFormat(Qt::PlainText);
    m_nobody->setWordWrap(true);
    m_nobody->setMargin(4);
    m_nobody->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_nobody->setForegroundRole(QPalette::WindowText); // the quiet one; a list's own would be its text's
    setQuietText(m_nobody);
    auto *listLayout = new QVBoxLayout(m_list->viewport());
    listLayout->setContentsMargins(0, 0, 0, 0);
    listLayout->addWidget(m_nobody, 0, Qt::AlignTop);
    m_password->setEchoMode(QLineEdit::Password);
    for (QPushButton *button : {m_add, m_remove})
        button->setAutoDefault(false);
    auto *note = new QLabel(credentialsNote, this);
    for (QLabel *label : {note, m_problem}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    setQuietText(note);
    setTextMeaning(m_problem, Meaning::Down);
    auto *form = new QFormLayout;
    form->addRow(tr("&Chroot:"), m_chroot);
    auto *listLabel = new QLabel(tr("&Sign in as:"), this);
    listLabel->setBuddy(m_list);
    form->addRow(listLabel, m_list);
    form->addRow(tr("&User:"), m_user);
    form->addRow(tr("&Password:"), m_password);
    auto *row = new QHBoxLayout;
    row->addWidget(m_add);
    row->addWidget(m_remove);
    row->addStretch(1);
    form->addRow(QString(), row);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_ok = buttons->addButton(tr("C&onnect"), QDialogButtonBox::AcceptRole);
    m_ok->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addWidget(note);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 70);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        if (!m_user->text().isEmpty() && !m_password->text().isEmpty())
            add();
        Q_EMIT wanted(ZnodePath::cleaned(m_chroot->path()), m_credentials);
        accept();
    });
}

void ConnectionDialog::add()
{
    const ZnodeCredential added{u"digest"_s, (m_user->text() + u':' + m_password->text()).toUtf8()};
    if (!m_credentials.contains(added))
        m_credentials.append(added);
    m_user->clear();
    m_password->clear();
    refresh();
}

void ConnectionDialog::refresh()
{
    if (m_list->count() != m_credentials.size()) {
        m_list->clear();
        for (const ZnodeCredential &credential : std::as_const(m_credentials))
            m_list->addItem(QString::fromUtf8(credential.secret).section(u':', 0, 0));
    }
    m_nobody->setVisible(m_credentials.isEmpty());
    const QString chroot = ZnodePath::cleaned(m_chroot->path());
    const auto path = chroot.isEmpty() ? Result<ZnodePath>(ZnodePath()) : ZnodePath::parse(chroot);
    const bool colon = m_user->text().contains(u':');
    m_problem->setText(!path   ? path.error().message()
                       : colon ? tr("A user's name has no colon. Leave it out.")
                               : QString());
    m_add->setEnabled(!m_user->text().isEmpty() && !colon);
    m_remove->setEnabled(m_list->currentRow() >= 0);
    m_ok->setEnabled(path.has_value() && !colon);
}

} // namespace zoodock
