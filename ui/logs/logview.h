// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/logline.h"
#include "ui/logs/followview.h"

#include <QtCore/QList>
#include <QtCore/QMap>

#include <optional>

namespace zoodock
{

class LogModel;

/// The lines of a LogModel, painted in the colours of their members, levels and matches. Another filter keeps
/// the place: what was chosen stays so, and where it was; hidden, it comes back when it passes again.
class LogView : public FollowView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogView)
public:
    explicit LogView(LogModel &model, QWidget *parent = nullptr);
    ~LogView() override;

    /// By member id: the place that gives the colour.
    void setMemberPlaces(const QMap<int, int> &places);
    /// The member's name before each line.
    void setNamesShown(bool shown);
    void copySelection() const;
    /// showRow(), scrolled sideways to where the line matches the model's search.
    void showMatch(int row);
    /// Other logs are shown from now on: from their last line.
    void forgetPlace();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void measure();
    void rememberPlace();
    void returnToPlace();

    LogModel &m_model;
    QList<LogLine> m_chosen;
    std::optional<LogLine> m_current;
    std::optional<LogLine> m_anchor; ///< the line that stays where it is
    int m_anchorRow = 0;             ///< of those on screen
    int m_returnedTo = -1;           ///< the top row then; another: somebody has scrolled
    QMap<int, int> m_places;
    bool m_namesShown = true;
    int m_nameWidth = 0;
};

} // namespace zoodock
