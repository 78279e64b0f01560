// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "znodes/znodepath.h"

#include <QtWidgets/QWidget>

#include <optional>

class QLineEdit;
class QListView;
class QStackedWidget;
class QVBoxLayout;

namespace zoodock
{

class ChildFilterModel;
class ElidedLabel;
class NoMatches;
class ZnodeTree;
class ZnodeTreeModel;
class ZnodeTreeView;

/// The tree, and a filter: while something is typed there, the matching children of the znode at hand in its
/// place.
class TreePane : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TreePane)
public:
    explicit TreePane(ZnodeTree *tree, QWidget *parent = nullptr);

    void goTo(const ZnodePath &path);
    /// What is shown beside is of this znode, which is gone: no row is selected until it comes back.
    void awaitRow(const ZnodePath &path);
    /// Shows this widget, whenever it is not hidden, between the rows and the footer: the rows stay where
    /// they are, there are fewer of them, and the selected one stays in sight.
    void host(QWidget *notice);
    [[nodiscard]] ZnodeTreeView *view() const { return m_view; }
    [[nodiscard]] QLineEdit *filterField() const { return m_filter; }
    [[nodiscard]] QListView *matches() const { return m_matches; }
    [[nodiscard]] QString footer() const;

Q_SIGNALS:
    void pathSelected(const zoodock::ZnodePath &path);
    /// goTo() found no such znode (NoNode), or could not look.
    void notFound(const zoodock::ZnodePath &path, const zoodock::Error &why);
    void menuWanted(const QPoint &globalPosition);
    /// A sentence for the status bar.
    void said(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void applyFilter();
    /// The tree, or what the filter leaves.
    void choosePage();
    void refreshFooter();
    void refreshPlaceholder();
    /// The selected znode if it has children, else its parent.
    [[nodiscard]] ZnodePath folderAtHand() const;

    ZnodeTree *m_tree;
    ZnodeTreeModel *m_model;
    ChildFilterModel *m_children;
    ZnodeTreeView *m_view;
    QLineEdit *m_filter;
    QListView *m_matches;
    NoMatches *m_noMatches;
    QStackedWidget *m_stack;
    QVBoxLayout *m_notices;
    ElidedLabel *m_footer; // as wide as it is: a reason does not push the value aside
    std::optional<ZnodePath> m_current;
};

} // namespace zoodock
