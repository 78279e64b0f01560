// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever bytes a znode holds: what is shown as text is saved as the same bytes.
#include "znodes/valuecodec.h"

#include <cstdlib>

using namespace zoodock;

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QList<Charset> charsets = availableCharsets();
    for (const Charset charset : charsets) {
        const std::optional<QString> text = decodedText(bytes, charset);
        if (!text)
            continue;
        const Result<QByteArray> encoded = encodedText(*text, charset);
        if (!encoded || *encoded != bytes)
            std::abort();
        for (const ValueFormat format :
             {ValueFormat::Json, ValueFormat::Xml, ValueFormat::Yaml, ValueFormat::Properties}) {
            const Result<QString> pretty = prettyPrinted(*text, format);
            if (!pretty && pretty.error().message().isEmpty())
                std::abort();
        }
    }
    // A value that is opened as text is shown as it is.
    const ValueReading reading = readingOf(bytes);
    if (reading.isText && !decodedText(bytes, reading.charset))
        std::abort();
    const Result<QByteArray> typed = bytesFromHex(QString::fromLatin1(bytes));
    if (!typed && typed.error().message().isEmpty())
        std::abort();
    const Result<QByteArray> back = bytesFromHex(hexPairs(bytes));
    if (!back || *back != bytes)
        std::abort();
    return 0;
}
