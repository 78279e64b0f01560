// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/listverbs.h"

#include "app/cli/statusreport.h"
#include "app/composition.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

bool isSilent(const EngineStatus &engine)
{
    return engine.reach == EngineStatus::Reach::Silent && engine.problem;
}

/// Where an engine is silent, the figures are of what was wanted alone: say so on stderr.
void warnOfSilentEngines(const ClusterStore &store)
{
    for (const EngineStatus &engine : store.engines()) {
        if (isSilent(engine))
            console::note(engineComplaint(engine, *engine.problem));
    }
}

/// A list has no room for it beside the figures.
void warnOfUnseenServers(const ClusterStore &store)
{
    for (const QString &name : store.clusterNames()) {
        if (isAnsweredByStrangers(*store.cluster(name)))
            console::note(
                ListVerb::tr("Warning: the quorum of “%1” is what servers answer at the ports that its "
                             "members are published on; nobody can tell whether they are the members' "
                             "containers.")
                    .arg(name));
    }
}

ExitCode codeFor(const ClusterStore &store, const QString &context)
{
    return isSilent(store.engine(context)) ? ExitCode::NoEngine : ExitCode::Ok;
}

/// Any engine that somebody named: what it has is missing in the list.
ExitCode codeForAll(const ClusterStore &store)
{
    const QList<EngineStatus> engines = store.engines();
    return std::any_of(engines.cbegin(), engines.cend(), isSilent) ? ExitCode::NoEngine : ExitCode::Ok;
}

/// Nothing to list; a silent engine may well have clusters, and stderr says so already.
QString emptyList(ExitCode code)
{
    return code == ExitCode::Ok ? Verb::tr("There is no cluster. `zoodock up NAME` makes one.\n") : QString();
}

QString quorumFigure(const QuorumStatus &quorum)
{
    return quorum.known ? u"%1/%2"_s.arg(quorum.serving).arg(quorum.voters) : u"?/%1"_s.arg(quorum.voters);
}

} // namespace

void StatusVerb::start()
{
    whenObserved([this] {
        const QString &one = request().cluster;
        lookAtSettings(one.isEmpty() ? parts().store.clusterNames() : QStringList{one}, [this] { print(); });
    });
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
            console::out(QJsonDocument(statusJson(cluster, filingOf(request().cluster))).toJson());
        else
            console::out(statusTable(cluster, filingOf(request().cluster)));
        finish(codeFor(store, cluster.ensemble.context));
        return;
    }
    const ExitCode code = codeForAll(store);
    QJsonArray all;
    QString text;
    for (const QString &name : store.clusterNames()) {
        const ClusterStatus &cluster = *store.cluster(name);
        all.append(statusJson(cluster, filingOf(name)));
        text += (text.isEmpty() ? QString() : u"\n"_s) + name + u'\n' + statusTable(cluster, filingOf(name));
    }
    if (request().json)
        console::out(QJsonDocument(all).toJson());
    else
        console::out(text.isEmpty() ? emptyList(code) : text);
    finish(code);
}

void ListVerb::start()
{
    whenObserved([this] { print(); });
}

void ListVerb::print()
{
    const ClusterStore &store = parts().store;
    warnOfSilentEngines(store);
    warnOfUnseenServers(store);
    const ExitCode code = codeForAll(store);
    QJsonArray all;
    QList<QStringList> rows{{tr("CLUSTER"), tr("QUORUM"), tr("NETWORK"), tr("IMAGE"), tr("ORIGIN")}};
    bool hasTitles = false;
    for (const QString &name : store.clusterNames()) {
        const ClusterStatus &cluster = *store.cluster(name);
        const QString &title = cluster.ensemble.title;
        hasTitles = hasTitles || !title.isEmpty();
        rows.append({name, quorumFigure(cluster.quorum), nameOf(cluster.ensemble.network.mode),
                     cluster.ensemble.image.reference, originWord(cluster), title});
        QJsonObject row = statusJson(cluster, filingOf(name));
        row.remove("otherSettings"_L1); // not asked: a list is quick
        row.insert(u"title"_s, title.isEmpty() ? QJsonValue() : QJsonValue(title));
        row.insert(u"members"_s, static_cast<int>(cluster.members.size()));
        all.append(row);
    }
    if (hasTitles)
        rows.first().append(tr("TITLE"));
    if (request().json)
        console::out(QJsonDocument(all).toJson());
    else if (rows.size() == 1)
        console::out(emptyList(code));
    else
        console::out(console::table(rows));
    finish(code);
}

} // namespace zoodock
