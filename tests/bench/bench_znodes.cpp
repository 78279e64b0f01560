// SPDX-License-Identifier: GPL-3.0-or-later
// Expanding a znode with very many children in a shown tree view, against the bare C call, alternately in one
// run. Prints one JSON object. Usage: bench_znodes HOST:PORT PATH RUNS
#include "eventloopgap.h"

#include "itemmodels/znodetreemodel.h"
#include "ui/znodes/znodetreeview.h"
#include "znodes/znodeconnection.h"
#include "znodes/znodetree.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QEvent>
#include <QtCore/QEventLoop>
#include <QtWidgets/QApplication>

#include <zookeeper/zookeeper.h>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace zoodock;
using namespace zoodock::bench;

namespace
{

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
    double wait = 0; ///< the longest that the event loop was away, by the clock
    double busy = 0; ///< the same in processor time: other programs do not count
    qint64 rows = 0;
    double bytesPerRow = 0;
};

/// Ends a loop when its widget has been painted.
class Painted : public QObject
{
public:
    Painted(QWidget *widget, QEventLoop &loop)
        : m_loop(loop)
    {
        widget->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            QMetaObject::invokeMethod(&m_loop, &QEventLoop::quit, Qt::QueuedConnection);
        return false;
    }

private:
    QEventLoop &m_loop;
};

/// Through connection, tree, model and view, from expanding the row until its children are painted.
Expansion expand(ZnodeConnection &connection, const ZnodePath &path)
{
    Expansion result;
    ZnodeTree tree(&connection, nullptr);
    ZnodeTreeModel model(&tree, nullptr);
    ZnodeTreeView view(&model);
    view.resize(700, 900);
    view.show();
    const auto wait = [&](const ZnodePath &folder) {
        QEventLoop loading;
        QObject::connect(&tree, &ZnodeTree::folderChanged, &loading, [&](const ZnodeFolder *changed) {
            if (changed->path() == folder && changed->state() == ZnodeFolder::State::Loaded)
                loading.quit();
        });
        view.expand(model.indexOf(folder));
        const ZnodeFolder *known = tree.folder(folder);
        if (!known || known->state() != ZnodeFolder::State::Loaded)
            loading.exec();
        QEventLoop painting;
        const Painted painted(view.viewport(), painting);
        view.viewport()->update();
        painting.exec();
    };
    wait({});
    EventLoopGap gap;
    QElapsedTimer timer;
    timer.start();
    wait(path);
    result.milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    result.wait = gap.longestWait();
    result.busy = gap.longestBusy();
    const ZnodeFolder *const folder = tree.folder(path);
    result.rows = model.rowCount(model.indexOf(path));
    result.bytesPerRow =
        static_cast<double>(folder->names().bytesUsed()) / std::max<double>(1, double(result.rows));
    return result;
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
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
    std::vector<double> waits;
    std::vector<double> busy;
    Expansion last;
    bare(handle, argv[2]); // warm both
    for (int run = QByteArray(argv[3]).toInt(); run > 0; --run) {
        theirs.push_back(bare(handle, argv[2]));
        last = expand(connection, path);
        ours.push_back(last.milliseconds);
        waits.push_back(last.wait);
        busy.push_back(last.busy);
    }
    const auto listed = [](const std::vector<double> &values) {
        QStringList list;
        for (const double value : values)
            list += QString::number(value, 'f', 1);
        return list.join(QLatin1Char(',')).toUtf8();
    };
    std::printf("{\"rows\": %lld, \"expand_ms\": [%s], \"bare_ms\": [%s], \"wait_ms\": [%s], "
                "\"busy_ms\": [%s], \"bytes_per_row\": %.1f}\n",
                static_cast<long long>(last.rows), listed(ours).constData(), listed(theirs).constData(),
                listed(waits).constData(), listed(busy).constData(), last.bytesPerRow);
    zookeeper_close(handle);
    return 0;
}
