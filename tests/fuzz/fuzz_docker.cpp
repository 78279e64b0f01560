// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever docker prints is a value or an error with a sentence.
#include "docker/dockerparsers.h"
#include "docker/logstream.h"
#include "sentence.h"

#include <cstdlib>

using namespace zoodock;
using namespace zoodock::test;

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    check(parse::version(bytes));
    check(parse::info(bytes));
    check(parse::contexts(bytes));
    check(parse::containers(bytes));
    check(parse::containerRows(bytes));
    check(parse::ids(bytes));
    check(parse::imageReferences(bytes));
    check(parse::event(bytes));
    check(parse::stats(bytes));
    if (const auto line = parse::logLine(bytes, false); line && line->timeNano <= 0)
        std::abort();
    return 0;
}
