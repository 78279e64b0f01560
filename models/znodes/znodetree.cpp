// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodes/znodetree.h"

#include "znodetreeprivate.h"

namespace zoodock
{

ZnodeFolder *ZnodeFolder::folderAt(qsizetype row) const
{
    if (m_folders.isEmpty())
        return nullptr;
    const QByteArrayView name = m_names.utf8(row);
    if (m_lastFound && QByteArrayView(m_lastFound->m_name) == name)
        return m_lastFound;
    ZnodeFolder *const found = m_folders.value(QByteArray::fromRawData(name.data(), name.size()));
    if (found)
        m_lastFound = found;
    return found;
}

std::optional<ZnodeStat> ZnodeFolder::childStat(qsizetype row) const
{
    if (m_stats.isEmpty()) // as while a view lays out a million rows that have just come
        return std::nullopt;
    const QByteArrayView name = m_names.utf8(row);
    const auto stat = m_stats.constFind(QByteArray::fromRawData(name.data(), name.size()));
    return stat == m_stats.cend() ? std::nullopt : std::optional(*stat);
}

ZnodeTree::ZnodeTree(ZnodeConnection *connection, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<ZnodeTreePrivate>(this, connection))
{
}

ZnodeTree::~ZnodeTree() = default;

ZnodeFolder *ZnodeTree::root() const
{
    return d->m_root;
}

ZnodeFolder *ZnodeTree::folder(const ZnodePath &path) const
{
    return d->folder(path);
}

ZnodeFolder *ZnodeTree::expand(const ZnodePath &path)
{
    return d->expand(path);
}

void ZnodeTree::collapse(const ZnodePath &path)
{
    d->collapse(path);
}

void ZnodeTree::refresh()
{
    d->refresh();
}

void ZnodeTree::look(const ZnodePath &path)
{
    d->look(path);
}

void ZnodeTree::setVisibleRows(ZnodeFolder *folder, qsizetype first, qsizetype last)
{
    d->setVisibleRows(folder, first, last);
}

void ZnodeTree::noteStat(const ZnodePath &path, const ZnodeStat &stat)
{
    d->noteStat(path, stat);
}

} // namespace zoodock
