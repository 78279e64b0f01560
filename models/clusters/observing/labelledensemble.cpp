// SPDX-License-Identifier: GPL-3.0-or-later
#include "labelledensemble.h"

#include "ensemble/ensemblejson.h"
#include "ensemble/portplan.h"

#include <QtCore/QLoggingCategory>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

Member standardMember(int id)
{
    Member member;
    member.id = id;
    member.name = u"zoo%1"_s.arg(id);
    member.client.port = standardClientPort;
    member.quorum.port = standardQuorumPort;
    member.election.port = standardElectionPort;
    member.admin.port = standardAdminPort;
    return member;
}

} // namespace

Ensemble ensembleFromLabels(const Ensemble &known, const QString &context, const QString &cluster,
                            int memberId, const QByteArray &specJson)
{
    const Result<Ensemble> spec = ensembleFromJson(specJson);
    Ensemble ensemble = known;
    if (spec && spec->member(memberId)) {
        ensemble = withoutAdoption(*spec); // what has our labels is ours
    } else {
        // Of each cluster its own: who asked for one need not hear of another.
        const QByteArray category = QByteArrayLiteral("zoodock.clusters.labels.") + cluster.toUtf8();
        const QLoggingCategory labelsLog(category.constData());
        qCWarning(labelsLog).noquote()
            << "The specification of" << cluster << "on the container of member" << memberId
            << "cannot be used:" << (spec ? u"it does not know the member"_s : spec.error().toString());
        ensemble.members.append(standardMember(memberId));
        std::sort(ensemble.members.begin(), ensemble.members.end(),
                  [](const Member &left, const Member &right) { return left.id < right.id; });
    }
    ensemble.name = cluster;
    ensemble.context = context;
    return ensemble;
}

} // namespace zoodock
