// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/connection/znodesession.h"

#include "clusters/clusterstore.h"
#include "ensemble/connectstring.h"
#include "ui/znodes/connection/credentialstore.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// As it was observed, else as it was wished.
QString addressOf(const ClusterStatus &status, const MemberStatus &member)
{
    if (member.clientPort != 0 && !member.clientHost.isEmpty())
        return u"%1:%2"_s.arg(member.clientHost).arg(member.clientPort);
    Ensemble alone = status.ensemble;
    alone.members = {member.wanted};
    return hostConnectString(alone);
}

/// "/" is no chroot.
QString rooted(const QString &chroot)
{
    return chroot == "/"_L1 ? QString() : chroot;
}

} // namespace

ZnodeSession::ZnodeSession(const UiServices &services, CredentialStore &credentials, ParkedSessions &parked,
                           QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_credentials(credentials)
    , m_parked(parked)
    , m_connection(nullptr)
    , m_editor(&m_connection, nullptr)
{
    renewViews();
    const ClusterStore &store = services.store;
    connect(&store, &ClusterStore::clusterReset, this, &ZnodeSession::onStoreChanged);
    connect(&store, &ClusterStore::clusterChanged, this, &ZnodeSession::onStoreChanged);
    connect(&store, &ClusterStore::memberChanged, this, &ZnodeSession::onStoreChanged);
    connect(&store, &ClusterStore::clusterRemoved, this, [this](const QString &name) {
        if (name == m_cluster)
            setCluster({});
        m_parked.erase(name); // also what has been parked just now
        m_lastChanges.forget(name);
    });
    connect(&m_credentials, &CredentialStore::loaded, this, [this](const QString &name) {
        if (name != m_cluster)
            return;
        m_credentialsKnown = true;
        followServers();
    });
    connect(&m_credentials, &CredentialStore::notKept, this, &ZnodeSession::said);
    connect(&m_connection, &ZnodeConnection::said, this, &ZnodeSession::said);
    connect(&m_connection, &ZnodeConnection::stateChanged, this, [this] {
        if (m_connection.state() == ZnodeConnection::State::Connected)
            m_sessions.insert(m_connection.sessionId());
    });
    // Queued: it is opening itself just now.
    connect(&m_connection, &ZnodeConnection::generationChanged, this, &ZnodeSession::followServers,
            Qt::QueuedConnection);
}

ZnodeSession::~ZnodeSession()
{
    m_connection.blockSignals(true); // the page that hears them may be half gone
    park();
}

void ZnodeSession::renewViews()
{
    m_tree = std::make_unique<ZnodeTree>(&m_connection, nullptr);
    m_follower = std::make_unique<ZnodeFollower>(&m_connection, nullptr);
}

void ZnodeSession::setCluster(const QString &name)
{
    if (name == m_cluster)
        return;
    remember();
    m_follower->setPath(std::nullopt);
    tellParked();
    park();
    m_cluster = name;
    m_member = 0;
    m_looked = false;
    m_credentialsKnown = false;
    m_view = rememberedView(m_services.settings, name);
    if (const auto parked = m_parked.find(name); parked != m_parked.end()) {
        m_member = parked->second.member;
        m_connection.resume(std::move(parked->second.session));
        m_parked.erase(parked);
    } else {
        m_connection.close();
    }
    findLastChange();
    learnLimit();
    Q_EMIT serversChanged();
}

void ZnodeSession::setLastChange(const ZnodeUndo &undo)
{
    m_lastChange = undo;
    m_lastChanges.makeRoom(bytesOf(undo));
}

void ZnodeSession::keepLastChange()
{
    m_lastChanges.keep(m_cluster, m_lastChange, m_connection.target().chroot);
}

/// Or why it is given up.
void ZnodeSession::findLastChange()
{
    const std::optional<KeptUndos::Kept> kept = m_lastChanges.take(m_cluster);
    if (kept && kept->chroot == m_view.chroot)
        m_lastChange = kept->undo;
}

/// With its ephemeral znodes, which would end with it.
void ZnodeSession::park()
{
    if (m_connection.ephemeralCount() == 0)
        return;
    if (std::unique_ptr<ParkedSession> session = m_connection.park())
        m_parked[m_cluster] = {std::move(session), m_member};
}

/// Later: of a cluster that is just being removed everything goes.
void ZnodeSession::tellParked()
{
    const auto kept = int(m_connection.ephemeralCount());
    const auto tell = [this, kept, left = m_cluster] {
        if (const ClusterStatus *status = m_services.store.cluster(left))
            Q_EMIT said(
                tr("The connection to %1 stays open for the %n ephemeral znode(s) that you created there.",
                   nullptr, kept)
                    .arg(status->ensemble.shownName()));
    };
    if (kept > 0)
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
}

QStringList ZnodeSession::ephemerals() const
{
    QStringList all;
    const auto add = [this, &all](const QString &name, const QString &chroot, const QStringList &paths) {
        const ClusterStatus *status = m_services.store.cluster(name);
        for (const QString &path : paths)
            all.append(tr("%1: %2", "cluster, path of a znode")
                           .arg(status ? status->ensemble.shownName() : name, legible(chroot + path)));
    };
    add(m_cluster, m_connection.target().chroot, m_connection.ephemerals());
    for (const auto &[name, parked] : m_parked)
        add(name, parked.session->target().chroot, parked.session->ephemerals());
    return all;
}

/// Of others' clusters the settings are not known: ZooKeeper's default then.
void ZnodeSession::learnLimit()
{
    const ClusterStatus *status = m_services.store.cluster(m_cluster);
    m_editor.setPacketLimit(
        packetLimitOf(status ? status->ensemble.settings.value(u"jvmFlags"_s) : QString()));
}

void ZnodeSession::lookAt()
{
    if (m_looked || m_cluster.isEmpty())
        return;
    m_looked = true;
    m_credentials.load(m_cluster);
    if (m_connection.state() != ZnodeConnection::State::Closed)
        Q_EMIT opened(); // it was parked
}

QString ZnodeSession::addresses() const
{
    const ClusterStatus *status = m_services.store.cluster(m_cluster);
    QStringList all;
    for (const MemberStatus &member : status ? status->members : QList<MemberStatus>()) {
        const QString address = addressOf(*status, member);
        if (!address.isEmpty() && (m_member == 0 || m_member == member.wanted.id))
            all.append(address);
    }
    return all.join(u',');
}

ZnodeTarget ZnodeSession::wantedTarget() const
{
    const ClusterStatus *status = m_services.store.cluster(m_cluster);
    ZnodeTarget target;
    target.servers = addresses();
    target.chroot = m_view.chroot;
    target.credentials = m_credentials.credentials(m_cluster);
    // Others' clusters are looked at; whoever wants more says so.
    target.readOnly = m_view.readOnly.value_or(status && status->origin == WantedOrigin::Discovered);
    return target;
}

void ZnodeSession::openIfWanted()
{
    if (!m_looked || !m_credentialsKnown)
        return;
    ZnodeTarget target = wantedTarget();
    const bool isOpen = m_connection.state() != ZnodeConnection::State::Closed;
    ZnodeTarget open = m_connection.target();
    open.readOnly = target.readOnly; // changes without a new session
    if (target.servers.isEmpty() || (isOpen && open == target))
        return;
    m_connection.open(target);
    Q_EMIT opened();
}

void ZnodeSession::onStoreChanged(const QString &name)
{
    if (name != m_cluster)
        return;
    learnLimit();
    Q_EMIT serversChanged();
    followServers();
}

/// Members come and go, and their ports change, without anybody having asked for a new session.
void ZnodeSession::followServers()
{
    if (!sparesEphemerals(wantedTarget()))
        openIfWanted();
}

/// The present session goes on: it can still be reached where it was, and its ephemerals would end with it.
bool ZnodeSession::sparesEphemerals(const ZnodeTarget &wanted) const
{
    ZnodeTarget open = m_connection.target();
    const QStringList known = open.servers.split(u',');
    const QStringList servers = wanted.servers.split(u',');
    open.servers = wanted.servers;
    open.readOnly = wanted.readOnly;
    return m_connection.ephemeralCount() > 0 && open == wanted &&
           std::any_of(servers.cbegin(), servers.cend(),
                       [&known](const QString &server) { return known.contains(server); });
}

void ZnodeSession::chooseMember(int memberId)
{
    if (memberId == m_member)
        return;
    m_member = memberId;
    Q_EMIT serversChanged();
    openIfWanted();
}

QList<ConnectionLine::Server> ZnodeSession::servers() const
{
    QList<ConnectionLine::Server> servers{{0, tr("All members")}};
    const ClusterStatus *status = m_services.store.cluster(m_cluster);
    for (const MemberStatus &member : status ? status->members : QList<MemberStatus>()) {
        if (!addressOf(*status, member).isEmpty())
            servers.append({member.wanted.id, member.wanted.name});
    }
    return servers;
}

void ZnodeSession::setReadOnly(bool readOnly)
{
    m_view.readOnly = readOnly;
    m_connection.setReadOnly(readOnly);
    remember();
}

bool ZnodeSession::endsSession(const QString &chroot, const QList<ZnodeCredential> &credentials) const
{
    const ZnodeTarget &open = m_connection.target();
    return m_connection.state() != ZnodeConnection::State::Connected || rooted(chroot) != open.chroot ||
           credentials.first(std::min(credentials.size(), open.credentials.size())) != open.credentials;
}

void ZnodeSession::setTarget(const QString &chroot, const QList<ZnodeCredential> &credentials)
{
    const bool staysOpen = !endsSession(chroot, credentials);
    m_view.chroot = rooted(chroot);
    if (credentials != m_credentials.credentials(m_cluster))
        m_credentials.save(m_cluster, credentials);
    remember();
    if (staysOpen)
        signIn(credentials);
    else
        openIfWanted();
}

/// Additionally, with these that are new; what could not be read before is read again.
void ZnodeSession::signIn(const QList<ZnodeCredential> &credentials)
{
    const QList<ZnodeCredential> known = m_connection.target().credentials;
    for (const ZnodeCredential &credential : credentials) {
        if (!known.contains(credential))
            m_connection.addCredential(credential);
    }
    m_tree->refresh();
    m_follower->refresh();
}

void ZnodeSession::setChanging(bool changing)
{
    if (std::exchange(m_changing, changing) && !changing)
        Q_EMIT changeEnded();
}

void ZnodeSession::remember()
{
    rememberView(m_services.settings, m_cluster, m_view);
}

QString ZnodeSession::credentialsNote() const
{
    return m_credentials.note();
}

QString ZnodeSession::connectString() const
{
    return addresses() + m_view.chroot;
}

bool ZnodeSession::hasEnded(qint64 sessionId) const
{
    return sessionId != 0 && sessionId != m_connection.sessionId() && m_sessions.contains(sessionId);
}

QString ZnodeSession::whyReadOnly() const
{
    if (m_connection.isReadOnly())
        return tr("This connection is read-only. Switch “Read-only” off to change something.");
    if (m_connection.state() != ZnodeConnection::State::Connected)
        return tr("There is no connection to the cluster just now.");
    if (m_connection.isServerReadOnly())
        return tr("The server has lost the majority and only reads for now.");
    return {};
}

} // namespace zoodock
