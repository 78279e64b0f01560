// SPDX-License-Identifier: GPL-3.0-or-later
#include "openrows.h"

#include "znodes/znodetree.h"

#include <algorithm>

namespace zoodock
{

namespace
{

std::vector<qsizetype> openRowsOf(const ZnodeFolder *folder)
{
    std::vector<qsizetype> rows;
    const QList<ZnodeFolder *> folders = folder->folders();
    for (const ZnodeFolder *const child : folders)
        rows.push_back(folder->names().indexOf(child->name()));
    std::sort(rows.begin(), rows.end());
    return rows;
}

} // namespace

void OpenRows::turnTo(const ZnodeFolder *folder)
{
    m_folder = folder;
    if (!folder)
        return;
    auto known = m_rows.find(folder);
    if (known == m_rows.end())
        known = m_rows.emplace(folder, openRowsOf(folder)).first;
    m_last = &known->second;
}

} // namespace zoodock
