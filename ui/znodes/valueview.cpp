// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/valueview.h"

#include "ui/look/labels.h"
#include "ui/look/meaning.h"
#include "ui/look/textformat.h"
#include "ui/znodes/hexview.h"
#include "ui/znodes/texteditor.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QToolButton *toggle(const QString &text, const QString &toolTip, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

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
    m_bar = buildBar();
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
}

QWidget *ValueView::buildBar()
{
    auto *bar = new QWidget(this);
    m_charsets = new QComboBox(bar);
    m_charsets->setAccessibleName(tr("Charset"));
    m_charsets->setToolTip(tr("How the bytes are read as text, and written when you save"));
    for (const Charset charset : availableCharsets())
        m_charsets->addItem(nameOf(charset), int(charset));
    m_formats = new QComboBox(bar);
    m_formats->setAccessibleName(tr("Highlighting"));
    m_formats->setToolTip(tr("What the text is highlighted as"));
    m_formats->addItem(tr("Plain text"), int(ValueFormat::Plain));
    m_formats->addItem(u"JSON"_s, int(ValueFormat::Json));
    m_formats->addItem(u"XML"_s, int(ValueFormat::Xml));
    m_formats->addItem(u"YAML"_s, int(ValueFormat::Yaml));
    m_formats->addItem(tr("Properties"), int(ValueFormat::Properties));
    m_pretty = toggle(tr("Pretty"), tr("Lay the text out for reading; saving keeps it as it is"), bar);
    m_hexButton = toggle(tr("Hex"), tr("Show and change the bytes themselves"), bar);
    m_size = new QLabel(bar);
    m_revert = new QPushButton(tr("Discard"), bar);
    m_revert->setToolTip(tr("Forget your changes and show what the server has"));
    m_save = new QPushButton(tr("Save"), bar);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QWidget *widget : {static_cast<QWidget *>(m_charsets), static_cast<QWidget *>(m_formats),
                            static_cast<QWidget *>(m_pretty), static_cast<QWidget *>(m_hexButton)})
        layout->addWidget(widget);
    layout->addStretch(1);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_size), static_cast<QWidget *>(m_revert), static_cast<QWidget *>(m_save)})
        layout->addWidget(widget);
    connect(m_charsets, &QComboBox::activated, this, &ValueView::chooseCharset);
    connect(m_formats, &QComboBox::activated, this, &ValueView::chooseFormat);
    connect(m_pretty, &QToolButton::clicked, this, &ValueView::showPretty);
    connect(m_hexButton, &QToolButton::clicked, this, &ValueView::showHex);
    connect(m_revert, &QPushButton::clicked, this, &ValueView::revert);
    connect(m_save, &QPushButton::clicked, this, &ValueView::saveWanted);
    return bar;
}

bool ValueView::isHex() const
{
    return m_hexButton->isChecked();
}

bool ValueView::isPretty() const
{
    return m_pretty->isChecked() && !isHex();
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
    m_pretty->setChecked(false); // it was of the value that is left
    m_message->setText(sentence);
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
    m_saving = saving;
    refresh();
}

/// A fresh look at bytes: as what they seem to be.
void ValueView::read(const QByteArray &bytes)
{
    const ValueReading reading = readingOf(bytes);
    m_charset = reading.charset;
    m_format = reading.format;
    leavePretty();
    m_hexButton->setChecked(!reading.isText);
    showBytes(bytes);
}

/// Where the format has no pretty form, whose button is not shown then.
void ValueView::leavePretty()
{
    if (!hasPrettyForm(m_format))
        m_pretty->setChecked(false);
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
        m_hexButton->setChecked(true);
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

void ValueView::chooseCharset(int row)
{
    const auto wanted = Charset(m_charsets->itemData(row).toInt());
    if (m_modified && !isHex() && !isPretty()) { // edited text: the charset to save it in
        m_charset = wanted;
        refresh();
        return;
    }
    const Result<QByteArray> now = bytes();
    if (!now || !decodedText(*now, wanted)) {
        m_note = tr("These bytes are not text in %1.").arg(nameOf(wanted));
        refresh();
        return;
    }
    m_charset = wanted;
    m_hexButton->setChecked(false);
    m_format = formatOf(*decodedText(*now, wanted));
    leavePretty();
    showBytes(*now);
}

void ValueView::chooseFormat(int row)
{
    m_format = ValueFormat(m_formats->itemData(row).toInt());
    const bool wasPretty = isPretty();
    leavePretty();
    if (wasPretty)
        showBytes(m_shown);
    else
        m_text->setFormat(m_format);
    refresh();
}

/// From the text to its pretty form and back; edits go with it, in their bytes.
void ValueView::showPretty()
{
    m_pretty->setChecked(!m_pretty->isChecked()); // as before the click: bytes() asks
    const Result<QByteArray> now = bytes();
    if (!now) {
        m_note = now.error().message();
        refresh();
        return;
    }
    m_pretty->setChecked(!m_pretty->isChecked());
    showBytes(*now);
}

void ValueView::showHex(bool on)
{
    m_hexButton->setChecked(!on);
    const Result<QByteArray> now = bytes();
    const QString problem =
        !now ? now.error().message()
        : !on && !decodedText(*now, m_charset)
            ? tr("These bytes are not text in %1. Choose another charset.").arg(nameOf(m_charset))
            : QString();
    if (!problem.isEmpty()) {
        m_note = problem;
        refresh();
        return;
    }
    m_hexButton->setChecked(on);
    showBytes(*now);
}

void ValueView::markModified()
{
    m_note.clear(); // it was about what is edited now
    const bool was = std::exchange(m_modified, true);
    refresh();
    if (!was)
        Q_EMIT modifiedChanged(true);
}

void ValueView::revert()
{
    if (!m_base)
        return;
    m_modified = false;
    showBytes(m_base->bytes);
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
    if (!m_base)
        return;
    const Result<QByteArray> now = bytes();
    const QString why = whyNotSaved(now);
    m_charsets->setCurrentIndex(m_charsets->findData(int(m_charset)));
    m_formats->setCurrentIndex(m_formats->findData(int(m_format)));
    m_formats->setEnabled(!isHex());
    m_pretty->setVisible(hasPrettyForm(m_format) && !isHex());
    const bool fixed = !m_whyReadOnly.isEmpty();
    m_text->setReadOnly(fixed || isPretty());
    m_hex->setReadOnly(fixed);
    m_size->setText(now ? tr("%n byte(s)", nullptr, int(now->size())) : QString());
    m_size->setToolTip(now ? memoryText(now->size()) : QString());
    m_save->setEnabled(m_modified && why.isEmpty());
    m_save->setToolTip(why.isEmpty() ? tr("Write the value to the server (Ctrl+S)") : why);
    m_save->setVisible(m_saving);
    m_revert->setVisible(m_modified && m_saving);
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
