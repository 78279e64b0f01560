// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QAbstractItemModel>

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace zoodock
{

class ZnodeFolder;

/// What is asked of each row while a view lays out its rows. Which rows of folders have folders of their own,
/// and so may be open in a view; taken down once for each folder that is asked about. Good for as long as
/// nothing changes.
class OpenRows
{
public:
    /// `folder`: null for the top row, which may always be open.
    [[nodiscard]] bool contain(const ZnodeFolder *folder, int row)
    {
        if (folder != m_folder)
            turnTo(folder);
        return !folder || (!m_last->empty() && std::binary_search(m_last->begin(), m_last->end(), row));
    }

    /// The folder that `parent` is, as noted last; null: another one was.
    [[nodiscard]] ZnodeFolder *folderOf(const QModelIndex &parent) const
    {
        return parent == m_parent ? m_folderOfParent : nullptr;
    }
    void note(const QModelIndex &parent, ZnodeFolder *folder)
    {
        m_parent = parent;
        m_folderOfParent = folder;
    }

private:
    void turnTo(const ZnodeFolder *folder);

    std::unordered_map<const ZnodeFolder *, std::vector<qsizetype>> m_rows; ///< ascending
    const ZnodeFolder *m_folder = nullptr;                                  ///< asked about last
    const std::vector<qsizetype> *m_last = nullptr;                         ///< its rows
    QModelIndex m_parent;
    ZnodeFolder *m_folderOfParent = nullptr;
};

} // namespace zoodock
