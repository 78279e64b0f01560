// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/topologypicture.h"

#include "ui/look/meaning.h"
#include "ui/look/theme.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int margin = 8;
constexpr int gap = 8; ///< between members, and for the lines of published ports
constexpr int betweenSmall = 4;
constexpr int mostOfSmallName = 9; ///< characters

double glyphSide(const QFontMetrics &metrics)
{
    return metrics.height() * 0.8;
}

/// Of a member's box: its glyph and what is empty.
int besideName(const QFontMetrics &metrics)
{
    return int(std::ceil(2 * margin + glyphSide(metrics)));
}

bool isBridge(const Ensemble &ensemble)
{
    return ensemble.network.mode == NetworkMode::Bridge;
}

} // namespace

QString clientAddressOf(const Ensemble &ensemble, const Member &member)
{
    const MemberPort &port = member.client;
    const QString address = port.published ? port.address : u"127.0.0.1"_s;
    if (isBridge(ensemble) && !port.published)
        return {};
    const QString shown = address.contains(u':') ? u'[' + address + u']' : address;
    const quint16 number = isBridge(ensemble) ? port.hostPort : port.port;
    return u"%1:%2"_s.arg(shown, number == 0 ? u"?"_s : QString::number(number));
}

TopologyPicture::TopologyPicture(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void TopologyPicture::setEnsemble(const Ensemble &ensemble)
{
    if (ensemble == m_ensemble)
        return;
    m_ensemble = ensemble;
    QStringList members;
    for (const Member &member : ensemble.members) {
        const QString address = clientAddressOf(ensemble, member);
        const QString name = member.role == MemberRole::Observer
                                 ? tr("%1 (observer)", "member").arg(member.name)
                                 : member.name;
        members += address.isEmpty() ? name : tr("%1 at %2", "member, address").arg(name, address);
    }
    setAccessibleName(
        isBridge(ensemble)
            ? tr("Members in the network “%1”: %2").arg(networkName(ensemble), members.join(u", "_s))
            : tr("Members in the host's network: %1").arg(members.join(u", "_s)));
    refreshToolTip();
    updateGeometry();
    update();
}

void TopologyPicture::setShape(Nodes nodes, int height)
{
    if (nodes == m_nodes && height == m_wantedHeight)
        return;
    m_nodes = nodes;
    m_wantedHeight = height;
    QSizePolicy policy = sizePolicy();
    policy.setHeightForWidth(height == 0);
    setSizePolicy(policy);
    refreshToolTip();
    updateGeometry();
    update();
}

int TopologyPicture::places() const
{
    return std::max(1, int(m_ensemble.members.size()));
}

void TopologyPicture::refreshToolTip()
{
    QStringList whole;
    if (isBridge(m_ensemble) && fontMetrics().horizontalAdvance(networkTitle()) > width() - 2 - 4 * margin)
        whole += networkTitle();
    for (const Member &member : m_ensemble.members) {
        if (fontMetrics().horizontalAdvance(member.name) > nameRoom())
            whole += member.name;
    }
    setToolTip(whole.join(u'\n'));
}

void TopologyPicture::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    refreshToolTip();
}

void TopologyPicture::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        refreshToolTip();
}

QString TopologyPicture::networkTitle() const
{
    return tr("Network “%1”").arg(networkName(m_ensemble));
}

void TopologyPicture::setChosen(bool chosen)
{
    if (m_chosen != chosen) {
        m_chosen = chosen;
        update();
    }
}

QSize TopologyPicture::cell(Nodes nodes) const
{
    const QFontMetrics metrics = fontMetrics();
    // Not another width while a port is typed.
    int width = metrics.horizontalAdvance(u"127.0.0.1:65535"_s);
    for (const Member &member : m_ensemble.members)
        width = std::max(width, metrics.horizontalAdvance(clientAddressOf(m_ensemble, member)));
    width = std::clamp(width + margin, metrics.averageCharWidth() * 12, metrics.averageCharWidth() * 26);
    if (nodes == Nodes::Large)
        return {width, metrics.height() * 2 + margin};
    int name = 0;
    for (const Member &member : m_ensemble.members)
        name = std::max(name, metrics.horizontalAdvance(member.name));
    name = std::min(name, metrics.averageCharWidth() * mostOfSmallName); // one long name costs all their room
    return {std::min(width, besideName(metrics) + name), metrics.height() + margin / 2};
}

/// Beside the member's glyph.
int TopologyPicture::nameRoom() const
{
    return cell(m_nodes).width() - besideName(fontMetrics());
}

int TopologyPicture::columns(Nodes nodes, int width) const
{
    const int room = width - 2 - (isBridge(m_ensemble) ? 4 : 2) * margin;
    const int fitting = (room + gap) / (cell(nodes).width() + gap);
    return std::clamp(fitting, 1, places());
}

int TopologyPicture::rows(Nodes nodes, int width) const
{
    const int count = columns(nodes, width);
    return (places() + count - 1) / count;
}

int TopologyPicture::frameHeight() const
{
    const int line = fontMetrics().height();
    return (isBridge(m_ensemble) ? 2 * (line + margin) + 2 * margin : line + 2 * margin) + margin;
}

int TopologyPicture::step(Nodes nodes) const
{
    const int below = nodes == Nodes::Large ? fontMetrics().height() + margin : betweenSmall;
    return cell(nodes).height() + below;
}

int TopologyPicture::wholeHeight(Nodes nodes, int width) const
{
    return heightOf(nodes, rows(nodes, width));
}

int TopologyPicture::heightOf(Nodes nodes, int rows) const
{
    // Below a small one there is no address that wants room to the frame.
    return frameHeight() + rows * step(nodes) - (nodes == Nodes::Small ? margin : 0);
}

int TopologyPicture::rowsWithin(Nodes nodes, int room) const
{
    return (room - heightOf(nodes, 0)) / step(nodes);
}

int TopologyPicture::heightWithin(int width, int room) const
{
    const int all = rows(Nodes::Small, width);
    return heightOf(Nodes::Small, std::clamp(rowsWithin(Nodes::Small, room), std::min(2, all), all));
}

int TopologyPicture::shownMembers() const
{
    const int all = int(m_ensemble.members.size());
    const int fitting = columns(m_nodes, width()) * std::max(1, rowsWithin(m_nodes, height()));
    return places() <= fitting ? all : std::clamp(fitting - 1, std::min(1, all), all);
}

int TopologyPicture::unseenMembers() const
{
    return int(m_ensemble.members.size()) - shownMembers();
}

QSize TopologyPicture::sizeHint() const
{
    const int width = 4 * margin + 3 * (cell(Nodes::Large).width() + gap);
    return {width, m_wantedHeight > 0 ? m_wantedHeight : heightForWidth(width)};
}

QSize TopologyPicture::minimumSizeHint() const
{
    const int width = 4 * margin + cell(Nodes::Large).width();
    return {width, m_wantedHeight > 0 ? heightWithin(this->width(), 0) : fontMetrics().height() * 5};
}

void TopologyPicture::paintMember(QPainter &painter, const Member &member, const QRectF &box) const
{
    const bool votes = member.role == MemberRole::Participant;
    const QColor colour = colourOf(votes ? Meaning::Follower : Meaning::Observer, palette());
    painter.setPen(QPen(colour, 1));
    painter.setBrush(blended(colour, palette().color(QPalette::Base), 0.1));
    painter.drawRoundedRect(box, 4, 4);
    const double side = glyphSide(fontMetrics());
    paintGlyph(painter, votes ? Glyph::Disc : Glyph::Diamond,
               {box.left() + margin, box.center().y() - side / 2, side, side}, colour);
    painter.setPen(palette().color(QPalette::WindowText));
    const QRectF text = box.adjusted(margin + side + margin / 2.0, 0, -margin / 2.0, 0);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(member.name, Qt::ElideMiddle, nameRoom()));
}

void TopologyPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int line = fontMetrics().height();
    const QColor quiet = quietTextColour(palette());
    const QColor frame = m_chosen ? colourOf(Meaning::Leader, palette()) : quiet;
    const auto drawFrame = [&](const QRectF &box, const QString &title, const QColor &colour,
                               Qt::PenStyle style) {
        painter.setPen(QPen(colour, m_chosen ? 1.6 : 1, style));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, 6, 6);
        painter.setPen(quiet);
        painter.drawText(box.adjusted(margin, margin / 2.0, -margin, 0), Qt::AlignTop | Qt::AlignLeft,
                         fontMetrics().elidedText(title, Qt::ElideRight, int(box.width()) - 2 * margin));
    };
    const QRectF host = QRectF(rect()).adjusted(1, 1, -1, -1);
    drawFrame(host, tr("The engine's host"), frame, Qt::SolidLine);
    QRectF inner = host.adjusted(margin, line + margin, -margin, -margin);
    if (isBridge(m_ensemble)) {
        drawFrame(inner, networkTitle(), quiet, Qt::DashLine);
        inner.adjust(margin, line + margin, -margin, -margin);
    }
    const int count = columns(m_nodes, width());
    const QSize size = cell(m_nodes);
    const auto place = [&](int index) {
        return QRectF(inner.left() + (index % count) * (size.width() + gap),
                      inner.top() + (index / count) * step(m_nodes), size.width(), size.height());
    };
    const int shown = shownMembers();
    for (int index = 0; index < shown; ++index) {
        // Of each role one, also where there is little room.
        const bool isLast = shown > 1 && index == shown - 1;
        const Member &member = isLast ? m_ensemble.members.constLast() : m_ensemble.members.at(index);
        const QRectF box = place(index);
        paintMember(painter, member, box);
        if (m_nodes == Nodes::Small)
            continue;
        const QString address = clientAddressOf(m_ensemble, member);
        painter.setPen(address.isEmpty() ? quiet : palette().color(QPalette::WindowText));
        painter.drawText(QRectF(box.left(), box.bottom(), box.width(), line + 2), Qt::AlignCenter,
                         address.isEmpty() ? tr("not published") : address);
    }
    if (const int unseen = unseenMembers(); unseen > 0) {
        painter.setPen(quiet);
        painter.drawText(place(shown), Qt::AlignVCenter | Qt::AlignLeft,
                         tr("and %Ln more", "members", unseen));
    }
}

} // namespace zoodock
