// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/childfiltermodel.h"

#include "znodes/znodetree.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace zoodock
{

namespace
{

constexpr qsizetype piece = 20'000;       // names in one go: a few ms
constexpr std::size_t mostKept = 100'000; // rows that are moved for one: else all are looked through anew

bool isPlainAscii(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(),
                       [](QChar character) { return character.unicode() < 0x80; });
}

bool containsFolded(QByteArrayView name, const QByteArray &needle)
{
    const auto folds = [](char one, char other) {
        return (one >= 'A' && one <= 'Z' ? static_cast<char>(one - 'A' + 'a') : one) == other;
    };
    return std::search(name.begin(), name.end(), needle.begin(), needle.end(), folds) != name.end();
}

} // namespace

ChildFilterModel::ChildFilterModel(ZnodeTree *tree, QObject *parent)
    : QAbstractListModel(parent)
    , m_tree(tree)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &ChildFilterModel::lookOn);
    connect(tree, &ZnodeTree::folderChanged, this, &ChildFilterModel::onTreeChanged);
    connect(tree, &ZnodeTree::rowsAboutToBeInserted, this,
            [this](ZnodeFolder *folder, qsizetype first, qsizetype last) {
                m_coming = isFiltered(folder) ? std::optional(Range{first, last}) : std::nullopt;
            });
    connect(tree, &ZnodeTree::rowsInserted, this, &ChildFilterModel::takeIn);
    connect(tree, &ZnodeTree::rowsAboutToBeRemoved, this, &ChildFilterModel::leaveOut);
    connect(tree, &ZnodeTree::rowsRemoved, this, [this] {
        if (!m_text.isEmpty())
            Q_EMIT counted();
    });
    connect(tree, &ZnodeTree::folderRemoved, this, [this](const ZnodeFolder *folder) {
        if (folder->path() == m_parent)
            restart();
    });
    connect(tree, &ZnodeTree::reset, this, &ChildFilterModel::restart);
}

void ChildFilterModel::setFilter(const ZnodePath &parent, const QString &text)
{
    if (parent == m_parent && text == m_text)
        return;
    m_parent = parent;
    m_text = text;
    restart();
}

qsizetype ChildFilterModel::total() const
{
    const ZnodeFolder *folder = m_tree->folder(m_parent);
    return folder ? folder->names().size() : 0;
}

void ChildFilterModel::onTreeChanged(const ZnodeFolder *folder)
{
    if (folder->path() == m_parent)
        Q_EMIT counted();
}

void ChildFilterModel::restart()
{
    if (m_text.isEmpty() && m_names.empty())
        return;
    beginResetModel();
    m_names.clear();
    endResetModel();
    m_needle = isPlainAscii(m_text) ? m_text.toLower().toLatin1() : QByteArray();
    m_next = 0;
    if (m_text.isEmpty())
        m_timer.stop();
    else
        m_timer.start();
    Q_EMIT counted();
}

void ChildFilterModel::lookOn()
{
    const ZnodeFolder *folder = m_tree->folder(m_parent);
    const qsizetype size = folder ? folder->names().size() : 0;
    const qsizetype end = std::min(m_next + piece, size);
    std::vector<QByteArray> found;
    for (; m_next < end; ++m_next) {
        const QByteArrayView name = folder->names().utf8(m_next);
        if (matches(name))
            found.push_back(name.toByteArray());
    }
    if (!found.empty()) {
        const int first = static_cast<int>(m_names.size());
        beginInsertRows({}, first, first + static_cast<int>(found.size()) - 1);
        m_names.insert(m_names.end(), std::make_move_iterator(found.begin()),
                       std::make_move_iterator(found.end()));
        endInsertRows();
    }
    if (m_next >= size)
        m_timer.stop();
    Q_EMIT counted();
}

bool ChildFilterModel::isFiltered(const ZnodeFolder *folder) const
{
    return !m_text.isEmpty() && folder->path() == m_parent;
}

bool ChildFilterModel::matches(QByteArrayView name) const
{
    return m_needle.isEmpty() ? QString::fromUtf8(name).contains(m_text, Qt::CaseInsensitive)
                              : containsFolded(name, m_needle);
}

std::ptrdiff_t ChildFilterModel::rowFrom(const NameList &names, qsizetype row) const
{
    return std::partition_point(m_names.cbegin(), m_names.cend(),
                                [&names, row](const QByteArray &name) { return names.indexOf(name) < row; }) -
           m_names.cbegin();
}

/// So that whoever has chosen a row, and looks at it, is not thrown back to the first at each change.
void ChildFilterModel::takeIn()
{
    const std::optional<Range> coming = std::exchange(m_coming, std::nullopt);
    if (!coming)
        return;
    const qsizetype count = coming->last - coming->first + 1;
    if (coming->first >= m_next) {
        m_timer.start(); // in their turn
    } else if (count > piece || m_names.size() > mostKept) {
        restart();
    } else {
        const NameList &names = m_tree->folder(m_parent)->names();
        std::vector<QByteArray> found;
        for (qsizetype row = coming->first; row <= coming->last; ++row) {
            if (const QByteArrayView name = names.utf8(row); matches(name))
                found.push_back(name.toByteArray());
        }
        m_next += count;
        if (!found.empty()) {
            const std::ptrdiff_t at = rowFrom(names, coming->first);
            beginInsertRows({}, static_cast<int>(at), static_cast<int>(at + std::ssize(found)) - 1);
            m_names.insert(m_names.begin() + at, std::make_move_iterator(found.begin()),
                           std::make_move_iterator(found.end()));
            endInsertRows();
        }
    }
    Q_EMIT counted();
}

void ChildFilterModel::leaveOut(const ZnodeFolder *folder, qsizetype first, qsizetype last)
{
    if (!isFiltered(folder) || first >= m_next)
        return;
    if (m_names.size() > mostKept) {
        restart();
        return;
    }
    m_next -= std::min(last + 1, m_next) - first;
    const std::ptrdiff_t from = rowFrom(folder->names(), first);
    const std::ptrdiff_t to = rowFrom(folder->names(), last + 1);
    if (from == to)
        return;
    beginRemoveRows({}, static_cast<int>(from), static_cast<int>(to) - 1);
    m_names.erase(m_names.begin() + from, m_names.begin() + to);
    endRemoveRows();
}

int ChildFilterModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_names.size());
}

QVariant ChildFilterModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const QString name = QString::fromUtf8(m_names[static_cast<std::size_t>(index.row())]);
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return legibleName(name);
    return role == PathRole ? QVariant(m_parent.child(name).text()) : QVariant();
}

} // namespace zoodock
