// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/znodetreemodel.h"

#include "openrows.h"
#include "znodes/znodestat.h"
#include "znodes/znodetree.h"

#include <QtCore/QLocale>

namespace zoodock
{

namespace
{

QString kindText(ZnodeKind kind)
{
    switch (kind) {
    case ZnodeKind::Persistent:
        return ZnodeTreeModel::tr("Persistent, container or TTL znode: the server does not tell which.");
    case ZnodeKind::Ephemeral:
        return ZnodeTreeModel::tr("Ephemeral znode: it goes with the session that made it.");
    case ZnodeKind::Container:
        return ZnodeTreeModel::tr("Container znode: it goes when its last child is gone.");
    case ZnodeKind::Ttl:
        return ZnodeTreeModel::tr("Znode with a time to live.");
    }
    return {};
}

} // namespace

ZnodeTreeModel::ZnodeTreeModel(ZnodeTree *tree, QObject *parent)
    : QAbstractItemModel(parent)
    , m_tree(tree)
{
    connect(tree, &ZnodeTree::rowsAboutToBeInserted, this,
            [this](ZnodeFolder *folder, qsizetype first, qsizetype last) {
                beginInsertRows(indexOf(folder), static_cast<int>(first), static_cast<int>(last));
            });
    connect(tree, &ZnodeTree::rowsInserted, this, [this] { endInsertRows(); });
    connect(tree, &ZnodeTree::rowsAboutToBeRemoved, this,
            [this](ZnodeFolder *folder, qsizetype first, qsizetype last) {
                beginRemoveRows(indexOf(folder), static_cast<int>(first), static_cast<int>(last));
            });
    connect(tree, &ZnodeTree::rowsRemoved, this, [this] { endRemoveRows(); });
    connect(tree, &ZnodeTree::rowsChanged, this,
            [this](ZnodeFolder *folder, qsizetype first, qsizetype last) {
                Q_EMIT dataChanged(createIndex(static_cast<int>(first), 0, folder),
                                   createIndex(static_cast<int>(last), ColumnCount - 1, folder));
            });
    connect(tree, &ZnodeTree::folderChanged, this, &ZnodeTreeModel::onFolderChanged);
    connect(tree, &ZnodeTree::aboutToReset, this, [this] { beginResetModel(); });
    connect(tree, &ZnodeTree::reset, this, [this] {
        m_stale.clear();
        endResetModel();
    });
    connect(tree, &ZnodeTree::folderRemoved, this, [this](ZnodeFolder *folder) { m_stale.remove(folder); });
}

ZnodeTreeModel::~ZnodeTreeModel() = default;

ZnodeFolder *ZnodeTreeModel::containerOf(const QModelIndex &index)
{
    return static_cast<ZnodeFolder *>(index.internalPointer());
}

ZnodeFolder *ZnodeTreeModel::folderAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const ZnodeFolder *const container = containerOf(index);
    return container ? container->folderAt(index.row()) : m_tree->root();
}

QModelIndex ZnodeTreeModel::indexOf(ZnodeFolder *folder, int column) const
{
    ZnodeFolder *const container = folder->parent();
    if (!container)
        return createIndex(0, column);
    return createIndex(static_cast<int>(container->names().indexOf(folder->name())), column, container);
}

ZnodePath ZnodeTreeModel::pathAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const ZnodeFolder *const container = containerOf(index);
    return container ? container->path().child(container->names().at(index.row())) : ZnodePath();
}

QModelIndex ZnodeTreeModel::indexOf(const ZnodePath &path) const
{
    if (path.isRoot())
        return createIndex(0, 0);
    ZnodeFolder *const container = m_tree->folder(path.parent());
    const qsizetype row = container ? container->names().indexOf(path.name().toUtf8()) : -1;
    return row < 0 ? QModelIndex() : createIndex(static_cast<int>(row), 0, container);
}

void ZnodeTreeModel::expand(const QModelIndex &index)
{
    if (index.isValid())
        m_tree->expand(pathAt(index));
}

void ZnodeTreeModel::collapse(const QModelIndex &index)
{
    if (index.isValid())
        m_tree->collapse(pathAt(index));
}

void ZnodeTreeModel::beginLayout()
{
    m_open = std::make_unique<OpenRows>();
}

void ZnodeTreeModel::endLayout()
{
    m_open.reset();
}

void ZnodeTreeModel::setVisibleRows(const QModelIndex &parent, int first, int last)
{
    if (ZnodeFolder *const folder = folderAt(parent))
        m_tree->setVisibleRows(folder, first, last);
}

QModelIndex ZnodeTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount)
        return {};
    if (!parent.isValid())
        return row == 0 ? createIndex(row, column) : QModelIndex();
    // A view that lays out a million rows asks as often.
    ZnodeFolder *folder = m_open ? m_open->folderOf(parent) : nullptr;
    if (!folder && parent.column() == 0) {
        folder = folderAt(parent);
        if (m_open)
            m_open->note(parent, folder);
    }
    return folder && row < folder->names().size() ? createIndex(row, column, folder) : QModelIndex();
}

QModelIndex ZnodeTreeModel::parent(const QModelIndex &child) const
{
    ZnodeFolder *const container = child.isValid() ? containerOf(child) : nullptr;
    return container ? indexOf(container) : QModelIndex();
}

int ZnodeTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return 1;
    const ZnodeFolder *const folder = parent.column() == 0 ? folderAt(parent) : nullptr;
    return folder ? static_cast<int>(folder->names().size()) : 0;
}

int ZnodeTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool ZnodeTreeModel::hasChildren(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return true;
    if (parent.column() != 0)
        return false;
    const ZnodeFolder *const folder = folderAt(parent);
    if (folder && folder->state() == ZnodeFolder::State::Loaded)
        return !folder->names().isEmpty();
    if (folder && !folder->names().isEmpty())
        return true;
    const std::optional<ZnodeStat> stat = statAt(parent);
    return !stat || stat->numChildren > 0;
}

Qt::ItemFlags ZnodeTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    constexpr Qt::ItemFlags usual = Qt::ItemIsSelectable | Qt::ItemIsEnabled;
    const bool closed = m_open && !m_open->contain(containerOf(index), index.row());
    return closed ? usual | Qt::ItemNeverHasChildren : usual;
}

bool ZnodeTreeModel::canFetchMore(const QModelIndex &parent) const
{
    if (!parent.isValid() || parent.column() != 0)
        return false;
    const ZnodeFolder *const folder = folderAt(parent);
    return !folder || !folder->isExpanded();
}

void ZnodeTreeModel::fetchMore(const QModelIndex &parent)
{
    expand(parent);
}

std::optional<ZnodeStat> ZnodeTreeModel::statAt(const QModelIndex &index) const
{
    const ZnodeFolder *const container = containerOf(index);
    return container ? container->childStat(index.row()) : m_tree->root()->stat();
}

/// A row is as old as the list that it stands in. Its own children may well be unread: they are not shown.
bool ZnodeTreeModel::isStale(const QModelIndex &index) const
{
    const ZnodeFolder *const container = containerOf(index);
    return (container ? container : m_tree->root())->state() == ZnodeFolder::State::Stale;
}

QVariant ZnodeTreeModel::text(const QModelIndex &index) const
{
    if (index.column() == NameColumn)
        return legibleName(pathAt(index).name());
    const std::optional<ZnodeStat> stat = statAt(index);
    if (!stat)
        return {};
    const QLocale locale;
    switch (index.column()) {
    case ChildrenColumn:
        return locale.toString(stat->numChildren);
    case SizeColumn:
        return stat->dataLength < 1024 ? tr("%Ln byte(s)", nullptr, stat->dataLength)   // Qt has no singular
                                       : locale.formattedDataSize(stat->dataLength, 1); // as memoryText()
    case VersionColumn:
        return locale.toString(stat->version);
    case ModifiedColumn:
        return stat->mtime == 0 ? QString()
                                : locale.toString(stat->modified().toLocalTime(), QLocale::ShortFormat);
    default:
        return {};
    }
}

QString ZnodeTreeModel::accessibleText(const QModelIndex &index) const
{
    const QString name = text(index.siblingAtColumn(NameColumn)).toString();
    const std::optional<ZnodeStat> stat = statAt(index);
    if (!stat)
        return name;
    //: %1 is the name of a znode, %2 a sentence about its kind
    return tr("%1, %Ln child(ren). %2", nullptr, stat->numChildren).arg(name, kindText(stat->kind()));
}

QVariant ZnodeTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ZnodeFolder *const folder = folderAt(index);
    const std::optional<ZnodeStat> stat =
        role == Qt::ToolTipRole || role == KindRole ? statAt(index) : std::nullopt;
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case Qt::TextAlignmentRole:
        if (index.column() == NameColumn || index.column() == ModifiedColumn)
            return {};
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    case Qt::AccessibleTextRole:
        return index.column() == NameColumn ? accessibleText(index) : text(index);
    case Qt::ToolTipRole:
        if (folder && folder->error())
            return folder->error()->message();
        if (index.column() == ModifiedColumn && stat)
            return stat->modified().toLocalTime().toString(Qt::ISODateWithMs);
        return stat ? kindText(stat->kind()) : QString();
    case PathRole:
        return pathAt(index).text();
    case KindRole:
        return stat ? QVariant(static_cast<int>(stat->kind())) : QVariant();
    case LoadingRole:
        return folder && folder->isExpanded() && folder->isBeingRead() &&
               folder->state() == ZnodeFolder::State::Loading;
    case StaleRole:
        return isStale(index);
    case ErrorRole:
        return folder && folder->error() ? folder->error()->message() : QVariant();
    default:
        return {};
    }
}

QVariant ZnodeTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case ChildrenColumn:
        return tr("Children");
    case SizeColumn:
        return tr("Size");
    case VersionColumn:
        return tr("Version");
    case ModifiedColumn:
        return tr("Modified");
    default:
        return {};
    }
}

void ZnodeTreeModel::onFolderChanged(ZnodeFolder *folder)
{
    Q_EMIT dataChanged(indexOf(folder), indexOf(folder, ColumnCount - 1));
    const bool stale = folder->state() == ZnodeFolder::State::Stale;
    if (stale == m_stale.contains(folder))
        return;
    if (stale)
        m_stale.insert(folder);
    else
        m_stale.remove(folder);
    const int last = static_cast<int>(folder->names().size()) - 1;
    if (last >= 0)
        Q_EMIT dataChanged(createIndex(0, 0, folder), createIndex(last, ColumnCount - 1, folder),
                           {StaleRole});
}

} // namespace zoodock
