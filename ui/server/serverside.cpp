// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/server/serverside.h"

#include "clusters/clusterstatus.h"
#include "ui/look/labels.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

ServerSide::ServerSide(QWidget *parent)
    : QWidget(parent)
    , m_members(new QComboBox(this))
    , m_list(new QuestionList(this))
    , m_noPages(new QLabel(this))
{
    auto *memberLabel = new QLabel(tr("M&ember:"), this);
    memberLabel->setBuddy(m_members);
    m_members->setAccessibleName(tr("Member"));
    m_noPages->setWordWrap(true);
    m_noPages->setTextFormat(Qt::PlainText);
    m_noPages->setObjectName(u"noAdminServer"_s);
    setQuietText(m_noPages);
    m_noPages->hide();
    auto *row = new QHBoxLayout;
    row->addWidget(memberLabel);
    row->addWidget(m_members, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_noPages);
    connect(m_members, &QComboBox::currentIndexChanged, this, &ServerSide::memberChosen);
    connect(m_list, &QuestionList::chosenChanged, this, &ServerSide::questionChosen);
}

void ServerSide::setMembers(const ClusterStatus *cluster)
{
    const int before = member();
    const QSignalBlocker quiet(m_members);
    m_members->clear();
    for (const MemberStatus &member : cluster ? cluster->members : QList<MemberStatus>())
        m_members->addItem(member.wanted.name, member.wanted.id);
    m_members->setCurrentIndex(std::max(m_members->findData(before), 0));
}

void ServerSide::chooseMember(int memberId)
{
    if (const int index = m_members->findData(memberId); index >= 0)
        m_members->setCurrentIndex(index);
}

int ServerSide::member() const
{
    return m_members->currentData().toInt();
}

void ServerSide::setPages(const QStringList &pages, const QString &problem)
{
    m_noPages->setText(problem);
    m_noPages->setVisible(!problem.isEmpty());
    m_list->setPages(pages);
}

} // namespace zoodock
