// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/findinglist.h"

#include <QtWidgets/QScrollArea>

namespace zoodock
{

/// The findings below a page: as high as they are, as far as there is room, and then to be scrolled. Takes
/// none while there is nothing to say, unless room is kept free for them.
class FindingArea : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindingArea)
public:
    explicit FindingArea(QWidget *parent);

    [[nodiscard]] FindingList &list() const { return *m_list; }
    void setFindings(const QList<Finding> &findings);
    /// Keeps the room of so many short findings with their buttons, so that nothing moves when they come.
    void keepRoomFor(int findings);
    [[nodiscard]] int keptRoom() const { return m_kept; }
    /// Pixels; where room is kept, to grow no further.
    void setMostHeight(int height);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    FindingList *m_list;
    int m_kept = 0;
    int m_most = 0;
};

} // namespace zoodock
