// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sentences.h"

namespace zoodock
{

namespace
{

bool endsFullWidth(const QString &sentence)
{
    return sentence.endsWith(u'。') || sentence.endsWith(u'！') || sentence.endsWith(u'？');
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

} // namespace zoodock
