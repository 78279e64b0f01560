// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/aclpanel.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTreeWidget>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

AclPanel::AclPanel(QWidget *parent)
    : QWidget(parent)
    , m_list(new QTreeWidget(this))
    , m_message(new QLabel(this))
    , m_edit(new QPushButton(tr("&Edit…"), this))
{
    m_list->setAccessibleName(tr("Access control list"));
    m_list->setHeaderLabels({tr("Who may do what"), tr("As the server has it")});
    m_list->setRootIsDecorated(false);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAlternatingRowColors(true);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(false);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_edit->setAccessibleName(tr("Edit the access control list"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_message, 1);
    row->addWidget(m_edit);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->setSpacing(4);
    layout->addWidget(m_list, 1);
    layout->addLayout(row);
    connect(m_edit, &QPushButton::clicked, this, &AclPanel::editWanted);
    setMessage({});
}

void AclPanel::setAcl(const AclValue &acl)
{
    m_acl = acl;
    m_message->clear();
    refresh();
}

void AclPanel::setMessage(const QString &sentence)
{
    m_acl.reset();
    m_message->setText(sentence);
    refresh();
}

void AclPanel::setReadOnly(const QString &why)
{
    m_whyReadOnly = why;
    refresh();
}

void AclPanel::refresh()
{
    m_list->clear();
    for (const AclEntry &entry : m_acl ? m_acl->acl : Acl()) {
        auto *item = new QTreeWidgetItem(m_list);
        item->setText(0, describe(entry));
        item->setToolTip(0, describe(entry));
        const QString id = isHashHidden(entry)
                               ? tr("%1:(hash hidden by the server)", "user of a digest entry")
                                     .arg(entry.id.section(u':', 0, -2))
                               : entry.id;
        item->setText(1, u"%1:%2:%3"_s.arg(entry.scheme, id, permissionLetters(entry.permissions)));
    }
    m_edit->setEnabled(m_acl && m_whyReadOnly.isEmpty());
    m_edit->setToolTip(m_whyReadOnly.isEmpty() ? tr("Change who may do what") : m_whyReadOnly);
}

} // namespace zoodock
