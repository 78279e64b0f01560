// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/server/problemline.h"

#include "ui/look/labels.h"
#include "ui/look/meaning.h"
#include "ui/overview/actionrules.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

ProblemLine::ProblemLine(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new QLabel(this))
    , m_button(new QPushButton(this))
{
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sentence->setObjectName(u"serverProblem"_s);
    m_button->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_button, 0, Qt::AlignTop);
    connect(m_button, &QPushButton::clicked, this, [this] { Q_EMIT wanted(m_remedy); });
    hide();
}

void ProblemLine::tell(const QString &sentence, bool isNews)
{
    if (isNews)
        setQuietText(m_sentence);
    else
        setTextMeaning(m_sentence, Meaning::Looking);
    m_sentence->setText(sentence);
    setVisible(!sentence.isEmpty());
    offer(Remedy::None, {});
}

void ProblemLine::offerFor(const ClusterStatus *cluster, int memberId, const EngineStatus &engine)
{
    const MemberStatus *member = cluster ? cluster->member(memberId) : nullptr;
    const ContainerLife life = member ? member->container.life : ContainerLife::Running;
    const auto reason = [&](MemberAction action) { return reasonAgainst(action, *cluster, *member, engine); };
    switch (life) {
    case ContainerLife::Unknown:
        return offer(Remedy::LookAgain, tr("Look Again"));
    case ContainerLife::Paused:
        return offer(Remedy::Resume, tr("Resume %1").arg(member->wanted.name), reason(MemberAction::Unpause));
    case ContainerLife::Absent:
    case ContainerLife::Created:
    case ContainerLife::Exited:
    case ContainerLife::Dead:
        return offer(Remedy::Start, tr("Start %1").arg(member->wanted.name), reason(MemberAction::Start));
    case ContainerLife::Running:
    case ContainerLife::Restarting:
    case ContainerLife::Removing:
        break;
    }
    offer(Remedy::None, {});
}

void ProblemLine::offerCopying()
{
    offer(Remedy::CopyAddress, tr("Copy Address"));
}

/// Without a remedy there is no button.
void ProblemLine::offer(Remedy remedy, const QString &text, const QString &reasonAgainst)
{
    m_remedy = remedy;
    m_button->setText(text);
    m_button->setEnabled(reasonAgainst.isEmpty());
    m_button->setToolTip(reasonAgainst);
    m_button->setVisible(remedy != Remedy::None);
}

} // namespace zoodock
