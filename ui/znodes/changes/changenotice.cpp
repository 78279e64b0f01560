// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/changes/changenotice.h"

#include "ui/look/labels.h"
#include "ui/look/meaning.h"
#include "ui/look/sentencelayout.h"
#include "ui/look/textformat.h"
#include "znodes/znodepath.h"

#include <QtCore/QEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>

#include <utility>

namespace zoodock
{

ChangeNotice::ChangeNotice(QWidget *parent)
    : QFrame(parent)
    , m_lasting(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_undo(new QPushButton(tr("Undo"), this))
    , m_dismiss(new QPushButton(tr("Dismiss"), this))
{
    m_lasting->hide();
    m_bar->hide();
    m_bar->setAccessibleName(tr("Progress"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_bar, 1);
    row->addStretch();
    for (QPushButton *button : {m_cancel, m_undo, m_dismiss})
        row->addWidget(button);
    layOutNotice(this, {m_lasting, m_sentence}, row);
    connect(m_cancel, &QPushButton::clicked, this, &ChangeNotice::cancelWanted);
    connect(m_undo, &QPushButton::clicked, this, &ChangeNotice::undoWanted);
    connect(m_dismiss, &QPushButton::clicked, this, &ChangeNotice::clear);
    setReadOnly({});
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
    m_failed = true;
    tint();
}

void ChangeNotice::showLasting(const QString &sentence)
{
    constexpr qsizetype most = 4;
    m_lastingSentences.removeAll(sentence);
    m_lastingSentences += sentence;
    while (m_lastingSentences.size() > most)
        m_lastingSentences.removeFirst();
    QStringList paragraphs;
    for (const QString &said : std::as_const(m_lastingSentences))
        paragraphs += withShortWords(legibleSentence(said), 60);
    m_lasting->setText(paragraphs.join(u'\n'));
    m_lasting->show();
    if (isHidden() || m_bar->isHidden())
        settle();
}

void ChangeNotice::settle()
{
    if (m_lasting->isHidden()) {
        hide();
        return;
    }
    m_sentence->clear();
    show({}, false, false);
}

void ChangeNotice::clear()
{
    m_lastingSentences.clear();
    m_lasting->hide();
    hide();
}

void ChangeNotice::setReadOnly(const QString &why)
{
    m_undo->setEnabled(why.isEmpty());
    m_undo->setToolTip(why.isEmpty() ? tr("Take back the last change that was made here") : why);
}

QString ChangeNotice::sentence() const
{
    return isHidden() ? QString() : m_sentence->text();
}

QString ChangeNotice::lastingSentence() const
{
    return isHidden() || m_lasting->isHidden() ? QString() : m_lasting->text();
}

void ChangeNotice::show(const QString &sentence, bool busy, bool canUndo)
{
    m_failed = false;
    tint();
    m_sentence->setText(withShortWords(legibleSentence(sentence), 60)); // names of znodes are in it
    m_sentence->setHidden(sentence.isEmpty());
    m_bar->setVisible(busy);
    m_cancel->setVisible(busy);
    m_undo->setVisible(canUndo);
    m_dismiss->setVisible(!busy);
    QFrame::show();
}

void ChangeNotice::tint()
{
    setTextColour(m_sentence,
                  m_failed ? colourOf(Meaning::Down, palette()) : palette().color(QPalette::WindowText));
}

void ChangeNotice::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

} // namespace zoodock
