// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/changes/changenotice.h"

#include "ui/look/labels.h"
#include "ui/look/meaning.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>

namespace zoodock
{

ChangeNotice::ChangeNotice(QWidget *parent)
    : QFrame(parent)
    , m_sentence(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_undo(new QPushButton(tr("Undo"), this))
    , m_dismiss(new QPushButton(tr("Dismiss"), this))
{
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setFixedWidth(fontMetrics().averageCharWidth() * 24);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(8);
    layout->addWidget(m_sentence, 1);
    for (QWidget *widget : {static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_cancel),
                            static_cast<QWidget *>(m_undo), static_cast<QWidget *>(m_dismiss)})
        layout->addWidget(widget);
    setFrameShape(QFrame::StyledPanel);
    connect(m_cancel, &QPushButton::clicked, this, &ChangeNotice::cancelWanted);
    connect(m_undo, &QPushButton::clicked, this, &ChangeNotice::undoWanted);
    connect(m_dismiss, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void ChangeNotice::showProgress(const QString &sentence, qint64 done, qint64 total)
{
    // In thousandths: a progress bar counts in int.
    m_bar->setRange(0, total > 0 ? 1000 : 0);
    m_bar->setValue(total > 0 ? int(done * 1000 / total) : 0);
    show(sentence, true, false);
}

void ChangeNotice::showResult(const QString &sentence, bool canUndo)
{
    show(sentence, false, canUndo);
}

void ChangeNotice::showFailure(const QString &sentence, bool canUndo)
{
    show(sentence, false, canUndo);
    setTextColour(m_sentence, colourOf(Meaning::Down, palette()));
}

QString ChangeNotice::sentence() const
{
    return isHidden() ? QString() : m_sentence->text();
}

void ChangeNotice::show(const QString &sentence, bool busy, bool canUndo)
{
    setTextColour(m_sentence, palette().color(QPalette::WindowText));
    m_sentence->setText(sentence);
    m_bar->setVisible(busy);
    m_cancel->setVisible(busy);
    m_undo->setVisible(canUndo);
    m_dismiss->setVisible(!busy);
    QFrame::show();
}

} // namespace zoodock
