// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/findinglist.h"

#include "ui/look/labels.h"
#include "ui/look/paragraph.h"

#include <QtGui/QIcon>
#include <QtGui/QPainter>
#include <QtGui/QResizeEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QPushButton>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int mostOnButton = 44; ///< of a remedy's button, which shall fit beside other things

QPushButton *makeRemedyButton(const QString &remedy, QWidget *parent)
{
    const QFontMetrics metrics = parent->fontMetrics();
    const QString shown =
        metrics.elidedText(remedy, Qt::ElideMiddle, metrics.averageCharWidth() * mostOnButton);
    auto *button = new QPushButton(shown, parent);
    button->setAutoDefault(false);
    button->setAccessibleName(remedy);
    button->setToolTip(shown == remedy ? QString() : remedy);
    return button;
}

} // namespace

Look lookOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return {Glyph::Cross, Meaning::Down};
    case Severity::Warning:
        return {Glyph::Warning, Meaning::Looking};
    case Severity::Hint:
        break;
    }
    return {Glyph::Info, Meaning::Leader};
}

QString wordFor(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return FindingList::tr("Error");
    case Severity::Warning:
        return FindingList::tr("Warning");
    case Severity::Hint:
        break;
    }
    return FindingList::tr("Hint");
}

QIcon findingIcon(Severity severity, const QWidget &widget)
{
    const int side = widget.fontMetrics().height();
    const Look look = lookOf(severity);
    const auto painted = [&](const QColor &colour) {
        QPixmap picture(QSize(side, side) * widget.devicePixelRatioF());
        picture.setDevicePixelRatio(widget.devicePixelRatioF());
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paintGlyph(painter, look.glyph, QRectF(0, 0, side, side), colour);
        return picture;
    };
    QIcon icon(painted(colourOf(look.meaning, widget.palette())));
    icon.addPixmap(painted(widget.palette().color(QPalette::HighlightedText)), QIcon::Selected);
    return icon;
}

FindingList::FindingList(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(8);
    hide();
}

void FindingList::setFindings(const QList<Finding> &findings)
{
    m_findings = findings;
    QStringList said;
    for (const Finding &finding : findings)
        said << finding.code << finding.sentence << finding.remedy << labelsOf(finding);
    if (said == m_shown)
        return;
    m_shown = said;
    rebuild();
}

QStringList FindingList::labelsOf(const Finding &finding) const
{
    return m_labels ? m_labels(finding) : QStringList();
}

/// A wrapped label by itself wants the height of a much narrower text, and a form leaves that empty below it.
QSize FindingList::sizeHint() const
{
    QSize hint = QWidget::sizeHint();
    if (m_laidOut)
        hint.setHeight(heightForWidth(width()));
    return hint;
}

void FindingList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_laidOut = true;
    if (event->oldSize().width() != event->size().width())
        updateGeometry();
}

void FindingList::rebuild()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    QList<QPushButton *> buttons;
    for (const Finding &finding : std::as_const(m_findings))
        buttons += addRow(finding);
    if (m_keepsAtTop)
        m_rows->addStretch(1);
    orderTabs(buttons);
    setHidden(m_findings.isEmpty());
    updateGeometry();
}

/// Not behind everything else in the window, where what is made last comes.
void FindingList::orderTabs(const QList<QPushButton *> &buttons)
{
    QWidget *before = m_tabAfter ? m_tabAfter.data() : previousInFocusChain();
    while (before != this && !(before->focusPolicy() & Qt::TabFocus))
        before = before->previousInFocusChain();
    for (QPushButton *button : buttons) {
        setTabOrder(before, button);
        before = button;
    }
}

QList<QPushButton *> FindingList::addRow(const Finding &finding)
{
    auto *row = new QWidget(this);
    auto *glyph = new GlyphLabel(1.1, row);
    glyph->setLook(lookOf(finding.severity));
    glyph->setToolTip(wordFor(finding.severity));
    const QString text = finding.remedy.isEmpty()
                             ? finding.sentence
                             : tr("%1 %2", "sentence, remedy").arg(finding.sentence, finding.remedy);
    auto *paragraph = new Paragraph(text, row);
    paragraph->setAccessibleName(tr("%1: %2", "severity, finding").arg(wordFor(finding.severity), text));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(glyph, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    column->addWidget(paragraph);
    layout->addLayout(column, 1);
    m_rows->addWidget(row);
    QList<QPushButton *> buttons;
    for (const QString &remedy : labelsOf(finding)) {
        QPushButton *button = makeRemedyButton(remedy, row);
        button->setAccessibleDescription(finding.sentence);
        connect(button, &QPushButton::clicked, this,
                [this, finding, which = int(buttons.size())] { Q_EMIT remedyClicked(finding, which); });
        column->addWidget(button, 0, Qt::AlignLeft);
        buttons += button;
    }
    return buttons;
}

} // namespace zoodock
