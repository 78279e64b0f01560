// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodes/valuecodec.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>
#include <QtCore/QStringConverter>
#include <QtCore/QStringList>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

struct ValueCodec
{
    Q_DECLARE_TR_FUNCTIONS(zoodock::ValueCodec)
};

constexpr auto keepMark = QStringConverter::Flag::ConvertInitialBom;
constexpr auto gb18030 = "GB18030";

QStringDecoder decoderOf(Charset charset)
{
    switch (charset) {
    case Charset::Utf8:
        return QStringDecoder(QStringConverter::Utf8, keepMark);
    case Charset::Utf16LittleEndian:
        return QStringDecoder(QStringConverter::Utf16LE, keepMark);
    case Charset::Utf16BigEndian:
        return QStringDecoder(QStringConverter::Utf16BE, keepMark);
    case Charset::Gb18030:
        return QStringDecoder(gb18030, keepMark);
    case Charset::Latin1:
        break;
    }
    return QStringDecoder(QStringConverter::Latin1, keepMark);
}

QStringEncoder encoderOf(Charset charset)
{
    switch (charset) {
    case Charset::Utf8:
        return QStringEncoder(QStringConverter::Utf8, keepMark);
    case Charset::Utf16LittleEndian:
        return QStringEncoder(QStringConverter::Utf16LE, keepMark);
    case Charset::Utf16BigEndian:
        return QStringEncoder(QStringConverter::Utf16BE, keepMark);
    case Charset::Gb18030:
        return QStringEncoder(gb18030, keepMark);
    case Charset::Latin1:
        break;
    }
    return QStringEncoder(QStringConverter::Latin1, keepMark);
}

/// Latin-1 by hand: Qt's encoder writes "?" and says nothing of it in some versions.
std::optional<QByteArray> encoded(const QString &text, Charset charset)
{
    if (!text.isValidUtf16()) // half a surrogate pair
        return std::nullopt;
    if (charset == Charset::Latin1) {
        const bool fits = std::all_of(text.cbegin(), text.cend(),
                                      [](QChar character) { return character.unicode() < 256; });
        return fits ? std::optional(text.toLatin1()) : std::nullopt;
    }
    QStringEncoder encoder = encoderOf(charset);
    const QByteArray bytes = encoder.encode(text);
    if (encoder.hasError())
        return std::nullopt;
    return bytes;
}

/// The first character that cannot be written, as it stands in the text.
QString firstMissing(const QString &text, Charset charset)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool pair = text.at(i).isHighSurrogate() && i + 1 < text.size();
        const QString character = text.mid(i, pair ? 2 : 1);
        if (!encoded(character, charset))
            return character;
        i += pair ? 1 : 0;
    }
    return {};
}

bool isOddControl(QChar character)
{
    const char16_t code = character.unicode();
    const bool layout = code == u'\t' || code == u'\n' || code == u'\r' || code == u'\f' || code == 0x1b;
    return (code < 0x20 && !layout) || code == 0x7f || (code >= 0x80 && code < 0xa0);
}

bool readsWell(const QString &text)
{
    return std::none_of(text.cbegin(), text.cend(), [](QChar character) {
        return isOddControl(character) || character.category() == QChar::Other_PrivateUse ||
               character.category() == QChar::Other_NotAssigned;
    });
}

bool startsWithMark(const QByteArray &bytes, Charset charset)
{
    return bytes.startsWith(charset == Charset::Utf16LittleEndian ? "\xff\xfe" : "\xfe\xff");
}

/// Half of the bytes of western text in UTF-16 are zero, all on the same side.
bool looksLikeUtf16(const QByteArray &bytes, Charset charset)
{
    if (bytes.size() < 4 || bytes.size() % 2 != 0)
        return false;
    qsizetype zeros = 0;
    for (qsizetype i = charset == Charset::Utf16LittleEndian ? 1 : 0; i < bytes.size(); i += 2)
        zeros += bytes.at(i) == '\0' ? 1 : 0;
    return zeros * 4 > bytes.size(); // more than every second character
}

/// Any bytes are nearly GB18030: believe it only of text that a Chinese reader would recognise.
bool looksChinese(const QString &text)
{
    qsizetype others = 0;
    qsizetype han = 0;
    for (const QChar character : text) {
        if (character.unicode() < 0x80)
            continue;
        const bool punctuation = (character.unicode() >= 0x3000 && character.unicode() < 0x3040) ||
                                 character.unicode() >= 0xff00 || character.isPunct();
        const bool common = character.unicode() >= 0x4e00 && character.unicode() < 0x9fa6;
        han += common ? 1 : 0;
        others += common || punctuation ? 0 : 1;
    }
    return han > 1 && others == 0;
}

struct Guess
{
    Charset charset = Charset::Utf8;
    QString text;
};

std::optional<Guess> guessed(const QByteArray &bytes, Charset charset)
{
    std::optional<QString> text = decodedText(bytes, charset);
    return text && readsWell(*text) ? std::optional(Guess{charset, *text}) : std::nullopt;
}

/// What an XML declaration in bytes like ASCII's names.
std::optional<Charset> declaredCharset(const QByteArray &bytes)
{
    static const QRegularExpression declaration(
        u"^<\\?xml\\s[^>]*?\\bencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']"_s);
    constexpr qsizetype longestDeclaration = 200;
    const QString head = QString::fromLatin1(bytes.left(longestDeclaration));
    const QString name = declaration.match(head).captured(1).toLower();
    if (QStringList{u"iso-8859-1"_s, u"iso_8859-1"_s, u"latin1"_s, u"latin-1"_s, u"l1"_s}.contains(name))
        return Charset::Latin1;
    if (QStringList{u"gb18030"_s, u"gbk"_s, u"gb2312"_s}.contains(name))
        return Charset::Gb18030;
    return std::nullopt;
}

std::optional<Guess> guess(const QByteArray &bytes)
{
    for (const Charset wide : {Charset::Utf16LittleEndian, Charset::Utf16BigEndian}) {
        if (!startsWithMark(bytes, wide) && !looksLikeUtf16(bytes, wide))
            continue;
        if (auto found = guessed(bytes, wide))
            return found;
    }
    if (auto found = guessed(bytes, Charset::Utf8))
        return found;
    if (const std::optional<Charset> declared = declaredCharset(bytes)) {
        if (auto found = guessed(bytes, *declared))
            return found;
    }
    const auto chinese = guessed(bytes, Charset::Gb18030);
    return chinese && looksChinese(chinese->text) ? chinese : std::nullopt;
}

} // namespace

QList<Charset> availableCharsets()
{
    QList<Charset> charsets{Charset::Utf8, Charset::Utf16LittleEndian, Charset::Utf16BigEndian};
    if (decoderOf(Charset::Gb18030).isValid())
        charsets.append(Charset::Gb18030);
    charsets.append(Charset::Latin1);
    return charsets;
}

QString nameOf(Charset charset)
{
    switch (charset) {
    case Charset::Utf8:
        return u"UTF-8"_s;
    case Charset::Utf16LittleEndian:
        return u"UTF-16 LE"_s;
    case Charset::Utf16BigEndian:
        return u"UTF-16 BE"_s;
    case Charset::Gb18030:
        return u"GB18030"_s;
    case Charset::Latin1:
        break;
    }
    return u"ISO-8859-1"_s;
}

std::optional<QString> decodedText(const QByteArray &bytes, Charset charset)
{
    QStringDecoder decoder = decoderOf(charset);
    if (!decoder.isValid())
        return std::nullopt;
    const QString text = decoder.decode(bytes);
    if (decoder.hasError() || text.contains(QChar::Null) || encoded(text, charset) != bytes)
        return std::nullopt;
    return text;
}

Result<QByteArray> encodedText(const QString &text, Charset charset)
{
    if (std::optional<QByteArray> bytes = encoded(text, charset))
        return *bytes;
    return failure(ErrorKind::InvalidInput,
                   ValueCodec::tr("%1 has no “%2”. Choose another charset, for example UTF-8, or leave that "
                                  "character out.")
                       .arg(nameOf(charset), firstMissing(text, charset)));
}

ValueReading readingOf(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return {};
    const std::optional<Guess> found = guess(bytes);
    return found ? ValueReading{true, found->charset, formatOf(found->text)}
                 : ValueReading{false, Charset::Utf8, ValueFormat::Plain};
}

std::optional<QString> guessedText(const QByteArray &bytes)
{
    const std::optional<Guess> found = guess(bytes);
    return found ? std::optional(found->text) : std::nullopt;
}

QString hexPairs(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex(' '));
}

Result<QByteArray> bytesFromHex(const QString &text)
{
    QByteArray digits;
    for (const QChar character : text) {
        if (character.isSpace())
            continue;
        if (!u"0123456789abcdefABCDEF"_s.contains(character))
            return failure(ErrorKind::InvalidInput,
                           ValueCodec::tr("“%1” is no hexadecimal digit. Use 0–9 and a–f, two for each byte.")
                               .arg(character));
        digits.append(character.toLatin1());
    }
    if (digits.size() % 2 != 0)
        return failure(ErrorKind::InvalidInput,
                       ValueCodec::tr("The last byte has one digit only. Write two for each byte."));
    return QByteArray::fromHex(digits);
}

} // namespace zoodock
