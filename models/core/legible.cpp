// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/legible.h"

#include <QtCore/QRegularExpression>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

bool isHidden(char32_t character)
{
    const QChar::Category category = QChar::category(character);
    return category == QChar::Other_Format || category == QChar::Separator_Line ||
           category == QChar::Separator_Paragraph;
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
    if (isHidden(character) || isSign)
        shown += u"⟨U+%1⟩"_s.arg(QString::number(character, 16).toUpper(), 4, u'0');
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

QString fromLegible(const QString &shown)
{
    static const QRegularExpression sign(u"⟨U\\+([0-9A-F]{4,6})⟩"_s);
    QString text;
    qsizetype end = 0;
    for (auto signs = sign.globalMatch(shown); signs.hasNext();) {
        const QRegularExpressionMatch match = signs.next();
        const char32_t character = match.captured(1).toUInt(nullptr, 16);
        text += QStringView(shown).sliced(end, match.capturedStart() - end);
        text += isHidden(character) || character == u'⟨' ? QStringView(QChar::fromUcs4(character)).toString()
                                                         : match.captured();
        end = match.capturedEnd();
    }
    text += QStringView(shown).sliced(end);
    return text;
}

} // namespace zoodock
