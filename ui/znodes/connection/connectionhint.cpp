// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/connection/connectionhint.h"

#include "clusters/clusterstore.h"
#include "core/sentences.h"
#include "ui/look/sentencelayout.h"
#include "ui/overview/lifecycle.h"
#include "ui/znodes/connection/znodesession.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

bool runs(const MemberStatus &member)
{
    switch (member.container.life) {
    case ContainerLife::Absent:
    case ContainerLife::Created:
    case ContainerLife::Exited:
    case ContainerLife::Dead:
    case ContainerLife::Paused:
        return false;
    case ContainerLife::Unknown:
    case ContainerLife::Running:
    case ContainerLife::Restarting:
    case ContainerLife::Removing:
        break;
    }
    return true;
}

} // namespace

ConnectionHint::ConnectionHint(const UiServices &services, ZnodeSession &session, QWidget *parent)
    : QFrame(parent)
    , m_services(services)
    , m_session(session)
    , m_lifecycle(new Lifecycle(services, this))
    , m_sentence(new QLabel(this))
    , m_remedy(new QPushButton(this))
    , m_wholeTree(new QPushButton(tr("Show the &Whole Tree"), this))
{
    build();
    connect(m_remedy, &QPushButton::clicked, this, &ConnectionHint::act);
    connect(m_wholeTree, &QPushButton::clicked, this, &ConnectionHint::wholeTreeWanted);
    connect(&session, &ZnodeSession::serversChanged, this, &ConnectionHint::refresh);
    connect(&services.store, &ClusterStore::engineChanged, this, &ConnectionHint::refresh);
    connect(&session.connection(), &ZnodeConnection::stateChanged, this, &ConnectionHint::refresh);
    connect(&session.connection(), &ZnodeConnection::readOnlyChanged, this, &ConnectionHint::refresh);
    watchRoot();
    refresh();
}

void ConnectionHint::build()
{
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    for (QPushButton *button : {m_wholeTree, m_remedy}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    setTabOrder(m_wholeTree, m_remedy);
    layOutNotice(this, {m_sentence}, row);
    hide();
}

void ConnectionHint::watchRoot()
{
    ZnodeTree &tree = m_session.tree();
    connect(&tree, &ZnodeTree::reset, this, &ConnectionHint::refresh);
    connect(&tree, &ZnodeTree::folderChanged, this, [this](ZnodeFolder *folder) {
        if (!folder->parent())
            refresh();
    });
    // The root has no parent whose reading would find it again.
    connect(&m_session.follower(), &ZnodeFollower::stateChanged, this, [this] {
        if (m_kind == Kind::NoChroot && m_session.follower().state() == ZnodeFollower::State::Present)
            m_session.tree().refresh();
    });
}

/// Those that the session may talk to.
QList<int> ConnectionHint::members() const
{
    QList<int> ids;
    const ClusterStatus *status = m_services.store.cluster(m_session.cluster());
    for (const MemberStatus &member : status ? status->members : QList<MemberStatus>()) {
        if (m_session.member() == 0 || m_session.member() == member.wanted.id)
            ids.append(member.wanted.id);
    }
    return ids;
}

Target ConnectionHint::target() const
{
    return {m_session.cluster(), m_session.member() == 0 ? QList<int>() : members()};
}

ConnectionHint::Kind ConnectionHint::kind() const
{
    const ZnodeConnection &connection = m_session.connection();
    if (connection.state() == ZnodeConnection::State::Connected) {
        const ZnodeFolder *root = m_session.tree().root();
        const bool isMissing = root->state() == ZnodeFolder::State::Failed && root->error() &&
                               root->error()->kind() == ErrorKind::NoNode;
        return connection.hasChroot() && isMissing ? Kind::NoChroot : Kind::Nothing;
    }
    const QList<int> ids = members();
    const ClusterStatus *status = m_services.store.cluster(m_session.cluster());
    const bool someRuns =
        std::any_of(ids.cbegin(), ids.cend(), [status](int id) { return runs(*status->member(id)); });
    return ids.isEmpty() || someRuns ? Kind::Nothing : Kind::NotRunning;
}

QString ConnectionHint::whyNoServer() const
{
    if (kind() != Kind::NotRunning)
        return {};
    const ClusterStatus *status = m_services.store.cluster(m_session.cluster());
    const MemberStatus *only = m_session.member() == 0 ? nullptr : status->member(m_session.member());
    if (remedy() == MemberAction::Unpause)
        return only ? tr("%1 is paused and answers nobody.").arg(only->wanted.name)
                    : tr("No member of %1 answers: they are paused.").arg(status->ensemble.shownName());
    return only ? tr("%1 does not run.").arg(only->wanted.name)
                : tr("No member of %1 runs.").arg(status->ensemble.shownName());
}

/// What is paused goes on at once, and keeps what it knows.
MemberAction ConnectionHint::remedy() const
{
    const ClusterStatus *status = m_services.store.cluster(m_session.cluster());
    const QList<int> ids = members();
    const bool isPaused = std::any_of(ids.cbegin(), ids.cend(), [status](int id) {
        return status->member(id)->container.life == ContainerLife::Paused;
    });
    return isPaused ? MemberAction::Unpause : MemberAction::Start;
}

void ConnectionHint::refresh()
{
    m_kind = kind();
    if (m_kind == Kind::NotRunning)
        showMembers();
    else if (m_kind == Kind::NoChroot)
        showChroot();
    else
        m_problem.clear();
    setHidden(m_kind == Kind::Nothing);
    Q_EMIT changed();
}

void ConnectionHint::showMembers()
{
    const bool all = m_session.member() == 0;
    const MemberAction action = remedy();
    const QString why = reasonAgainst(action, QList<Target>{target()}, m_services.store);
    m_sentence->setText(paragraphOf({whyNoServer(), why}));
    m_remedy->setText(action == MemberAction::Unpause ? tr("&Resume")
                      : all                           ? tr("&Start the Cluster")
                                                      : tr("&Start the Member"));
    m_remedy->setEnabled(why.isEmpty());
    m_remedy->setToolTip(why);
    m_wholeTree->hide();
}

void ConnectionHint::showChroot()
{
    const QString chroot = legibleName(m_session.connection().target().chroot);
    const QString sentence =
        tr("This cluster has no znode %1, below which this connection looks (its chroot).").arg(chroot);
    const QString why = m_session.whyReadOnly();
    m_sentence->setText(paragraphOf({sentence, m_problem}));
    m_remedy->setText(tr("Create &It"));
    m_remedy->setEnabled(why.isEmpty() && !m_creating);
    m_remedy->setToolTip(why.isEmpty() ? tr("Create %1, open to everybody and without a value").arg(chroot)
                                       : why);
    m_wholeTree->setToolTip(tr("Connect without a chroot"));
    m_wholeTree->show();
}

void ConnectionHint::act()
{
    if (m_kind == Kind::NoChroot)
        createMissing();
    else if (m_kind == Kind::NotRunning)
        m_lifecycle->act(remedy(), QList<Target>{target()});
}

void ConnectionHint::createMissing()
{
    m_creating = true;
    m_problem.clear();
    refresh();
    Operation *creation = createChroot(m_session.connection().target(), this);
    connect(creation, &Operation::finished, this, [this, creation] {
        creation->deleteLater();
        m_creating = false;
        m_problem = creation->succeeded() ? QString() : creation->error().message();
        m_session.tree().refresh();
        m_session.follower().refresh();
        refresh();
    });
    creation->start();
}

} // namespace zoodock
