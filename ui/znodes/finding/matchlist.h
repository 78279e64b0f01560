// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QListView>

namespace zoodock
{

/// The children that match a filter. The row that is selected stays where it is on the screen, whatever comes
/// and goes above it; where it goes itself no other one takes its place.
class MatchList : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MatchList)
public:
    explicit MatchList(QWidget *parent = nullptr);

    void doItemsLayout() override;

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;

private:
    int m_currentRow = -1; ///< as it is laid out
};

} // namespace zoodock
