// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sentences.h"

#include <QtCore/QLocale>

namespace zoodock
{

namespace
{

bool endsFullWidth(const QString &sentence)
{
    return sentence.endsWith(u'。') || sentence.endsWith(u'！') || sentence.endsWith(u'？');
}

/// A letter or digit, which stands apart from Chinese characters.
bool isLatin(QChar character)
{
    return character.isLetterOrNumber() && character.script() != QChar::Script_Han;
}

} // namespace

QString paragraphOf(const QStringList &sentences)
{
    QString paragraph;
    for (const QString &sentence : sentences) {
        if (!paragraph.isEmpty() && !sentence.isEmpty() && !endsFullWidth(paragraph))
            paragraph += u' ';
        paragraph += sentence;
    }
    return paragraph;
}

QString listOf(const QStringList &parts)
{
    const QLocale locale;
    const bool tight = locale.language() == QLocale::Chinese && parts.size() > 1 &&
                       !parts.constLast().isEmpty() && !parts.at(parts.size() - 2).isEmpty();
    if (!tight)
        return locale.createSeparatedList(parts);
    QStringList spaced = parts;
    QString &before = spaced[spaced.size() - 2];
    QString &last = spaced.last();
    if (isLatin(before.back()))
        before += u' ';
    if (isLatin(last.front()))
        last.prepend(u' ');
    return locale.createSeparatedList(spaced);
}

} // namespace zoodock
