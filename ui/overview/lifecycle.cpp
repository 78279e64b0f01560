// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/lifecycle.h"

#include "clusters/activitylog.h"
#include "clusters/clusterrepository.h"
#include "clusters/clusterstore.h"
#include "ui/overview/lifequestion.h"
#include "ui/overview/removaldialog.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr std::chrono::milliseconds measuredAgainAfter{2'000};

QSet<QString> namesOfVolumes(const RemovalExtent &extent)
{
    QSet<QString> names;
    for (const RemovalExtent::Volume &volume : extent.volumes)
        names.insert(volume.name);
    return names;
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
    if (!LifeQuestion::isNeeded(m_services, action, targets)) {
        perform(action, targets);
        return;
    }
    auto *question = new LifeQuestion(m_services, action, targets, m_owner->window());
    connect(question, &LifeQuestion::confirmed, this, [this, action, targets] { perform(action, targets); });
    connect(question, &LifeQuestion::oneByOneWanted, this, [this, targets] { restartOneByOne(targets); });
    question->open();
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
        measure(status.ensemble.name, RemovalExtent::Sizes::Counted, {}, dialog);
    const auto tellWork = [this, clusters, dialog] {
        dialog->setWork(workCutOff(m_services.activity, clusters, LastingWork::Undo::Goes));
    };
    connect(&m_services.activity, &ActivityLog::taskAdded, dialog, tellWork);
    connect(&m_services.activity, &ActivityLog::taskFinished, dialog, tellWork);
    tellWork();
    connect(&m_services.store, &ClusterStore::clusterRemoved, dialog, &RemovalDialog::drop);
    connect(dialog, &RemovalDialog::confirmed, this, [this, dialog](bool withVolumes) {
        const QStringList confirmed = dialog->clusters();
        for (const QString &name : confirmed)
            removeNow(name, withVolumes);
    });
    dialog->open();
}

/// Sizes take docker a moment; the question is there before them, and each volume's is counted once:
/// `counted` names those. Others may make or remove a part of it meanwhile.
void Lifecycle::measure(const QString &cluster, RemovalExtent::Sizes sizes, const QSet<QString> &counted,
                        RemovalDialog *dialog)
{
    ValueOperation<RemovalExtent> *query = m_services.service.removalExtent(cluster, dialog, sizes);
    connect(query, &Operation::finished, dialog, [this, query, cluster, sizes, counted, dialog] {
        query->deleteLater();
        RemovalExtent::Sizes next = sizes;
        QSet<QString> known = counted;
        if (query->succeeded()) {
            const RemovalExtent extent = query->value();
            dialog->setExtent(extent);
            const QSet<QString> volumes = namesOfVolumes(extent);
            if (sizes == RemovalExtent::Sizes::Counted)
                known = volumes;
            next = known.contains(volumes) ? RemovalExtent::Sizes::LeftOut : RemovalExtent::Sizes::Counted;
        }
        QTimer::singleShot(measuredAgainAfter, dialog, [this, cluster, next, known, dialog] {
            if (dialog->isVisible() && dialog->clusters().contains(cluster))
                measure(cluster, next, known, dialog);
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
