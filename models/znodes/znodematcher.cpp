// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodematcher.h"

#include <QtCore/QElapsedTimer>

#include <algorithm>

namespace zoodock
{

namespace
{

constexpr qint64 longEnough = 200; // ms: then what was found is told
constexpr qsizetype excerptAround = 40;

/// Printable, on one line, with an ellipsis where something was cut off.
QString excerptOf(const QString &text, qsizetype at, qsizetype length)
{
    const qsizetype from = std::max<qsizetype>(0, at - excerptAround);
    const qsizetype count = at - from + std::min<qsizetype>(length, 2 * excerptAround) + excerptAround;
    QString excerpt = text.mid(from, count);
    for (QChar &character : excerpt) {
        if (!character.isPrint())
            character = QLatin1Char(' ');
    }
    const QChar ellipsis(0x2026);
    if (from > 0)
        excerpt.prepend(ellipsis);
    if (from + count < text.size())
        excerpt.append(ellipsis);
    return excerpt;
}

QString searchedText(const QByteArray &value)
{
    const QString text = QString::fromUtf8(value);
    return text.contains(QChar(QChar::ReplacementCharacter)) ? QString::fromLatin1(value) : text;
}

} // namespace

ZnodeMatcher::ZnodeMatcher(const ZnodeQuery &query)
    : m_query(query)
    , m_sensitivity(query.caseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive)
{
    if (query.regularExpression)
        m_expression.emplace(query.text, query.caseSensitive ? QRegularExpression::NoPatternOption
                                                             : QRegularExpression::CaseInsensitiveOption);
}

ZnodeMatcher::Place ZnodeMatcher::find(const QString &text) const
{
    if (!m_expression)
        return {text.indexOf(m_query.text, 0, m_sensitivity), m_query.text.size(), false};
    // PCRE gives up by itself after ten million steps; the match is not valid then.
    const QRegularExpressionMatch match = m_expression->match(text);
    return {match.capturedStart(), match.capturedLength(), !match.isValid()};
}

void ZnodeMatcher::examine(const ZnodeWalk::Node &node, Outcome &outcome) const
{
    ZnodeMatch match;
    match.path = node.path;
    bool givenUp = false;
    if (m_query.names) {
        const Place place = find(node.path.name());
        match.inName = place.at >= 0;
        givenUp = place.givenUp;
    }
    if (m_query.values && !node.value.isEmpty()) {
        const QString text = searchedText(node.value);
        const Place place = find(text);
        match.inValue = place.at >= 0;
        givenUp |= place.givenUp;
        if (match.inValue)
            match.excerpt = excerptOf(text, place.at, place.length);
    }
    outcome.givenUp += givenUp ? 1 : 0;
    if (match.inName || match.inValue)
        outcome.matches.push_back(std::move(match));
}

ZnodeMatcher::Outcome ZnodeMatcher::examine(const Nodes &nodes, std::size_t from) const
{
    Outcome outcome;
    QElapsedTimer timer;
    timer.start();
    for (; from < nodes.size() && !m_stopped && timer.elapsed() < longEnough; ++from) {
        examine(nodes[from], outcome);
        ++outcome.examined;
    }
    return outcome;
}

} // namespace zoodock
