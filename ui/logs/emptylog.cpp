// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/emptylog.h"

#include "ui/look/sentencelayout.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString buttonText(const EmptyReason &reason, const QMap<int, QString> &names)
{
    switch (reason.way) {
    case EmptyReason::Way::None:
        return {};
    case EmptyReason::Way::AllMembers:
        return EmptyLog::tr("Show All Members");
    case EmptyReason::Way::EveryLine:
        return EmptyLog::tr("Show Every Line");
    case EmptyReason::Way::Probes:
        return EmptyLog::tr("Show Probe Lines");
    case EmptyReason::Way::Resume:
        return EmptyLog::tr("Show Them");
    case EmptyReason::Way::Start:
        return reason.members.size() == 1
                   ? EmptyLog::tr("Start %1").arg(names.value(reason.members.constFirst()))
                   : EmptyLog::tr("Start These Members");
    }
    return {};
}

} // namespace

EmptyLog::EmptyLog(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new QLabel(this))
    , m_button(new QPushButton(this))
{
    setFont(QApplication::font()); // the view's is for lines of logs
    m_sentence->setObjectName(u"emptyLog"_s);
    layOutInTheMiddle(this, m_sentence, m_button);
    connect(m_button, &QPushButton::clicked, this, [this] { Q_EMIT wayOutWanted(EmptyReason(m_reason)); });
    hide();
}

void EmptyLog::setReason(const EmptyReason &reason, const QMap<int, QString> &names)
{
    m_reason = reason;
    const QString text = buttonText(reason, names);
    m_sentence->setText(reason.sentence);
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
    setVisible(!reason.sentence.isEmpty());
}

} // namespace zoodock
