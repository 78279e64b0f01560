// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/quorumbar.h"

#include "ui/look/meaning.h"
#include "ui/look/theme.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include <algorithm>

namespace zoodock
{

namespace
{

constexpr double markGap = 4;
constexpr double markRoom = 4;

} // namespace

QuorumBar::QuorumBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void QuorumBar::setStatus(const ClusterStatus &status)
{
    QList<Voter> voters;
    for (const MemberStatus &member : status.members) {
        if (member.wanted.role == MemberRole::Participant)
            voters.append({member.wanted.name, member.state});
    }
    std::stable_partition(voters.begin(), voters.end(),
                          [](const Voter &voter) { return isServing(voter.state); });
    const QString text = tr("Quorum: %1").arg(quorumSentence(status.quorum));
    if (text != accessibleName())
        setAccessibleName(text);
    if (voters == m_voters && m_majority == status.quorum.majority)
        return;
    m_voters = voters;
    m_majority = status.quorum.majority;
    update();
}

QSize QuorumBar::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 60, fontMetrics().height() + 10 + int(2 * markRoom)};
}

QSize QuorumBar::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, sizeHint().height()};
}

QRectF QuorumBar::segment(qsizetype index) const
{
    const double width = (this->width() + markGap) / double(m_voters.size());
    const auto place = double(layoutDirection() == Qt::RightToLeft ? m_voters.size() - 1 - index : index);
    return {place * width, markRoom, width - markGap, height() - 2 * markRoom};
}

void QuorumBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (qsizetype i = 0; i < m_voters.size(); ++i)
        paintSegment(painter, segment(i), m_voters.at(i));
    if (m_voters.size() < 2 || m_majority < 1)
        return;
    // After the last vote that a majority needs.
    const QRectF last = segment(m_majority - 1);
    const double x =
        layoutDirection() == Qt::RightToLeft ? last.left() - markGap / 2 : last.right() + markGap / 2;
    painter.setPen(QPen(palette().color(QPalette::Text), 2));
    painter.drawLine(QPointF(x, 0), QPointF(x, height()));
}

void QuorumBar::paintSegment(QPainter &painter, const QRectF &place, const Voter &voter) const
{
    const Look look = lookOf(voter.state);
    const QColor colour = colourOf(look.meaning, palette());
    const QColor base = palette().color(QPalette::Base);
    const bool serves = isServing(voter.state);
    painter.setPen(QPen(blended(colour, base, serves ? 1.0 : 0.6), 1, serves ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(serves ? colour : blended(colour, base, 0.08));
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);

    const QColor ink = serves ? base : colour;
    const double side = place.height() - 8;
    const QString name =
        fontMetrics().elidedText(voter.name, Qt::ElideMiddle, int(place.width() - side - 16));
    const bool hasName = name.size() >= std::min<qsizetype>(voter.name.size(), 4);
    const double content = hasName ? side + 4 + fontMetrics().horizontalAdvance(name) : side;
    double x = place.center().x() - content / 2;
    paintGlyph(painter, look.glyph, QRectF(x, place.top() + 4, side, side), ink);
    if (!hasName)
        return;
    x += side + 4;
    painter.setPen(ink);
    painter.drawText(QRectF(x, place.top(), place.right() - x, place.height()),
                     Qt::AlignVCenter | Qt::AlignLeft, name);
}

QString QuorumBar::majorityText() const
{
    return tr("The mark shows the majority: %Ln vote(s).", nullptr, m_majority);
}

bool QuorumBar::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (qsizetype i = 0; i < m_voters.size(); ++i) {
        if (!segment(i).contains(help->pos()))
            continue;
        const Voter &voter = m_voters.at(i);
        const QString text = tr("%1: %2.").arg(voter.name, wordFor(voter.state));
        QToolTip::showText(help->globalPos(), text + u'\n' + majorityText(), this);
        return true;
    }
    QToolTip::showText(help->globalPos(), majorityText(), this);
    return true;
}

} // namespace zoodock
