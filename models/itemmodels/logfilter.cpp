// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/logfilter.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace zoodock
{

namespace
{

constexpr qsizetype placesAtMost = 1000; ///< in one line; nobody looks at more

char folded(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
}

bool isAscii(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80; });
}

QRegularExpression expressionFor(const LogPattern &pattern)
{
    if (!pattern.regularExpression)
        return {};
    QRegularExpression expression(pattern.text, pattern.caseSensitive
                                                    ? QRegularExpression::NoPatternOption
                                                    : QRegularExpression::CaseInsensitiveOption);
    expression.optimize();
    return expression;
}

} // namespace

LogMatcher::LogMatcher(const LogPattern &pattern)
    : m_pattern(pattern)
    , m_expression(expressionFor(pattern))
{
    if (isAscii(pattern.text))
        m_folded = pattern.caseSensitive ? pattern.text.toLatin1() : pattern.text.toLower().toLatin1();
}

QString LogMatcher::problem() const
{
    if (m_expression.isValid())
        return {};
    return QCoreApplication::translate(
               "LogMatcher", "This is not a regular expression (at character %1: %2). Correct it, or "
                             "switch regular expressions off.")
        .arg(m_expression.patternErrorOffset() + 1)
        .arg(m_expression.errorString());
}

LogMatcher::Verdict LogMatcher::examine(const QByteArray &utf8) const
{
    if (m_pattern.text.isEmpty())
        return Verdict::Yes;
    if (m_pattern.regularExpression)
        return examineByExpression(QString::fromUtf8(utf8));
    return hasText(utf8) ? Verdict::Yes : Verdict::No;
}

LogMatcher::Verdict LogMatcher::examineByExpression(const QString &text) const
{
    if (!m_expression.isValid())
        return Verdict::No;
    // PCRE gives up by itself after ten million steps; the match is not valid then.
    const QRegularExpressionMatch match = m_expression.match(text);
    if (!match.isValid())
        return Verdict::GivenUp;
    return match.hasMatch() ? Verdict::Yes : Verdict::No;
}

bool LogMatcher::hasText(const QByteArray &utf8) const
{
    if (m_folded.isEmpty())
        return QString::fromUtf8(utf8).contains(
            m_pattern.text, m_pattern.caseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive);
    if (m_pattern.caseSensitive)
        return utf8.contains(m_folded);
    return std::search(utf8.cbegin(), utf8.cend(), m_folded.cbegin(), m_folded.cend(),
                       [](char one, char other) { return folded(one) == other; }) != utf8.cend();
}

QList<std::pair<qsizetype, qsizetype>> LogMatcher::places(const QString &text) const
{
    QList<std::pair<qsizetype, qsizetype>> found;
    if (m_pattern.text.isEmpty())
        return found;
    if (m_pattern.regularExpression) {
        auto matches =
            m_expression.isValid() ? m_expression.globalMatch(text) : QRegularExpressionMatchIterator();
        while (matches.hasNext() && found.size() < placesAtMost) {
            const QRegularExpressionMatch match = matches.next();
            if (match.capturedLength() > 0)
                found.append({match.capturedStart(), match.capturedLength()});
        }
        return found;
    }
    const auto sensitivity = m_pattern.caseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive;
    for (qsizetype at = text.indexOf(m_pattern.text, 0, sensitivity); at >= 0 && found.size() < placesAtMost;
         at = text.indexOf(m_pattern.text, at + m_pattern.text.size(), sensitivity))
        found.append({at, m_pattern.text.size()});
    return found;
}

} // namespace zoodock
