// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/engineindicator.h"

#include "ui/look/labels.h"

#include <QtWidgets/QBoxLayout>

namespace zoodock
{

namespace
{

QString wordFor(EngineStatus::Reach reach)
{
    switch (reach) {
    case EngineStatus::Reach::Answers:
        return EngineIndicator::tr("answers", "engine");
    case EngineStatus::Reach::Silent:
        return EngineIndicator::tr("does not answer", "engine");
    case EngineStatus::Reach::Unknown:
        break;
    }
    return EngineIndicator::tr("being asked", "engine");
}

} // namespace

EngineIndicator::EngineIndicator(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_glyph(new GlyphLabel(0.8, this))
    , m_word(new QLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_text);
    layout->addSpacing(4);
    layout->addWidget(m_glyph);
    layout->addWidget(m_word);
    setStatus({});
}

void EngineIndicator::setStatus(const EngineStatus &engine)
{
    // An empty context means whatever docker's current one is; its name is not ours to guess.
    const QString context = engine.context.isEmpty() ? tr("current context") : engine.context;
    m_text->setText(engine.version.isEmpty() ? tr("Docker: %1").arg(context)
                                             : tr("Docker: %1 · engine %2").arg(context, engine.version));
    m_glyph->setLook(lookOf(engine.reach));
    m_word->setText(wordFor(engine.reach));
    setAccessibleName(tr("%1, %2", "engine, state").arg(m_text->text(), m_word->text()));
    setToolTip(engine.problem ? engine.problem->message() : QString());
}

} // namespace zoodock
