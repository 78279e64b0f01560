// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever two values are compared (a conflict, a change seen): the comparison holds every line of both, in
// order.
#include "znodes/linediff.h"

#include <QtCore/QStringList>

#include <cstdlib>

using namespace zoodock;

namespace
{

QStringList side(const QList<DiffLine> &diff, DiffLine::Kind kind)
{
    QStringList lines;
    for (const DiffLine &line : diff) {
        if (line.kind == DiffLine::Kind::Same || line.kind == kind)
            lines += line.text;
    }
    return lines;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    // The first NUL parts the two.
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const qsizetype middle = std::max<qsizetype>(bytes.indexOf('\0'), 0);
    const QString before = QString::fromUtf8(bytes.left(middle));
    const QString after = QString::fromUtf8(bytes.mid(middle + 1));
    const QList<DiffLine> diff = lineDiff(before, after);
    if (side(diff, DiffLine::Kind::Removed).join(u'\n') != before ||
        side(diff, DiffLine::Kind::Added).join(u'\n') != after)
        std::abort();
    for (const int context : {0, 1, 3}) {
        if (shortened(diff, context).size() > diff.size() + 1)
            std::abort();
    }
    return 0;
}
