// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/membercard.h"

#include "clusters/adminreach.h"
#include "ui/look/labels.h"
#include "ui/look/textformat.h"
#include "ui/look/theme.h"
#include "ui/overview/memberactions.h"
#include "ui/overview/memberfigures.h"

#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype longestWord = 32; // characters, in what is wrong with a member

/// The time alone while it is of the same day as now.
QString sinceText(const QDateTime &utc)
{
    const QDateTime local = utc.toLocalTime();
    const QString time = local.toString(u"HH:mm:ss"_s);
    return local.date() == QDate::currentDate()
               ? time
               : QLocale().toString(local.date(), QLocale::ShortFormat) + u' ' + time;
}

/// And not because what had the focus has gone, or a window or page has come back.
bool isByPerson(Qt::FocusReason reason)
{
    return reason == Qt::MouseFocusReason || reason == Qt::TabFocusReason ||
           reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
}

} // namespace

MemberCard::MemberCard(int memberId, QWidget *parent)
    : QFrame(parent)
    , m_memberId(memberId)
    , m_actions(new MemberActions(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAutoFillBackground(false);
    build();
    tint();
    connect(m_actions, &MemberActions::wanted, this, &MemberCard::wanted);
    connect(m_actions, &MemberActions::rollingRestartWanted, this, &MemberCard::rollingRestartWanted);
    connect(m_actions->browse, &QAction::triggered, this, &MemberCard::browseWanted);
    connect(m_actions->copyAddress, &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(m_figures->text(MemberFigures::Client));
        Q_EMIT copied(tr("Copied %1").arg(m_figures->text(MemberFigures::Client)));
    });
    connect(m_actions->copyEverything, &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(asText());
        Q_EMIT copied(tr("Copied the values of %1").arg(m_member.wanted.name));
    });
}

void MemberCard::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 8);
    layout->setSpacing(8);
    layout->addWidget(makeHeader());

    m_figures = new MemberFigures(this);
    layout->addWidget(m_figures);
    layout->addWidget(makeButtons());
    // At the end, with room for two lines: what is wrong with one member moves no other card's buttons.
    m_note = new QLabel(this);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_note->setMinimumHeight(fontMetrics().lineSpacing() * 2);
    layout->addWidget(m_note);
    layout->addStretch(1);
    layout->addStrut(fontMetrics().averageCharWidth() * 42); // and wider where the figures need it
}

QWidget *MemberCard::makeHeader()
{
    auto *header = new QWidget(this);
    m_glyph = new GlyphLabel(1.5, header);
    m_name = new ElidedLabel(header);
    setTextScale(m_name, 1.2, true);
    m_word = new QLabel(header);
    QFont bold = m_word->font();
    bold.setBold(true);
    m_word->setFont(bold);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_glyph);
    layout->addWidget(m_name, 1);
    layout->addWidget(m_word);
    return header;
}

QWidget *MemberCard::makeButtons()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    // Down here its coming and going moves nothing else.
    m_age = new QLabel(row);
    m_age->setTextFormat(Qt::PlainText);
    layout->addWidget(m_age);
    layout->addStretch(1);
    for (QAction *action : {m_actions->start, m_actions->stop, m_actions->restart, m_actions->kill,
                            m_actions->pause, m_actions->resume}) {
        auto *button = new QToolButton(row);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        layout->addWidget(button);
        connect(action, &QAction::changed, button, [this, button, action] {
            button->setVisible(action->isVisible());
            button->setAccessibleName(
                tr("%1 %2", "action, member").arg(action->iconText(), m_member.wanted.name));
        });
    }
    return row;
}

void MemberCard::setStatus(const ClusterStatus &cluster, const MemberStatus &member,
                           const EngineStatus &engine)
{
    m_member = member;
    m_engineSilent = engine.reach == EngineStatus::Reach::Silent;
    m_stale = member.stale && member.report.has_value();
    showHead(cluster, member);
    // Of what is not seen just now nobody knows why.
    const bool lacksAdmin = member.adminPort == 0 && member.container.life != ContainerLife::Unknown;
    m_figures->setMember(member, lacksAdmin ? noAdminServer(cluster, member).message() : QString());
    updateActions(cluster, engine);
    tint();
    update();
}

/// A focused button that is disabled hands its focus to the next widget, which may be another member's: the
/// card takes it first, and gives it back to a button that stays enabled.
void MemberCard::updateActions(const ClusterStatus &cluster, const EngineStatus &engine)
{
    QWidget *inner = window()->focusWidget();
    const bool held = inner && inner != this && isAncestorOf(inner);
    if (held)
        setFocus(Qt::OtherFocusReason);
    m_actions->update(cluster, m_member, engine);
    if (held && inner->isEnabled())
        inner->setFocus(Qt::OtherFocusReason);
}

void MemberCard::showHead(const ClusterStatus &cluster, const MemberStatus &member)
{
    const QString word = wordFor(member.state);
    m_glyph->setLook(lookOf(member.state));
    m_name->setFullText(member.wanted.name);
    m_word->setText(word);
    const QString words = member.sinceIsExact ? tr("Since %1") : tr("At least since %1");
    const QString since = member.since.isValid() ? words.arg(sinceText(member.since)) : QString();
    const QString problem = withShortWords(member.problem, longestWord);
    const QString exactly = member.since.isValid() ? exactTimeText(member.since) : QString();
    m_note->setToolTip(problem == member.problem ? exactly : member.problem);
    m_note->setText(problem.isEmpty() ? since : problem);
    const QString where =
        member.clientPort == 0 ? tr("no client port") : addressText(member.clientHost, member.clientPort);
    setAccessibleName(tr("%1, %2, %3", "member, state, address").arg(member.wanted.name, word, where));
    setAccessibleDescription(member.problem.isEmpty() ? tr("Member of %1").arg(cluster.ensemble.shownName())
                                                      : member.problem);
}

bool MemberCard::isYoung(const QDateTime &utc) const
{
    return isAlive(m_member.container.life) && m_member.container.startedAt.isValid() &&
           m_member.container.startedAt.secsTo(utc) < 60;
}

void MemberCard::updateTimes(std::chrono::milliseconds now, const QDateTime &utc)
{
    const QDateTime &started = m_member.container.startedAt;
    const bool shown = isAlive(m_member.container.life) && started.isValid();
    m_figures->setStarted(shown ? started : QDateTime(), utc);
    m_age->setVisible(m_stale);
    if (m_stale) {
        // One that looks for a leader does answer: it has no figures to tell then.
        const bool answers = m_member.state == MemberState::Looking;
        const QString words =
            answers ? tr("Figures of %1", "%1: 4 s ago") : tr("Last answer %1", "%1: 4 s ago");
        m_age->setText(words.arg(ageText(now - m_member.reportAt)));
        m_age->setToolTip(tr("The greyed figures are as old as that."));
    }
}

void MemberCard::setCurrent(bool current)
{
    m_current = current;
    update();
}

QString MemberCard::asText() const
{
    QStringList lines{u"%1: %2"_s.arg(m_member.wanted.name, wordFor(m_member.state))};
    if (!m_member.problem.isEmpty())
        lines.append(m_member.problem);
    lines += m_figures->lines();
    return lines.join(u'\n');
}

void MemberCard::tint()
{
    const QPalette colours = QGuiApplication::palette();
    const QColor quiet = quietTextColour(colours);
    setTextColour(m_word, colourOf(lookOf(m_member.state).meaning, colours));
    setTextColour(m_note, m_member.problem.isEmpty() ? quiet : colourOf(Meaning::Down, colours));
    setTextColour(m_age, quiet);
    m_figures->tint(m_stale, m_engineSilent);
}

void MemberCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_figures)
        tint();
}

void MemberCard::paintEvent(QPaintEvent *)
{
    const bool leads = m_member.state == MemberState::Leader;
    const QColor colour = colourOf(lookOf(m_member.state).meaning, palette());
    const QColor base = palette().color(QPalette::Base);
    const bool marked = m_current || hasFocus();
    const QColor edge =
        marked ? palette().color(QPalette::Highlight) : blended(colour, base, leads ? 0.75 : 0.35);
    const double width = marked ? 2 : 1;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(edge, width));
    painter.setBrush(leads ? blended(colour, base, 0.06) : base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), 6, 6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(4, 12, 4, height() - 24), 2, 2);
}

void MemberCard::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->setAccessibleName(tr("Actions of %1").arg(m_member.wanted.name));
    menu->addActions(m_actions->all());
    menu->insertSeparator(m_actions->browse);
    menu->popup(event->reason() == QContextMenuEvent::Keyboard ? mapToGlobal(rect().center())
                                                               : event->globalPos());
}

void MemberCard::focusInEvent(QFocusEvent *event)
{
    QFrame::focusInEvent(event);
    update();
    if (isByPerson(event->reason()))
        Q_EMIT focused();
}

void MemberCard::focusOutEvent(QFocusEvent *event)
{
    QFrame::focusOutEvent(event);
    update();
}

void MemberCard::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    QFrame::mousePressEvent(event);
}

} // namespace zoodock
