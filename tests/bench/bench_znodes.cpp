// SPDX-License-Identifier: GPL-3.0-or-later
// Expanding a znode with very many children, against the bare C call, alternately in one run. Prints one JSON
// object. Usage: bench_znodes HOST:PORT PATH RUNS
#include "itemmodels/znodetreemodel.h"
#include "znodes/znodeconnection.h"
#include "znodes/znodetree.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QEventLoop>
#include <QtCore/QTimer>

#include <zookeeper/zookeeper.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <utility>
#include <vector>

using namespace zoodock;

namespace
{

double threadMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Milliseconds of the bare call, the names thrown away.
double bare(zhandle_t *handle, const QByteArray &path)
{
    QElapsedTimer timer;
    timer.start();
    String_vector names{};
    Stat stat{};
    if (zoo_get_children2(handle, path.constData(), 0, &names, &stat) != ZOK)
        std::fprintf(stderr, "the bare call failed\n");
    deallocate_String_vector(&names);
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

struct Expansion
{
    double milliseconds = 0;
    double gap =
        0; ///< the longest time that the event loop was away, in processor time: other programs do not count
    qint64 rows = 0;
    double bytesPerRow = 0;
};

/// Through connection, tree and model, from fetchMore() until the rows are there.
Expansion expand(ZnodeConnection &connection, const ZnodePath &path)
{
    Expansion result;
    ZnodeTree tree(&connection, nullptr);
    ZnodeTreeModel model(&tree, nullptr);
    QEventLoop loop;
    const auto wait = [&](const ZnodePath &folder) {
        const auto done =
            QObject::connect(&tree, &ZnodeTree::folderChanged, &loop, [&](const ZnodeFolder *changed) {
                if (changed->path() == folder && changed->state() == ZnodeFolder::State::Loaded)
                    loop.quit();
            });
        model.fetchMore(model.indexOf(folder));
        loop.exec();
        QObject::disconnect(done);
    };
    wait({});
    QElapsedTimer timer;
    double beat = threadMilliseconds();
    const auto measure = [&] {
        const double now = threadMilliseconds();
        result.gap = std::max(result.gap, now - std::exchange(beat, now));
    };
    QTimer pulse;
    QObject::connect(&pulse, &QTimer::timeout, &loop, measure);
    pulse.start(1);
    timer.start();
    wait(path);
    result.milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    measure();
    const ZnodeFolder *const folder = tree.folder(path);
    result.rows = model.rowCount(model.indexOf(path));
    result.bytesPerRow =
        static_cast<double>(folder->names().bytesUsed()) / std::max<double>(1, double(result.rows));
    return result;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 4) {
        std::fprintf(stderr, "usage: bench_znodes HOST:PORT PATH RUNS\n");
        return 2;
    }
    zoo_set_debug_level(ZOO_LOG_LEVEL_ERROR);
    zhandle_t *const handle = zookeeper_init(argv[1], nullptr, 30'000, nullptr, nullptr, 0);
    ZnodeConnection connection(nullptr);
    ZnodeTarget target;
    target.servers = QString::fromUtf8(argv[1]);
    QEventLoop loop;
    QObject::connect(&connection, &ZnodeConnection::stateChanged, &loop, [&](ZnodeConnection::State state) {
        if (state == ZnodeConnection::State::Connected)
            loop.quit();
    });
    connection.open(target);
    loop.exec();
    const ZnodePath path = ZnodePath::trusted(QString::fromUtf8(argv[2]));
    std::vector<double> ours;
    std::vector<double> theirs;
    Expansion longest;
    bare(handle, argv[2]); // warm both
    for (int run = QByteArray(argv[3]).toInt(); run > 0; --run) {
        theirs.push_back(bare(handle, argv[2]));
        const Expansion expansion = expand(connection, path);
        ours.push_back(expansion.milliseconds);
        longest.gap = std::max(longest.gap, expansion.gap);
        longest.rows = expansion.rows;
        longest.bytesPerRow = expansion.bytesPerRow;
    }
    const auto listed = [](const std::vector<double> &values) {
        QStringList list;
        for (const double value : values)
            list += QString::number(value, 'f', 1);
        return list.join(QLatin1Char(',')).toUtf8();
    };
    std::printf("{\"rows\": %lld, \"expand_ms\": [%s], \"bare_ms\": [%s], \"longest_gap_ms\": %.1f, "
                "\"bytes_per_row\": %.1f}\n",
                static_cast<long long>(longest.rows), listed(ours).constData(), listed(theirs).constData(),
                longest.gap, longest.bytesPerRow);
    zookeeper_close(handle);
    return 0;
}
