// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/logs/followview.h"

#include <QtCore/QMap>

namespace zoodock
{

class LogModel;

/// The lines of a LogModel, painted in the colours of their members, levels and matches.
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

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void measure();

    LogModel &m_model;
    QMap<int, int> m_places;
    bool m_namesShown = true;
    int m_nameWidth = 0;
};

} // namespace zoodock
