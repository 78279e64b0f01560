// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/changes/acleditor.h"

#include "ui/look/icons.h"
#include "ui/znodes/changes/aclrow.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

AclEditor::AclEditor(QWidget *parent)
    : QWidget(parent)
    , m_scroll(new QScrollArea(this))
    , m_layout(new QVBoxLayout)
{
    auto *rows = new QWidget;
    auto *rowsLayout = new QVBoxLayout(rows);
    rowsLayout->setContentsMargins(0, 0, 0, 0);
    rowsLayout->addLayout(m_layout);
    rowsLayout->addStretch(1);
    m_scroll->setWidget(rows);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *addButton = new QPushButton(tr("&Add Entry"), this);
    addButton->setIcon(actionIcon(u"new"_s));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll, 1);
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
    Q_EMIT changed();
}

void AclEditor::add(const AclEntry &entry)
{
    auto *row = new AclRow(entry, ++m_made, this);
    m_rows.append(row);
    m_layout->addWidget(row);
    makeRoom();
    connect(row, &AclRow::changed, this, [this] {
        makeRoom();
        Q_EMIT changed();
    });
    connect(row, &AclRow::removalWanted, this, [this, row] {
        m_rows.removeOne(row);
        row->hide();
        row->deleteLater();
        Q_EMIT changed();
    });
}

/// No field is squeezed: a name that is cut off could be another's.
void AclEditor::makeRoom()
{
    constexpr int gap = 4;
    int widest = 0;
    for (const AclRow *row : std::as_const(m_rows))
        widest = std::max(widest, row->minimumSizeHint().width());
    m_scroll->setMinimumWidth(widest + m_scroll->verticalScrollBar()->sizeHint().width() + gap);
}

QString AclEditor::problem() const
{
    Acl filled;
    bool hasBlanks = false;
    for (const AclRow *row : m_rows) {
        hasBlanks = hasBlanks || row->isBlank();
        if (!row->isBlank())
            filled.append(row->entry());
    }
    if (hasBlanks && filled.isEmpty())
        return {};
    const Result<void> checked = checkAcl(filled);
    return checked ? QString() : checked.error().message();
}

Acl AclEditor::acl() const
{
    Acl acl;
    for (const AclRow *row : m_rows)
        acl.append(row->entry());
    return acl;
}

} // namespace zoodock
