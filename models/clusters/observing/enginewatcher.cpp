// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/enginewatcher.h"

#include "clusters/clusterstore.h"
#include "containerview.h"
#include "docker/dockerengine.h"
#include "docker/eventstream.h"

#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr auto engineDeadline = 10s;
/// Events come in bunches (connect, start): one inspect for all of a bunch.
constexpr auto bunch = 10ms;
constexpr auto lookAgainPause = 2s;

bool isDesktopOrRootless(const EngineInfo &info)
{
    return info.operatingSystem.contains("Docker Desktop"_L1) ||
           info.securityOptions.contains("name=rootless"_L1);
}

bool isRenamed(const MemberStatus &member)
{
    return !member.container.id.isEmpty() && member.container.name != member.wanted.container;
}

QString clusterLabel()
{
    return QString::fromUtf16(label::cluster);
}

} // namespace

/// One full look at the engine: several questions, one end.
struct EngineWatcher::Look
{
    int generation = 0;
    quint64 serial = 0; ///< of the last event before the questions
    int outstanding = 0;
    bool abandoned = false;
    EngineVersion version;
    QList<ContainerInfo> containers;
    QStringList
        asked; ///< names or ids of adopted containers; what was adopted or discovered since is not among them
    QList<ContainerInfo> adopted;
    std::optional<ContextInfo> endpoint;
    std::optional<EngineInfo> info;
    std::optional<Error> problem;
};

EngineWatcher::EngineWatcher(QString context, DockerEngine &engine, ClusterStore &store, QObject *parent)
    : QObject(parent)
    , m_context(std::move(context))
    , m_engine(engine)
    , m_store(store)
    , m_events(new EventStream(engine, this))
{
    m_pendingTimer.setSingleShot(true);
    m_pendingTimer.setInterval(bunch);
    connect(&m_pendingTimer, &QTimer::timeout, this, &EngineWatcher::lookAtPending);
    m_lookAgain.setSingleShot(true);
    m_lookAgain.setInterval(lookAgainPause);
    connect(&m_lookAgain, &QTimer::timeout, this, &EngineWatcher::lookAtAll);
    connect(m_events, &EventStream::opened, this, &EngineWatcher::lookAtAll);
    connect(m_events, &EventStream::happened, this, &EngineWatcher::onEvent);
    connect(m_events, &EventStream::lost, this, &EngineWatcher::onLost);
}

EngineWatcher::~EngineWatcher() = default;

void EngineWatcher::start()
{
    m_events->start();
}

void EngineWatcher::refresh()
{
    if (m_events->isOpen())
        lookAtAll();
    else
        m_events->retryNow();
}

template <typename Value, typename Handler>
void EngineWatcher::join(const std::shared_ptr<Look> &look, ValueOperation<Value> *operation, Handler handler)
{
    ++look->outstanding;
    operation->setDeadline(engineDeadline);
    connect(operation, &Operation::finished, this, [this, look, operation, handler] {
        operation->deleteLater();
        handler(operation->result());
        if (--look->outstanding == 0 && look->generation == m_generation)
            finishLook(*look);
    });
    operation->start();
}

void EngineWatcher::lookAtAll()
{
    m_lookAgain.stop();
    const auto look = std::make_shared<Look>();
    look->generation = ++m_generation;
    look->serial = m_serial;
    join(look, m_engine.recentVersion(this), [look](const Result<EngineVersion> &version) {
        if (version)
            look->version = *version;
        else
            look->problem = version.error();
    });
    join(look, m_engine.containers({clusterLabel()}, this),
         [look](const Result<QList<ContainerInfo>> &containers) {
             if (containers)
                 look->containers = *containers;
             else
                 look->problem = containers.error();
         });
    // Others' containers have no label of ours.
    look->asked = adoptedContainers();
    if (!look->asked.isEmpty())
        join(look, m_engine.inspect(look->asked, this),
             [look](const Result<QList<ContainerInfo>> &containers) {
                 if (containers)
                     look->adopted = *containers;
                 else
                     look->problem = containers.error();
             });
    if (!m_reachKnown)
        askReach(look);
}

QStringList EngineWatcher::adoptedContainers() const
{
    QStringList names;
    const QStringList clusters = m_store.clusterNames();
    for (const QString &name : clusters) {
        const ClusterStatus *const cluster = m_store.cluster(name);
        if (!cluster->ensemble.adopted || cluster->ensemble.context != m_context)
            continue;
        for (const MemberStatus &member : cluster->members) {
            if (!member.wanted.container.isEmpty())
                names.append(member.wanted.container);
            if (isRenamed(member))
                names.append(member.container.id);
        }
    }
    return names;
}

void EngineWatcher::askReach(const std::shared_ptr<Look> &look)
{
    join(look, m_engine.recentContextInfo(this), [look](const Result<ContextInfo> &endpoint) {
        if (endpoint)
            look->endpoint = *endpoint;
    });
    join(look, m_engine.recentInfo(this), [look](const Result<EngineInfo> &info) {
        if (info)
            look->info = *info;
    });
}

void EngineWatcher::finishLook(const Look &look)
{
    if (look.problem) {
        // The stream may well be open: nobody else would ask again.
        m_lookAgain.start();
        fallSilent(*look.problem);
        return;
    }
    if (look.endpoint && look.info) {
        m_reach = EngineReach::fromEndpoint(look.endpoint->endpoint, isDesktopOrRootless(*look.info));
        m_reachKnown = true;
        m_contextName = look.endpoint->name;
        m_endpoint = look.endpoint->endpoint;
    }
    EngineStatus status;
    status.context = m_context;
    status.reach = EngineStatus::Reach::Answers;
    status.version = look.version.server.toString();
    status.containerAddresses = m_reach.containerAddresses;
    nameEndpoint(status);
    const QList<ContainerInfo> seen = look.containers + look.adopted;
    for (const ContainerInfo &container : seen) {
        if (m_eventSerials.value(container.id) <= look.serial)
            take(container);
    }
    markMissing(look);
    lookAtAdoptedSince(look);
    // Last: until here a silent engine's members are known to be unknown, afterwards by what was just seen.
    m_store.observeEngine(status);
    m_looked = true;
    settleIfQuiet();
    Q_EMIT looked();
}

/// Adopted or discovered while the look was under way, with nobody to welcome them; their events may all have
/// come before.
void EngineWatcher::lookAtAdoptedSince(const Look &look)
{
    const QStringList adopted = adoptedContainers();
    for (const QString &container : adopted) {
        if (!look.asked.contains(container))
            lookAt(container);
    }
}

/// Members that the look did not find, unless an event spoke of them since.
void EngineWatcher::markMissing(const Look &look)
{
    QSet<QString> seen;
    for (const ContainerInfo &container : look.containers + look.adopted)
        seen.insert(container.id);
    const auto wasAsked = [this, &look](const MemberKey &key) {
        const MemberStatus *const member = memberFor(key);
        return !member || member->wanted.container.isEmpty() || look.asked.contains(member->wanted.container);
    };
    m_members.removeIf([&](const QHash<QString, MemberKey>::iterator &known) {
        return wasAsked(*known) && !seen.contains(known.key()) &&
               m_eventSerials.value(known.key()) <= look.serial;
    });
    m_eventSerials.removeIf([&](const QHash<QString, quint64>::iterator &known) {
        return !m_members.contains(known.key()) && known.value() <= look.serial;
    });
    const QStringList clusters = m_store.clusterNames();
    for (const QString &name : clusters) {
        const ClusterStatus *cluster = m_store.cluster(name);
        if (!cluster || cluster->ensemble.context != m_context)
            continue;
        const QList<MemberStatus> members = cluster->members;
        for (const MemberStatus &member : members) {
            const MemberKey key{name, member.wanted.id};
            const QString &id = member.container.id;
            // Without an id: one of which an event has spoken meanwhile is being asked about.
            const bool isKnown = id.isEmpty() ? hasContainerOf(key) : m_members.contains(id);
            if (!isKnown && wasAsked(key))
                observeGone(key);
        }
    }
}

/// A first look is complete when nothing is left to ask about, either.
void EngineWatcher::settleIfQuiet()
{
    if (!isQuiet())
        return;
    if (m_looked)
        settle();
    Q_EMIT quiet();
}

void EngineWatcher::settle()
{
    if (!std::exchange(m_settled, true))
        Q_EMIT settled();
}

void EngineWatcher::welcome(const QString &cluster)
{
    const ClusterStatus *status = m_store.cluster(cluster);
    if (!m_settled || !status || status->ensemble.context != m_context ||
        m_store.engine(m_context).reach != EngineStatus::Reach::Answers)
        return;
    QSet<int> present;
    for (auto it = m_members.cbegin(); it != m_members.cend(); ++it) {
        if (it->cluster == cluster) {
            present.insert(it->memberId);
            lookAt(it.key());
        }
    }
    // Whoever hears that a member is gone may take the cluster out of the store.
    const bool adopted = status->ensemble.adopted;
    const QList<MemberStatus> members = status->members;
    for (const MemberStatus &member : members) {
        if (present.contains(member.wanted.id))
            continue;
        if (adopted && !member.wanted.container.isEmpty())
            lookAt(member.wanted.container);
        else
            observeGone({cluster, member.wanted.id});
    }
}

bool EngineWatcher::hasContainerOf(const MemberKey &key) const
{
    for (const MemberKey &known : m_members) {
        if (known.cluster == key.cluster && known.memberId == key.memberId)
            return true;
    }
    return false;
}

bool EngineWatcher::hasContainersOf(const QString &cluster) const
{
    for (const MemberKey &key : m_members) {
        if (key.cluster == cluster)
            return true;
    }
    return false;
}

} // namespace zoodock
