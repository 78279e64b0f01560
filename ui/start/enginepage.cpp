// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/enginepage.h"

#include "clusters/clustermonitor.h"
#include "core/settings.h"
#include "ui/look/icons.h"
#include "ui/look/labels.h"
#include "ui/settings/settingsdialog.h"

#include <QtGui/QClipboard>
#include <QtGui/QFontDatabase>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QLabel *makeText(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

EnginePage::EnginePage(const UiServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_title(makeText(this))
    , m_explanation(makeText(this))
    , m_label(new QLabel(tr("&Type this in a terminal:"), this))
    , m_command(new QLineEdit(this))
    , m_copy(new QPushButton(actionIcon(u"copy"_s), tr("Co&py"), this))
    , m_change(new QPushButton(tr("Chan&ge Settings…"), this))
    , m_again(new QPushButton(actionIcon(u"refresh"_s), tr("&Look Again Now"), this))
    , m_detail(makeText(this))
    , m_contextRow(makeContexts())
{
    setTextScale(m_title, 1.6, true);
    m_title->setObjectName(u"engineTitle"_s);
    m_command->setReadOnly(true);
    m_command->setTextMargins(4, 2, 4, 2);
    m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_command->setAccessibleName(tr("Command to type"));
    m_label->setBuddy(m_command);
    m_copy->setObjectName(u"engineCopy"_s);
    m_copy->setAccessibleName(tr("Copy the command"));
    m_again->setObjectName(u"engineAgain"_s);
    m_change->setObjectName(u"engineSettings"_s);
    setQuietText(m_detail);
    build();
    connect(m_again, &QPushButton::clicked, this, &EnginePage::refreshWanted);
    connect(m_change, &QPushButton::clicked, this,
            [this] { (new SettingsDialog(m_services.settings, m_services.monitor, this))->open(); });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_command->text());
        Q_EMIT copied(tr("Copied %1").arg(m_command->text()));
    });
}

void EnginePage::build()
{
    auto *glyph = new GlyphLabel(2.4, this);
    glyph->setLook({Glyph::Warning, Meaning::Looking});
    auto *command = new QHBoxLayout;
    command->setSpacing(8);
    command->addWidget(m_command, 1);
    command->addWidget(m_copy);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_change);
    buttons->addWidget(m_again);
    buttons->addStretch(1);
    auto *text = new QVBoxLayout;
    text->setSpacing(12);
    text->addWidget(m_title);
    text->addWidget(m_explanation);
    text->addSpacing(4);
    text->addWidget(m_label);
    text->addLayout(command);
    text->addSpacing(4);
    text->addLayout(buttons);
    text->addWidget(m_contextRow);
    text->addWidget(m_detail);
    auto *box = new QWidget(this);
    box->setMaximumWidth(fontMetrics().averageCharWidth() * 100);
    auto *row = new QHBoxLayout(box);
    row->setSpacing(16);
    row->addWidget(glyph, 0, Qt::AlignTop);
    row->addLayout(text, 1);
    auto *centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(box, 20);
    centred->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(32, 32, 32, 32);
    layout->addStretch(2);
    layout->addLayout(centred);
    layout->addStretch(3);
}

QWidget *EnginePage::makeContexts()
{
    auto *row = new QWidget(this);
    m_contexts = new QComboBox(row);
    m_contexts->setObjectName(u"engineContexts"_s);
    m_contexts->setAccessibleName(tr("Docker contexts"));
    m_contexts->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *label = new QLabel(tr("Or use another Docker c&ontext:"), row);
    label->setBuddy(m_contexts);
    auto *use = new QPushButton(tr("Us&e This Context"), row);
    use->setObjectName(u"engineUseContext"_s);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_contexts);
    layout->addWidget(use);
    layout->addStretch(1);
    row->hide();
    connect(use, &QPushButton::clicked, this, &EnginePage::useContext);
    return row;
}

void EnginePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    askContexts();
}

void EnginePage::askContexts()
{
    if (!m_services.context.isEmpty())
        return; // the command line named one, for this start
    ValueOperation<QList<ContextChoice>> *contexts = m_services.monitor.contexts(this);
    connect(contexts, &Operation::finished, this, [this, contexts] {
        contexts->deleteLater();
        fillContexts(contexts->succeeded() ? contexts->value() : QList<ContextChoice>());
    });
    contexts->start();
}

/// It is the one that does not answer.
bool EnginePage::leadsToSilence(const ContextChoice &choice) const
{
    if (!choice.endpoint.isEmpty() && choice.endpoint == m_engine.endpoint)
        return true;
    if (m_engine.source == EndpointSource::DockerHost) // docker may write its address in another way
        return endpointSourceOf(choice.name) == EndpointSource::DockerHost;
    return m_engine.context.isEmpty() ? choice.current : choice.name == m_engine.context;
}

void EnginePage::fillContexts(const QList<ContextChoice> &choices)
{
    m_contexts->clear();
    for (const ContextChoice &choice : choices) {
        if (leadsToSilence(choice))
            continue;
        m_contexts->addItem(tr("%1: %2", "context, endpoint").arg(choice.name, choice.endpoint), choice.name);
    }
    m_contextRow->setVisible(m_contexts->count() > 0);
}

void EnginePage::useContext()
{
    const QString context = m_contexts->currentData().toString();
    m_services.settings.setValue(SettingKey::DockerContext, context);
    m_services.monitor.watchContext(context);
}

void EnginePage::setEngine(const EngineStatus &engine)
{
    const bool other = engine.context != m_engine.context;
    m_engine = engine;
    const Error problem = engine.problem.value_or(Error());
    const EngineAdvice advice = adviceFor(engine, m_services.settings.text(SettingKey::DockerExecutable));
    m_title->setText(advice.title);
    m_explanation->setText(advice.explanation);
    m_command->setText(advice.command);
    m_command->setCursorPosition(0);
    const bool hasCommand = !advice.command.isEmpty();
    m_label->setVisible(hasCommand);
    m_command->setVisible(hasCommand);
    m_copy->setVisible(hasCommand);
    m_change->setVisible(advice.inSettings);
    m_detail->setText(tr("Docker says: %1").arg(problem.detail()));
    m_detail->setHidden(problem.detail().isEmpty());
    if (other && isVisible())
        askContexts();
}

} // namespace zoodock
