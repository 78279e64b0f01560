// SPDX-License-Identifier: GPL-3.0-or-later
// bench_logs --read CONTAINER LINES: follows a container's log into a shown view until so many lines have
// come; prints milliseconds, and the longest time that the event loop was kept waiting. bench_logs --filter:
// a million lines of ten members, filtered by a text; the same two figures.
#include "eventloopgap.h"

#include "clusters/clusterstore.h"
#include "clusters/engineregistry.h"
#include "clusters/logbook.h"
#include "core/processrunner.h"
#include "itemmodels/logmodel.h"
#include "ui/logs/logview.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>

#include <cstdio>

using namespace zoodock;
using namespace zoodock::bench;
using namespace Qt::Literals::StringLiterals;

namespace
{

int read(const QString &container, quint64 lines)
{
    ProcessRunner runner;
    ClusterStore store(Clock::system());
    EngineRegistry engines(runner, u"docker"_s);
    store.setWanted(makeEnsemble(u"bench"_s, 1, 0, NetworkMode::Bridge, u"x"_s), WantedOrigin::File);
    ContainerObservation observed;
    observed.id = container;
    observed.life = ContainerLife::Exited;
    store.observeContainer(u"bench"_s, 1, observed);
    LogBook book(engines, store);
    book.setLimit(static_cast<int>(lines));
    LogModel model(book.rings());
    LogFilter filter;
    filter.members = {1};
    model.setFilter(filter);
    LogView view(model);
    view.resize(1200, 800);
    view.show();
    EventLoopGap gap;
    QElapsedTimer clock;
    QObject::connect(&book.rings(), &LogRings::appended, &view, [&] {
        if (book.rings().nextNumber(1) < lines)
            return;
        std::printf("%lld %lld\n", static_cast<long long>(clock.elapsed()),
                    static_cast<long long>(gap.longestWait()));
        QCoreApplication::quit();
    });
    QTimer::singleShot(300, &view, [&] {
        gap.restart();
        clock.start();
        book.open(u"bench"_s);
        book.setFollowing(true);
    });
    return QApplication::exec();
}

int filter()
{
    LogRings rings;
    rings.setMembers({1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    for (int member = 1; member <= 10; ++member) {
        QList<LogLine> lines;
        for (int i = 0; i < 100'000; ++i) {
            LogLine line;
            line.timeNano = i * 1000LL + member;
            line.text = "2026-11-22 08:57:39,932 [myid:2] - INFO  "
                        "[QuorumPeer[myid=2](plain=0.0.0.0:2181):QuorumPeer@922] - "
                        "Committing global session 0x" +
                        QByteArray::number(i, 16);
            lines += line;
        }
        rings.append(member, lines);
    }
    LogModel model(rings);
    LogView view(model);
    view.resize(1200, 800);
    view.show();
    EventLoopGap gap;
    QElapsedTimer clock;
    int step = 0;
    LogFilter wanted;
    wanted.members = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    QObject::connect(&model, &LogModel::filteringChanged, &view, [&] {
        if (model.isFiltering())
            return;
        if (++step == 1) { // all lines are there
            QTimer::singleShot(300, &view, [&] {
                gap.restart();
                clock.start();
                wanted.pattern.text = u"session 0xf"_s;
                model.setFilter(wanted);
            });
            return;
        }
        const qint64 took = clock.elapsed();
        QTimer::singleShot(100, &view, [&, took] {
            std::printf("%lld %lld %d\n", static_cast<long long>(took),
                        static_cast<long long>(gap.longestWait()), model.rowCount());
            QCoreApplication::quit();
        });
    });
    model.setFilter(wanted);
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == u"--read"_s)
        return read(arguments.at(2), arguments.at(3).toULongLong());
    if (arguments.size() == 2 && arguments.at(1) == u"--filter"_s)
        return filter();
    return 2;
}
