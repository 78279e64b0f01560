// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonlayout.h"

#include "layoutlimits.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QRegularExpression>

#include <algorithm>
#include <optional>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// The same places, with numbers that every parser can hold.
QString withSmallNumbers(QString text)
{
    static const QRegularExpression token(
        u"\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|"
        "(?<![\\w.+-])-?(?:0|[1-9]\\d*+)(?:\\.\\d++)?(?:[eE][+-]?\\d++)?(?![\\w.+-])"_s);
    QRegularExpressionMatchIterator tokens = token.globalMatch(QString(text));
    while (tokens.hasNext()) {
        const QRegularExpressionMatch match = tokens.next();
        if (!match.capturedView().startsWith(u'"'))
            text.replace(match.capturedStart(), match.capturedLength(),
                         u'0' + QString(match.capturedLength() - 1, u' '));
    }
    return text;
}

QJsonParseError checked(const QByteArray &utf8)
{
    QJsonParseError problem;
    (void) QJsonDocument::fromJson(utf8, &problem);
    return problem;
}

std::optional<Error> jsonProblem(const QString &text)
{
    QByteArray utf8 = text.toUtf8();
    QJsonParseError problem = checked(utf8);
    if (problem.error == QJsonParseError::IllegalNumber) { // or one beyond a double, which JSON allows
        utf8 = withSmallNumbers(text).toUtf8();
        problem = checked(utf8);
    }
    if (problem.error == QJsonParseError::NoError)
        return std::nullopt;
    if (problem.error == QJsonParseError::DeepNesting)
        return nestedTooDeeply().value();
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

    Result<QString> run()
    {
        m_out.reserve(m_text.size() * 3 / 2);
        for (m_at = 0; m_at < m_text.size(); ++m_at) {
            token(m_text.at(m_at));
            if (m_depth > mostLayoutLevels)
                return nestedTooDeeply();
            if (m_out.size() > largestLayout(m_text.size()))
                return tooLargeLaidOut();
        }
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

} // namespace

bool isJson(const QString &text)
{
    return !jsonProblem(text);
}

Result<QString> laidOutJson(const QString &text)
{
    if (const std::optional<Error> problem = jsonProblem(text))
        return failure(*problem);
    return JsonLayout(text).run();
}

} // namespace zoodock
