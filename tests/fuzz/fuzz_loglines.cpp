// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a container writes: its log comes as lines that can be shown, and nothing that is no text of one
// line.
#include "clusters/logexplanation.h"
#include "clusters/logline.h"
#include "core/linesplitter.h"
#include "docker/logstream.h"

#include <algorithm>
#include <cstdlib>

using namespace zoodock;

namespace
{

void check(const QByteArray &raw, qsizetype limit)
{
    const QByteArray text = cleanLogText(raw, limit);
    const QString shown = QString::fromUtf8(text);
    const bool oneLine = std::none_of(shown.cbegin(), shown.cend(), [](QChar character) {
        return (character.unicode() < 0x20 && character != QLatin1Char('\t')) ||
               character.unicode() == 0x7f || character.unicode() == 0x2028;
    });
    if (text.size() > limit || shown.toUtf8() != text || !oneLine)
        std::abort();
    (void) levelOfLogText(text);
    (void) isProbeText(text);
    const auto explanation = explainLogText(text);
    if (explanation && (explanation->title.isEmpty() || explanation->cause.isEmpty()))
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    if (size < 1)
        return 0;
    const qsizetype limit = 16 + data[0] * 8;
    LineSplitter splitter;
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size) - 1);
    const QList<QByteArray> lines = splitter.feed(bytes) + splitter.flush();
    for (const QByteArray &line : lines) {
        const auto read = parse::logLine(line, false);
        if (read && (read->timeNano <= 0 || read->text.size() > line.size()))
            std::abort();
        check(read ? read->text : line, limit);
    }
    return 0;
}
