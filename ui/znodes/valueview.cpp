// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/valueview.h"

#include "ui/look/labels.h"
#include "ui/look/meaning.h"
#include "ui/look/textformat.h"
#include "ui/znodes/hexview.h"
#include "ui/znodes/text/texteditor.h"
#include "ui/znodes/valuebar.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStackedWidget>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// Of a path that is longer, the window would grow wide.
constexpr qsizetype longestWord = 60;

} // namespace

ValueView::ValueView(QWidget *parent)
    : QWidget(parent)
{
    build();
    setMessage({});
}

ValueView::~ValueView() = default;

void ValueView::build()
{
    m_text = new TextEditor(tr("Value"), this);
    m_hex = new HexView(this);
    m_message = new QLabel(this);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setMargin(24);
    m_stack = new QStackedWidget(this);
    for (QWidget *page :
         {static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_hex), static_cast<QWidget *>(m_message)})
        m_stack->addWidget(page);
    m_hint = new QLabel(this);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->hide();
    m_bar = new ValueBar(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_bar);
    layout->addWidget(m_hint);
    layout->addWidget(m_stack, 1);
    connect(m_text, &TextEditor::edited, this, &ValueView::markModified);
    connect(m_text, &TextEditor::refused, this, &ValueView::sayWhyRefused);
    connect(m_hex, &HexView::edited, this, &ValueView::markModified);
    connect(m_hex, &HexView::said, this, &ValueView::said);
    connect(m_bar, &ValueBar::charsetChosen, this, &ValueView::chooseCharset);
    connect(m_bar, &ValueBar::formatChosen, this, &ValueView::chooseFormat);
    connect(m_bar, &ValueBar::prettyClicked, this, &ValueView::showPretty);
    connect(m_bar, &ValueBar::hexClicked, this, &ValueView::showHex);
    connect(m_bar, &ValueBar::revertWanted, this, &ValueView::revert);
    connect(m_bar, &ValueBar::saveWanted, this, &ValueView::saveWanted);
}

bool ValueView::isHex() const
{
    return m_bar->isHex();
}

bool ValueView::isPretty() const
{
    return m_bar->isPretty() && !isHex();
}

void ValueView::setValue(const ZnodeValue &value)
{
    const bool sameBytes =
        m_base && m_base->bytes == value.bytes && !m_modified && m_stack->currentWidget() != m_message;
    m_base = value;
    const bool was = std::exchange(m_modified, false);
    if (!sameBytes)
        read(value.bytes);
    refresh();
    if (was)
        Q_EMIT modifiedChanged(false);
}

void ValueView::setDraft(const Draft &draft)
{
    setValue(draft.base);
    m_charset = draft.charset;
    m_bar->setPretty(false); // it is being edited
    showBytes(draft.bytes);
    markModified();
}

void ValueView::noteSaved(const ZnodeValue &value)
{
    const Result<QByteArray> now = bytes();
    m_base = value;
    if (!now || *now != value.bytes) {
        refresh();
        return;
    }
    m_shown = value.bytes;
    const bool was = std::exchange(m_modified, false);
    refresh();
    if (was)
        Q_EMIT modifiedChanged(false);
}

void ValueView::setMessage(const QString &sentence)
{
    m_base.reset();
    const bool was = std::exchange(m_modified, false);
    m_message->setText(withShortWords(sentence, longestWord));
    m_stack->setCurrentWidget(m_message);
    m_bar->hide();
    m_hint->hide();
    if (was)
        Q_EMIT modifiedChanged(false);
}

void ValueView::setReadOnly(const QString &why)
{
    if (m_whyReadOnly == why)
        return;
    m_whyReadOnly = why;
    refresh();
}

void ValueView::setLimit(qint64 bytes)
{
    if (std::exchange(m_limit, bytes) != bytes)
        refresh();
}

void ValueView::setSaving(bool saving)
{
    m_bar->setSaving(saving);
    refresh();
}

void ValueView::setPrettyWanted(bool wanted)
{
    m_prettyWanted = wanted;
}

/// A fresh look at bytes: as what they seem to be.
void ValueView::read(const QByteArray &bytes)
{
    const ValueReading reading = readingOf(bytes);
    m_charset = reading.charset;
    m_format = reading.format;
    m_bar->setHex(!reading.isText);
    showAnew(bytes);
}

void ValueView::showAnew(const QByteArray &bytes)
{
    choosePretty();
    showBytes(bytes);
    m_note.clear(); // why this one cannot be laid out: nobody has asked
    refresh();
}

/// As the person wants it, where the format has such a form (else its button is not shown). What is edited as
/// text stays so.
void ValueView::choosePretty()
{
    const bool wanted = m_modified ? m_bar->isPretty() : m_prettyWanted;
    m_bar->setPretty(wanted && hasPrettyForm(m_format));
}

void ValueView::sayWhyRefused()
{
    m_note = !m_whyReadOnly.isEmpty() ? m_whyReadOnly
             : isPretty() ? tr("The pretty form is for reading. Switch “Pretty” off to change the text.")
                          : QString();
    refresh();
}

QString ValueView::wholeText() const
{
    // ISO-8859-1 has no such mark.
    return m_hasMark && m_charset != Charset::Latin1 ? QChar(QChar::ByteOrderMark) + m_text->text()
                                                     : m_text->text();
}

void ValueView::showBytes(const QByteArray &bytes)
{
    m_shown = bytes;
    std::optional<QString> text = decodedText(bytes, m_charset);
    m_hasMark = text && text->startsWith(QChar(QChar::ByteOrderMark));
    if (m_hasMark)
        text->remove(0, 1);
    if (!text)
        m_bar->setHex(true);
    m_bar->show();
    m_hex->setBytes(isHex() ? bytes : QByteArray());
    m_text->setFormat(m_format);
    m_note.clear();
    if (isHex()) {
        m_text->setText({});
    } else if (isPretty()) {
        const Result<QString> pretty = prettyPrinted(*text, m_format);
        m_text->setText(pretty ? *pretty : *text);
        m_note = pretty ? QString() : pretty.error().message();
        m_bar->setPretty(pretty.has_value());
    } else {
        m_text->setText(*text);
    }
    m_stack->setCurrentWidget(isHex() ? static_cast<QWidget *>(m_hex) : m_text);
    refresh();
}

Result<QByteArray> ValueView::bytes() const
{
    if (!m_modified)
        return m_shown;
    if (isHex())
        return m_hex->bytes();
    if (isPretty())
        return m_shown;
    return encodedText(wholeText(), m_charset);
}

std::optional<ValueView::Draft> ValueView::draft() const
{
    const Result<QByteArray> now = bytes();
    if (!m_modified || !m_base)
        return std::nullopt;
    // What the charset lacks is kept nevertheless, in the one that has everything.
    if (!now)
        return Draft{*m_base, wholeText().toUtf8(), Charset::Utf8};
    return Draft{*m_base, *now, m_charset};
}

void ValueView::markModified()
{
    m_note.clear(); // it was about what is edited now
    const bool was = std::exchange(m_modified, true);
    // Once for each key: there may be much to encode. What was edited to and fro is as it was read.
    Result<QByteArray> now = bytes();
    m_modified = !(m_base && now && *now == m_base->bytes);
    if (!m_modified)
        now = m_shown = m_base->bytes;
    refresh(now);
    if (was == m_modified)
        return;
    Q_EMIT modifiedChanged(m_modified);
    // What others have written meanwhile may be shown. Not in the midst of an edit.
    const auto discard = [this] {
        if (!m_modified)
            Q_EMIT discarded();
    };
    if (was)
        QMetaObject::invokeMethod(this, discard, Qt::QueuedConnection);
}

void ValueView::revert()
{
    if (!m_base)
        return;
    m_modified = false;
    showAnew(m_base->bytes);
    Q_EMIT modifiedChanged(false);
    Q_EMIT discarded();
}

QString ValueView::whyNotSaved(const Result<QByteArray> &bytes) const
{
    if (!m_whyReadOnly.isEmpty())
        return m_whyReadOnly;
    if (!bytes)
        return bytes.error().message();
    if (m_limit >= 0 && bytes->size() > m_limit)
        return tr("%1 are too many: the server takes %2 at most (its setting jute.maxbuffer). Shorten the "
                  "value.")
            .arg(memoryText(bytes->size()), memoryText(m_limit));
    return {};
}

void ValueView::refresh()
{
    if (m_base)
        refresh(bytes());
}

void ValueView::refresh(const Result<QByteArray> &now)
{
    if (!m_base)
        return;
    const QString why = whyNotSaved(now);
    m_bar->setCharset(m_charset);
    m_bar->setFormat(m_format, isHex());
    m_bar->setSize(now ? now->size() : -1, now && now->isNull() && !m_modified);
    m_bar->setEdits(m_modified, why);
    const bool fixed = !m_whyReadOnly.isEmpty();
    m_text->setReadOnly(fixed || isPretty());
    m_hex->setReadOnly(fixed);
    showHint(m_modified ? why : QString());
}

/// What is wrong with the edits first; else what is to say about how the value is shown.
void ValueView::showHint(const QString &problem)
{
    QString note = m_note;
    if (note.isEmpty() && !isHex() && m_text->isInPieces())
        note = tr("This value has very long lines. They are shown in pieces, and saved as they are.");
    m_hint->setText(problem.isEmpty() ? note : problem);
    setTextColour(m_hint,
                  problem.isEmpty() ? quietTextColour(palette()) : colourOf(Meaning::Down, palette()));
    m_hint->setHidden(m_hint->text().isEmpty());
}

} // namespace zoodock
