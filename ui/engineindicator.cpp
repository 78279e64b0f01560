// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/engineindicator.h"

#include "clusters/enginereach.h"
#include "ui/look/labels.h"

#include <QtWidgets/QBoxLayout>

namespace zoodock
{

namespace
{

QString wordFor(const EngineStatus &engine)
{
    switch (engine.reach) {
    case EngineStatus::Reach::Answers:
        return EngineIndicator::tr("answers", "engine");
    case EngineStatus::Reach::Silent:
        return engine.problem && engine.problem->kind() == ErrorKind::ProgramMissing
                   ? EngineIndicator::tr("cannot be asked", "engine") // it may well run
                   : EngineIndicator::tr("does not answer", "engine");
    case EngineStatus::Reach::Unknown:
        break;
    }
    return EngineIndicator::tr("being asked", "engine");
}

/// An empty context means whatever docker's current one is; its name is docker's to tell.
QString contextText(const EngineStatus &engine)
{
    if (engine.source == EndpointSource::DockerHost)
        return EngineIndicator::tr("DOCKER_HOST", "where the engine's address comes from");
    if (!engine.context.isEmpty())
        return engine.context;
    return engine.contextName.isEmpty() ? EngineIndicator::tr("current context") : engine.contextName;
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
    const QString context = contextText(engine);
    m_text->setText(engine.version.isEmpty() ? tr("Docker: %1").arg(context)
                                             : tr("Docker: %1 · engine %2").arg(context, engine.version));
    m_glyph->setLook(lookOf(engine.reach));
    m_word->setText(wordFor(engine));
    setAccessibleName(tr("%1, %2", "engine, state").arg(m_text->text(), m_word->text()));
    QStringList facts;
    if (engine.problem)
        facts += engine.problem->message();
    if (!engine.endpoint.isEmpty())
        facts += tr("Endpoint: %1").arg(engine.endpoint);
    if (const QString sentence = endpointSentence(engine); !sentence.isEmpty())
        facts += sentence;
    setToolTip(facts.join(u'\n'));
}

} // namespace zoodock
