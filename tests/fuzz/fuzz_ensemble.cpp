// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever file is read as a cluster is written and read again as the same cluster.
#include "ensemble/ensemblejson.h"

#include <cstdlib>

using namespace zoodock;

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<Ensemble> read = ensembleFromJson(bytes);
    if (!read)
        return read.error().message().isEmpty() ? (std::abort(), 0) : 0;
    const QByteArray written = toJson(*read);
    const Result<Ensemble> again = ensembleFromJson(written);
    if (!again || toJson(*again) != written)
        std::abort();
    return 0;
}
