// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/memberstate.h"

#include <QtCore/QAbstractItemModel>

#include <memory>

namespace zoodock
{

class ClusterStore;

/// Clusters, and below each its members, as the store shows them; those that others started come last, below
/// a heading that cannot be selected and has no ClusterNameRole. One column. Row signals follow the store's
/// minimal diff, so that selection, expansion and scrolling survive. The store must outlive the model.
class ClusterTreeModel : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClusterTreeModel)
public:
    enum Role {
        ClusterNameRole = Qt::UserRole + 1, ///< QString, of members too
        MemberIdRole,                       ///< int; 0 for a cluster
        StateRole,                          ///< MemberState as int (members)
        QuorumRole,    ///< int: 0 none, 1 established, 2 being found out, 3 unknown (clusters)
        SentenceRole,  ///< QString: what the tooltip and the accessible text say
        StaleRole,     ///< bool: the engine does not answer, so that this is the last that was seen
        AttentionRole, ///< bool: damaged, half-made or without a file
        CountRole,     ///< QString: "2/3", serving voters of all voters (clusters); empty: unknown
        ColourRole,    ///< QString: "#rrggbb", or empty (clusters)
        WordRole,      ///< QString: the state in a word or two, translated
    };

    explicit ClusterTreeModel(ClusterStore &store, QObject *parent = nullptr);
    ~ClusterTreeModel() override;

    [[nodiscard]] QModelIndex indexOf(const QString &cluster, int memberId = 0) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Node;
    [[nodiscard]] Node *find(const QString &cluster) const;
    [[nodiscard]] QModelIndex indexOfNode(const Node &node) const;
    [[nodiscard]] bool isDiscovered(const QString &cluster) const;
    [[nodiscard]] int rowFor(const QString &cluster, bool discovered) const;
    void insertRow(const QString &cluster, bool discovered);
    void updateHeading();
    void moveIfAdopted(const QString &cluster);
    void add(const QString &cluster);
    void remove(const QString &cluster);
    void mergeMembers(const QString &cluster);
    void refreshCluster(const QString &cluster);
    void refreshMember(const QString &cluster, int memberId);
    void refreshAll();

    std::unique_ptr<Node> m_root;
    ClusterStore &m_store;
};

} // namespace zoodock
