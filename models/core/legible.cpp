// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/legible.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>

#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

bool isHiddenCharacter(char32_t character)
{
    const QChar::Category category = QChar::category(character);
    return category == QChar::Other_Format || category == QChar::Separator_Line ||
           category == QChar::Separator_Paragraph;
}

namespace
{

QString signOf(char32_t character)
{
    return u"⟨U+%1⟩"_s.arg(QString::number(character, 16).toUpper(), 4, u'0');
}

bool isSpace(char32_t character)
{
    return QChar::category(character) == QChar::Separator_Space;
}

/// The first of `name` that is no space, and what is behind the last.
std::pair<qsizetype, qsizetype> withoutSpaces(QStringView name)
{
    qsizetype begin = 0;
    while (begin < name.size() && isSpace(name.at(begin).unicode()))
        ++begin;
    qsizetype end = name.size();
    while (end > begin && isSpace(name.at(end - 1).unicode()))
        --end;
    return {begin, end};
}

} // namespace

/// What looks like our own sign is written with it, too, so that it can be read back.
qsizetype appendLegible(QString &shown, QStringView text, qsizetype at)
{
    const bool isPair =
        text.at(at).isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
    const char32_t character =
        isPair ? QChar::surrogateToUcs4(text.at(at), text.at(at + 1)) : text.at(at).unicode();
    const qsizetype length = isPair ? 2 : 1;
    const bool isSign = text.sliced(at).startsWith(u"⟨U+");
    if (isHiddenCharacter(character) || isSign)
        shown += signOf(character);
    else
        shown += text.sliced(at, length);
    return length;
}

QString legible(const QString &text)
{
    QString shown;
    shown.reserve(text.size());
    for (qsizetype at = 0; at < text.size();)
        at += appendLegible(shown, text, at);
    return shown;
}

QString legibleName(const QString &path)
{
    QStringList names;
    for (const QStringView name : QStringView(path).split(u'/')) {
        const auto [begin, end] = withoutSpaces(name);
        QString shown;
        for (qsizetype at = 0; at < name.size();) {
            if (at < begin || at >= end)
                shown += signOf(name.at(at++).unicode());
            else
                at += appendLegible(shown, name, at);
        }
        names += shown;
    }
    return names.join(u'/');
}

QString legibleSentence(const QString &sentence)
{
    QString shown;
    shown.reserve(sentence.size());
    for (qsizetype at = 0; at < sentence.size();) {
        if (sentence.at(at) == u'⟨')
            shown += sentence.at(at++);
        else
            at += appendLegible(shown, sentence, at);
    }
    return shown;
}

QString fromLegible(const QString &shown)
{
    static const QRegularExpression sign(u"⟨U\\+([0-9A-F]{4,6})⟩"_s);
    QString text;
    qsizetype end = 0;
    for (auto signs = sign.globalMatch(shown); signs.hasNext();) {
        const QRegularExpressionMatch match = signs.next();
        const char32_t character = match.captured(1).toUInt(nullptr, 16);
        text += QStringView(shown).sliced(end, match.capturedStart() - end);
        text += isHiddenCharacter(character) || isSpace(character) || character == u'⟨'
                    ? QStringView(QChar::fromUcs4(character)).toString()
                    : match.captured();
        end = match.capturedEnd();
    }
    text += QStringView(shown).sliced(end);
    return text;
}

} // namespace zoodock
