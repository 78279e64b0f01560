// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/enginepage.h"

#include "clusters/enginereach.h"
#include "ui/look/icons.h"
#include "ui/look/labels.h"

#include <QtCore/QEvent>
#include <QtGui/QClipboard>
#include <QtGui/QFontDatabase>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QBoxLayout>
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

EnginePage::EnginePage(QWidget *parent)
    : QWidget(parent)
    , m_title(makeText(this))
    , m_explanation(makeText(this))
    , m_label(new QLabel(tr("&Type this in a terminal:"), this))
    , m_command(new QLineEdit(this))
    , m_copy(new QPushButton(actionIcon(u"copy"_s), tr("&Copy"), this))
    , m_detail(makeText(this))
{
    auto *glyph = new GlyphLabel(2.4, this);
    glyph->setLook({Glyph::Warning, Meaning::Looking});
    setTextScale(m_title, 1.6, true);
    m_title->setObjectName(u"engineTitle"_s);
    m_command->setReadOnly(true);
    m_command->setTextMargins(4, 2, 4, 2);
    m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_command->setAccessibleName(tr("Command to type"));
    m_label->setBuddy(m_command);
    m_copy->setObjectName(u"engineCopy"_s);
    m_copy->setAccessibleName(tr("Copy the command"));
    auto *again = new QPushButton(actionIcon(u"refresh"_s), tr("&Look Again Now"), this);
    again->setObjectName(u"engineAgain"_s);

    auto *command = new QHBoxLayout;
    command->setSpacing(8);
    command->addWidget(m_command, 1);
    command->addWidget(m_copy);
    auto *text = new QVBoxLayout;
    text->setSpacing(12);
    text->addWidget(m_title);
    text->addWidget(m_explanation);
    text->addSpacing(4);
    text->addWidget(m_label);
    text->addLayout(command);
    text->addSpacing(4);
    text->addWidget(again, 0, Qt::AlignLeft);
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

    connect(again, &QPushButton::clicked, this, &EnginePage::refreshWanted);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_command->text());
        Q_EMIT copied(tr("Copied %1").arg(m_command->text()));
    });
    tint();
}

void EnginePage::setProblem(const Error &problem)
{
    const EngineAdvice advice = adviceFor(problem);
    m_title->setText(advice.title);
    m_explanation->setText(advice.explanation);
    m_command->setText(advice.command);
    m_command->setCursorPosition(0);
    const bool hasCommand = !advice.command.isEmpty();
    m_label->setVisible(hasCommand);
    m_command->setVisible(hasCommand);
    m_copy->setVisible(hasCommand);
    m_detail->setText(tr("Docker says: %1").arg(problem.detail()));
    m_detail->setHidden(problem.detail().isEmpty());
}

void EnginePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

void EnginePage::tint()
{
    const QColor quiet = quietTextColour(QGuiApplication::palette());
    setTextColour(m_detail, quiet);
}

} // namespace zoodock
