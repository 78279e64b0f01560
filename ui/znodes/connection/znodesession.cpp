// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/connection/znodesession.h"

#include "clusters/clusterstore.h"
#include "ui/znodes/connection/credentialstore.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

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
        else
            followServersSoon(); // nothing is left to be spared
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
                tr("The connection to %1 stays open for the %Ln ephemeral znode(s) that you created there.",
                   nullptr, kept)
                    .arg(status->ensemble.shownName()));
    };
    if (kept > 0)
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
}

QStringList ZnodeSession::ephemeralsOf(const QString &cluster) const
{
    const auto parked = m_parked.find(cluster);
    QString chroot = m_connection.target().chroot;
    QStringList paths;
    if (cluster == m_cluster) {
        paths = m_connection.ephemerals();
    } else if (parked != m_parked.end()) {
        chroot = parked->second.session->target().chroot;
        paths = parked->second.session->ephemerals();
    }
    for (QString &path : paths)
        path.prepend(chroot);
    return paths;
}

QStringList ZnodeSession::ephemerals() const
{
    QStringList all;
    const auto add = [this, &all](const QString &name, const QString &chroot, const QStringList &paths) {
        for (const QString &path : paths)
            all.append(tr("%1: %2", "cluster, path of a znode")
                           .arg(m_services.shownName(name), legibleName(chroot + path)));
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
    if (!std::exchange(m_changing, changing) || changing)
        return;
    followServersSoon(); // between two steps of what runs nothing seems to run
    Q_EMIT changeEnded();
}

void ZnodeSession::setSearching(bool searching)
{
    if (std::exchange(m_searching, searching) && !searching)
        followServersSoon();
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
