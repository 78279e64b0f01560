// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/selectionactions.h"

#include "clusters/clusterstore.h"
#include "ui/overview/clusteractions.h"
#include "ui/overview/filecare.h"
#include "ui/overview/lifecycle.h"
#include "ui/overview/memberactions.h"

#include <QtGui/QAction>
#include <QtWidgets/QWidget>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

SelectionActions::SelectionActions(const UiServices &services, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_clusters(new ClusterActions(this))
    , m_members(new MemberActions(this))
    , m_lifecycle(new Lifecycle(services, window))
    , m_files(new FileCare(services, window))
{
    m_clusters->copyHostString->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    m_clusters->remove->setObjectName(u"clusterRemove"_s);
    m_clusters->duplicate->setObjectName(u"clusterDuplicate"_s);
    m_clusters->release->setObjectName(u"clusterRelease"_s);
    m_clusters->describe->setObjectName(u"clusterDescribe"_s);
    m_clusters->describe->setShortcut(QKeySequence(Qt::Key_F2));
    connect(m_clusters->describe, &QAction::triggered, this, [this] {
        if (m_targets.size() == 1)
            m_files->describe(m_targets.constFirst().cluster);
    });
    connect(m_files, &FileCare::said, this, &SelectionActions::said);
    connect(m_clusters->release, &QAction::triggered, this, [this] {
        for (const Target &target : wholeClusters())
            m_files->release(target.cluster);
    });
    const QList<QAction *> actions = m_clusters->all() + m_members->all();
    for (QAction *action : actions) {
        if (action != m_clusters->copyHostString)
            action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    }
    connect(m_clusters->duplicate, &QAction::triggered, this, [this] {
        if (!m_targets.isEmpty())
            Q_EMIT duplicateWanted(m_targets.constFirst().cluster);
    });
    connect(m_clusters, &ClusterActions::wanted, this,
            [this](MemberAction action) { m_lifecycle->act(action, wholeClusters()); });
    connect(m_clusters->remove, &QAction::triggered, this, [this] {
        QStringList names;
        for (const Target &target : wholeClusters())
            names += target.cluster;
        m_lifecycle->remove(names);
    });
    connect(m_clusters, &ClusterActions::rollingRestartWanted, this,
            [this] { m_lifecycle->restartOneByOne(wholeClusters()); });
    connect(m_members, &MemberActions::rollingRestartWanted, this,
            [this] { m_lifecycle->restartOneByOne(chosenMembers()); });
    connect(m_members, &MemberActions::wanted, this,
            [this](MemberAction action) { m_lifecycle->act(action, chosenMembers()); });
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &SelectionActions::refresh);
    const ClusterStore &store = services.store;
    connect(&store, &ClusterStore::clusterChanged, this, &SelectionActions::refreshSoon);
    connect(&store, &ClusterStore::clusterReset, this, &SelectionActions::refreshSoon);
    connect(&store, &ClusterStore::clusterRemoved, this, &SelectionActions::refreshSoon);
    connect(&store, &ClusterStore::memberChanged, this, &SelectionActions::refreshSoon);
    connect(&store, &ClusterStore::engineChanged, this, &SelectionActions::refreshSoon);
    refresh();
}

void SelectionActions::refreshSoon()
{
    if (!m_soon.isActive())
        m_soon.start(0);
}

void SelectionActions::setTargets(const QList<Target> &targets)
{
    m_targets = targets;
    refresh();
}

void SelectionActions::refresh()
{
    m_clusters->update(wholeClusters(), m_services.store);
    m_members->update(m_targets, m_services.store);
    moveKeys();
}

bool SelectionActions::hasMembersAlone() const
{
    return !m_targets.isEmpty() &&
           std::none_of(m_targets.cbegin(), m_targets.cend(),
                        [](const Target &target) { return target.members.isEmpty(); });
}

/// One key, one meaning at a time: of the members, if members alone are selected.
void SelectionActions::moveKeys()
{
    struct Keys
    {
        QKeySequence keys;
        QAction *cluster;
        QAction *member;
    };
    const auto ctrlShift = [](Qt::Key key) { return QKeySequence(Qt::CTRL | Qt::SHIFT | key); };
    const QList<Keys> table{
        {ctrlShift(Qt::Key_S), m_clusters->start, m_members->start},
        {ctrlShift(Qt::Key_T), m_clusters->stop, m_members->stop},
        {ctrlShift(Qt::Key_R), m_clusters->restart, m_members->restart},
        {ctrlShift(Qt::Key_O), m_clusters->rollingRestart, m_members->rollingRestart},
        {ctrlShift(Qt::Key_K), m_clusters->kill, m_members->kill},
        {ctrlShift(Qt::Key_P), m_clusters->pause, m_members->pause},
        {ctrlShift(Qt::Key_U), m_clusters->resume, m_members->resume},
        {QKeySequence::Delete, m_clusters->remove, m_members->remove},
    };
    const bool members = hasMembersAlone();
    for (const Keys &row : table) {
        row.cluster->setShortcut(members ? QKeySequence() : row.keys);
        row.member->setShortcut(members ? row.keys : QKeySequence());
    }
}

void SelectionActions::addKeysTo(QWidget *widget)
{
    widget->addActions(m_clusters->all());
    widget->addActions(m_members->all());
}

QList<QList<QAction *>> SelectionActions::menu() const
{
    QList<QList<QAction *>> groups;
    if (!hasMembersAlone())
        groups += m_clusters->all();
    if (!chosenMembers().isEmpty())
        groups += m_members->all();
    return groups;
}

QList<Target> SelectionActions::wholeClusters() const
{
    QList<Target> clusters;
    for (const Target &target : m_targets) {
        if (target.members.isEmpty() || hasMembersAlone())
            clusters.append({target.cluster, {}});
    }
    return clusters;
}

QList<Target> SelectionActions::chosenMembers() const
{
    QList<Target> members = m_targets;
    members.removeIf([](const Target &target) { return target.members.isEmpty(); });
    return members;
}

} // namespace zoodock
