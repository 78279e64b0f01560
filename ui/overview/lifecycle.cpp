// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/lifecycle.h"

#include "clusters/activitylog.h"
#include "clusters/clusterrepository.h"
#include "clusters/clusterstore.h"
#include "clusters/consequence.h"
#include "clusters/operationtask.h"
#include "ui/overview/removaldialog.h"

#include <QtCore/QTimer>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr std::chrono::milliseconds measuredAgainAfter{2'000};

QString titleOf(MemberAction action)
{
    switch (action) {
    case MemberAction::Kill:
        return Lifecycle::tr("Kill");
    case MemberAction::Pause:
        return Lifecycle::tr("Pause");
    case MemberAction::Restart:
        return Lifecycle::tr("Restart");
    default:
        return Lifecycle::tr("Stop");
    }
}

QString questionOf(MemberAction action)
{
    switch (action) {
    case MemberAction::Kill:
        return Lifecycle::tr("Kill so many members that the quorum is lost?");
    case MemberAction::Pause:
        return Lifecycle::tr("Pause so many members that the quorum is lost?");
    case MemberAction::Restart:
        return Lifecycle::tr("Restart so many members at once that the quorum is lost for a while?");
    default:
        return Lifecycle::tr("Stop so many members that the quorum is lost?");
    }
}

} // namespace

Lifecycle::Lifecycle(const UiServices &services, QWidget *owner)
    : QObject(owner)
    , m_services(services)
    , m_owner(owner)
{
}

void Lifecycle::act(MemberAction action, const QList<Target> &targets)
{
    if (!reasonAgainst(action, targets, m_services.store).isEmpty())
        return;
    if (action == MemberAction::Remove)
        askAboutContainers(targets);
    else if (const Losses lost = losses(action, targets); !lost.isEmpty())
        askAboutQuorum(action, targets, lost);
    else
        perform(action, targets);
}

void Lifecycle::perform(MemberAction action, const QList<Target> &targets)
{
    for (const Target &target : targets) {
        const ClusterStatus *status = m_services.store.cluster(target.cluster);
        if (!status || status->isBeingChanged())
            continue;
        const QList<int> ids = membersFor(action, target, m_services.store);
        const bool anew =
            action == MemberAction::Start && std::any_of(ids.cbegin(), ids.cend(), [status](int id) {
                return status->member(id)->container.life == ContainerLife::Absent;
            });
        const bool isAll = ids.size() == status->members.size();
        if (anew && (target.members.isEmpty() || status->halfMade))
            finish(target.cluster);
        else if (!ids.isEmpty())
            begin(m_services.service.act(target.cluster, isAll && !anew ? QList<int>() : ids, action),
                  [action, target](Lifecycle &lifecycle) { lifecycle.performAgain(action, target); });
    }
}

/// Where it makes no sense any more, the task is started all the same: it ends by saying why.
void Lifecycle::performAgain(MemberAction action, const Target &target)
{
    const ClusterStatus *status = m_services.store.cluster(target.cluster);
    if (status && !status->isBeingChanged() && !membersFor(action, target, m_services.store).isEmpty())
        perform(action, {target});
    else
        begin(m_services.service.act(target.cluster, target.members, action),
              [action, target](Lifecycle &lifecycle) { lifecycle.performAgain(action, target); });
}

void Lifecycle::begin(ClusterTask *task, std::function<void(Lifecycle &)> again, ClusterTask::AgainWith with)
{
    task->setAgain(
        [again = std::move(again)](QObject &window) {
            if (auto *lifecycle = window.findChild<Lifecycle *>())
                again(*lifecycle);
        },
        with);
    task->start();
}

void Lifecycle::finish(const QString &cluster, std::chrono::milliseconds quorumDeadline)
{
    finish(cluster, quorumDeadline, ClusterService::TakenPorts::Refuse);
}

/// As long as a creation that was interrupted is not finished there is no other way to other ports.
void Lifecycle::finish(const QString &cluster, std::chrono::milliseconds quorumDeadline,
                       ClusterService::TakenPorts taken)
{
    const auto journal = m_services.repository.journal().read(cluster);
    const bool halfMade = journal && journal->change == JournalEntry::Change::Create;
    const auto later = halfMade ? ClusterService::TakenPorts::Move : ClusterService::TakenPorts::Refuse;
    begin(
        m_services.service.finish(cluster, quorumDeadline, taken),
        [cluster, quorumDeadline, later](Lifecycle &lifecycle) {
            lifecycle.finish(cluster, quorumDeadline * 2, later);
        },
        halfMade ? ClusterTask::AgainWith::FreePorts : ClusterTask::AgainWith::Same);
}

void Lifecycle::removeNow(const QString &cluster, bool withVolumes)
{
    begin(m_services.service.remove(cluster, withVolumes),
          [cluster, withVolumes](Lifecycle &lifecycle) { lifecycle.removeNow(cluster, withVolumes); });
}

Lifecycle::Losses Lifecycle::losses(MemberAction action, const QList<Target> &targets) const
{
    Losses losses;
    for (const Target &target : targets) {
        const ClusterStatus *status = m_services.store.cluster(target.cluster);
        const QList<int> ids = membersFor(action, target, m_services.store);
        if (!status || ids.isEmpty())
            continue;
        const ActionConsequence consequence = consequenceOf(action, *status, ids);
        if (consequence.losesQuorum)
            losses.insert(target.cluster, tr("%1: %2", "cluster, consequence")
                                              .arg(status->ensemble.shownName(), consequence.sentence()));
    }
    return losses;
}

QStringList Lifecycle::workCutOff(const QStringList &clusters, LastingWork::Undo undo) const
{
    QStringList sentences;
    for (const ClusterTask *task : m_services.activity.tasks()) {
        const auto *work = qobject_cast<const OperationTask *>(task);
        if (work && clusters.contains(work->cluster()) && work->needsServers() && !work->isFinished())
            sentences += LastingWork::consequenceFor(*work, undo);
    }
    return sentences;
}

void Lifecycle::tellWork(const QStringList &clusters, LastingWork::Undo undo, QObject *question,
                         const std::function<void(const QStringList &)> &tell)
{
    const auto now = [this, clusters, undo, tell] { tell(workCutOff(clusters, undo)); };
    connect(&m_services.activity, &ActivityLog::taskAdded, question, now);
    connect(&m_services.activity, &ActivityLog::taskFinished, question, now);
    now();
}

void Lifecycle::ask(QMessageBox *box, const QString &button, MemberAction action,
                    const QList<Target> &targets, const QStringList &losing, const QStringList &paragraphs)
{
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    tellWork(losing, LastingWork::Undo::Stays, box, [box, paragraphs](const QStringList &work) {
        box->setInformativeText((paragraphs + work).join(u"\n\n"_s));
    });
    const QPushButton *yes = box->addButton(button, QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(yes, &QAbstractButton::clicked, this, [this, action, targets] { perform(action, targets); });
    box->open();
}

void Lifecycle::askAboutQuorum(MemberAction action, const QList<Target> &targets, const Losses &losses)
{
    const QString title = titleOf(action);
    auto *box = new QMessageBox(QMessageBox::Warning, title, questionOf(action), QMessageBox::Cancel,
                                m_owner->window());
    QStringList paragraphs = losses.values();
    if (action == MemberAction::Restart) {
        paragraphs += tr("A rolling restart takes one member after the other, and keeps the quorum of three "
                         "voters or more.");
        const QPushButton *rolling = box->addButton(tr("R&olling Restart"), QMessageBox::AcceptRole);
        connect(rolling, &QAbstractButton::clicked, this, [this, targets] { restartOneByOne(targets); });
    }
    ask(box, title, action, targets, losses.keys(), paragraphs);
}

QString Lifecycle::containerQuestion(const QList<Target> &targets) const
{
    QStringList names;
    for (const Target &target : targets) {
        const ClusterStatus *status = m_services.store.cluster(target.cluster);
        for (const int id : membersFor(MemberAction::Remove, target, m_services.store))
            names += status->member(id)->container.name;
    }
    return names.size() == 1 ? tr("Remove the container %1?").arg(names.constFirst())
                             : tr("Remove these containers? %1").arg(names.join(u", "_s));
}

void Lifecycle::askAboutContainers(const QList<Target> &targets)
{
    const Losses lost = losses(MemberAction::Remove, targets);
    QStringList sentences = lost.values();
    bool kept = true;
    for (const Target &target : targets) {
        const ClusterStatus *status = m_services.store.cluster(target.cluster);
        kept = kept && (!status || status->ensemble.volumes == VolumePolicy::Named);
    }
    sentences += kept ? tr("The data volumes stay. Start makes what was removed again, with its data.")
                      : tr("The data is not kept in volumes and goes with the containers.");
    auto *box = new QMessageBox(QMessageBox::Question, tr("Remove Container"), containerQuestion(targets),
                                QMessageBox::Cancel, m_owner->window());
    ask(box, tr("&Remove"), MemberAction::Remove, targets, lost.keys(), {sentences.join(u'\n')});
}

void Lifecycle::remove(const QStringList &clusters)
{
    QList<ClusterStatus> statuses;
    for (const QString &name : clusters) {
        if (const ClusterStatus *status = m_services.store.cluster(name))
            statuses += *status;
    }
    if (statuses.isEmpty())
        return;
    auto *dialog = new RemovalDialog(statuses, m_owner->window());
    for (const ClusterStatus &status : statuses)
        measure(status.ensemble.name, RemovalExtent::Sizes::Counted, dialog);
    tellWork(clusters, LastingWork::Undo::Goes, dialog,
             [dialog](const QStringList &work) { dialog->setWork(work); });
    connect(&m_services.store, &ClusterStore::clusterRemoved, dialog, &RemovalDialog::drop);
    connect(dialog, &RemovalDialog::confirmed, this, [this, dialog](bool withVolumes) {
        const QStringList confirmed = dialog->clusters();
        for (const QString &name : confirmed)
            removeNow(name, withVolumes);
    });
    dialog->open();
}

/// Sizes take docker a moment; the question is there before them, and they are counted once. Others may
/// remove a part of it meanwhile.
void Lifecycle::measure(const QString &cluster, RemovalExtent::Sizes sizes, RemovalDialog *dialog)
{
    ValueOperation<RemovalExtent> *query = m_services.service.removalExtent(cluster, dialog, sizes);
    connect(query, &Operation::finished, dialog, [this, query, cluster, sizes, dialog] {
        query->deleteLater();
        if (query->succeeded())
            dialog->setExtent(query->value());
        const auto next = query->succeeded() ? RemovalExtent::Sizes::LeftOut : sizes;
        QTimer::singleShot(measuredAgainAfter, dialog, [this, cluster, next, dialog] {
            if (dialog->isVisible() && dialog->clusters().contains(cluster))
                measure(cluster, next, dialog);
        });
    });
    query->start();
}

void Lifecycle::restartOneByOne(const QList<Target> &targets, std::chrono::milliseconds quorumDeadline)
{
    for (const Target &target : targets) {
        const ClusterStatus *status = m_services.store.cluster(target.cluster);
        if (!status || status->isBeingChanged())
            continue;
        restartNow(target, quorumDeadline);
    }
}

void Lifecycle::restartNow(const Target &target, std::chrono::milliseconds quorumDeadline)
{
    begin(
        m_services.service.rollingRestart(target.cluster, target.members, quorumDeadline),
        [target, quorumDeadline](Lifecycle &lifecycle) { lifecycle.restartNow(target, quorumDeadline * 2); });
}

} // namespace zoodock
