// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/clusterheader.h"

#include "ui/look/labels.h"
#include "ui/overview/clusteractions.h"

#include <QtGui/QAction>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QToolButton>

namespace zoodock
{

namespace
{

QString factsOf(const Ensemble &ensemble)
{
    const QString network = ensemble.network.mode == NetworkMode::Host ? ClusterHeader::tr("host network")
                                                                       : ClusterHeader::tr("bridge network");
    QString members = ClusterHeader::tr("%Ln member(s)", nullptr, int(ensemble.members.size()));
    if (!ensemble.title.isEmpty())
        members = ClusterHeader::tr("%1 · %2", "cluster's own name, members").arg(ensemble.name, members);
    return ClusterHeader::tr("%1 · %2 · %3", "members, image, network")
        .arg(members, ensemble.image.reference, network);
}

QToolButton *makeButton(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(ClusterHeader::tr("%1 the cluster", "action").arg(action->iconText()));
    return button;
}

} // namespace

ClusterHeader::ClusterHeader(const ClusterActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_glyph(new GlyphLabel(1.3, this))
    , m_mark(new QFrame(this))
    , m_name(new ElidedLabel(this))
    , m_sentence(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_notes(new ElidedLabel(this))
{
    setTextScale(m_name, 1.6, true);
    m_name->setObjectName(QStringLiteral("clusterName"));
    m_sentence->setObjectName(QStringLiteral("quorumSentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_facts->setTextFormat(Qt::PlainText);

    auto *first = new QHBoxLayout;
    first->setSpacing(4);
    m_mark->setFixedWidth(6);
    m_mark->setAutoFillBackground(true);
    m_mark->hide();
    m_notes->setObjectName(QStringLiteral("clusterNotes"));
    m_notes->hide();
    first->addWidget(m_mark);
    first->addSpacing(4);
    first->addWidget(m_name, 1);
    for (QAction *action : {actions.start, actions.stop, actions.restart, actions.kill, actions.remove}) {
        m_buttons.append(makeButton(action, this));
        first->addWidget(m_buttons.constLast());
    }
    auto *second = new QHBoxLayout;
    second->setSpacing(8);
    second->addWidget(m_glyph);
    second->addWidget(m_sentence, 1);
    second->addWidget(m_facts);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(first);
    layout->addLayout(second);
    layout->addWidget(m_notes);
    setQuietText(m_facts);
    setQuietText(m_notes);
}

void ClusterHeader::setStatus(const ClusterStatus &status)
{
    m_name->setFullText(status.ensemble.shownName());
    showIdentity(status.ensemble);
    // While somebody makes or starts it, a quorum that is not there yet is no trouble.
    const bool coming = status.isBeingChanged() && !status.quorum.established;
    m_glyph->setLook(coming ? Look{Glyph::HalfDisc, Meaning::Looking} : lookOf(status.quorum));
    m_sentence->setText(quorumSentence(status.quorum));
    m_facts->setText(factsOf(status.ensemble));
    makeRoom();
}

void ClusterHeader::showIdentity(const Ensemble &ensemble)
{
    const QColor colour(ensemble.colour);
    m_mark->setVisible(colour.isValid());
    if (colour.isValid())
        m_mark->setPalette(QPalette(colour));
    m_notes->setFullText(ensemble.notes.section(u'\n', 0, 0));
    m_notes->setVisible(!ensemble.notes.isEmpty());
    m_notes->setToolTip(ensemble.notes);
}

void ClusterHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

void ClusterHeader::makeRoom()
{
    // The sentence is what the page is for; the facts are a help where there is room for both.
    const int sentence = m_sentence->fontMetrics().horizontalAdvance(m_sentence->text());
    m_facts->setVisible(m_glyph->width() + sentence + m_facts->sizeHint().width() + 40 < width());
    // The name matters more than what the buttons' icons and tool tips say as well.
    const bool wide = m_name->sizeHint().width() + buttonsWidth(true) <= width();
    for (QToolButton *button : std::as_const(m_buttons))
        button->setToolButtonStyle(wide ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
}

int ClusterHeader::buttonsWidth(bool withText) const
{
    int width = 0;
    for (const QToolButton *button : m_buttons) {
        const int text = button->fontMetrics().horizontalAdvance(button->text());
        width += button->iconSize().width() + layout()->spacing() + 16 + (withText ? text + 8 : 0);
    }
    return width;
}

QSize ClusterHeader::minimumSizeHint() const
{
    return {m_name->minimumSizeHint().width() + buttonsWidth(false), QWidget::minimumSizeHint().height()};
}

} // namespace zoodock
