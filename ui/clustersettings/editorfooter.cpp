// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clustersettings/editorfooter.h"

#include "ui/look/labels.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QPushButton>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

EditorFooter::EditorFooter(QWidget *parent)
    : QWidget(parent)
    , m_glyph(new GlyphLabel(1.1, this))
    , m_sentence(new QLabel(this))
    , m_discard(new QPushButton(tr("Di&scard Changes"), this))
    , m_apply(new QPushButton(tr("&Apply…"), this))
{
    m_sentence->setObjectName(u"settingsSummary"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_discard->setObjectName(u"settingsDiscard"_s);
    m_discard->setToolTip(tr("Back to the settings that the cluster has"));
    m_apply->setObjectName(u"settingsApply"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_glyph, 0, Qt::AlignVCenter);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_discard);
    row->addWidget(m_apply);
    connect(m_discard, &QPushButton::clicked, this, &EditorFooter::discardWanted);
    connect(m_apply, &QPushButton::clicked, this, &EditorFooter::applyWanted);
}

void EditorFooter::say(Look look, const QString &sentence)
{
    m_sentence->setText(sentence);
    m_glyph->setLook(look);
    m_glyph->setHidden(sentence.isEmpty());
}

void EditorFooter::setReason(const QString &reason)
{
    m_apply->setEnabled(reason.isEmpty());
    m_apply->setToolTip(reason.isEmpty() ? tr("Shows what would be done, before it is done") : reason);
}

void EditorFooter::setModified(bool modified)
{
    m_discard->setEnabled(modified);
}

} // namespace zoodock
