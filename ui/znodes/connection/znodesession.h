// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/uiservices.h"
#include "ui/znodes/connection/connectionline.h"
#include "ui/znodes/connection/parkedsessions.h"
#include "ui/znodes/pathtrail.h"
#include "ui/znodes/connection/viewmemory.h"
#include "znodes/keptundos.h"
#include "znodes/znodeconnection.h"
#include "znodes/znodeeditor.h"
#include "znodes/znodefollower.h"
#include "znodes/znodetree.h"

#include <QtCore/QObject>
#include <QtCore/QSet>

#include <memory>

namespace zoodock
{

class CredentialStore;

/// Everything behind the page for one cluster at a time: where to connect, whom to sign in as, and what
/// follows the tree. Connects once the page is looked at, and stays connected until another cluster is shown;
/// the page itself may be made anew meanwhile. A session that has made ephemeral znodes is parked then, and
/// goes on when its cluster is shown again.
class ZnodeSession : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZnodeSession)
public:
    ZnodeSession(const UiServices &services, CredentialStore &credentials, ParkedSessions &parked,
                 QObject *parent = nullptr);
    ~ZnodeSession() override;

    /// A page that is made anew looks at the tree anew: tree() and follower() are others from now on.
    void renewViews();
    void setCluster(const QString &name);
    [[nodiscard]] const QString &cluster() const { return m_cluster; }
    /// Somebody looks: connect.
    void lookAt();
    /// 0: all.
    void chooseMember(int memberId);
    [[nodiscard]] int member() const { return m_member; }
    /// The same of a cluster that may be parked; 0 also of one without a session.
    [[nodiscard]] int memberOf(const QString &cluster) const;
    [[nodiscard]] QList<ConnectionLine::Server> servers() const;
    void setReadOnly(bool readOnly);
    void setTarget(const QString &chroot, const QList<ZnodeCredential> &credentials);
    /// Whether setTarget() would end the session: signing in additionally does not.
    [[nodiscard]] bool endsSession(const QString &chroot, const QList<ZnodeCredential> &credentials) const;
    /// What to save and show again.
    [[nodiscard]] ZnodeView &view() { return m_view; }
    void remember();
    [[nodiscard]] QString credentialsNote() const;
    /// "host:port" to hand to zkCli, with the chroot.
    [[nodiscard]] QString connectString() const;
    /// A former session of ours, whose ephemeral znodes are gone.
    [[nodiscard]] bool hasEnded(qint64 sessionId) const;
    /// Empty: a znode may be changed; else a sentence with the reason.
    [[nodiscard]] QString whyReadOnly() const;

    [[nodiscard]] ZnodeConnection &connection() { return m_connection; }
    [[nodiscard]] const ZnodeConnection &connection() const { return m_connection; }
    [[nodiscard]] ZnodeTree &tree() { return *m_tree; }
    [[nodiscard]] ZnodeFollower &follower() { return *m_follower; }
    [[nodiscard]] ZnodeEditor &editor() { return m_editor; }
    [[nodiscard]] const UiServices &services() const { return m_services; }

    /// Those that end with ZooDock, here and in other clusters: "orders: /lock", to look at.
    [[nodiscard]] QStringList ephemerals() const;

    /// The paths alone, with the chroot.
    [[nodiscard]] QStringList ephemeralsOf(const QString &cluster) const;

    /// What Undo takes back.
    [[nodiscard]] const ZnodeUndo &lastChange() const { return m_lastChange; }
    void setLastChange(const ZnodeUndo &undo);
    /// For when the cluster, which is about to be left, is shown again.
    void keepLastChange();
    [[nodiscard]] PathTrail &trail() { return m_trail; }
    /// Open in the tree of the window before.
    [[nodiscard]] QSet<ZnodePath> &expanded() { return m_expanded; }
    /// A change is under way, which the page's end would cut off.
    [[nodiscard]] bool isChanging() const { return m_changing; }
    void setChanging(bool changing);
    /// A search is under way, which another connection would cut off.
    void setSearching(bool searching);

Q_SIGNALS:
    /// Members came or went, or another one is chosen.
    void serversChanged();
    /// A sentence for the status bar.
    void said(const QString &sentence);
    /// The cluster's first connection is being opened, or another chroot: what was selected is to be gone to.
    void opened();
    /// Nothing is being changed any more.
    void changeEnded();

private:
    void onStoreChanged(const QString &name);
    void openIfWanted();
    void followServers();
    void followServersSoon();
    [[nodiscard]] bool sparesEphemerals(const ZnodeTarget &wanted) const;
    [[nodiscard]] bool sparesWork() const;
    void signIn(const QList<ZnodeCredential> &credentials);
    void park();
    void tellParked();
    void learnLimit();
    void findLastChange();
    [[nodiscard]] ZnodeTarget wantedTarget() const;
    [[nodiscard]] QString addresses() const;

    UiServices m_services;
    CredentialStore &m_credentials;
    ParkedSessions &m_parked;
    ZnodeConnection m_connection;
    std::unique_ptr<ZnodeTree> m_tree;
    std::unique_ptr<ZnodeFollower> m_follower;
    ZnodeEditor m_editor;
    ZnodeUndo m_lastChange;
    KeptUndos m_lastChanges; ///< of other clusters
    PathTrail m_trail;
    QSet<ZnodePath> m_expanded;
    QSet<qint64> m_sessions; ///< that this connection has had
    QString m_cluster;
    int m_member = 0;
    ZnodeView m_view;
    bool m_looked = false;
    bool m_credentialsKnown = false;
    bool m_changing = false;
    bool m_searching = false;
};

} // namespace zoodock
