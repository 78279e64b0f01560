// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/clustertreemodel.h"

#include "clusterrows.h"
#include "clusters/clusterstore.h"

#include <algorithm>
#include <vector>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

/// The rows as the views know them: moved by our own begin/end calls alone, never by the store.
struct ClusterTreeModel::Node
{
    QString cluster;
    int memberId = 0;
    bool discovered = false; ///< stands below the heading; so does the heading itself, which has no cluster
    Node *parent = nullptr;
    std::vector<std::unique_ptr<Node>> children;

    [[nodiscard]] int row() const
    {
        const auto &siblings = parent->children;
        const auto found = std::find_if(siblings.cbegin(), siblings.cend(),
                                        [this](const auto &sibling) { return sibling.get() == this; });
        return int(found - siblings.cbegin());
    }
    [[nodiscard]] QList<int> memberIds() const
    {
        QList<int> ids;
        for (const auto &child : children)
            ids.append(child->memberId);
        return ids;
    }
    void insert(int row, const QString &name, int id, bool found = false)
    {
        auto node = std::make_unique<Node>();
        node->discovered = found;
        node->cluster = name;
        node->memberId = id;
        node->parent = this;
        children.insert(children.begin() + row, std::move(node));
    }
    void erase(int row) { children.erase(children.begin() + row); }
};

namespace
{

QList<int> memberIdsOf(const ClusterStatus &status)
{
    QList<int> ids;
    for (const MemberStatus &member : status.members)
        ids.append(member.wanted.id);
    return ids;
}

/// The ids of `all` that `some` has too, in the order of `all`.
QList<int> common(const QList<int> &all, const QList<int> &some)
{
    QList<int> ids;
    std::copy_if(all.cbegin(), all.cend(), std::back_inserter(ids),
                 [&some](int id) { return some.contains(id); });
    return ids;
}

} // namespace

ClusterTreeModel::ClusterTreeModel(ClusterStore &store, QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
    , m_store(store)
{
    for (const QString &name : store.clusterNames())
        add(name);
    connect(&store, &ClusterStore::clusterAdded, this, &ClusterTreeModel::add);
    // The store still knows the cluster then, so that views may ask for data while the rows go.
    connect(&store, &ClusterStore::clusterAboutToBeRemoved, this, &ClusterTreeModel::remove);
    connect(&store, &ClusterStore::clusterReset, this, &ClusterTreeModel::mergeMembers);
    connect(&store, &ClusterStore::clusterChanged, this, &ClusterTreeModel::refreshCluster);
    connect(&store, &ClusterStore::memberChanged, this, &ClusterTreeModel::refreshMember);
    connect(&store, &ClusterStore::engineChanged, this, &ClusterTreeModel::refreshAll);
}

ClusterTreeModel::~ClusterTreeModel() = default;

ClusterTreeModel::Node *ClusterTreeModel::find(const QString &cluster) const
{
    const auto &clusters = m_root->children;
    const auto found = std::find_if(clusters.cbegin(), clusters.cend(),
                                    [&cluster](const auto &node) { return node->cluster == cluster; });
    return found == clusters.cend() ? nullptr : found->get();
}

QModelIndex ClusterTreeModel::indexOfNode(const Node &node) const
{
    return createIndex(node.row(), 0, &node);
}

QModelIndex ClusterTreeModel::indexOf(const QString &cluster, int memberId) const
{
    const Node *node = find(cluster);
    if (!node)
        return {};
    if (memberId == 0)
        return indexOfNode(*node);
    const qsizetype row = node->memberIds().indexOf(memberId);
    return row < 0 ? QModelIndex() : indexOfNode(*node->children[size_t(row)]);
}

bool ClusterTreeModel::isDiscovered(const QString &cluster) const
{
    const ClusterStatus *status = m_store.cluster(cluster);
    return status && !status->isManaged();
}

/// Ours in natural order, the heading, those that others started.
int ClusterTreeModel::rowFor(const QString &cluster, bool discovered) const
{
    const QStringList names = m_store.clusterNames();
    const auto rank = [&names](const QString &name, bool found) {
        return std::pair(found, name.isEmpty() ? -1 : int(names.indexOf(name)));
    };
    int row = 0;
    for (const auto &node : m_root->children) {
        if (node->cluster != cluster && rank(node->cluster, node->discovered) < rank(cluster, discovered))
            ++row;
    }
    return row;
}

void ClusterTreeModel::insertRow(const QString &cluster, bool discovered)
{
    const int row = rowFor(cluster, discovered);
    beginInsertRows({}, row, row);
    m_root->insert(row, cluster, 0, discovered);
    endInsertRows();
}

/// The heading is there while somebody stands below it.
void ClusterTreeModel::updateHeading()
{
    const auto &nodes = m_root->children;
    const auto heading =
        std::find_if(nodes.cbegin(), nodes.cend(), [](const auto &node) { return node->cluster.isEmpty(); });
    const bool needed = std::any_of(nodes.cbegin(), nodes.cend(), [](const auto &node) {
        return node->discovered && !node->cluster.isEmpty();
    });
    if (needed && heading == nodes.cend()) {
        insertRow({}, true);
    } else if (!needed && heading != nodes.cend()) {
        const int row = int(heading - nodes.cbegin());
        beginRemoveRows({}, row, row);
        m_root->erase(row);
        endRemoveRows();
    }
}

void ClusterTreeModel::add(const QString &cluster)
{
    if (find(cluster)) {
        mergeMembers(cluster);
        return;
    }
    if (!m_store.cluster(cluster)) // told late: it is gone already
        return;
    insertRow(cluster, isDiscovered(cluster));
    updateHeading();
    mergeMembers(cluster);
}

void ClusterTreeModel::remove(const QString &cluster)
{
    const Node *node = find(cluster);
    if (!node)
        return;
    const int row = node->row();
    beginRemoveRows({}, row, row);
    m_root->erase(row);
    endRemoveRows();
    updateHeading();
}

/// It was adopted, or given back: it moves, and stays selected and expanded.
void ClusterTreeModel::moveIfAdopted(const QString &cluster)
{
    Node *node = find(cluster);
    if (!node || node->discovered == isDiscovered(cluster))
        return;
    const int from = node->row();
    const int to = rowFor(cluster, !node->discovered); // without its own row
    node->discovered = !node->discovered;
    if (to != from) {
        beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
        auto moved = std::move(m_root->children[size_t(from)]);
        m_root->erase(from);
        m_root->children.insert(m_root->children.begin() + to, std::move(moved));
        endMoveRows();
    }
    updateHeading();
}

void ClusterTreeModel::mergeMembers(const QString &cluster)
{
    Node *node = find(cluster);
    const ClusterStatus *status = m_store.cluster(cluster);
    if (!node || !status)
        return;
    const QList<int> wanted = memberIdsOf(*status);
    const QList<int> shown = node->memberIds();
    const bool keepsOrder = common(shown, wanted) == common(wanted, shown);
    const QModelIndex parent = indexOfNode(*node);
    for (int row = int(shown.size()) - 1; row >= 0; --row) {
        if (keepsOrder && wanted.contains(shown.at(row)))
            continue;
        beginRemoveRows(parent, row, row);
        node->erase(row);
        endRemoveRows();
    }
    for (int row = 0; row < int(wanted.size()); ++row) {
        if (node->memberIds().value(row, 0) == wanted.at(row))
            continue;
        beginInsertRows(parent, row, row);
        node->insert(row, cluster, wanted.at(row));
        endInsertRows();
    }
    refreshCluster(cluster);
    if (!wanted.isEmpty())
        Q_EMIT dataChanged(index(0, 0, parent), index(int(wanted.size()) - 1, 0, parent));
}

void ClusterTreeModel::refreshCluster(const QString &cluster)
{
    moveIfAdopted(cluster);
    if (const QModelIndex changed = indexOf(cluster); changed.isValid())
        Q_EMIT dataChanged(changed, changed);
}

void ClusterTreeModel::refreshMember(const QString &cluster, int memberId)
{
    if (const QModelIndex changed = indexOf(cluster, memberId); changed.isValid())
        Q_EMIT dataChanged(changed, changed);
}

void ClusterTreeModel::refreshAll()
{
    for (const auto &node : m_root->children) {
        const QModelIndex parent = indexOfNode(*node);
        Q_EMIT dataChanged(parent, parent);
        if (const int members = rowCount(parent); members > 0)
            Q_EMIT dataChanged(index(0, 0, parent), index(members - 1, 0, parent));
    }
}

QModelIndex ClusterTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const Node *above =
        parent.isValid() ? static_cast<const Node *>(parent.constInternalPointer()) : m_root.get();
    return createIndex(row, column, above->children[size_t(row)].get());
}

QModelIndex ClusterTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    const Node *above = static_cast<const Node *>(child.constInternalPointer())->parent;
    return above == m_root.get() ? QModelIndex() : indexOfNode(*above);
}

int ClusterTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_root->children.size());
    return parent.column() > 0
               ? 0
               : int(static_cast<const Node *>(parent.constInternalPointer())->children.size());
}

int ClusterTreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

Qt::ItemFlags ClusterTreeModel::flags(const QModelIndex &index) const
{
    const bool isHeading =
        index.isValid() && static_cast<const Node *>(index.constInternalPointer())->cluster.isEmpty();
    return isHeading ? Qt::ItemNeverHasChildren : QAbstractItemModel::flags(index);
}

QVariant ClusterTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node *node = static_cast<const Node *>(index.constInternalPointer());
    if (node->cluster.isEmpty())
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? tr("Started by others")
                                                                         : QVariant();
    if (role == ClusterNameRole)
        return node->cluster;
    if (role == MemberIdRole)
        return node->memberId;
    const ClusterStatus *status = m_store.cluster(node->cluster);
    if (!status)
        return role == Qt::DisplayRole && node->memberId == 0 ? QVariant(node->cluster) : QVariant();
    const EngineStatus engine = m_store.engine(status->ensemble.context);
    if (node->memberId == 0)
        return clusterRowData(*status, engine, role);
    const MemberStatus *member = status->member(node->memberId);
    return member ? memberRowData(*member, engine, role) : QVariant();
}

} // namespace zoodock
