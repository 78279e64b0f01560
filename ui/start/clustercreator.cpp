// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/clustercreator.h"

#include "clusters/activitylog.h"
#include "clusters/clusterservice.h"
#include "clusters/clusterstore.h"
#include "core/settings.h"
#include "ensemble/defaultimage.h"
#include "ensemble/ensemblejson.h"
#include "ensemble/imagefamily.h"
#include "ensemble/portplan.h"

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// A creation that did not come to its first step: all that it does is tell why.
class UnbegunCreation : public ClusterTask
{
public:
    UnbegunCreation(const Ensemble &ensemble, bool hasLooked, Error error)
        : ClusterTask(ensemble.name,
                      TaskTitle::of<ClusterCreator>(QT_TRANSLATE_NOOP("zoodock::ClusterCreator", "Create %1"),
                                                    {ensemble.shownName()}),
                      nullptr)
        , m_error(std::move(error))
    {
        TaskStep looking;
        looking.sentence = ClusterCreator::tr("Look at the engine");
        looking.state = hasLooked ? StepState::Done : StepState::Failed;
        QList<TaskStep> steps{looking};
        if (hasLooked) {
            TaskStep planning;
            planning.sentence = ClusterCreator::tr("Plan what has to be made");
            planning.state = StepState::Failed;
            steps += planning;
        }
        setSteps(steps);
    }

protected:
    void begin() override
    {
        markBegun();
        fail(m_error);
    }

private:
    Error m_error;
};

} // namespace

ClusterCreator::ClusterCreator(const UiServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
}

void ClusterCreator::create(const QString &name, int members)
{
    Ensemble ensemble = makeEnsemble(name, members, 0, NetworkMode::Bridge, {});
    ensemble.context = m_services.newClusterContext();
    create(ensemble);
}

void ClusterCreator::createAsChosen(const Ensemble &wish, const Ensemble &toRemember)
{
    Wish chosen = wishFor(wish, Ports::AsChosen);
    chosen.toRemember = toRemember;
    begin(chosen);
}

void ClusterCreator::create(const Ensemble &wish)
{
    begin(wishFor(wish, Ports::Proposed));
}

ClusterCreator::Wish ClusterCreator::wishFor(const Ensemble &ensemble, Ports ports) const
{
    Wish wish;
    wish.ensemble = ensemble;
    wish.ports = ports;
    wish.asked = ports;
    wish.ensemble.testRun = qEnvironmentVariable("ZOODOCK_TEST_RUN", ensemble.testRun);
    return wish;
}

void ClusterCreator::begin(const Wish &wish)
{
    if (m_looking)
        m_waiting += wish;
    else
        look(wish);
}

void ClusterCreator::look(const Wish &wish)
{
    setBusy(true);
    auto *preflight = m_services.service.preflight(wish.ensemble, this);
    connect(preflight, &Operation::finished, this, [this, preflight, wish] {
        preflight->deleteLater();
        const bool isLast = m_waiting.isEmpty();
        if (isLast)
            setBusy(false);
        if (const Result<HostFacts> facts = preflight->result())
            plan(wish, *facts);
        else
            giveUp(wish, false, facts.error());
        if (!isLast) // once the task has begun: from then on its ports count as taken
            QMetaObject::invokeMethod(
                this, [this] { look(m_waiting.takeFirst()); }, Qt::QueuedConnection);
    });
    preflight->start();
}

void ClusterCreator::plan(const Wish &wish, const HostFacts &facts)
{
    Ensemble ensemble = wish.ensemble;
    if (ensemble.image.reference.isEmpty()) {
        ensemble.image.reference = defaultImage(facts, m_services.settings.text(SettingKey::DefaultImage));
        if (const ImageFamily *family = imageFamilyOf(ensemble.image.reference))
            ensemble.image.family = family->id;
    }
    const auto firstPort = quint16(m_services.settings.value(SettingKey::FirstClientPort).toInt());
    if (wish.ports == Ports::Proposed)
        proposePorts(ensemble, facts, firstPort);
    Result<Plan> plan = m_services.service.plan(ensemble, facts);
    if (!plan) {
        giveUp(wish, true, plan.error());
        return;
    }
    if (wish.before)
        plan->movedPorts = movedPorts(*wish.before, plan->ensemble);
    ClusterTask *task = m_services.service.create(*plan, wish.quorumDeadline);
    Wish next = wish;
    next.ports = Ports::Proposed;
    next.quorumDeadline *= 2; // where time was short
    next.before = plan->ensemble;
    task->setAgain(
        [next](QObject &window) {
            if (auto *creator = window.findChild<ClusterCreator *>())
                creator->begin(next);
        },
        ClusterTask::AgainWith::FreePorts);
    letAmend(*task, wish);
    if (wish.toRemember)
        rememberOnceMade(*wish.toRemember, task);
    task->start();
    Q_EMIT started(task);
}

void ClusterCreator::letAmend(ClusterTask &task, const Wish &wish)
{
    task.setAmend([ensemble = wish.ensemble, ports = wish.asked](QObject &window, ClusterTask &ended) {
        if (auto *creator = window.findChild<ClusterCreator *>())
            Q_EMIT creator->changeWanted(ensemble, ports, &ended);
    });
}

/// Also where the window is another one by then.
void ClusterCreator::rememberOnceMade(const Ensemble &wish, ClusterTask *task)
{
    connect(task, &Operation::finished, &m_services.settings, [&settings = m_services.settings, task, wish] {
        if (task->succeeded())
            settings.setValue(SettingKey::LastWish, QString::fromUtf8(toCompactJson(wish)));
    });
}

void ClusterCreator::giveUp(const Wish &wish, bool hasLooked, const Error &error)
{
    auto *task = new UnbegunCreation(wish.ensemble, hasLooked, error);
    task->setAgain([wish](QObject &window) {
        if (auto *creator = window.findChild<ClusterCreator *>())
            creator->begin(wish);
    });
    letAmend(*task, wish);
    m_services.activity.add(task);
    task->start();
}

QString ClusterCreator::freeName() const
{
    const QStringList taken = m_services.store.clusterNames();
    QString name = u"quickstart"_s;
    for (int number = 2; taken.contains(name); ++number)
        name = u"cluster-%1"_s.arg(number);
    return name;
}

void ClusterCreator::setBusy(bool busy)
{
    m_looking = busy;
    Q_EMIT busyChanged(busy);
}

} // namespace zoodock
