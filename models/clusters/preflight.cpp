// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/preflight.h"

#include "clusters/engineregistry.h"
#include "containerclaims.h"
#include "containerview.h"
#include "docker/dockerengine.h"
#include "enginenamespace.h"
#include "ensemble/imagereference.h"
#include "foundserver.h"
#include "portowners.h"
#include "servergroups.h"

#include <QtCore/QFile>

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>
#include <optional>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr std::chrono::milliseconds helperPatience = 15s;

QSet<QString> toSet(const QStringList &list)
{
    return QSet<QString>(list.cbegin(), list.cend());
}

/// Of this machine's interfaces, getifaddrs(3).
QSet<QString> ownAddresses()
{
    ifaddrs *first = nullptr;
    if (getifaddrs(&first) != 0)
        return {};
    QSet<QString> addresses;
    for (const ifaddrs *one = first; one != nullptr; one = one->ifa_next) {
        char text[INET6_ADDRSTRLEN] = {};
        const sockaddr *raw = one->ifa_addr;
        if (raw != nullptr && raw->sa_family == AF_INET) {
            sockaddr_in address{};
            std::memcpy(&address, raw, sizeof address);
            inet_ntop(AF_INET, &address.sin_addr, text, sizeof text);
        } else if (raw != nullptr && raw->sa_family == AF_INET6) {
            sockaddr_in6 address{};
            std::memcpy(&address, raw, sizeof address);
            inet_ntop(AF_INET6, &address.sin6_addr, text, sizeof text);
        }
        if (text[0] != '\0')
            addresses.insert(QString::fromLatin1(text));
    }
    freeifaddrs(first);
    return addresses;
}

/// What a volume's label says; empty: it has none.
QString volumeLabel(const NamedObject &volume, const char16_t *label)
{
    const QString key = QString::fromUtf16(label) + u'=';
    const auto said = std::find_if(volume.labels.cbegin(), volume.labels.cend(),
                                   [&key](const QString &text) { return text.startsWith(key); });
    return said == volume.labels.cend() ? QString() : said->mid(key.size());
}

/// Whose the kept volumes are, as far as they say so.
void takeVolumes(HostFacts &facts, const QList<NamedObject> &volumes)
{
    for (const NamedObject &volume : volumes) {
        if (!facts.ownVolumes.contains(volume.name))
            continue;
        if (const QString member = volumeLabel(volume, label::member); !member.isEmpty())
            facts.ownVolumeMembers.insert(volume.name, member.toInt());
        if (const QString image = volumeLabel(volume, label::image); !image.isEmpty())
            facts.ownVolumeImages.insert(volume.name, image);
    }
}

/// Discovery calls it so, or might.
bool mayBeKnownAs(const QString &cluster, const ContainerInfo &container)
{
    return labelOf(container, label::cluster).isEmpty() &&
           serverSign(container.image, container.process) != ServerSign::None &&
           mayBeNamed(cluster, container);
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

struct Preflight::Parts
{
    EngineVersion version;
    EngineInfo info;
    ContextInfo context;
    QList<ContainerInfo> containers;
    QList<NamedObject> networks;
    QList<NamedObject> volumes;
    QStringList images;
    /// Empty as long as it is not known whether the engine's host is ours to read.
    std::optional<bool> sharesNetwork;
    QList<PortHolder> listeners;
    int open = 0;
    HostFacts facts;
};

Preflight::Preflight(EngineRegistry &engines, QString context, QString exceptCluster,
                     QStringList helperImages, QObject *parent)
    : ValueOperation(parent)
    , m_engines(engines)
    , m_context(std::move(context))
    , m_exceptCluster(std::move(exceptCluster))
    , m_helperImages(std::move(helperImages))
    , m_parts(std::make_unique<Parts>())
{
}

Preflight::~Preflight() = default;

template <typename T>
void Preflight::ask(ValueOperation<T> *question, T Parts::*place)
{
    ++m_parts->open;
    connect(question, &Operation::finished, this, [this, question, place] {
        if (question->succeeded())
            (*m_parts).*place = question->value();
        onPart(question->outcome());
    });
    question->start();
}

void Preflight::begin()
{
    // What is asked in two steps gets its process first, then what decides on the reading of the listeners.
    DockerEngine &engine = m_engines.engine(m_context);
    ask(engine.containers({}, this), &Parts::containers);
    ask(engine.recentContextInfo(this), &Parts::context);
    ask(engine.recentInfo(this), &Parts::info);
    ask(engine.recentVersion(this), &Parts::version);
    QMetaObject::invokeMethod(this, &Preflight::askRest, Qt::QueuedConnection);
    ++m_parts->open;
}

void Preflight::askRest()
{
    --m_parts->open;
    if (isSettled())
        return;
    DockerEngine &engine = m_engines.engine(m_context);
    ask(engine.images(this), &Parts::images);
    ask(engine.networkObjects(this), &Parts::networks);
    ask(engine.volumeObjects(this), &Parts::volumes);
}

void Preflight::abort(const Error &why)
{
    fail(why); // the questions are our children and only ask
}

void Preflight::onPart(const Result<void> &outcome)
{
    --m_parts->open;
    if (isSettled())
        return;
    if (!outcome) {
        fail(outcome.error());
        return;
    }
    readListeners();
    if (m_parts->open > 0)
        return;
    fillEngine();
    fillObjects();
    addListeners();
}

/// As soon as docker has said where its engine is: it takes as long as a question to docker.
void Preflight::readListeners()
{
    const QString &endpoint = m_parts->context.endpoint;
    if (m_parts->sharesNetwork || endpoint.isEmpty())
        return;
    m_parts->sharesNetwork = sharesNetworkNamespace(endpoint);
    if (!*m_parts->sharesNetwork)
        return;
    ++m_parts->open;
    m_reading = std::make_unique<Elsewhere<QList<PortHolder>>>(this, [this](const QList<PortHolder> &read) {
        m_parts->listeners = read;
        onPart({});
    });
    m_reading->run([] {
        return withOwners(listenersFromProc(contents(u"/proc/net/tcp"_s), contents(u"/proc/net/tcp6"_s)));
    });
}

void Preflight::fillEngine()
{
    HostFacts &facts = m_parts->facts;
    const EngineInfo &info = m_parts->info;
    const QString &platform = m_parts->version.platformName;
    facts.known = true;
    facts.context = m_context;
    facts.engineVersion = m_parts->version.server;
    facts.operatingSystem = info.operatingSystem;
    facts.dockerDesktop =
        platform.startsWith("Docker Desktop"_L1) || info.operatingSystem == "Docker Desktop"_L1;
    facts.rootless = std::any_of(info.securityOptions.cbegin(), info.securityOptions.cend(),
                                 [](const QString &option) { return option.startsWith("name=rootless"_L1); });
    facts.podman = platform.contains("podman"_L1, Qt::CaseInsensitive);
    facts.memoryBytes = info.memoryBytes;
    facts.cpus = info.cpus;
}

void Preflight::sortByOwner(const QList<NamedObject> &objects, QSet<QString> &own,
                            QSet<QString> &others) const
{
    const QString ownLabel = QString::fromUtf16(label::cluster) + u'=' + m_exceptCluster;
    for (const NamedObject &object : objects) {
        const bool isOwn = !m_exceptCluster.isEmpty() && object.labels.contains(ownLabel);
        (isOwn ? own : others).insert(object.name);
    }
}

void Preflight::fillObjects()
{
    HostFacts &facts = m_parts->facts;
    sortByOwner(m_parts->networks, facts.ownNetworks, facts.networkNames);
    for (const NamedObject &network : std::as_const(m_parts->networks)) {
        if (network.internal)
            facts.internalNetworks.insert(network.name);
    }
    sortByOwner(m_parts->volumes, facts.ownVolumes, facts.volumeNames);
    takeVolumes(facts, m_parts->volumes);
    facts.imageReferences = toSet(m_parts->images);
    facts.ports += m_reserved;
    for (const ContainerInfo &container : m_parts->containers) {
        // Ports of our own stay, with the cluster's name: their listeners on the host are told apart by it.
        facts.ports += portsOf(container);
        const bool isOwn =
            !m_exceptCluster.isEmpty() && labelOf(container, label::cluster) == m_exceptCluster;
        if (!isOwn) {
            facts.containerNames.insert(container.name);
            facts.namesOnNetworks += namesOf(container);
            facts.nameMayBeOthers |= mayBeKnownAs(m_exceptCluster, container);
            continue;
        }
        facts.ownContainers.insert(container.name);
        // Of two with the labels of one member the one that is up is the member.
        const int member = labelOf(container, label::member).toInt();
        if (member > 0 && (!facts.ownMembers.contains(member) || isAlive(lifeOf(container.status))))
            facts.ownMembers.insert(member, container.name);
        if (!container.startedAt.isValid())
            facts.ownUnstarted.insert(container.name);
        if (container.status == ContainerStatus::Paused)
            facts.ownPaused.insert(container.name);
    }
    facts.namesOnNetworks += m_reservedNames; // whoever has a name already says more
}

void Preflight::addListeners()
{
    HostFacts &facts = m_parts->facts;
    const QString &endpoint = m_parts->context.endpoint;
    const bool isOurs = !facts.dockerDesktop && !facts.rootless && m_parts->sharesNetwork.value_or(false);
    // Desktop and rootless engines forward what is published to our own loopback.
    const bool isLocalEndpoint = endpoint.startsWith("unix://"_L1) || endpoint.startsWith("npipe://"_L1);
    facts.local = isOurs || (isLocalEndpoint && (facts.dockerDesktop || facts.rootless));
    if (isOurs) {
        facts.addresses = ownAddresses();
        facts.listenersKnown = true;
        facts.ports += m_parts->listeners;
        succeedWith(facts);
        return;
    }
    const auto image = std::find_if(m_helperImages.cbegin(), m_helperImages.cend(),
                                    [&](const QString &reference) { return hasImage(facts, reference); });
    if (image == m_helperImages.cend())
        succeedWith(facts);
    else
        askHelper(*image);
}

void Preflight::askHelper(const QString &image)
{
    DockerEngine &engine = m_engines.engine(m_context);
    CommandSpec spec = engine.commands().printHostListeners(image);
    spec.deadline = helperPatience;
    auto *const helper = engine.run(spec, this);
    connect(helper, &Operation::finished, this, [this, helper] {
        if (isSettled())
            return;
        // Without an answer a plan can still be made; validate() says what it does not know.
        if (helper->succeeded()) {
            m_parts->facts.listenersKnown = true;
            m_parts->facts.ports += listenersFromProc(helper->value(), {});
        }
        succeedWith(m_parts->facts);
    });
    helper->start();
}

} // namespace zoodock
