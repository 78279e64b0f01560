// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodematcher.h"

#include <QtCore/QElapsedTimer>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

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

bool isAscii(QChar character)
{
    return character.unicode() < 0x80;
}

/// As far as one can see without decoding: no charset but UTF-8 comes into question.
bool isPlainAscii(const QByteArray &value)
{
    return std::all_of(value.cbegin(), value.cend(), [](char byte) { return byte > 0; });
}

/// Decoded as far as that goes, whatever it is.
QString anyText(const QByteArray &value)
{
    const QString text = QString::fromUtf8(value);
    return text.contains(QChar(QChar::ReplacementCharacter)) ? QString::fromLatin1(value) : text;
}

QString withoutMark(const QString &text)
{
    return text.startsWith(QChar(QChar::ByteOrderMark)) ? text.mid(1) : text;
}

/// $ stands before the CR of a line's end, too.
constexpr auto anyLineEnd = "(*ANYCRLF)"_L1;

} // namespace

ZnodeMatcher::ZnodeMatcher(const ZnodeQuery &query)
    : m_query(query)
    , m_sensitivity(query.caseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive)
    , m_isAscii(std::all_of(query.text.cbegin(), query.text.cend(), isAscii))
{
    QRegularExpression::PatternOptions options = QRegularExpression::MultilineOption;
    options.setFlag(QRegularExpression::CaseInsensitiveOption, !query.caseSensitive);
    if (query.regularExpression)
        m_expression.emplace(anyLineEnd + query.text, options);
    else
        prepareNeedles();
}

void ZnodeMatcher::prepareNeedles()
{
    const bool exact = m_query.caseSensitive ||
                       (m_query.text.toLower() == m_query.text && m_query.text.toUpper() == m_query.text);
    for (const Charset charset : availableCharsets()) {
        const Result<QByteArray> bytes = encodedText(m_query.text, charset);
        // All others have ASCII's letters where every reading has them.
        const bool isWide = charset == Charset::Utf16LittleEndian || charset == Charset::Utf16BigEndian;
        if (bytes && (isWide || !m_isAscii))
            m_needles.append({charset, exact ? *bytes : QByteArray()});
    }
}

std::optional<ZnodeMatcher::Mistake> ZnodeMatcher::mistake() const
{
    if (!m_expression || m_expression->isValid())
        return std::nullopt;
    return Mistake{m_expression->patternErrorOffset() - anyLineEnd.size() + 1, m_expression->errorString()};
}

ZnodeMatcher::Place ZnodeMatcher::find(const QString &text) const
{
    if (!m_expression)
        return {text.indexOf(m_query.text, 0, m_sensitivity), m_query.text.size(), false};
    // PCRE gives up by itself after ten million steps; the match is not valid then.
    const QRegularExpressionMatch match = m_expression->match(text);
    return {match.capturedStart(), match.capturedLength(), !match.isValid()};
}

ZnodeMatcher::Reading ZnodeMatcher::read(const QByteArray &value) const
{
    if (isPlainAscii(value)) {
        const QString text = QString::fromLatin1(value);
        return {text, find(text)};
    }
    const std::optional<QString> guess = guessedText(value);
    const QString text = withoutMark(guess ? *guess : anyText(value));
    const Place place = find(text);
    if (place.at >= 0 || m_expression)
        return {text, place};
    return readOtherwise(value);
}

/// In the charsets that the value view offers beside the one that it takes the bytes for.
ZnodeMatcher::Reading ZnodeMatcher::readOtherwise(const QByteArray &value) const
{
    if (m_isAscii && !value.contains('\0')) // in UTF-16 each of its letters has a zero byte
        return {};
    for (const Needle &needle : m_needles) {
        if (!value.contains(needle.bytes))
            continue;
        const std::optional<QString> text = decodedText(value, needle.charset);
        if (!text)
            continue;
        if (const Place place = find(*text); place.at >= 0)
            return {*text, place};
    }
    return {};
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
        const Reading reading = read(node.value);
        match.inValue = reading.place.at >= 0;
        givenUp |= reading.place.givenUp;
        if (match.inValue)
            match.excerpt = excerptOf(reading.text, reading.place.at, reading.place.length);
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
