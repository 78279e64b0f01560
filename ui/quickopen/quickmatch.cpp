// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quickopen/quickmatch.h"

#include <QtCore/QSet>

#include <algorithm>
#include <utility>
#include <vector>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int exactly = 5000;
constexpr int wholeText = 4000;
constexpr int atBeginning = 3000;
constexpr int atWord = 2000;
constexpr int inside = 1000;
constexpr int longest = 500; ///< characters that still make a difference

struct Scored
{
    int score;
    QuickPlace place;
};

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isAscii(const QByteArray &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](char c) { return static_cast<signed char>(c) >= 0; });
}

/// A million names are looked at: most are dismissed here, as bytes. `letters`: ASCII in lower case, without
/// spaces.
bool hasLetters(QByteArrayView name, const QByteArray &letters)
{
    qsizetype at = 0;
    for (qsizetype i = 0; i < name.size() && at < letters.size(); ++i)
        at += lower(name[i]) == letters[at] ? 1 : 0;
    return at == letters.size();
}

/// Letter after letter: the gaps count against it. Nothing: not all are there.
std::optional<int> scatteredScore(const QString &word, const QString &text)
{
    int gaps = 0;
    qsizetype from = 0;
    for (const QChar letter : word) {
        const qsizetype at = text.indexOf(letter, from, Qt::CaseInsensitive);
        if (at < 0)
            return std::nullopt;
        gaps += from > 0 ? int(at - from) : 0;
        from = at + 1;
    }
    return std::max(1, inside - 1 - std::min(gaps, inside - 2));
}

std::optional<int> wordScore(const QString &word, const QString &text)
{
    const qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive);
    if (at < 0)
        return scatteredScore(word, text);
    if (at == 0)
        return text.size() == word.size() ? wholeText : atBeginning;
    return text.at(at - 1).isLetterOrNumber() ? inside : atWord;
}

/// What people know best comes first where the words fit alike.
int preference(QuickPlace::Kind kind)
{
    switch (kind) {
    case QuickPlace::Kind::Cluster:
        return 40;
    case QuickPlace::Kind::Member:
        return 30;
    case QuickPlace::Kind::Bookmark:
        return 20;
    case QuickPlace::Kind::Recent:
        return 10;
    case QuickPlace::Kind::Znode:
    case QuickPlace::Kind::Typed:
        break;
    }
    return 0;
}

void keepBest(std::vector<Scored> &found, int most)
{
    const auto better = [](const Scored &a, const Scored &b) {
        return a.score != b.score ? a.score > b.score : a.place.text < b.place.text;
    };
    std::stable_sort(found.begin(), found.end(), better);
    if (found.size() > static_cast<std::size_t>(most))
        found.resize(static_cast<std::size_t>(most));
}

/// Collects, and forgets the worst now and then.
class Collector
{
public:
    Collector(QString typed, int most)
        : m_typed(std::move(typed))
        , m_most(most)
    {
    }
    void consider(const QuickPlace &place, const QString &matched)
    {
        const std::optional<int> score = quickScore(m_typed, matched);
        if (!score)
            return;
        // "/a/b " is another znode than "/a/b": the score knows words only.
        const int same = matched == m_typed ? exactly : 0;
        m_found.push_back({*score + preference(place.kind) + same, place});
        if (m_found.size() >= 4096)
            keepBest(m_found, m_most);
    }
    QList<QuickPlace> take()
    {
        keepBest(m_found, m_most);
        QList<QuickPlace> places;
        QSet<QString> paths;
        for (const Scored &scored : m_found) {
            const bool isPath = scored.place.text.startsWith(u'/');
            if (isPath && paths.contains(scored.place.text))
                continue;
            paths.insert(scored.place.text);
            places.append(scored.place);
        }
        return places;
    }

private:
    QString m_typed;
    int m_most;
    std::vector<Scored> m_found;
};

void considerFolder(Collector &into, const QuickPlaces::Folder &folder, const QByteArray &letters,
                    bool byPath)
{
    for (NameList::Cursor cursor(folder.names); !cursor.atEnd(); cursor.next()) {
        if (!byPath && !letters.isEmpty() && !hasLetters(cursor.name(), letters))
            continue;
        const QString name = QString::fromUtf8(cursor.name());
        const QString path = folder.path.child(name).text();
        into.consider({QuickPlace::Kind::Znode, path, {}, 0}, byPath ? path : name);
    }
}

/// "/a/b/c": of all folders only those can hold it whose names go on where the typed folder ends.
bool mayHold(const QuickPlaces::Folder &folder, const QString &typed)
{
    const QString parent = typed.left(typed.lastIndexOf(u'/'));
    const QString own = folder.path.isRoot() ? QString() : folder.path.text();
    return own.compare(parent, Qt::CaseInsensitive) == 0;
}

} // namespace

std::optional<int> quickScore(const QString &typed, const QString &text)
{
    int score = 0;
    int words = 0;
    for (const QString &word : typed.split(u' ', Qt::SkipEmptyParts)) {
        const std::optional<int> one = wordScore(word, text);
        if (!one)
            return std::nullopt;
        score += *one;
        ++words;
    }
    return words == 0 ? 0 : score / words + longest - int(std::min<qsizetype>(text.size(), longest));
}

QList<QuickPlace> bestPlaces(const QuickPlaces &places, const QString &typed, int most)
{
    const QString path = ZnodePath::cleaned(typed);
    const bool byPath = path.startsWith(u'/');
    const QString wish = byPath ? path : typed.trimmed();
    if (wish.isEmpty())
        return places.listed.mid(0, most);
    Collector found(wish, most);
    for (const QuickPlace &place : places.listed) {
        if (!byPath || place.text.startsWith(u'/'))
            found.consider(place, place.text);
    }
    const QByteArray utf8 = QString(wish).remove(u' ').toLower().toUtf8();
    const bool oneWord = !wish.contains(u' ');
    for (const QuickPlaces::Folder &folder : places.folders) {
        if (!byPath || mayHold(folder, wish))
            considerFolder(found, folder, isAscii(utf8) && oneWord ? utf8 : QByteArray(), byPath);
    }
    return found.take();
}

} // namespace zoodock
