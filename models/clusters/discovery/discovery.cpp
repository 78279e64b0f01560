// SPDX-License-Identifier: GPL-3.0-or-later
#include "discovery.h"

#include "containerview.h"
#include "proberoute.h"
#include "clusters/clusterstore.h"
#include "clusters/enginewatcher.h"
#include "docker/dockerengine.h"
#include "servergroups.h"
#include "zookeeper/fourletterclient.h"

#include <algorithm>
#include <limits>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// Compose starts several containers at once: one look for all of them.
constexpr auto gatheringTime = 200ms;
constexpr auto questionDeadline = 3s;
/// A server may take a while until it answers. After the last try its next start counts.
constexpr int mostTries = 6;
constexpr auto firstPause = 1s;
constexpr auto longestPause = 30s;

/// Prints zoo.cfg, wherever the images keep it, the dynamic part it names, and myid behind a line of its own.
QStringList configurationScript()
{
    return {
        u"sh"_s, u"-c"_s,
        u"for f in \"$ZOOCFGDIR/zoo.cfg\" \"$ZOO_CONF_DIR/zoo.cfg\" /conf/zoo.cfg "
        u"/opt/zookeeper*/conf/zoo.cfg "
        "/apache-zookeeper*/conf/zoo.cfg /zookeeper*/conf/zoo.cfg /srv/conf/zookeeper/zoo.cfg "
        "/opt/bitnami/zookeeper/conf/zoo.cfg /etc/zookeeper/conf/zoo.cfg /etc/kafka/zookeeper.properties; do "
        "[ -r \"$f\" ] || continue; cat \"$f\"; echo; "
        "d=$(sed -n 's/^dynamicConfigFile=//p' \"$f\"); [ -r \"$d\" ] && cat \"$d\"; echo; echo ==myid; "
        "d=$(sed -n 's/^dataDir=//p' \"$f\"); [ -r \"$d/myid\" ] && cat \"$d/myid\"; exit 0; done; exit 0"_s};
}

/// The member that a lone server is, for the routes on which it can be asked.
MemberStatus asMember(const FoundServer &server, const EngineReach &reach)
{
    const Ensemble alone = ensembleOf({server}, {});
    MemberStatus member;
    for (const Member &wanted : alone.members) {
        if (wanted.id == server.id)
            member.wanted = wanted;
    }
    member.container = observationOf(server.container, alone, member.wanted);
    const MemberAddresses at = addressesOf(member.container, reach);
    member.clientHost = at.clientHost;
    member.clientPort = at.clientPort;
    return member;
}

} // namespace

Discovery::Discovery(EngineWatcher &watcher, DockerEngine &engine, ClusterStore &store, QObject *parent)
    : QObject(parent)
    , m_watcher(watcher)
    , m_engine(engine)
    , m_found(store, watcher.context())
{
    m_lookTimer.setSingleShot(true);
    m_lookTimer.setInterval(gatheringTime);
    connect(&m_lookTimer, &QTimer::timeout, this, &Discovery::look);
    m_againTimer.setSingleShot(true);
    connect(&m_againTimer, &QTimer::timeout, this, &Discovery::look);
    m_publishTimer.setSingleShot(true);
    m_publishTimer.setInterval(0ms);
    connect(&m_publishTimer, &QTimer::timeout, this, &Discovery::publish);
    connect(&watcher, &EngineWatcher::looked, this, &Discovery::look);
    connect(&watcher, &EngineWatcher::foreignEvent, this, &Discovery::onForeignEvent);
    // A cluster was adopted or released, or took a name.
    const auto publishSoon = [this] { m_publishTimer.start(); };
    connect(&store, &ClusterStore::clusterAdded, this, publishSoon);
    connect(&store, &ClusterStore::clusterRemoved, this, publishSoon);
    connect(&store, &ClusterStore::clusterChanged, this, publishSoon);
    connect(&store, &ClusterStore::clusterReset, this, publishSoon);
}

Discovery::~Discovery() = default;

const QString &Discovery::context() const
{
    return m_watcher.context();
}

void Discovery::onForeignEvent(const QString &action, const QString &containerId)
{
    if (action == "destroy"_L1) {
        m_others.remove(containerId);
        m_doubtful.remove(containerId);
        m_inspected.insert(containerId,
                           std::numeric_limits<quint64>::max()); // what is on its way comes too late
        if (m_servers.remove(containerId))
            m_publishTimer.start();
        return;
    }
    const bool isNew = action == "create"_L1 || action == "start"_L1 || action == "rename"_L1;
    if (!isNew || m_others.contains(containerId))
        return;
    // A start may bring other addresses, or the first answer.
    if (action != "create"_L1)
        m_stale.insert(containerId);
    if (!m_lookTimer.isActive())
        m_lookTimer.start();
}

void Discovery::look()
{
    m_lookTimer.stop();
    m_againTimer.stop();
    beginStep();
    auto *const question = m_engine.containerRows(this);
    connect(question, &Operation::finished, this, [this, question, serial = ++m_serial] {
        question->deleteLater();
        if (!question->succeeded()) {
            lookAgain();
        } else if (serial > m_listed) { // else a later list has come before this one
            m_listed = serial;
            onRows(question->value());
        }
        endStep();
    });
    question->start();
}

/// Nothing that came to pass may stay unseen because docker failed once.
void Discovery::lookAgain()
{
    if (m_againTimer.isActive()) // another look has failed as well
        return;
    m_pause = std::clamp<std::chrono::milliseconds>(2 * m_pause, firstPause, longestPause);
    m_againTimer.start(m_pause);
}

void Discovery::onRows(const QList<ContainerRow> &rows)
{
    const QString ours = QString::fromUtf16(label::cluster) + u'=';
    QSet<QString> present;
    QStringList fresh;
    for (const ContainerRow &row : rows) {
        present.insert(row.id);
        const bool known = m_servers.contains(row.id) || m_doubtful.contains(row.id);
        if (m_others.contains(row.id) || (known && !m_stale.contains(row.id)))
            continue;
        const bool isOurs = row.labels.startsWith(ours) || row.labels.contains(u',' + ours);
        if (isOurs || serverSign(row.image, {row.command}) == ServerSign::None)
            m_others.insert(row.id);
        else
            fresh.append(row.id);
    }
    const auto isGone = [&present](const auto &entry) { return !present.contains(entry.key()); };
    m_servers.removeIf(isGone);
    m_doubtful.removeIf(isGone);
    m_inspected.removeIf(isGone);
    m_others.intersect(present);
    m_stale.clear();
    if (fresh.isEmpty())
        m_pause = 0ms;
    inspect(fresh);
    publish();
}

void Discovery::inspect(const QStringList &ids)
{
    if (ids.isEmpty())
        return;
    beginStep();
    auto *const question = m_engine.inspect(ids, this);
    connect(question, &Operation::finished, this, [this, question, ids, serial = ++m_serial] {
        question->deleteLater();
        if (question->succeeded()) {
            m_pause = 0ms;
            for (const ContainerInfo &container : question->value())
                examine(container, serial);
        } else {
            m_stale.unite(QSet<QString>(ids.cbegin(), ids.cend()));
            lookAgain();
        }
        endStep();
    });
    question->start();
}

/// By inspect alone, if its environment says who its companions are.
void Discovery::examine(const ContainerInfo &container, quint64 serial)
{
    if (m_inspected.value(container.id) > serial) // a later answer has come before this one
        return;
    m_inspected.insert(container.id, serial);
    if (container.labels.contains(QString::fromUtf16(label::cluster)) ||
        serverSign(container.image, container.process) == ServerSign::None) {
        m_others.insert(container.id);
        m_servers.remove(container.id);
        return;
    }
    const FoundServer found = foundServer(container);
    if (found.servers.isEmpty() && container.status == ContainerStatus::Running)
        readConfiguration(container, serial);
    else
        accept(found);
}

void Discovery::readConfiguration(const ContainerInfo &container, quint64 serial)
{
    beginStep();
    auto *const question = m_engine.run(m_engine.commands().exec(container.id, configurationScript()), this);
    question->setDeadline(questionDeadline);
    connect(question, &Operation::finished, this, [this, question, container, serial] {
        question->deleteLater();
        // Without an answer (no shell, it ended meanwhile) it stands for itself.
        const QString said = question->succeeded() ? QString::fromUtf8(question->value()) : QString();
        const qsizetype seam = said.indexOf("==myid"_L1);
        if (m_inspected.value(container.id) == serial)
            accept(foundServer(container, said.left(seam), seam < 0 ? QString() : said.mid(seam + 6)));
        endStep();
    });
    question->start();
}

void Discovery::accept(const FoundServer &server)
{
    const QString id = server.container.id;
    if (serverSign(server.container.image, server.container.process) == ServerSign::Image) {
        m_servers.insert(id, server);
        m_publishTimer.start();
        return;
    }
    if (m_servers.contains(id)) { // it has answered before
        m_servers.insert(id, server);
        m_publishTimer.start();
        return;
    }
    m_doubtful.insert(id, {server, 0});
    if (server.container.status == ContainerStatus::Running)
        verify(id, 0);
}

/// Its process looks like a server's: whether it is one, its answer tells, "not serving" included.
void Discovery::verify(const QString &id, qsizetype route)
{
    const auto doubtful = m_doubtful.constFind(id);
    if (doubtful == m_doubtful.cend())
        return;
    const MemberStatus member = asMember(doubtful->server, m_watcher.reach());
    const QList<ProbeRoute> routes = probeRoutes(member, m_watcher.reach().containerAddresses);
    if (route >= routes.size()) {
        verifyAgain(id);
        return;
    }
    const ProbeRoute &at = routes[route];
    ValueOperation<QByteArray> *question =
        at.kind == ProbeRoute::Kind::Tcp
            ? static_cast<ValueOperation<QByteArray> *>(
                  new FourLetterRequest(at.host, at.port, "srvr"_ba, this))
            : m_engine.run(m_engine.commands().exec(id, execArguments(at.port)), this);
    question->setDeadline(questionDeadline);
    beginStep();
    connect(question, &Operation::finished, this, [this, question, id, route] {
        question->deleteLater();
        const ProbeOutcome outcome = probeObservation(0ms, question->result()).outcome;
        if (outcome == ProbeOutcome::NoAnswer) {
            verify(id, route + 1);
        } else if (m_doubtful.contains(id)) {
            m_servers.insert(id, m_doubtful.take(id).server);
            m_publishTimer.start();
        }
        endStep();
    });
    question->start();
}

void Discovery::verifyAgain(const QString &id)
{
    const int misses = ++m_doubtful[id].misses;
    if (misses < mostTries)
        QTimer::singleShot(firstPause * (1 << misses), this, [this, id] { verify(id, 0); });
}

void Discovery::endStep()
{
    if (--m_steps > 0 || m_settled)
        return;
    publish();
    m_settled = true;
    Q_EMIT settled();
}

void Discovery::publish()
{
    m_publishTimer.stop();
    m_found.publish(m_servers.values());
}

} // namespace zoodock
