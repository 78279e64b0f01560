// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled without QT_NO_KEYWORDS: QScintilla's headers need Qt's keywords.
#include "ui/znodes/text/texteditor.h"

#include "ui/look/meaning.h"
#include "ui/look/theme.h"
#include "ui/znodes/text/hiddensigns.h"
#include "ui/znodes/text/linepieces.h"
#include "ui/znodes/text/valuelexer.h"

#include <QtGui/QFontDatabase>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>

#include <Qsci/qscicommand.h>
#include <Qsci/qscicommandset.h>
#include <Qsci/qscilexer.h>
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

/// What is copied is the text, not the pieces that it is shown in.
class PieceEditor final : public QsciScintilla
{
public:
    PieceEditor(const bool &inPieces, QWidget *parent)
        : QsciScintilla(parent)
        , m_inPieces(inPieces)
    {
    }

protected:
    QMimeData *toMimeData(const QByteArray &text, bool rectangular) const override
    {
        return QsciScintilla::toMimeData(m_inPieces ? QByteArray(text).replace('\r', QByteArray()) : text,
                                         rectangular);
    }

private:
    const bool &m_inPieces;
};

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

/// A key that is pressed by mistake, and nothing shows it but the caret.
void neverOvertype(QsciScintilla *editor)
{
    QsciCommand *command = editor->standardCommands()->find(QsciCommand::EditToggleOvertype);
    command->setKey(0);
    command->setAlternateKey(0);
}

/// As the value's first line ends, so that a new one ends alike.
QsciScintilla::EolMode eolOf(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'\n')
            return QsciScintilla::EolUnix;
        if (text.at(i) == u'\r')
            return i + 1 < text.size() && text.at(i + 1) == u'\n' ? QsciScintilla::EolWindows
                                                                  : QsciScintilla::EolMac;
    }
    return QsciScintilla::EolUnix;
}

bool changesText(const QKeyEvent &key)
{
    const bool command = key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    return key.matches(QKeySequence::Paste) || key.key() == Qt::Key_Delete ||
           key.key() == Qt::Key_Backspace || key.key() == Qt::Key_Return ||
           (!command && !key.text().isEmpty() && key.text().at(0).isPrint());
}

QFont monospaced()
{
    return QFontDatabase::systemFont(QFontDatabase::FixedFont);
}

} // namespace

TextEditor::TextEditor(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_editor(new PieceEditor(m_inPieces, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_editor);
    setFocusProxy(m_editor);
    m_editor->setAccessibleName(accessibleName);
    m_editor->setUtf8(true);
    showHiddenCharacters(m_editor);
    m_editor->setIndentationsUseTabs(false);
    m_editor->setTabWidth(4);
    m_editor->setScrollWidth(1);
    m_editor->setScrollWidthTracking(true);
    m_editor->setCaretLineVisible(false);
    m_editor->setFolding(QsciScintilla::NoFoldStyle);
    m_editor->SendScintilla(QsciScintilla::SCI_SETLAYOUTCACHE, QsciScintilla::SC_CACHE_PAGE);
    freeKeys(m_editor);
    neverOvertype(m_editor);
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
    const std::optional<QString> pieces = inPieces(text);
    m_inPieces = pieces.has_value();
    chooseLexer();
    // What the value has, not what the platform likes: text() then returns what was set.
    m_editor->setEolMode(m_inPieces ? QsciScintilla::EolUnix : eolOf(text));
    m_editor->setText(pieces.value_or(text));
    m_editor->setModified(false);
    m_editor->SendScintilla(QsciScintilla::SCI_EMPTYUNDOBUFFER);
    m_editor->setReadOnly(wasReadOnly);
    m_loading = false;
    resizeMargin();
    tint();
}

QString TextEditor::text() const
{
    return m_inPieces ? joinedPieces(m_editor->text()) : m_editor->text();
}

void TextEditor::setFormat(ValueFormat format)
{
    if (m_format == format)
        return;
    m_format = format;
    chooseLexer();
    tint();
}

/// Pieces have none: it would take each for a line, and what goes on in the next one for a mistake.
void TextEditor::chooseLexer()
{
    const ValueFormat wanted = m_inPieces ? ValueFormat::Plain : m_format;
    if (wanted == m_lexed)
        return;
    m_lexed = wanted;
    QsciLexer *const former = m_editor->lexer();
    m_editor->setLexer(makeValueLexer(wanted, m_editor));
    delete former;
}

void TextEditor::setReadOnly(bool readOnly)
{
    m_editor->setReadOnly(readOnly);
}

bool TextEditor::isReadOnly() const
{
    return m_editor->isReadOnly();
}

void TextEditor::setDiff(const QList<DiffLine> &diff)
{
    setMargin(false);
    setReadOnly(true);
    QStringList lines;
    QList<DiffLine::Kind> kinds;
    for (const DiffLine &line : diff) {
        const QString sign = line.kind == DiffLine::Kind::Added     ? u"+ "_s
                             : line.kind == DiffLine::Kind::Removed ? u"− "_s
                                                                    : u"  "_s;
        const std::optional<QString> cut = inPieces(line.text);
        const QStringList pieces = cut ? cut->split(u'\r') : QStringList{line.text};
        for (qsizetype i = 0; i < pieces.size(); ++i) {
            lines.append((i == 0 ? sign : u"  "_s) + pieces.at(i));
            kinds.append(line.kind);
        }
    }
    setText(lines.join(u'\n'));
    for (int line = 0; line < int(kinds.size()); ++line) {
        if (kinds.at(line) != DiffLine::Kind::Same)
            m_editor->markerAdd(line, kinds.at(line) == DiffLine::Kind::Added ? addedMark : removedMark);
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

QWidget *TextEditor::field() const
{
    return m_editor;
}

void TextEditor::resizeMargin()
{
    const bool numbers = m_numbers && !m_inPieces;
    const int digits = std::max<int>(3, int(QString::number(m_editor->lines()).size()) + 1);
    m_editor->setMarginLineNumbers(numberMargin, numbers);
    m_editor->setMarginWidth(numberMargin, numbers ? QString(digits, u'0') : QString());
    if (!numbers)
        m_editor->setMarginWidth(numberMargin, 0);
}

void TextEditor::tint()
{
    const QPalette colours = palette();
    const QColor paper = colours.color(QPalette::Base);
    if (QsciLexer *lexer = m_editor->lexer())
        tintValueLexer(lexer, m_lexed, colours, monospaced());
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
    if (event->type() == QEvent::KeyPress && isReadOnly() && changesText(*key))
        Q_EMIT refused();
    const bool backwards = key->key() == Qt::Key_Backtab;
    if ((key->key() != Qt::Key_Tab && !backwards) || key->modifiers() & Qt::ControlModifier)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        focusNextPrevChild(!backwards);
    return true;
}

} // namespace zoodock
