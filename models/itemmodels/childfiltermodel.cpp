// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/childfiltermodel.h"

#include "znodes/znodetree.h"

#include <algorithm>

namespace zoodock
{

namespace
{

constexpr qsizetype piece = 20'000; // names in one go: a few ms

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
    connect(tree, &ZnodeTree::rowsInserted, this, &ChildFilterModel::restart);
    connect(tree, &ZnodeTree::rowsRemoved, this, &ChildFilterModel::restart);
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
        const bool matches = m_needle.isEmpty()
                                 ? QString::fromUtf8(name).contains(m_text, Qt::CaseInsensitive)
                                 : containsFolded(name, m_needle);
        if (matches)
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
        return legible(name);
    return role == PathRole ? QVariant(m_parent.child(name).text()) : QVariant();
}

} // namespace zoodock
