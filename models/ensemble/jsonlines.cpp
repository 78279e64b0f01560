// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonlines.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QSet>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace zoodock
{

namespace
{

/// Walks over valid JSON by counting brackets outside of strings.
class Walker
{
public:
    explicit Walker(const QByteArray &json)
        : m_json(json)
        , m_at(json.startsWith("\xef\xbb\xbf") ? 3 : 0)
    {
    }

    qsizetype position(const QStringList &path)
    {
        skipSpace();
        qsizetype best = m_at;
        for (const QString &part : path) {
            if (!enter(part))
                break;
            best = m_at;
        }
        return best;
    }

    std::optional<RepeatedKey> repeatedKey()
    {
        struct Container
        {
            bool isObject;
            QSet<QString> keys = {};
        };
        std::vector<Container> around;
        bool atKey = false;
        while (m_at < m_json.size()) {
            const char c = peek();
            const qsizetype start = m_at;
            if (c == '"') {
                const QString text = stringHere();
                if (!std::exchange(atKey, false))
                    continue;
                const QString key = decoded(text);
                if (around.back().keys.contains(key))
                    return RepeatedKey{key, start};
                around.back().keys.insert(key);
                continue;
            }
            if (c == '{' || c == '[')
                around.push_back({c == '{'});
            else if ((c == '}' || c == ']') && !around.empty())
                around.pop_back();
            if (c == '{' || c == ',')
                atKey = !around.empty() && around.back().isObject;
            else if (c == '[' || c == '}' || c == ']')
                atKey = false;
            ++m_at;
        }
        return std::nullopt;
    }

private:
    static QString decoded(const QString &text)
    {
        if (!text.contains(u'\\'))
            return text;
        return QJsonDocument::fromJson("[\"" + text.toUtf8() + "\"]").array().at(0).toString();
    }

    /// From the start of a container to the start of its child `part`.
    bool enter(const QString &part)
    {
        const bool isObject = peek() == '{';
        if (!isObject && peek() != '[')
            return false;
        ++m_at;
        for (int index = 0; skipSpace(), peek() != '}' && peek() != ']' && m_at < m_json.size(); ++index) {
            QString key = QString::number(index);
            if (isObject) {
                key = stringHere();
                skipSpace();
                ++m_at; // the colon
                skipSpace();
            }
            if (key == part)
                return true;
            skipValue();
            skipSpace();
            if (peek() == ',')
                ++m_at;
        }
        return false;
    }

    void skipValue()
    {
        int depth = 0;
        while (m_at < m_json.size()) {
            const char c = peek();
            if (c == '"') {
                (void) stringHere();
                continue;
            }
            if (depth == 0 && (c == ',' || c == '}' || c == ']'))
                return;
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            ++m_at;
        }
    }

    QString stringHere()
    {
        const qsizetype start = ++m_at;
        while (m_at < m_json.size() && peek() != '"')
            m_at += peek() == '\\' ? 2 : 1;
        const QString text = QString::fromUtf8(m_json.mid(start, m_at - start));
        ++m_at;
        return text;
    }

    void skipSpace()
    {
        while (m_at < m_json.size() && (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t'))
            ++m_at;
    }

    [[nodiscard]] char peek() const { return m_at < m_json.size() ? m_json.at(m_at) : '\0'; }

    const QByteArray &m_json;
    qsizetype m_at;
};

} // namespace

int lineOfJsonPath(const QByteArray &json, const QStringList &path)
{
    return lineOfOffset(json, Walker(json).position(path));
}

std::optional<RepeatedKey> repeatedJsonKey(const QByteArray &json)
{
    return Walker(json).repeatedKey();
}

int lineOfOffset(const QByteArray &json, qsizetype offset)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    auto end = json.cbegin() + std::clamp(offset, qsizetype{0}, json.size());
    // Where nothing comes any more it is the last line that has something.
    if (std::all_of(end, json.cend(), isSpace)) {
        while (end != json.cbegin() && isSpace(*std::prev(end)))
            --end;
    }
    return static_cast<int>(std::count(json.cbegin(), end, '\n')) + 1;
}

} // namespace zoodock
