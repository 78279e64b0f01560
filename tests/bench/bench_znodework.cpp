// SPDX-License-Identifier: GPL-3.0-or-later
// Searching, deleting and importing many znodes, against the bare C client, alternately in one run. Prints
// one JSON object; see usage().
#include "barezookeeper.h"
#include "eventloopgap.h"

#include "znodes/znodeconnection.h"
#include "znodes/znodeeditor.h"
#include "znodes/znodesearch.h"
#include "znodes/znodetransfer.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QEventLoop>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace zoodock;
using namespace zoodock::bench;
using namespace Qt::Literals::StringLiterals;

namespace
{

int usage()
{
    std::fprintf(stderr, "usage: bench_znodework HOST:PORT fill PATH FOLDERS ZNODES-IN-EACH\n"
                         "       bench_znodework HOST:PORT search PATH RUNS\n"
                         "       bench_znodework HOST:PORT remove|import PATH RUNS FOLDERS ZNODES-IN-EACH\n"
                         "PATH must not exist, but for search.\n");
    return 2;
}

const QByteArray value = "{\"host\": \"10.0.0.17\", \"port\": 8080, \"weight\": 1, \"zone\": \"a\"}";
const QByteArray text = "no znode holds this";

/// 0 folders: all directly below the top.
std::vector<QByteArray> layout(const QByteArray &top, int folders, int inEach)
{
    std::vector<QByteArray> paths{top};
    for (int folder = 0; folder < std::max(folders, 1); ++folder) {
        const QByteArray parent = folders == 0 ? top : top + "/folder-" + QByteArray::number(folder);
        if (folders > 0)
            paths.push_back(parent);
        for (int i = 0; i < inEach; ++i)
            paths.push_back(parent + "/node-" + QByteArray::number(i).rightJustified(10, '0'));
    }
    return paths;
}

struct Figures
{
    QJsonArray ours;
    QJsonArray change; ///< of it: after the reading
    QJsonArray bareWalk;
    QJsonArray bareMultis;
    double wait = 0;
    double busy = 0;
    qint64 znodes = 0;

    void print() const
    {
        const QJsonObject object{{u"znodes"_s, znodes},
                                 {u"ours_ms"_s, ours},
                                 {u"change_ms"_s, change},
                                 {u"bare_walk_ms"_s, bareWalk},
                                 {u"bare_multi_ms"_s, bareMultis},
                                 {u"longest_wait_ms"_s, wait},
                                 {u"longest_busy_ms"_s, busy}};
        std::printf("%s\n", QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
    }
};

class Bench
{
public:
    explicit Bench(const char *servers)
        : m_handle(zookeeper_init(servers, nullptr, 30'000, nullptr, nullptr, 0))
        , m_connection(nullptr)
    {
        ZnodeTarget target;
        target.servers = QString::fromUtf8(servers);
        target.sessionTimeout = std::chrono::seconds(30);
        QEventLoop loop;
        QObject::connect(&m_connection, &ZnodeConnection::stateChanged, &loop,
                         [&](ZnodeConnection::State state) {
                             if (state == ZnodeConnection::State::Connected)
                                 loop.quit();
                         });
        m_connection.open(target);
        loop.exec();
    }
    ~Bench() { zookeeper_close(m_handle); }
    Q_DISABLE_COPY_MOVE(Bench)

    void fill(const QByteArray &top, int folders, int inEach)
    {
        m_figures.bareMultis += bareCreation(m_handle, layout(top, folders, inEach), value);
    }
    void search(const QByteArray &top)
    {
        BareWalk walk(m_handle, text, true);
        m_figures.bareWalk += walk.run(top);
        ZnodeQuery query;
        query.below = ZnodePath::trusted(QString::fromUtf8(top));
        query.text = QString::fromUtf8(text);
        query.values = true;
        ZnodeSearch search(&m_connection, query, nullptr);
        m_figures.ours += run(search);
        m_figures.znodes = search.visited();
        if (search.visited() != walk.visited())
            std::fprintf(stderr, "we visited %lld, the bare walk %lld\n", search.visited(), walk.visited());
    }
    void remove(const QByteArray &top, const std::vector<QByteArray> &paths)
    {
        bareCreation(m_handle, paths, value);
        BareWalk walk(m_handle, {}, false);
        m_figures.bareWalk += walk.run(top);
        m_figures.bareMultis += bareRemoval(m_handle, walk.paths());
        bareCreation(m_handle, paths, value);
        ZnodeEditor editor(&m_connection, nullptr);
        const std::unique_ptr<ZnodeChange> change(
            editor.removeSubtree(ZnodePath::trusted(QString::fromUtf8(top)), nullptr));
        runChange(*change);
    }
    void import(const QByteArray &top, const std::vector<QByteArray> &paths)
    {
        m_figures.bareMultis += bareCreation(m_handle, paths, value);
        bareRemoval(m_handle, paths);
        ZnodeDump dump;
        for (const QByteArray &path : paths) {
            ZnodeRecord record;
            record.path =
                path == top ? ZnodePath() : ZnodePath::trusted(QString::fromUtf8(path.mid(top.size())));
            record.value = value;
            record.acl = openAcl();
            dump.records += record;
        }
        ZnodeTransfer transfer(&m_connection, nullptr);
        const std::unique_ptr<ZnodeChange> change(
            transfer.import(dump, ZnodePath::trusted(QString::fromUtf8(top)), ImportConflict::Skip, nullptr));
        runChange(*change);
        bareRemoval(m_handle, paths);
    }
    [[nodiscard]] const Figures &figures() const { return m_figures; }

private:
    double run(Operation &operation)
    {
        QEventLoop loop;
        QObject::connect(&operation, &Operation::finished, &loop, &QEventLoop::quit);
        EventLoopGap gap;
        QElapsedTimer timer;
        timer.start();
        operation.start();
        loop.exec();
        const double took = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        if (!operation.succeeded())
            std::fprintf(stderr, "failed: %s\n", qPrintable(operation.error().message()));
        m_figures.wait = std::max(m_figures.wait, gap.longestWait());
        m_figures.busy = std::max(m_figures.busy, gap.longestBusy());
        return took;
    }
    void runChange(ZnodeChange &change)
    {
        QElapsedTimer timer;
        timer.start();
        double read = 0;
        QObject::connect(&change, &ZnodeChange::progress, &change, [&] {
            if (change.phase() == ZnodeChange::Phase::Reading)
                read = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        });
        const double whole = run(change);
        m_figures.ours += whole;
        m_figures.change += whole - read;
        m_figures.znodes = change.done();
    }

    zhandle_t *m_handle;
    ZnodeConnection m_connection;
    Figures m_figures;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc < 5)
        return usage();
    const QByteArray verb = argv[2];
    const QByteArray top = argv[3];
    const int first = QByteArray(argv[4]).toInt();
    const int second = argc > 5 ? QByteArray(argv[5]).toInt() : 0;
    const int third = argc > 6 ? QByteArray(argv[6]).toInt() : 0;
    zoo_set_debug_level(ZOO_LOG_LEVEL_ERROR);
    Bench bench(argv[1]);
    if (verb == "fill" && argc == 6) {
        bench.fill(top, first, second);
    } else if (verb == "search" && argc == 5) {
        for (int run = 0; run < first; ++run)
            bench.search(top);
    } else if ((verb == "remove" || verb == "import") && argc == 7) {
        const std::vector<QByteArray> paths = layout(top, second, third);
        for (int run = 0; run < first; ++run)
            verb == "remove" ? bench.remove(top, paths) : bench.import(top, paths);
    } else {
        return usage();
    }
    bench.figures().print();
    return 0;
}
