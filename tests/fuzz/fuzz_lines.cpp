// SPDX-License-Identifier: GPL-3.0-or-later
// However a stream is cut, its lines are the same.
#include "core/linesplitter.h"

#include <cstdlib>

using namespace zoodock;

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    if (size < 2)
        return 0;
    const qsizetype limit = 1 + data[0];
    const qsizetype step = 1 + data[1];
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 2, static_cast<qsizetype>(size) - 2);
    LineSplitter whole(limit);
    const QList<QByteArray> wanted = whole.feed(bytes) + whole.flush();
    LineSplitter cut(limit);
    QList<QByteArray> lines;
    for (qsizetype at = 0; at < bytes.size(); at += step)
        lines += cut.feed(bytes.mid(at, step));
    lines += cut.flush();
    if (lines != wanted || cut.droppedBytes() != whole.droppedBytes())
        std::abort();
    for (const QByteArray &line : lines) {
        if (line.size() > limit || line.contains('\n'))
            std::abort();
    }
    return 0;
}
