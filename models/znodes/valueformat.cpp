// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodes/valuecodec.h"

#include "yamllayout.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>
#include <QtCore/QRegularExpression>
#include <QtCore/QXmlStreamReader>
#include <QtCore/QXmlStreamWriter>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

struct ValueFormatText
{
    Q_DECLARE_TR_FUNCTIONS(zoodock::ValueFormat)
};

tl::unexpected<Error> notWellFormed(qint64 line, const QString &reason)
{
    return failure(ErrorKind::InvalidInput,
                   ValueFormatText::tr("Line %1 is not well-formed: %2. The value is shown as it is.")
                       .arg(line)
                       .arg(reason));
}

std::optional<Error> jsonProblem(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    QJsonParseError problem;
    (void) QJsonDocument::fromJson(utf8, &problem);
    if (problem.error == QJsonParseError::NoError)
        return std::nullopt;
    const QByteArrayView before(utf8.constData(), std::min<qsizetype>(problem.offset, utf8.size()));
    return notWellFormed(before.count('\n') + 1, problem.errorString()).value();
}

/// Lays out tokens of JSON that was checked before; copies every literal.
class JsonLayout
{
public:
    explicit JsonLayout(const QString &text)
        : m_text(text)
    {
    }

    QString run()
    {
        m_out.reserve(m_text.size() * 3 / 2);
        for (m_at = 0; m_at < m_text.size(); ++m_at)
            token(m_text.at(m_at));
        return m_out;
    }

private:
    void token(QChar character)
    {
        if (character.isSpace())
            return;
        if (character == u'"')
            string();
        else if (character == u'{' || character == u'[')
            open(character);
        else if (character == u'}' || character == u']')
            close(character);
        else if (character == u',')
            separate();
        else if (character == u':')
            m_out += u": "_s;
        else
            m_out += character;
    }
    void string()
    {
        const qsizetype start = m_at++;
        while (m_at < m_text.size() && m_text.at(m_at) != u'"')
            m_at += m_text.at(m_at) == u'\\' ? 2 : 1;
        m_out += QStringView(m_text).mid(start, m_at - start + 1);
    }
    void open(QChar bracket)
    {
        m_out += bracket;
        qsizetype next = m_at + 1;
        while (next < m_text.size() && m_text.at(next).isSpace())
            ++next;
        const QChar partner = bracket == u'{' ? u'}' : u']';
        if (next < m_text.size() && m_text.at(next) == partner) {
            m_out += partner;
            m_at = next;
            return;
        }
        ++m_depth;
        newLine();
    }
    void close(QChar bracket)
    {
        --m_depth;
        newLine();
        m_out += bracket;
    }
    void separate()
    {
        m_out += u',';
        newLine();
    }
    void newLine()
    {
        m_out += u'\n';
        m_out += QString(m_depth * 2, u' ');
    }

    const QString &m_text;
    QString m_out;
    qsizetype m_at = 0;
    qsizetype m_depth = 0;
};

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
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.hasError())
            return notWellFormed(reader.lineNumber(), reader.errorString());
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

QString laidOutProperties(const QString &text)
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
    return out.join(u'\n');
}

struct LineShares
{
    int all = 0;
    int properties = 0;
    int yaml = 0;
};

LineShares sharesOf(const QString &text)
{
    static const QRegularExpression property(u"^\\s*[\\w.\\-/\\[\\]$@:\\\\]+\\s*=.*$"_s);
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
    if ((trimmed.startsWith(u'{') || trimmed.startsWith(u'[')) && !jsonProblem(trimmed))
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
        if (const std::optional<Error> problem = jsonProblem(text))
            return failure(*problem);
        return JsonLayout(text).run();
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
