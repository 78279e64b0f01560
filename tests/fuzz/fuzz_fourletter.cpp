// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever answers on a client port, or on the AdminServer's, is a reply or an error with a sentence.
#include "sentence.h"
#include "zookeeper/serverreplies.h"
#include "zookeeper/srvr.h"

using namespace zoodock;
using namespace zoodock::test;

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    check(parseSrvr(bytes));
    for (const char *word : {"srvr", "mntr", "conf", "cons", "dump", "wchs", "ruok"})
        check(parseFourLetterAnswer(word, bytes));
    check(parseAdminIndex(bytes));
    check(parseAdminAnswer(bytes));
    return 0;
}
