// SPDX-License-Identifier: GPL-3.0-or-later
//
// Owns a stream, repeats what it says, and waits to be killed.
#include "core/processrunner.h"

#include <QtCore/QCoreApplication>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    zoodock::ProcessRunner runner;
    zoodock::CommandSpec spec;
    spec.program = u"/bin/sh"_s;
    spec.arguments = {u"-c"_s, u"echo $$; exec sleep 1000"_s};
    zoodock::ProcessStream *const stream = runner.stream(spec, &app);
    QObject::connect(stream, &zoodock::ProcessStream::outputLine, &app, [](const QByteArray &line) {
        std::puts(line.constData());
        std::fflush(stdout);
    });
    stream->start();
    return QCoreApplication::exec();
}
