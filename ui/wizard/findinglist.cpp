// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/findinglist.h"

#include "ui/look/labels.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QPushButton>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

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
        said << finding.code << finding.sentence << finding.remedy
             << (m_labels ? m_labels(finding) : QString());
    if (said == m_shown)
        return;
    m_shown = said;
    rebuild();
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
    for (const Finding &finding : std::as_const(m_findings))
        addRow(finding);
    setHidden(m_findings.isEmpty());
    updateGeometry();
}

void FindingList::addRow(const Finding &finding)
{
    auto *row = new QWidget(this);
    auto *glyph = new GlyphLabel(1.1, row);
    glyph->setLook(lookOf(finding.severity));
    glyph->setToolTip(wordFor(finding.severity));
    const QString text = finding.remedy.isEmpty()
                             ? finding.sentence
                             : tr("%1 %2", "sentence, remedy").arg(finding.sentence, finding.remedy);
    auto *label = new QLabel(text, row);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    label->setAccessibleName(tr("%1: %2", "severity, finding").arg(wordFor(finding.severity), text));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(glyph, 0, Qt::AlignTop);
    layout->addWidget(label, 1);
    const QString remedy = m_labels ? m_labels(finding) : QString();
    if (!remedy.isEmpty()) {
        auto *button = new QPushButton(remedy, row);
        button->setAutoDefault(false);
        button->setAccessibleDescription(finding.sentence);
        connect(button, &QPushButton::clicked, this, [this, finding] { Q_EMIT remedyClicked(finding); });
        layout->addWidget(button, 0, Qt::AlignTop);
    }
    m_rows->addWidget(row);
}

} // namespace zoodock
