// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/znodepath.h"

#include <QtCore/QAbstractItemModel>
#include <QtCore/QSet>

#include <optional>

namespace zoodock
{

class ZnodeFolder;
class ZnodeTree;
struct ZnodeStat;

/// The znodes of a ZnodeTree, lazily: one top row "/", children once they are fetched, one rowsInserted() per
/// expand however many there are. A row without a folder of its own is no object.
///
/// A view connects its expanded() and collapsed() to expand() and collapse() (fetchMore() expands, too), and
/// tells what is on screen through setVisibleRows(): stats are known for such rows alone. hasChildren() is
/// true until a row's stat says otherwise; QTreeView keeps what it heard at its last layout, so draw the
/// branches from hasChildren() anew.
class ZnodeTreeModel : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZnodeTreeModel)
public:
    enum Column { NameColumn, ChildrenColumn, SizeColumn, VersionColumn, ModifiedColumn, ColumnCount };
    enum Role {
        PathRole = Qt::UserRole, ///< QString
        KindRole,                ///< int of ZnodeKind; invalid: stat not known (yet)
        LoadingRole,             ///< bool: its children are being read for the first time
        StaleRole,               ///< bool: the list that it stands in is of an earlier time
        ErrorRole,               ///< QString: why its children could not be read
    };

    /// The tree outlives the model.
    explicit ZnodeTreeModel(ZnodeTree *tree, QObject *parent);
    ~ZnodeTreeModel() override;

    [[nodiscard]] ZnodeTree *tree() const { return m_tree; }
    [[nodiscard]] ZnodePath pathAt(const QModelIndex &index) const;
    /// Invalid: not known (yet).
    [[nodiscard]] QModelIndex indexOf(const ZnodePath &path) const;
    /// Empty: not known (yet).
    [[nodiscard]] std::optional<ZnodeStat> statAt(const QModelIndex &index) const;
    void expand(const QModelIndex &index);
    void collapse(const QModelIndex &index);
    /// Between the two a view lays out all rows and nothing changes. It asks each whether it has children,
    /// and draws by asking again: so what was never expanded says at once that it can have none. Of a million
    /// rows the true answer takes longer than all else.
    void beginLayout();
    void endLayout();
    /// One range per parent; last < first: none.
    void setVisibleRows(const QModelIndex &parent, int first, int last);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    /// The folder that the row of `index` is in; null: the top row.
    [[nodiscard]] static ZnodeFolder *containerOf(const QModelIndex &index);
    /// The folder that `index` itself is; null: never asked for.
    [[nodiscard]] ZnodeFolder *folderAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(ZnodeFolder *folder, int column = 0) const;
    [[nodiscard]] bool isStale(const QModelIndex &index) const;
    [[nodiscard]] QVariant text(const QModelIndex &index) const;
    [[nodiscard]] QString accessibleText(const QModelIndex &index) const;
    void onFolderChanged(ZnodeFolder *folder);

    ZnodeTree *m_tree;
    std::unique_ptr<class OpenRows> m_open; ///< while a view lays out its rows
    QSet<const ZnodeFolder *> m_stale;      ///< as their rows were last told of
};

} // namespace zoodock
