// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/commandsdialog.h"

#include "clusters/clustertask.h"
#include "ui/look/icons.h"

#include <QtGui/QClipboard>
#include <QtGui/QFontDatabase>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

CommandsDialog::CommandsDialog(ClusterTask &task, QWidget *parent)
    : QDialog(parent)
    , m_task(&task)
    , m_text(new QPlainTextEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Commands of “%1”").arg(task.title()));
    auto *label =
        new QLabel(tr("&What ZooDock tells Docker, in this order. Secrets are shown as ***."), this);
    label->setBuddy(m_text);
    label->setWordWrap(true);
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("Commands"));
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_copy = buttons->addButton(tr("&Copy All"), QDialogButtonBox::ActionRole);
    m_copy->setIcon(actionIcon(u"copy"_s));
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_text, 1);
    layout->addWidget(buttons);
    connect(m_copy, &QPushButton::clicked, this, &CommandsDialog::copyAll);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&task, &ClusterTask::commandsChanged, this, &CommandsDialog::refresh);
    refresh();
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 26);
}

void CommandsDialog::refresh()
{
    if (!m_task)
        return;
    const int position = m_text->verticalScrollBar()->value();
    const QString commands = m_task->commands().join(u'\n');
    m_text->setPlainText(commands.isEmpty() ? tr("No command was run.") : commands);
    m_text->verticalScrollBar()->setValue(position);
    m_copy->setEnabled(!commands.isEmpty());
}

void CommandsDialog::copyAll()
{
    QGuiApplication::clipboard()->setText(m_text->toPlainText());
}

} // namespace zoodock
