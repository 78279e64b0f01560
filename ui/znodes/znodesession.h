// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/uiservices.h"
#include "ui/znodes/connectionline.h"
#include "ui/znodes/viewmemory.h"
#include "znodes/znodeconnection.h"
#include "znodes/znodeeditor.h"
#include "znodes/znodefollower.h"
#include "znodes/znodetree.h"

#include <QtCore/QObject>

namespace zoodock
{

class CredentialStore;

/// Everything behind the page for one cluster at a time: where to connect, whom to sign in as, and what
/// follows the tree. Connects once the page is looked at, and stays connected until another cluster is shown.
class ZnodeSession : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZnodeSession)
public:
    ZnodeSession(const UiServices &services, QObject *parent);
    ~ZnodeSession() override;

    void setCluster(const QString &name);
    [[nodiscard]] const QString &cluster() const { return m_cluster; }
    /// Somebody looks: connect.
    void lookAt();
    /// 0: all.
    void chooseMember(int memberId);
    [[nodiscard]] int member() const { return m_member; }
    [[nodiscard]] QList<ConnectionLine::Server> servers() const;
    void setReadOnly(bool readOnly);
    void setTarget(const QString &chroot, const QList<ZnodeCredential> &credentials);
    /// What to save and show again.
    [[nodiscard]] ZnodeView &view() { return m_view; }
    void remember();
    [[nodiscard]] QString credentialsNote() const;
    /// "host:port" to hand to zkCli, with the chroot.
    [[nodiscard]] QString connectString() const;
    /// Empty: a znode may be changed; else a sentence with the reason.
    [[nodiscard]] QString whyReadOnly() const;

    [[nodiscard]] ZnodeConnection &connection() { return m_connection; }
    [[nodiscard]] const ZnodeConnection &connection() const { return m_connection; }
    [[nodiscard]] ZnodeTree &tree() { return m_tree; }
    [[nodiscard]] ZnodeFollower &follower() { return m_follower; }
    [[nodiscard]] ZnodeEditor &editor() { return m_editor; }

Q_SIGNALS:
    /// Members came or went, or another one is chosen.
    void serversChanged();
    /// A sentence for the status bar.
    void said(const QString &sentence);
    /// The cluster's first connection is being opened, or another chroot: what was selected is to be gone to.
    void opened();

private:
    void onStoreChanged(const QString &name);
    void openIfWanted();
    void learnLimit();
    [[nodiscard]] ZnodeTarget wantedTarget() const;
    [[nodiscard]] QString addresses() const;

    UiServices m_services;
    CredentialStore *m_credentials;
    ZnodeConnection m_connection;
    ZnodeTree m_tree;
    ZnodeFollower m_follower;
    ZnodeEditor m_editor;
    QString m_cluster;
    int m_member = 0;
    ZnodeView m_view;
    bool m_looked = false;
    bool m_credentialsKnown = false;
};

} // namespace zoodock
