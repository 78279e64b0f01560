// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/lifequestion.h"

#include "clusters/activitylog.h"
#include "clusters/clusterstore.h"
#include "clusters/consequence.h"
#include "clusters/operationtask.h"
#include "core/sentences.h"
#include "ui/look/textformat.h"
#include "ui/znodes/connection/keptznodes.h"

#include <QtWidgets/QPushButton>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString verbOf(MemberAction action)
{
    switch (action) {
    case MemberAction::Kill:
        return LifeQuestion::tr("&Kill");
    case MemberAction::Pause:
        return LifeQuestion::tr("&Pause");
    case MemberAction::Restart:
        return LifeQuestion::tr("&Restart");
    case MemberAction::Remove:
        return LifeQuestion::tr("&Remove");
    default:
        return LifeQuestion::tr("&Stop");
    }
}

QString quorumQuestion(MemberAction action)
{
    switch (action) {
    case MemberAction::Kill:
        return LifeQuestion::tr("Kill so many members that the quorum is lost?");
    case MemberAction::Pause:
        return LifeQuestion::tr("Pause so many members that the quorum is lost?");
    case MemberAction::Restart:
        return LifeQuestion::tr("Restart so many members at once that the quorum is lost for a while?");
    default:
        return LifeQuestion::tr("Stop so many members that the quorum is lost?");
    }
}

QString plainQuestion(MemberAction action, const QString &subject)
{
    switch (action) {
    case MemberAction::Kill:
        return LifeQuestion::tr("Kill %1?").arg(subject);
    case MemberAction::Pause:
        return LifeQuestion::tr("Pause %1?").arg(subject);
    case MemberAction::Restart:
        return LifeQuestion::tr("Restart %1?").arg(subject);
    default:
        return LifeQuestion::tr("Stop %1?").arg(subject);
    }
}

/// Nobody knows just now whether there is a quorum.
bool isDoubtful(const ClusterStatus &status)
{
    return !status.quorum.established && (status.quorum.unconfirmed || !status.quorum.known);
}

/// What an action takes of a cluster: a member at least.
struct Taken
{
    QString name;
    const ClusterStatus *cluster;
    QList<int> ids;

    [[nodiscard]] const MemberStatus &member(int id) const { return *cluster->member(id); }
};

QList<Taken> takenBy(const ClusterStore &store, MemberAction action, const QList<Target> &targets)
{
    QList<Taken> all;
    for (const Target &target : targets) {
        if (const QList<int> ids = membersFor(action, target, store); !ids.isEmpty())
            all.append({target.cluster, store.cluster(target.cluster), ids});
    }
    return all;
}

/// Of those that the action takes away, the one that this window is connected to alone; null: none is.
const MemberStatus *onlyServer(const UiServices &services, MemberAction action, const Taken &taken)
{
    const bool takesAway = action != MemberAction::Start && action != MemberAction::Unpause;
    if (!takesAway || !services.znodes || !services.znodes->session)
        return nullptr;
    const int id = services.znodes->session->memberOf(taken.name);
    if (!taken.ids.contains(id))
        return nullptr;
    const MemberStatus &member = taken.member(id);
    return member.container.life == ContainerLife::Running ? &member : nullptr;
}

} // namespace

QStringList workCutOff(const ActivityLog &activity, const QStringList &clusters, LastingWork::Undo undo)
{
    QStringList sentences;
    for (const ClusterTask *task : activity.tasks()) {
        const auto *work = qobject_cast<const OperationTask *>(task);
        if (work && clusters.contains(work->cluster()) && work->needsServers() && !work->isFinished())
            sentences += LastingWork::consequenceFor(*work, undo);
    }
    return sentences;
}

LifeQuestion::Losses LifeQuestion::losses(const UiServices &services, MemberAction action,
                                          const QList<Target> &targets)
{
    Losses losses;
    for (const Taken &taken : takenBy(services.store, action, targets)) {
        const ActionConsequence consequence = consequenceOf(action, *taken.cluster, taken.ids);
        if (consequence.losesQuorum)
            losses.insert(taken.name, tr("%1: %2", "cluster, consequence")
                                          .arg(taken.cluster->ensemble.shownName(), consequence.sentence()));
    }
    return losses;
}

/// Without a quorum no session ends: ephemeral znodes go with their only server where the others go on.
QStringList LifeQuestion::cutOff(const UiServices &services, MemberAction action,
                                 const QList<Target> &targets, const QStringList &lost)
{
    QStringList without = lost;
    QStringList ephemerals;
    for (const Taken &taken : takenBy(services.store, action, targets)) {
        const MemberStatus *only = lost.contains(taken.name) ? nullptr : onlyServer(services, action, taken);
        if (!only)
            continue;
        without += taken.name;
        const auto count = int(services.znodes->session->ephemeralsOf(taken.name).size());
        if (count > 0 && taken.cluster->quorum.established)
            ephemerals += tr("%Ln ephemeral znode(s) that you created belong to a connection to %1 alone: "
                             "ZooKeeper deletes them unless %1 serves again within seconds.",
                             nullptr, count)
                              .arg(only->wanted.name);
    }
    return workCutOff(services.activity, without, LastingWork::Undo::Stays) + ephemerals;
}

bool LifeQuestion::isNeeded(const UiServices &services, MemberAction action, const QList<Target> &targets)
{
    return action == MemberAction::Remove || !losses(services, action, targets).isEmpty() ||
           !cutOff(services, action, targets, {}).isEmpty();
}

LifeQuestion::LifeQuestion(const UiServices &services, MemberAction action, const QList<Target> &targets,
                           QWidget *parent)
    : QMessageBox(parent)
    , m_services(services)
    , m_action(action)
    , m_targets(targets)
{
    const bool removes = action == MemberAction::Remove;
    setAttribute(Qt::WA_DeleteOnClose);
    setTextFormat(Qt::PlainText);
    setIcon(removes ? QMessageBox::Question : QMessageBox::Warning);
    setWindowTitle(removes ? tr("Remove Container") : withoutMnemonic(verbOf(action)));
    setStandardButtons(QMessageBox::Cancel);
    if (action == MemberAction::Restart) {
        m_oneByOne = addButton(tr("R&olling Restart"), QMessageBox::AcceptRole);
        connect(m_oneByOne, &QAbstractButton::clicked, this, &LifeQuestion::oneByOneWanted);
    }
    m_yes = addButton(verbOf(action), QMessageBox::DestructiveRole);
    connect(m_yes, &QAbstractButton::clicked, this, &LifeQuestion::confirmed);
    setDefaultButton(QMessageBox::Cancel);
    fill();
    const ClusterStore &store = services.store;
    connect(&store, &ClusterStore::clusterReset, this, &LifeQuestion::follow);
    connect(&store, &ClusterStore::clusterChanged, this, &LifeQuestion::follow);
    connect(&store, &ClusterStore::memberChanged, this, &LifeQuestion::follow);
    connect(&store, &ClusterStore::engineChanged, this, &LifeQuestion::follow);
    connect(&store, &ClusterStore::clusterRemoved, this, &LifeQuestion::follow);
    connect(&services.activity, &ActivityLog::taskAdded, this, &LifeQuestion::follow);
    connect(&services.activity, &ActivityLog::taskFinished, this, &LifeQuestion::follow);
}

void LifeQuestion::follow()
{
    if (!isVisible())
        return;
    const bool isThere = std::any_of(m_targets.cbegin(), m_targets.cend(), [this](const Target &target) {
        return m_services.store.cluster(target.cluster) != nullptr;
    });
    if (isThere)
        fill();
    else
        reject();
}

void LifeQuestion::fill()
{
    const QString reason = reasonAgainst(m_action, m_targets, m_services.store);
    const bool tellsOfMembers = !text().isEmpty() && m_yes->isEnabled();
    m_yes->setEnabled(reason.isEmpty());
    if (m_oneByOne)
        m_oneByOne->setEnabled(reason.isEmpty());
    if (!reason.isEmpty()) {
        say(text(), {reason});
        return;
    }
    if (tellsOfMembers && isDoubted())
        return; // what was said stands until the members have been asked
    const Losses lost = losses(m_services, m_action, m_targets);
    if (m_oneByOne)
        m_oneByOne->setHidden(lost.isEmpty());
    const QStringList paragraphs =
        m_action == MemberAction::Remove ? QStringList{containerParagraph(lost)} : quorumParagraphs(lost);
    say(question(!lost.isEmpty()), paragraphs + cutOff(m_services, m_action, m_targets, lost.keys()));
}

bool LifeQuestion::isDoubted() const
{
    const QList<Taken> all = takenBy(m_services.store, m_action, m_targets);
    return std::any_of(all.cbegin(), all.cend(),
                       [](const Taken &taken) { return isDoubtful(*taken.cluster); });
}

void LifeQuestion::say(const QString &question, const QStringList &paragraphs)
{
    if (question != text())
        setText(question);
    if (const QString all = paragraphs.join(u"\n\n"_s); all != informativeText())
        setInformativeText(all);
}

QString LifeQuestion::question(bool losesQuorum) const
{
    if (m_action == MemberAction::Remove)
        return containerQuestion();
    return losesQuorum ? quorumQuestion(m_action) : plainQuestion(m_action, subject());
}

QString LifeQuestion::subject() const
{
    QStringList subjects;
    for (const Taken &taken : takenBy(m_services.store, m_action, m_targets)) {
        QStringList names;
        for (const int id : taken.ids)
            names += taken.member(id).wanted.name;
        subjects +=
            tr("%1 of %2", "members, cluster").arg(listOf(names), taken.cluster->ensemble.shownName());
    }
    return listOf(subjects);
}

QString LifeQuestion::containerQuestion() const
{
    QStringList names;
    for (const Taken &taken : takenBy(m_services.store, m_action, m_targets)) {
        for (const int id : taken.ids)
            names += taken.member(id).container.name;
    }
    return names.size() == 1 ? tr("Remove the container %1?").arg(names.constFirst())
                             : tr("Remove these containers? %1").arg(names.join(u", "_s));
}

QStringList LifeQuestion::quorumParagraphs(const Losses &lost) const
{
    QStringList paragraphs = lost.values();
    if (!lost.isEmpty() && m_action == MemberAction::Restart)
        paragraphs += tr("A rolling restart takes one member after the other, and keeps the quorum of three "
                         "voters or more.");
    if (!lost.isEmpty())
        return paragraphs;
    for (const Taken &taken : takenBy(m_services.store, m_action, m_targets)) {
        if (!isDoubtful(*taken.cluster))
            paragraphs += (taken.cluster->quorum.established ? tr("%1 keeps its quorum.", "cluster")
                                                             : tr("%1 has no quorum as it is.", "cluster"))
                              .arg(taken.cluster->ensemble.shownName());
    }
    return paragraphs;
}

QString LifeQuestion::containerParagraph(const Losses &lost) const
{
    const QList<Taken> all = takenBy(m_services.store, m_action, m_targets);
    const bool kept = std::all_of(all.cbegin(), all.cend(), [](const Taken &taken) {
        return taken.cluster->ensemble.volumes == VolumePolicy::Named;
    });
    QStringList sentences = lost.values();
    sentences += kept ? tr("The data volumes stay. Start makes what was removed again, with its data.")
                      : tr("The data is not kept in volumes and goes with the containers.");
    return sentences.join(u'\n');
}

} // namespace zoodock
