// SPDX-License-Identifier: GPL-3.0-or-later
// bench_window --start: the real window; prints "painted" and ends at its first painted frame.
// bench_window --leaders NAME: the real window on a cluster; prints "leader ID NANOSECONDS" (CLOCK_MONOTONIC)
// whenever a frame was painted after a member became leader. Runs until stdin ends.
#include "frames.h"

#include "app/composition.h"
#include "ui/mainwindow.h"

#include <QtCore/QSocketNotifier>
#include <QtWidgets/QApplication>

#include <cstdio>
#include <cstring>
#include <optional>
#include <unistd.h>

using namespace zoodock;
using namespace zoodock::bench;
using namespace Qt::Literals::StringLiterals;

int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    QCoreApplication::setOrganizationName(u"zoodock"_s);
    QCoreApplication::setApplicationName(u"zoodock"_s);
    const bool start = argc > 1 && std::strcmp(argv[1], "--start") == 0;
    Composition parts;
    MainWindow window({parts.store, parts.service, parts.monitor, parts.repository, parts.activity,
                       parts.settings, parts.engines});
    std::optional<int> crowned;
    Frames frames(window, [&] {
        if (start) {
            std::puts("painted");
            std::fflush(stdout);
            QApplication::exit(0);
        } else if (crowned) {
            std::printf("leader %d %lld\n", *crowned, static_cast<long long>(monotonicNanoseconds()));
            std::fflush(stdout);
            crowned.reset();
        }
    });
    QObject::connect(&parts.store, &ClusterStore::memberStateChanged, &window,
                     [&](const QString &, int member, MemberState, MemberState to) {
                         if (to == MemberState::Leader)
                             crowned = member;
                     });
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    if (!start) {
        QObject::connect(&input, &QSocketNotifier::activated, &window, [] {
            char byte = 0;
            if (::read(STDIN_FILENO, &byte, 1) <= 0)
                QApplication::exit(0);
        });
    }
    parts.open();
    window.resize(1100, 720);
    window.show();
    if (!start && argc > 2)
        window.showCluster(QString::fromLocal8Bit(argv[2]));
    return QApplication::exec();
}
