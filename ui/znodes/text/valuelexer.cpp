// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled without QT_NO_KEYWORDS: QScintilla's headers need Qt's keywords.
#include "ui/znodes/text/valuelexer.h"

#include "ui/look/meaning.h"
#include "ui/look/theme.h"

#include <QtGui/QFont>

#include <Qsci/qscilexerjson.h>
#include <Qsci/qscilexerproperties.h>
#include <Qsci/qscilexerxml.h>
#include <Qsci/qscilexeryaml.h>

namespace zoodock
{

namespace
{

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

} // namespace

QsciLexer *makeValueLexer(ValueFormat format, QObject *parent)
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

void tintValueLexer(QsciLexer *lexer, ValueFormat format, const QPalette &colours, const QFont &font)
{
    lexer->setDefaultColor(colours.color(QPalette::Text));
    lexer->setDefaultPaper(colours.color(QPalette::Base));
    lexer->setFont(font, -1);
    lexer->setPaper(colours.color(QPalette::Base), -1);
    for (int style = 0; style < 128; ++style)
        lexer->setColor(inkColour(inkOf(format, style), colours), style);
}

} // namespace zoodock
