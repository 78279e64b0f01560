// SPDX-License-Identifier: GPL-3.0-or-later
// lockholder FOLDER CLUSTER: takes the cluster's lock, says "held" and waits to be killed.
#include "clusters/clusterrepository.h"
#include "clusters/clusterstore.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTimer>

#include <cstdio>

using namespace zoodock;

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    ClusterStore store(Clock::system());
    ClusterRepository repository(arguments.value(1), store);
    const auto lock = repository.lock(arguments.value(2));
    if (!lock)
        return 1;
    std::puts("held");
    std::fflush(stdout);
    constexpr int longestLifeMs = 60'000;
    QTimer::singleShot(longestLifeMs, &app, &QCoreApplication::quit);
    return QCoreApplication::exec();
}
