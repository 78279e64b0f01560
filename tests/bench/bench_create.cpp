// SPDX-License-Identifier: GPL-3.0-or-later
// bench_create NAME [IMAGE]: makes a three-member bridge cluster as the program does and prints, as JSON, how
// long the preflight took and how long it was from the first command to an established quorum (ms). Prints
// the commands too, so that the peer can run the same.
#include "app/composition.h"
#include "clusters/clustertask.h"
#include "ensemble/defaultimage.h"
#include "ensemble/portplan.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <cstdio>

using namespace zoodock;
using namespace Qt::Literals::StringLiterals;

namespace
{

void fail(const Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.toString()));
    QCoreApplication::exit(1);
}

void create(Composition &parts, const Plan &plan, qint64 preflightMs)
{
    auto timer = std::make_shared<QElapsedTimer>();
    auto established = std::make_shared<qint64>(-1);
    const QString name = plan.ensemble.name;
    QObject::connect(&parts.store, &ClusterStore::clusterChanged, &parts.store,
                     [&parts, timer, established, name] {
                         const ClusterStatus *cluster = parts.store.cluster(name);
                         if (*established < 0 && cluster != nullptr && cluster->quorum.established)
                             *established = timer->elapsed();
                     });
    ClusterTask *task = parts.service.create(plan);
    QObject::connect(task, &Operation::finished, &parts.store, [task, timer, established, preflightMs] {
        if (!task->outcome()) {
            fail(task->outcome().error());
            return;
        }
        const QJsonObject figures{
            {u"preflightMs"_s, preflightMs}, {u"quorumMs"_s, *established}, {u"taskMs"_s, timer->elapsed()}};
        std::printf("%s\n", QJsonDocument(figures).toJson(QJsonDocument::Compact).constData());
        QCoreApplication::exit(0);
    });
    timer->start();
    task->start();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCoreApplication::setOrganizationName(u"zoodock"_s);
    QCoreApplication::setApplicationName(u"zoodock"_s);
    Composition parts;
    parts.open();
    Ensemble ensemble = makeEnsemble(QString::fromLocal8Bit(argv[1]), 3, 0, NetworkMode::Bridge,
                                     argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString());
    ensemble.testRun = qEnvironmentVariable("ZOODOCK_TEST_RUN");
    QElapsedTimer timer;
    const auto begin = [&] {
        timer.start();
        auto *facts = parts.service.preflight(ensemble, &parts.store);
        QObject::connect(facts, &Operation::finished, &parts.store, [&, facts] {
            const qint64 preflightMs = timer.elapsed();
            if (!facts->succeeded()) {
                fail(facts->outcome().error());
                return;
            }
            if (ensemble.image.reference.isEmpty())
                ensemble.image.reference = defaultImage(facts->value());
            proposePorts(ensemble, facts->value());
            const Result<Plan> plan = parts.service.plan(ensemble, facts->value());
            if (plan)
                create(parts, *plan, preflightMs);
            else
                fail(plan.error());
        });
        facts->start();
    };
    if (parts.monitor.isSettled())
        QMetaObject::invokeMethod(&parts.store, begin, Qt::QueuedConnection);
    else
        QObject::connect(&parts.monitor, &ClusterMonitor::settled, &parts.store, begin,
                         Qt::SingleShotConnection);
    return QCoreApplication::exec();
}
