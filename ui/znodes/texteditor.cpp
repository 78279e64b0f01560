// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled without QT_NO_KEYWORDS: QScintilla's headers need Qt's keywords.
#include "ui/znodes/texteditor.h"

#include "ui/look/meaning.h"
#include "ui/look/theme.h"

#include <QtGui/QFontDatabase>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>

#include <Qsci/qscicommand.h>
#include <Qsci/qscicommandset.h>
#include <Qsci/qscilexerjson.h>
#include <Qsci/qscilexerproperties.h>
#include <Qsci/qscilexerxml.h>
#include <Qsci/qscilexeryaml.h>
#include <Qsci/qsciscintilla.h>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int numberMargin = 0;
constexpr int signMargin = 1;
constexpr int removedMark = 20;
constexpr int addedMark = 21;
/// A lexer over one line of a megabyte keeps the window waiting.
constexpr qsizetype longestColouredLine = 20'000;

enum class Ink { Text, Name, String, Number, Quiet, Mark, Wrong };

QColor inkColour(Ink ink, const QPalette &palette)
{
    switch (ink) {
    case Ink::Text:
        return palette.color(QPalette::Text);
    case Ink::Name:
        return colourOf(Meaning::Leader, palette);
    case Ink::String:
        return colourOf(Meaning::Follower, palette);
    case Ink::Number:
        return colourOf(Meaning::Looking, palette);
    case Ink::Quiet:
        return quietTextColour(palette);
    case Ink::Mark:
        return colourOf(Meaning::Observer, palette);
    case Ink::Wrong:
        return colourOf(Meaning::Down, palette);
    }
    return palette.color(QPalette::Text);
}

Ink jsonInk(int style)
{
    switch (style) {
    case QsciLexerJSON::Property:
        return Ink::Name;
    case QsciLexerJSON::String:
    case QsciLexerJSON::EscapeSequence:
    case QsciLexerJSON::IRI:
    case QsciLexerJSON::IRICompact:
        return Ink::String;
    case QsciLexerJSON::Number:
    case QsciLexerJSON::Keyword:
        return Ink::Number;
    case QsciLexerJSON::CommentLine:
    case QsciLexerJSON::CommentBlock:
        return Ink::Quiet;
    case QsciLexerJSON::Error:
    case QsciLexerJSON::UnclosedString:
        return Ink::Wrong;
    default:
        return Ink::Text;
    }
}

Ink xmlInk(int style)
{
    switch (style) {
    case QsciLexerHTML::Tag:
    case QsciLexerHTML::UnknownTag:
    case QsciLexerHTML::XMLTagEnd:
        return Ink::Name;
    case QsciLexerHTML::Attribute:
    case QsciLexerHTML::UnknownAttribute:
        return Ink::Mark;
    case QsciLexerHTML::HTMLDoubleQuotedString:
    case QsciLexerHTML::HTMLSingleQuotedString:
        return Ink::String;
    case QsciLexerHTML::HTMLNumber:
    case QsciLexerHTML::Entity:
        return Ink::Number;
    case QsciLexerHTML::HTMLComment:
    case QsciLexerHTML::XMLStart:
    case QsciLexerHTML::XMLEnd:
        return Ink::Quiet;
    default:
        return Ink::Text;
    }
}

Ink yamlInk(int style)
{
    switch (style) {
    case QsciLexerYAML::Identifier:
        return Ink::Name;
    case QsciLexerYAML::Number:
    case QsciLexerYAML::Keyword:
        return Ink::Number;
    case QsciLexerYAML::Reference:
    case QsciLexerYAML::DocumentDelimiter:
    case QsciLexerYAML::TextBlockMarker:
        return Ink::Mark;
    case QsciLexerYAML::Comment:
        return Ink::Quiet;
    case QsciLexerYAML::SyntaxErrorMarker:
        return Ink::Wrong;
    default:
        return Ink::Text;
    }
}

Ink propertiesInk(int style)
{
    switch (style) {
    case QsciLexerProperties::Key:
        return Ink::Name;
    case QsciLexerProperties::Section:
    case QsciLexerProperties::Assignment:
        return Ink::Mark;
    case QsciLexerProperties::Comment:
        return Ink::Quiet;
    default:
        return Ink::Text;
    }
}

Ink inkOf(ValueFormat format, int style)
{
    switch (format) {
    case ValueFormat::Json:
        return jsonInk(style);
    case ValueFormat::Xml:
        return xmlInk(style);
    case ValueFormat::Yaml:
        return yamlInk(style);
    case ValueFormat::Properties:
        return propertiesInk(style);
    case ValueFormat::Plain:
        break;
    }
    return Ink::Text;
}

QsciLexer *makeLexer(ValueFormat format, QObject *parent)
{
    switch (format) {
    case ValueFormat::Json:
        return new QsciLexerJSON(parent);
    case ValueFormat::Xml:
        return new QsciLexerXML(parent);
    case ValueFormat::Yaml:
        return new QsciLexerYAML(parent);
    case ValueFormat::Properties:
        return new QsciLexerProperties(parent);
    case ValueFormat::Plain:
        break;
    }
    return nullptr;
}

bool hasLongLine(const QString &text)
{
    qsizetype start = 0;
    while (start < text.size()) {
        qsizetype end = text.indexOf(u'\n', start);
        end = end < 0 ? text.size() : end;
        if (end - start > longestColouredLine)
            return true;
        start = end + 1;
    }
    return false;
}

/// The page's own keys, and those that cut, copy or swap whole lines unasked.
void freeKeys(QsciScintilla *editor)
{
    constexpr int ctrl = Qt::ControlModifier;
    constexpr int both = int(Qt::ControlModifier) | int(Qt::ShiftModifier);
    for (const int key : {ctrl + Qt::Key_L, ctrl + Qt::Key_D, ctrl + Qt::Key_T, ctrl + Qt::Key_U,
                          both + Qt::Key_L, both + Qt::Key_T, both + Qt::Key_U}) {
        while (QsciCommand *command = editor->standardCommands()->boundTo(key)) {
            if (command->key() == key)
                command->setKey(0);
            else
                command->setAlternateKey(0);
        }
    }
}

QFont monospaced()
{
    return QFontDatabase::systemFont(QFontDatabase::FixedFont);
}

} // namespace

TextEditor::TextEditor(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_editor(new QsciScintilla(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_editor);
    setFocusProxy(m_editor);
    m_editor->setAccessibleName(accessibleName);
    m_editor->setUtf8(true);
    m_editor->setIndentationsUseTabs(false);
    m_editor->setTabWidth(4);
    m_editor->setScrollWidth(1);
    m_editor->setScrollWidthTracking(true);
    m_editor->setCaretLineVisible(false);
    m_editor->setFolding(QsciScintilla::NoFoldStyle);
    m_editor->SendScintilla(QsciScintilla::SCI_SETLAYOUTCACHE, QsciScintilla::SC_CACHE_PAGE);
    freeKeys(m_editor);
    m_editor->installEventFilter(this);
    m_editor->setMarginWidth(signMargin, 0);
    connect(m_editor, &QsciScintilla::textChanged, this, [this] {
        if (!m_loading)
            Q_EMIT edited();
        resizeMargin();
    });
    tint();
}

TextEditor::~TextEditor() = default;

void TextEditor::setText(const QString &text)
{
    m_loading = true;
    const bool wasReadOnly = m_editor->isReadOnly();
    m_editor->setReadOnly(false);
    m_editor->markerDeleteAll();
    m_editor->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTH, 1UL);
    if (hasLongLine(text))
        m_editor->setLexer(nullptr);
    else if (!m_editor->lexer() && m_format != ValueFormat::Plain)
        setFormat(m_format);
    // What the value has, not what the platform likes: text() then returns what was set.
    m_editor->setEolMode(QsciScintilla::EolUnix);
    m_editor->setText(text);
    m_editor->setModified(false);
    m_editor->SendScintilla(QsciScintilla::SCI_EMPTYUNDOBUFFER);
    m_editor->setReadOnly(wasReadOnly);
    m_loading = false;
    resizeMargin();
    tint();
}

QString TextEditor::text() const
{
    return m_editor->text();
}

void TextEditor::setFormat(ValueFormat format)
{
    const bool known = m_format == format && (m_editor->lexer() || format == ValueFormat::Plain);
    if (known)
        return;
    m_format = format;
    delete m_editor->lexer();
    m_editor->setLexer(hasLongLine(text()) ? nullptr : makeLexer(format, m_editor));
    tint();
}

void TextEditor::setReadOnly(bool readOnly)
{
    m_editor->setReadOnly(readOnly);
}

bool TextEditor::isReadOnly() const
{
    return m_editor->isReadOnly();
}

bool TextEditor::isModified() const
{
    return m_editor->isModified();
}

void TextEditor::setDiff(const QList<DiffLine> &diff)
{
    setMargin(false);
    setReadOnly(true);
    QStringList lines;
    for (const DiffLine &line : diff) {
        const QString sign = line.kind == DiffLine::Kind::Added     ? u"+ "_s
                             : line.kind == DiffLine::Kind::Removed ? u"− "_s
                                                                    : u"  "_s;
        lines.append(sign + line.text);
    }
    setText(lines.join(u'\n'));
    for (int line = 0; line < int(diff.size()); ++line) {
        if (diff.at(line).kind != DiffLine::Kind::Same)
            m_editor->markerAdd(line, diff.at(line).kind == DiffLine::Kind::Added ? addedMark : removedMark);
    }
}

void TextEditor::setMargin(bool lineNumbers)
{
    m_numbers = lineNumbers;
    resizeMargin();
}

int TextEditor::firstVisibleLine() const
{
    return m_editor->firstVisibleLine();
}

void TextEditor::setFirstVisibleLine(int line)
{
    m_editor->setFirstVisibleLine(line);
}

QWidget *TextEditor::field() const
{
    return m_editor;
}

void TextEditor::resizeMargin()
{
    const int digits = std::max<int>(3, int(QString::number(m_editor->lines()).size()) + 1);
    m_editor->setMarginLineNumbers(numberMargin, m_numbers);
    m_editor->setMarginWidth(numberMargin, m_numbers ? QString(digits, u'0') : QString());
    if (!m_numbers)
        m_editor->setMarginWidth(numberMargin, 0);
}

void TextEditor::tint()
{
    const QPalette colours = palette();
    const QColor paper = colours.color(QPalette::Base);
    tintLexer();
    m_editor->setFont(monospaced());
    m_editor->setPaper(paper);
    m_editor->setColor(colours.color(QPalette::Text));
    m_editor->setCaretForegroundColor(colours.color(QPalette::Text));
    m_editor->setSelectionBackgroundColor(colours.color(QPalette::Highlight));
    m_editor->setSelectionForegroundColor(colours.color(QPalette::HighlightedText));
    m_editor->setMarginsBackgroundColor(colours.color(QPalette::AlternateBase));
    m_editor->setMarginsForegroundColor(quietTextColour(colours));
    m_editor->setMarginsFont(monospaced());
    for (const auto &[mark, meaning] :
         {std::pair(removedMark, Meaning::Down), std::pair(addedMark, Meaning::Follower)}) {
        m_editor->markerDefine(QsciScintilla::Background, mark);
        m_editor->setMarkerBackgroundColor(blended(colourOf(meaning, colours), paper, 0.18), mark);
    }
}

void TextEditor::tintLexer()
{
    QsciLexer *lexer = m_editor->lexer();
    if (!lexer)
        return;
    const QPalette colours = palette();
    lexer->setDefaultColor(colours.color(QPalette::Text));
    lexer->setDefaultPaper(colours.color(QPalette::Base));
    lexer->setFont(monospaced(), -1);
    lexer->setPaper(colours.color(QPalette::Base), -1);
    for (int style = 0; style < 128; ++style)
        lexer->setColor(inkColour(inkOf(m_format, style), colours), style);
}

void TextEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        tint();
}

bool TextEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_editor ||
        (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool backwards = key->key() == Qt::Key_Backtab;
    if ((key->key() != Qt::Key_Tab && !backwards) || key->modifiers() & Qt::ControlModifier)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        focusNextPrevChild(!backwards);
    return true;
}

} // namespace zoodock
