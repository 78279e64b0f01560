// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/listverbs.h"

#include "app/cli/statusreport.h"
#include "app/composition.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// Where an engine is silent, the figures are of what was wanted alone: say so on stderr.
void warnOfSilentEngines(const ClusterStore &store)
{
    for (const EngineStatus &engine : store.engines()) {
        if (engine.reach == EngineStatus::Reach::Silent && engine.problem)
            console::note(Verb::tr("zoodock: %1").arg(engine.problem->message()));
    }
}

ExitCode codeFor(const ClusterStore &store, const QString &context)
{
    return store.engine(context).reach == EngineStatus::Reach::Silent ? ExitCode::NoEngine : ExitCode::Ok;
}

} // namespace

void StatusVerb::start()
{
    whenObserved([this] { print(); });
}

void StatusVerb::print()
{
    const ClusterStore &store = parts().store;
    if (!request().cluster.isEmpty() && !requireCluster())
        return;
    warnOfSilentEngines(store);
    if (!request().cluster.isEmpty()) {
        const ClusterStatus &cluster = *store.cluster(request().cluster);
        if (request().json)
            console::out(QJsonDocument(statusJson(cluster)).toJson());
        else
            console::out(statusTable(cluster));
        finish(codeFor(store, cluster.ensemble.context));
        return;
    }
    QJsonArray all;
    QString text;
    for (const QString &name : store.clusterNames()) {
        const ClusterStatus &cluster = *store.cluster(name);
        all.append(statusJson(cluster));
        text += (text.isEmpty() ? QString() : u"\n"_s) + name + u'\n' + statusTable(cluster);
    }
    if (request().json)
        console::out(QJsonDocument(all).toJson());
    else
        console::out(text.isEmpty() ? tr("There is no cluster. `zoodock up NAME` makes one.\n") : text);
    finish(codeFor(store, parts().settings.text(SettingKey::DockerContext)));
}

void ListVerb::start()
{
    whenObserved([this] { print(); });
}

void ListVerb::print()
{
    const ClusterStore &store = parts().store;
    warnOfSilentEngines(store);
    QJsonArray all;
    QList<QStringList> rows{{tr("CLUSTER"), tr("QUORUM"), tr("NETWORK"), tr("IMAGE")}};
    for (const QString &name : store.clusterNames()) {
        const ClusterStatus &cluster = *store.cluster(name);
        const QuorumStatus &quorum = cluster.quorum;
        const QString image = cluster.ensemble.image.reference;
        rows.append({name, u"%1/%2"_s.arg(quorum.serving).arg(quorum.voters),
                     nameOf(cluster.ensemble.network.mode), image});
        QJsonObject row = statusJson(cluster);
        row.insert(u"members"_s, static_cast<int>(cluster.members.size()));
        all.append(row);
    }
    if (request().json)
        console::out(QJsonDocument(all).toJson());
    else if (rows.size() == 1)
        console::out(tr("There is no cluster. `zoodock up NAME` makes one.\n"));
    else
        console::out(console::table(rows));
    finish(codeFor(store, parts().settings.text(SettingKey::DockerContext)));
}

} // namespace zoodock
