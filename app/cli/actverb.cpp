// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/actverb.h"

#include "app/cli/alreadydone.h"
#include "app/cli/question.h"
#include "app/composition.h"
#include "clusters/adoption.h"
#include "clusters/consequence.h"
#include "docker/dockerengine.h"

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

MemberAction actionOf(VerbName verb)
{
    switch (verb) {
    case VerbName::Stop:
        return MemberAction::Stop;
    case VerbName::Restart:
        return MemberAction::Restart;
    case VerbName::Kill:
        return MemberAction::Kill;
    case VerbName::Pause:
        return MemberAction::Pause;
    case VerbName::Unpause:
        return MemberAction::Unpause;
    default:
        return MemberAction::Start;
    }
}

/// By name, or by id in decimal.
const Member *memberNamed(const Ensemble &ensemble, const QString &word)
{
    if (const Member *byName = ensemble.member(word))
        return byName;
    bool isNumber = false;
    const int id = word.toInt(&isNumber);
    return isNumber ? ensemble.member(id) : nullptr;
}

QString keptSentence(const QString &cluster, const QStringList &volumes)
{
    return ActVerb::tr("These volumes were kept: %1. `zoodock rm %2 --volumes` deletes them.")
        .arg(volumes.join(u", "_s), cluster);
}

} // namespace

void ActVerb::start()
{
    whenObserved([this] {
        switch (request().verb) {
        case VerbName::Remove:
            m_context = parts().context();
            remove();
            break;
        case VerbName::Adopt:
        case VerbName::Release:
            adopt();
            break;
        default:
            act();
        }
    });
}

bool ActVerb::requireManaged()
{
    if (parts().store.cluster(request().cluster)->isManaged())
        return true;
    fail(Error(
        ErrorKind::NameInUse,
        tr("Others started “%1”. Let ZooDock manage it first: `zoodock adopt %1`.").arg(request().cluster)));
    return false;
}

void ActVerb::act()
{
    if (!requireCluster() || !requireManaged() || !requireEngine())
        return;
    const std::optional<QList<int>> members = chosenMembers();
    if (!members || isDoneAlready(*members))
        return;
    if (request().rolling)
        lookAtSettings({request().cluster}, [this, chosen = *members] { decide(chosen); });
    else
        decide(*members);
}

void ActVerb::decide(const QList<int> &members)
{
    if (!requireCluster()) // it may have gone meanwhile
        return;
    if (request().rolling) { // each is restarted as it was made
        for (const QString &sentence :
             halfDoneSentences(*parts().store.cluster(request().cluster), filingOf(request().cluster)))
            console::note(tr("Warning: %1").arg(sentence));
    }
    const QString loss = lossWithout(members);
    if (!loss.isEmpty())
        console::note(tr("Warning: %1").arg(loss));
    if (!loss.isEmpty() && !request().yes && Question::canAsk())
        ask(tr("Go on?"), [this, members] { perform(members); });
    else
        perform(members);
}

bool ActVerb::isDoneAlready(const QList<int> &members)
{
    const QString sentence = alreadyDone(request().verb, *parts().store.cluster(request().cluster), members);
    if (sentence.isEmpty())
        return false;
    console::note(sentence);
    finish(ExitCode::Ok);
    return true;
}

QString ActVerb::lossWithout(const QList<int> &members) const
{
    // Of a whole cluster everybody knows; a rolling restart takes nobody whose loss would cost the quorum.
    if (members.isEmpty() || request().rolling)
        return {};
    const ClusterStatus &cluster = *parts().store.cluster(request().cluster);
    const ActionConsequence consequence = consequenceOf(actionOf(request().verb), cluster, members);
    return consequence.losesQuorum ? consequence.sentence() : QString();
}

void ActVerb::perform(const QList<int> &members)
{
    if (!requireCluster()) // it may have gone while a person was asked
        return;
    follow(makeTask(members), [this](const Result<void> &outcome) {
        if (outcome)
            finish(ExitCode::Ok);
        else
            fail(outcome.error());
    });
}

std::optional<QList<int>> ActVerb::chosenMembers()
{
    if (request().member.isEmpty())
        return QList<int>();
    const ClusterStatus &cluster = *parts().store.cluster(request().cluster);
    if (const Member *member = memberNamed(cluster.ensemble, request().member))
        return QList<int>{member->id};
    console::note(tr("zoodock: “%1” has no member “%2”. `zoodock status %1` lists them.")
                      .arg(request().cluster, request().member));
    finish(ExitCode::NoCluster);
    return {};
}

ClusterTask *ActVerb::makeTask(const QList<int> &members)
{
    if (request().rolling)
        return parts().service.rollingRestart(request().cluster, members, request().wait);
    // A cluster's members without a container are made again; a named one by act().
    const auto isMissing = [&](const MemberStatus &member) {
        return member.container.life == ContainerLife::Absent &&
               (members.isEmpty() || members.contains(member.wanted.id));
    };
    const ClusterStatus &cluster = *parts().store.cluster(request().cluster);
    const bool makes = request().verb == VerbName::Start && (members.isEmpty() || cluster.halfMade) &&
                       std::any_of(cluster.members.cbegin(), cluster.members.cend(), isMissing);
    return makes ? parts().service.finish(request().cluster)
                 : parts().service.act(request().cluster, members, actionOf(request().verb));
}

void ActVerb::adopt()
{
    if (!requireCluster())
        return;
    const bool adopts = request().verb == VerbName::Adopt;
    if (adopts && parts().store.cluster(request().cluster)->isManaged()) {
        console::note(tr("“%1” is managed already.").arg(request().cluster));
        finish(ExitCode::Ok);
        return;
    }
    const QList<MemberStatus> &members = parts().store.cluster(request().cluster)->members;
    const bool isGone = std::all_of(members.cbegin(), members.cend(), [](const MemberStatus &member) {
        return member.container.life == ContainerLife::Absent;
    });
    const Result<void> done = adopts ? adoptCluster(request().cluster, parts().store, parts().repository)
                                     : releaseCluster(request().cluster, parts().store, parts().repository);
    if (!done) {
        fail(done.error());
        return;
    }
    if (!adopts && isGone) {
        console::note(
            tr("“%1” is not managed any more. There were no containers of it left.").arg(request().cluster));
        finish(ExitCode::Ok);
        return;
    }
    console::note(
        adopts ? tr("“%1” is managed now. Its containers were left as they are.").arg(request().cluster)
               : tr("“%1” is not managed any more. Its containers were left as they are.")
                     .arg(request().cluster));
    finish(ExitCode::Ok);
}

void ActVerb::remove()
{
    const ClusterStatus *const cluster = parts().store.cluster(request().cluster);
    const bool engineAnswers = parts().store.engine(parts().context()).reach == EngineStatus::Reach::Answers;
    if (cluster == nullptr && engineAnswers) {
        withKeptVolumes([this](const QStringList &volumes) { removeKeptVolumes(volumes); });
        return;
    }
    if (!requireCluster() || !requireManaged() || !requireEngine())
        return;
    m_context = cluster->ensemble.context;
    follow(parts().service.remove(request().cluster, request().volumes), [this](const Result<void> &outcome) {
        if (!outcome)
            fail(outcome.error());
        else if (request().volumes)
            finish(ExitCode::Ok);
        else
            tellOfKeptVolumes();
    });
}

void ActVerb::withKeptVolumes(const std::function<void(const QStringList &volumes)> &next)
{
    const QString filter = QString::fromUtf16(label::cluster) + u'=' + request().cluster;
    ValueOperation<QStringList> *query = parts().engines.engine(m_context).volumes({filter}, this);
    connect(query, &Operation::finished, this, [this, query, next] {
        query->deleteLater();
        if (query->succeeded())
            next(query->value());
        else
            fail(query->outcome().error());
    });
    query->start();
}

/// The cluster itself is gone.
void ActVerb::removeKeptVolumes(const QStringList &volumes)
{
    if (volumes.isEmpty()) {
        (void) requireCluster(); // says that there is none
        return;
    }
    if (!request().volumes) {
        console::note(tr("zoodock: There is no cluster “%1” any more. %2")
                          .arg(request().cluster, keptSentence(request().cluster, volumes)));
        finish(ExitCode::NoCluster);
        return;
    }
    DockerEngine &engine = parts().engines.engine(m_context);
    ValueOperation<QByteArray> *removal = engine.run(engine.commands().removeVolumes(volumes), this);
    connect(removal, &Operation::finished, this, [this, removal, volumes] {
        removal->deleteLater();
        if (!removal->succeeded()) {
            fail(removal->outcome().error());
            return;
        }
        console::note(tr("Of “%1” only volumes were left. These were deleted: %2")
                          .arg(request().cluster, volumes.join(u", "_s)));
        finish(ExitCode::Ok);
    });
    removal->start();
}

void ActVerb::tellOfKeptVolumes()
{
    withKeptVolumes([this](const QStringList &volumes) {
        if (!volumes.isEmpty())
            console::note(keptSentence(request().cluster, volumes));
        finish(ExitCode::Ok);
    });
}

} // namespace zoodock
