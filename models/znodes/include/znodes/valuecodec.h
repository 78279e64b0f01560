// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace zoodock
{

/// How the bytes of a value become text. A znode's value is bytes; nothing says which charset they are in.
enum class Charset { Utf8, Utf16LittleEndian, Utf16BigEndian, Gb18030, Latin1 };

/// What this build can do: GB18030 needs a Qt with ICU.
[[nodiscard]] QList<Charset> availableCharsets();
/// "UTF-8", "UTF-16 LE", …: proper names, untranslated.
[[nodiscard]] QString nameOf(Charset charset);

/// The text, if the bytes are text of this charset that encodes back to these very bytes; a byte order mark
/// stays, as U+FEFF. Nothing where they are not, or where they hold a NUL character, which no text editor
/// keeps.
[[nodiscard]] std::optional<QString> decodedText(const QByteArray &bytes, Charset charset);
/// InvalidInput names the first character that the charset lacks.
[[nodiscard]] Result<QByteArray> encodedText(const QString &text, Charset charset);

enum class ValueFormat { Plain, Json, Xml, Yaml, Properties };

/// A guess at what a value is, from the bytes alone.
struct ValueReading
{
    bool isText = true; ///< false: show it as hex
    Charset charset = Charset::Utf8;
    ValueFormat format = ValueFormat::Plain;
    friend bool operator==(const ValueReading &, const ValueReading &) = default;
};
[[nodiscard]] ValueReading readingOf(const QByteArray &bytes);
/// The text that it takes the bytes for; nothing: they are no text to it.
[[nodiscard]] std::optional<QString> guessedText(const QByteArray &bytes);
[[nodiscard]] ValueFormat formatOf(const QString &text);

/// One per line and indented; for reading, never for saving. Keeps every literal of JSON as it was written
/// (no number goes through a double), and every scalar of YAML. Properties lose their escapes and
/// continuation lines. InvalidInput with line and reason where the text is not well-formed, or where a
/// comment of YAML would be lost. Plain text is returned as it is.
[[nodiscard]] Result<QString> prettyPrinted(const QString &text, ValueFormat format);
[[nodiscard]] bool hasPrettyForm(ValueFormat format);

/// "48 65 6c 6c 6f".
[[nodiscard]] QString hexPairs(const QByteArray &bytes);
/// Hex digits in pairs, white space between them or not. InvalidInput with the reason.
[[nodiscard]] Result<QByteArray> bytesFromHex(const QString &text);

} // namespace zoodock
