// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusterrows.h"

#include "itemmodels/clustertreemodel.h"

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// While somebody makes or starts it, a quorum that is not there yet is no trouble.
bool isComing(const ClusterStatus &status)
{
    return status.isBeingChanged() && !status.quorum.established;
}

int quorumRole(const ClusterStatus &status)
{
    if (status.quorum.unconfirmed || isComing(status))
        return 2;
    if (!status.quorum.known)
        return 3;
    return status.quorum.established ? 1 : 0;
}

QString clusterWord(const ClusterStatus &status)
{
    const QuorumStatus &quorum = status.quorum;
    if (status.damage)
        return ClusterTreeModel::tr("damaged");
    if (isComing(status))
        return ClusterTreeModel::tr("changing");
    if (status.halfMade)
        return ClusterTreeModel::tr("interrupted");
    if (!quorum.known)
        return ClusterTreeModel::tr("unknown");
    if (quorum.unconfirmed)
        return ClusterTreeModel::tr("checking");
    return quorum.established ? ClusterTreeModel::tr("quorum") : ClusterTreeModel::tr("no quorum");
}

QString clusterSentence(const ClusterStatus &status)
{
    if (status.damage)
        return ClusterTreeModel::tr("%1: %2").arg(status.ensemble.shownName(), status.damage->message());
    if (status.halfMade)
        return ClusterTreeModel::tr(
                   "A change of %1 was interrupted. Its page “Overview” tells what can be done.")
            .arg(status.ensemble.shownName());
    if (status.origin == WantedOrigin::Labels)
        return ClusterTreeModel::tr("%1: %2 Its file is missing; it was rebuilt from the containers' labels.")
            .arg(status.ensemble.shownName(), quorumSentence(status.quorum));
    return ClusterTreeModel::tr("%1: %2").arg(status.ensemble.shownName(), quorumSentence(status.quorum));
}

QString memberSentence(const MemberStatus &member)
{
    const QString where = member.clientPort == 0 ? ClusterTreeModel::tr("no published client port")
                                                 : u"%1:%2"_s.arg(member.clientHost).arg(member.clientPort);
    const QString sentence = ClusterTreeModel::tr("%1, %2, %3", "member, state, address")
                                 .arg(member.wanted.name, wordFor(member.state), where);
    return member.problem.isEmpty() ? sentence : ClusterTreeModel::tr("%1. %2").arg(sentence, member.problem);
}

} // namespace

QVariant clusterRowData(const ClusterStatus &status, const EngineStatus &engine, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return status.ensemble.shownName();
    case ClusterTreeModel::ColourRole:
        return status.ensemble.colour;
    case Qt::ToolTipRole:
        return status.ensemble.notes.isEmpty()
                   ? clusterSentence(status)
                   : u"%1\n\n%2"_s.arg(clusterSentence(status), status.ensemble.notes);
    case Qt::AccessibleTextRole:
    case ClusterTreeModel::SentenceRole:
        return clusterSentence(status);
    case ClusterTreeModel::QuorumRole:
        return quorumRole(status);
    case ClusterTreeModel::CountRole:
        return status.quorum.known && status.quorum.voters > 0
                   ? u"%1/%2"_s.arg(status.quorum.serving).arg(status.quorum.voters)
                   : QString();
    case ClusterTreeModel::WordRole:
        return clusterWord(status);
    case ClusterTreeModel::StaleRole:
        return engine.reach == EngineStatus::Reach::Silent;
    case ClusterTreeModel::AttentionRole:
        return status.damage.has_value() || status.halfMade || status.origin == WantedOrigin::Labels;
    default:
        return {};
    }
}

QVariant memberRowData(const MemberStatus &member, const EngineStatus &engine, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return member.wanted.name;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
    case ClusterTreeModel::SentenceRole:
        return memberSentence(member);
    case ClusterTreeModel::StateRole:
        return int(member.state);
    case ClusterTreeModel::WordRole:
        return wordFor(member.state);
    case ClusterTreeModel::StaleRole:
        return !isServing(member.state) && engine.reach == EngineStatus::Reach::Silent;
    case ClusterTreeModel::AttentionRole:
        return !member.problem.isEmpty();
    default:
        return {};
    }
}

} // namespace zoodock
