// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/clusterstatus.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace zoodock
{

namespace
{

QString sentence(const char *text)
{
    return QCoreApplication::translate("Quorum", text);
}

bool countsForQuorum(MemberState state)
{
    return state == MemberState::Leader || state == MemberState::Follower || state == MemberState::Standalone;
}

QString unknownSentence(const QuorumStatus &quorum)
{
    if (quorum.engineSilent)
        return sentence(QT_TRANSLATE_NOOP("Quorum", "Unknown: nobody can tell who serves. %1"))
            .arg(quorum.silence)
            .trimmed();
    if (quorum.serving == 0)
        return sentence(QT_TRANSLATE_NOOP("Quorum", "Unknown: the servers have not been asked yet."));
    return sentence(QT_TRANSLATE_NOOP(
                        "Quorum",
                        "Unknown: some servers have not been asked yet; %1 of %2 voters are known to serve."))
        .arg(quorum.serving)
        .arg(quorum.voters);
}

QString lackSentence(const QuorumStatus &quorum)
{
    if (quorum.voters == 1)
        return sentence(QT_TRANSLATE_NOOP("Quorum", "The only server does not serve."));
    if (quorum.serving >= quorum.majority) {
        return sentence(
                   QT_TRANSLATE_NOOP(
                       "Quorum", "No quorum: %1 of %2 voters serve, but none of them says that it leads."))
            .arg(quorum.serving)
            .arg(quorum.voters);
    }
    if (quorum.serving == 1) {
        return sentence(QT_TRANSLATE_NOOP("Quorum", "No quorum: 1 of %1 voters serves, %2 are needed."))
            .arg(quorum.voters)
            .arg(quorum.majority);
    }
    return sentence(QT_TRANSLATE_NOOP("Quorum", "No quorum: %1 of %2 voters serve, %3 are needed."))
        .arg(quorum.serving)
        .arg(quorum.voters)
        .arg(quorum.majority);
}

} // namespace

const MemberStatus *ClusterStatus::member(int id) const
{
    const auto it = std::find_if(members.begin(), members.end(),
                                 [id](const MemberStatus &member) { return member.wanted.id == id; });
    return it == members.end() ? nullptr : &*it;
}

QuorumStatus quorumOf(const Ensemble &ensemble, const QList<MemberStatus> &members)
{
    QuorumStatus quorum;
    quorum.voters = ensemble.participants();
    quorum.majority = ensemble.majority();
    bool standalone = false;
    for (const MemberStatus &member : members) {
        if (member.wanted.role != MemberRole::Participant)
            continue;
        if (countsForQuorum(member.state))
            ++quorum.serving;
        if (member.state == MemberState::Unknown)
            ++quorum.unknown;
        if (member.state == MemberState::Leader)
            quorum.leaderId = member.wanted.id;
        standalone = standalone || member.state == MemberState::Standalone;
        quorum.unconfirmed = quorum.unconfirmed || member.state == MemberState::Unconfirmed;
    }
    // A standalone server is the whole of an ensemble of one; among several it serves, but not with them.
    quorum.established = quorum.voters > 0 && ((quorum.leaderId != 0 && quorum.serving >= quorum.majority) ||
                                               (standalone && quorum.voters == 1));
    const bool mayBe = quorum.unknown > 0 && quorum.serving + quorum.unknown >= quorum.majority;
    quorum.known = quorum.established || !mayBe;
    quorum.survivesLossOf = quorum.established ? std::max(0, quorum.serving - quorum.majority) : 0;
    return quorum;
}

QString quorumSentence(const QuorumStatus &quorum)
{
    if (quorum.voters == 0)
        return sentence(QT_TRANSLATE_NOOP("Quorum", "No voter is known."));
    if (!quorum.established && quorum.unconfirmed)
        return sentence(
            QT_TRANSLATE_NOOP("Quorum", "Something happened a moment ago: the roles are being asked again."));
    if (!quorum.known)
        return unknownSentence(quorum);
    if (!quorum.established)
        return lackSentence(quorum);
    if (quorum.voters == 1)
        return sentence(QT_TRANSLATE_NOOP("Quorum", "The only server serves. Nothing survives its loss."));
    if (quorum.survivesLossOf == 0) {
        return sentence(QT_TRANSLATE_NOOP("Quorum",
                                          "%1 of %2 voters serve. The loss of one more ends the quorum."))
            .arg(quorum.serving)
            .arg(quorum.voters);
    }
    return sentence(QT_TRANSLATE_NOOP("Quorum", "%1 of %2 voters serve. The quorum survives the loss of %3."))
        .arg(quorum.serving)
        .arg(quorum.voters)
        .arg(quorum.survivesLossOf);
}

} // namespace zoodock
