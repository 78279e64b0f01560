// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QsciScintilla;

namespace zoodock
{

/// Draws what legible() writes as a sign as a sign, too: "U+202E" in a box. The text stays what it is. After
/// QsciScintilla::setUtf8(), which forgets it.
void showHiddenCharacters(QsciScintilla *editor);

} // namespace zoodock
