// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever file is read as an export of znodes is written and read again as the same znodes.
#include "znodes/znodetransfer.h"

#include <cstdlib>

using namespace zoodock;

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<ZnodeDump> read = dumpFromJson(bytes);
    if (!read) {
        if (read.error().message().isEmpty())
            std::abort();
        return 0;
    }
    const Result<ZnodeDump> again = dumpFromJson(toJson(*read));
    if (!again || again->records != read->records)
        std::abort();
    return 0;
}
