// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/acl.h"
#include "znodes/znodepath.h"
#include "znodes/znodestat.h"

#include <QtCore/QHash>
#include <QtWidgets/QTabWidget>

#include <optional>

namespace zoodock
{

class AclPanel;
class HistoryPanel;
class StatPanel;
class ZnodeSession;

/// Of the selected znode: its stat, who may do what with it, and how its value changed while one looked.
class ZnodeDetails : public QTabWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZnodeDetails)
public:
    ZnodeDetails(ZnodeSession &session, QWidget *parent);

    /// Another znode, of which nothing is known yet; or none.
    void setPath(const std::optional<ZnodePath> &path);
    /// What the session's follower knows by now.
    void showFollowed();
    /// A value was read, at this time; `missed` as in ZnodeFollower::valueChanged().
    void addValue(const ZnodeValue &value, const QDateTime &at, qint64 missed);
    /// The znode is gone, as was seen at this time; may be said again.
    void noteDeletion(const QDateTime &at);
    /// The ACL may be another one; it is read if it is looked at.
    void readAclAgain();
    /// As it was read last, also of a znode that is gone by now; until none is shown any more.
    [[nodiscard]] std::optional<Acl> knownAcl(const ZnodePath &path) const;
    /// Empty: it may be changed; else why not.
    void setReadOnly(const QString &why);

Q_SIGNALS:
    void aclEditWanted(const zoodock::AclValue &acl);
    /// As the server has it now.
    void aclRead(const zoodock::ZnodePath &path, const zoodock::AclValue &acl);
    /// A sentence for the status bar.
    void said(const QString &sentence);

private:
    void showStat();
    void readAcl();

    ZnodeSession &m_session;
    StatPanel *m_stat;
    AclPanel *m_acl;
    HistoryPanel *m_history;
    std::optional<ZnodePath> m_path;
    qint32 m_aclVersion = -1; ///< of what the panel shows
    QHash<ZnodePath, Acl> m_known;
};

} // namespace zoodock
