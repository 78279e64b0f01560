// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled without QT_NO_KEYWORDS: QScintilla's headers need Qt's keywords.
#include "ui/znodes/text/hiddensigns.h"

#include "core/legible.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

#include <Qsci/qsciscintilla.h>

namespace zoodock
{

namespace
{

struct HiddenSign
{
    QByteArray character; ///< in UTF-8
    QByteArray sign;
};

QList<HiddenSign> hiddenSigns()
{
    constexpr char32_t afterControls = 0xa0; // Scintilla has signs for those
    constexpr char32_t lastOfAll = 0xe0fff;  // private use and nothing comes after it
    QList<HiddenSign> signs;
    for (char32_t character = afterControls; character <= lastOfAll; ++character) {
        const bool isSurrogate = character >= 0xd800 && character < 0xe000;
        if (isSurrogate || !isHiddenCharacter(character))
            continue;
        // Not QString::fromUcs4(), which takes U+FEFF for a byte order mark.
        const QByteArray number = QByteArray::number(static_cast<uint>(character), 16).toUpper();
        signs.append(
            {QStringView(QChar::fromUcs4(character)).toUtf8(), "U+" + number.rightJustified(4, '0')});
    }
    return signs;
}

} // namespace

void showHiddenCharacters(QsciScintilla *editor)
{
    static const QList<HiddenSign> signs = hiddenSigns(); // it takes some milliseconds
    for (const HiddenSign &hidden : signs)
        editor->SendScintilla(QsciScintilla::SCI_SETREPRESENTATION, hidden.character.constData(),
                              hidden.sign.constData());
}

} // namespace zoodock
