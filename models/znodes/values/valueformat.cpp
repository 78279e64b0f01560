// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodes/valuecodec.h"

#include "jsonlayout.h"
#include "layoutlimits.h"
#include "yamllayout.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QXmlStreamReader>
#include <QtCore/QXmlStreamWriter>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

bool isXml(const QString &text)
{
    QXmlStreamReader reader(text);
    while (!reader.atEnd())
        reader.readNext();
    return !reader.hasError();
}

Result<QString> laidOutXml(const QString &text)
{
    QString out;
    QXmlStreamReader reader(text);
    QXmlStreamWriter writer(&out);
    writer.setAutoFormatting(true);
    writer.setAutoFormattingIndent(2);
    int depth = 0;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.hasError())
            return notWellFormed(reader.lineNumber(), reader.errorString());
        depth += reader.isStartElement() ? 1 : reader.isEndElement() ? -1 : 0;
        if (depth > mostLayoutLevels)
            return nestedTooDeeply();
        if (out.size() > largestLayout(text.size()))
            return tooLargeLaidOut();
        if (reader.tokenType() == QXmlStreamReader::Characters && !reader.isCDATA() && reader.isWhitespace())
            continue;
        const bool declared =
            reader.tokenType() != QXmlStreamReader::StartDocument || !reader.documentVersion().isEmpty();
        if (reader.tokenType() != QXmlStreamReader::Invalid && declared)
            writer.writeCurrentToken(reader);
    }
    return out.trimmed();
}

/// Lines with their continuation lines (an odd number of backslashes at the end) joined.
QStringList logicalLines(const QString &text)
{
    static const QRegularExpression end(u"\r\n|\n|\r"_s);
    static const QRegularExpression continues(u"(?<!\\\\)(\\\\\\\\)*\\\\$"_s);
    QStringList lines;
    bool open = false;
    for (const QString &line : text.split(end)) {
        const QString trimmed = line.trimmed();
        const bool comment = !open && (trimmed.startsWith(u'#') || trimmed.startsWith(u'!'));
        const bool goesOn = !comment && continues.match(line).hasMatch();
        const QString part = goesOn ? line.chopped(1) : line;
        if (open)
            lines.last() += part.trimmed();
        else
            lines.append(part);
        open = goesOn;
    }
    return lines;
}

QChar escaped(QChar letter)
{
    switch (letter.unicode()) {
    case u't':
        return u'\t';
    case u'n':
        return u'\n';
    case u'r':
        return u'\r';
    case u'f':
        return u'\f';
    default:
        return letter;
    }
}

/// java.util.Properties' escapes, except those that would break the line.
QString unescaped(const QString &text)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != u'\\' || i + 1 == text.size()) {
            out += text.at(i);
            continue;
        }
        ++i;
        bool isNumber = false;
        const ushort code = text.at(i) == u'u' ? text.mid(i + 1, 4).toUShort(&isNumber, 16) : ushort(0);
        if (isNumber && code >= 0x20) {
            out += QChar(code);
            i += 4;
        } else if (escaped(text.at(i)) != text.at(i)) {
            out += u'\\';
            out += text.at(i);
        } else {
            out += text.at(i);
        }
    }
    return out;
}

/// Where the key ends: the first separator that is not escaped.
const QRegularExpression &propertyLine()
{
    static const QRegularExpression expression(u"^\\s*((?:\\\\.|[^\\s=:\\\\])+)(?:\\s*[=:]\\s*|\\s+)(.*)$"_s);
    return expression;
}

Result<QString> laidOutProperties(const QString &text)
{
    const QStringList lines = logicalLines(text);
    QList<std::pair<QString, QString>> entries;
    qsizetype widest = 0;
    for (const QString &line : lines) {
        const QString trimmed = line.trimmed();
        const QRegularExpressionMatch match = propertyLine().match(line);
        const bool isEntry = match.hasMatch() && !trimmed.startsWith(u'#') && !trimmed.startsWith(u'!');
        entries.append(isEntry ? std::pair(unescaped(match.captured(1)), unescaped(match.captured(2)))
                               : std::pair(QString(), line));
        widest = std::max(widest, isEntry ? entries.last().first.size() : 0);
    }
    QStringList out;
    for (const auto &[key, value] : entries)
        out.append(key.isEmpty()
                       ? value
                       : u"%1 = %2"_s.arg(key.leftJustified(std::min<qsizetype>(widest, 40)), value));
    const QString whole = out.join(u'\n');
    if (whole.size() > largestLayout(text.size()))
        return tooLargeLaidOut();
    return whole;
}

struct LineShares
{
    int all = 0;
    int properties = 0;
    int yaml = 0;
};

LineShares sharesOf(const QString &text)
{
    static const QRegularExpression property(
        u"^\\s*([\\w.\\-/\\[\\]$@:\\\\]+\\s*=|[\\w.\\-/$@]+\\s+:(\\s|$)).*$"_s);
    static const QRegularExpression yaml(u"^\\s*(- |-$|[\\w\"'./-][^:#]*:( |$))"_s);
    LineShares shares;
    for (const QString &line : text.split(u'\n')) {
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith(u'#') || trimmed.startsWith(u'!') || trimmed == "---"_L1)
            continue;
        ++shares.all;
        shares.properties += property.match(line).hasMatch() ? 1 : 0;
        shares.yaml += yaml.match(line).hasMatch() ? 1 : 0;
    }
    return shares;
}

} // namespace

ValueFormat formatOf(const QString &text)
{
    const QString trimmed = text.trimmed();
    if ((trimmed.startsWith(u'{') || trimmed.startsWith(u'[')) && isJson(trimmed))
        return ValueFormat::Json;
    if (trimmed.startsWith(u'<') && isXml(trimmed))
        return ValueFormat::Xml;
    const LineShares shares = sharesOf(trimmed);
    if (shares.all > 0 && shares.properties == shares.all)
        return ValueFormat::Properties;
    if (trimmed.startsWith("---\n"_L1) || (shares.all > 1 && shares.yaml == shares.all))
        return ValueFormat::Yaml;
    return ValueFormat::Plain;
}

Result<QString> prettyPrinted(const QString &text, ValueFormat format)
{
    switch (format) {
    case ValueFormat::Json:
        return laidOutJson(text);
    case ValueFormat::Xml:
        return laidOutXml(text);
    case ValueFormat::Properties:
        return laidOutProperties(text);
    case ValueFormat::Yaml:
        return laidOutYaml(text);
    case ValueFormat::Plain:
        break;
    }
    return text;
}

bool hasPrettyForm(ValueFormat format)
{
    return format != ValueFormat::Plain;
}

} // namespace zoodock
