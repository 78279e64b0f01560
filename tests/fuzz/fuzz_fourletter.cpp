// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever answers on a client port is a reply or an error with a sentence.
#include "zookeeper/srvr.h"

#include <cstdlib>

using namespace zoodock;

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<SrvrReply> reply = parseSrvr(bytes);
    if (!reply && reply.error().message().isEmpty())
        std::abort();
    return 0;
}
