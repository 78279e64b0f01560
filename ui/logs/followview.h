// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QAbstractItemView>

namespace zoodock
{

/// Rows of one height, so that a million of them cost no more than a screenful; whoever derives paints them.
/// Follows the last row until somebody scrolls up or chooses a row; End takes that up again.
class FollowView : public QAbstractItemView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FollowView)
public:
    explicit FollowView(QWidget *parent = nullptr);
    ~FollowView() override;

    /// Once.
    void setModel(QAbstractItemModel *rows) override;
    [[nodiscard]] bool isFollowing() const { return m_following; }
    void setFollowing(bool following);
    /// The row becomes the current one, in the middle if it was out of sight.
    void showRow(int row);
    /// Ascending.
    [[nodiscard]] QList<int> selectedRows() const;

    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    [[nodiscard]] QModelIndex indexAt(const QPoint &point) const override;
    void reset() override;

Q_SIGNALS:
    void followingChanged(bool following);
    /// Another row is current, or −1. Told when the mouse button is up again, so that whoever makes room for
    /// it does not move the rows from under the mouse.
    void currentRowChanged(int row);

protected:
    [[nodiscard]] int rows() const;
    [[nodiscard]] int topRow() const;
    [[nodiscard]] int rowsPerPage() const;
    [[nodiscard]] int rowHeight() const { return m_rowHeight; }
    void setRowHeight(int height);
    /// These rows, ascending, are chosen, as if they had always been; nobody is told. `current` −1: none.
    void restoreRows(const QList<int> &selected, int current);
    /// Unless the last row is followed.
    void restoreTop(int row);
    /// A row that is so wide was seen; may be said while painting.
    void setWidest(int width);

    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void updateGeometries() override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    [[nodiscard]] int horizontalOffset() const override;
    [[nodiscard]] int verticalOffset() const override;
    [[nodiscard]] bool isIndexHidden(const QModelIndex &index) const override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void onRowsRemoved(int first, int last);
    void onScrolled();
    void moveTop(int row);

    bool m_following = true;
    bool m_adjusting = false; ///< the scroll bar is moved by us
    bool m_pressed = false;   ///< a mouse button is held down
    bool m_restoring = false;
    int m_rowHeight = 16;
    int m_widest = 0; ///< of the rows seen so far
};

} // namespace zoodock
