// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/znodedetails.h"

#include "ui/znodes/aclpanel.h"
#include "ui/znodes/connection/znodesession.h"
#include "ui/znodes/historypanel.h"
#include "ui/znodes/statpanel.h"

#include <QtWidgets/QTabBar>

namespace zoodock
{

namespace
{

constexpr int versionOfHidden = -2; // of a list that was asked for without knowing its version

} // namespace

ZnodeDetails::ZnodeDetails(ZnodeSession &session, QWidget *parent)
    : QTabWidget(parent)
    , m_session(session)
    , m_stat(new StatPanel(this))
    , m_acl(new AclPanel(this))
    , m_history(new HistoryPanel(this))
{
    setDocumentMode(true);
    setAccessibleName(tr("Details of the znode"));
    setFocusPolicy(Qt::NoFocus); // the tab bar has it
    tabBar()->setAccessibleName(tr("Details of the znode"));
    addTab(m_stat, tr("Stat"));
    addTab(m_acl, tr("Access"));
    addTab(m_history, tr("Changes"));
    connect(this, &QTabWidget::currentChanged, this, &ZnodeDetails::readAcl);
    connect(m_stat, &StatPanel::said, this, &ZnodeDetails::said);
    connect(m_acl, &AclPanel::editWanted, this, [this] {
        if (m_path && m_acl->acl())
            Q_EMIT aclEditWanted(*m_acl->acl());
    });
    connect(&session.tree(), &ZnodeTree::rowsChanged, this, [this] {
        if (m_path && m_session.follower().state() == ZnodeFollower::State::Failed)
            showStat();
    });
}

void ZnodeDetails::setPath(const std::optional<ZnodePath> &path)
{
    constexpr qsizetype mostKnown = 200;
    if (!path || m_known.size() > mostKnown)
        m_known.clear();
    m_path = path;
    m_history->clear();
    m_stat->setStat({}, 0);
    m_acl->setMessage({});
    m_aclVersion = -1;
}

void ZnodeDetails::showFollowed()
{
    const ZnodeFollower &follower = m_session.follower();
    showStat();
    if (follower.state() == ZnodeFollower::State::Absent) {
        m_acl->setMessage({});
        m_aclVersion = -1;
    } else if (follower.state() != ZnodeFollower::State::Loading) {
        readAcl();
    }
}

/// What may not be read has a stat nevertheless: the tree's.
void ZnodeDetails::showStat()
{
    const ZnodeFollower &follower = m_session.follower();
    std::optional<ZnodeStat> stat;
    if (follower.state() == ZnodeFollower::State::Present && follower.value()) {
        stat = follower.value()->stat;
    } else if (follower.state() == ZnodeFollower::State::Failed && !m_path->isRoot()) {
        const ZnodeFolder *folder = m_session.tree().folder(m_path->parent());
        const qsizetype row = folder ? folder->names().indexOf(m_path->name().toUtf8()) : -1;
        stat = row < 0 ? std::nullopt : folder->childStat(row);
    }
    m_stat->setStat(stat, m_session.connection().sessionId());
}

void ZnodeDetails::addValue(const ZnodeValue &value, const QDateTime &at, qint64 missed)
{
    m_history->add(value, at, missed);
    if (missed < 0)
        m_aclVersion = -1; // another znode of the same name
}

void ZnodeDetails::noteDeletion(const QDateTime &at)
{
    m_history->addDeletion(at);
}

void ZnodeDetails::readAclAgain()
{
    m_aclVersion = -1;
    readAcl();
}

void ZnodeDetails::readAcl()
{
    const ZnodeFollower &follower = m_session.follower();
    if (!m_path || follower.path() != m_path)
        return;
    // Who may not read the value, may perhaps read the list, or else is told why not.
    const bool isHidden = follower.state() == ZnodeFollower::State::Failed;
    if (!isHidden && !follower.value())
        return;
    // Also unseen: once somebody has deleted the znode it is too late to ask.
    const int version = isHidden ? versionOfHidden : follower.value()->stat.aversion;
    if (version == m_aclVersion)
        return;
    m_aclVersion = version;
    auto *reading = m_session.editor().readAcl(*m_path, this);
    connect(reading, &Operation::finished, this, [this, reading, version, path = *m_path] {
        reading->deleteLater();
        if (m_path && reading->succeeded())
            m_known.insert(path, reading->value().acl);
        if (m_path != path)
            return;
        if (reading->succeeded()) {
            m_acl->setAcl(reading->value());
            Q_EMIT aclRead(path, reading->value());
            return;
        }
        m_acl->setMessage(reading->error().message());
        if (m_aclVersion == version)
            m_aclVersion = -1; // whoever signs in may perhaps read it
    });
    reading->start();
}

std::optional<Acl> ZnodeDetails::knownAcl(const ZnodePath &path) const
{
    const auto known = m_known.constFind(path);
    return known == m_known.cend() ? std::nullopt : std::optional(*known);
}

void ZnodeDetails::setReadOnly(const QString &why)
{
    m_acl->setReadOnly(why);
}

} // namespace zoodock
