// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/znodepath.h"

#include <QtCore/QAbstractListModel>
#include <QtCore/QTimer>

#include <cstddef>
#include <optional>
#include <vector>

namespace zoodock
{

class NameList;
class ZnodeFolder;
class ZnodeTree;

/// The known children of one znode whose name contains a text, upper and lower case alike. Follows the tree
/// row by row; a million names are looked through in pieces, so that the window stays responsive.
class ChildFilterModel : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChildFilterModel)
public:
    enum Role { PathRole = Qt::UserRole };

    /// The tree outlives the model.
    ChildFilterModel(ZnodeTree *tree, QObject *parent);

    /// An empty text: no rows.
    void setFilter(const ZnodePath &parent, const QString &text);
    [[nodiscard]] const ZnodePath &parentPath() const { return m_parent; }
    /// Of all children that are known.
    [[nodiscard]] qsizetype total() const;
    [[nodiscard]] bool isRunning() const { return m_timer.isActive(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// Rows, total() or isRunning() changed.
    void counted();

private:
    void restart();
    void lookOn();
    void onTreeChanged(const ZnodeFolder *folder);
    void takeIn();
    void leaveOut(const ZnodeFolder *folder, qsizetype first, qsizetype last);
    [[nodiscard]] bool isFiltered(const ZnodeFolder *folder) const;
    [[nodiscard]] bool matches(QByteArrayView name) const;
    /// The first of our rows whose name is not before `row` of the list.
    [[nodiscard]] std::ptrdiff_t rowFrom(const NameList &names, qsizetype row) const;

    struct Range
    {
        qsizetype first;
        qsizetype last;
    };
    ZnodeTree *m_tree;
    ZnodePath m_parent;
    QString m_text;
    QByteArray m_needle; ///< in lower case, where the text is ASCII
    qsizetype m_next = 0;
    std::optional<Range> m_coming; ///< of the children, being inserted
    std::vector<QByteArray> m_names;
    QTimer m_timer;
};

} // namespace zoodock
