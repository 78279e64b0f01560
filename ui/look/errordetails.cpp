// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/errordetails.h"

#include "ui/look/icons.h"
#include "ui/look/textformat.h"

#include <QtGui/QClipboard>
#include <QtGui/QFontDatabase>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int shownLines = 8;

} // namespace

ErrorDetails::ErrorDetails(QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
    , m_copy(new QPushButton(actionIcon(u"copy"_s), tr("Copy D&etails"), this))
{
    m_text->setReadOnly(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Details of the failure"));
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * shownLines + 16);
    m_copy->setAutoDefault(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_copy, 0, Qt::AlignTop);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
}

void ErrorDetails::setText(const QString &text)
{
    if (text != m_text->toPlainText())
        m_text->setPlainText(text);
}

void ErrorDetails::setLettered(bool lettered)
{
    const QString text = tr("Copy D&etails");
    m_copy->setText(lettered ? text : withoutMnemonic(text));
}

QString ErrorDetails::text() const
{
    return m_text->toPlainText();
}

} // namespace zoodock
