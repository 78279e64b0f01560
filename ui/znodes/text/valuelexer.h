// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/valuecodec.h"

class QFont;
class QObject;
class QPalette;
class QsciLexer;

namespace zoodock
{

/// What colours a text of this format; null: nothing does. Owned by `parent`.
[[nodiscard]] QsciLexer *makeValueLexer(ValueFormat format, QObject *parent);
/// In the colours of the palette.
void tintValueLexer(QsciLexer *lexer, ValueFormat format, const QPalette &colours, const QFont &font);

} // namespace zoodock
