// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QObject>

class QHeaderView;
class QRect;
class QWidget;

namespace zoodock
{

class Settings;

/// A window's place, moved and made smaller so far that all of it lies in `room`.
[[nodiscard]] QRect fitted(const QRect &wanted, const QRect &room);
/// As it was remembered, otherwise in the size that it has; where the screen is smaller, all of it on the
/// screen.
void restorePlace(QWidget &window, const QByteArray &geometry);

/// How a person arranged what lies below a widget: splitters, the widths, order and sorting of columns, and
/// which tab is shown. Each is known by its object name, else by its place among its like in the class of
/// this program that holds it. What has changed its shape since (other columns, other panes) is left as it
/// is.
class ViewStates : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ViewStates)
public:
    /// Arranges everything as it was remembered; columns that come later when they come. Lives with `root`.
    ViewStates(Settings &settings, QWidget *root);

    /// Stores everything as it is now.
    void remember() const;

private:
    void restoreWhenFilled(QHeaderView *header, const QByteArray &state);

    Settings &m_settings;
    QWidget *m_root;
    QHash<const QHeaderView *, QByteArray> m_waiting; ///< of headers without columns so far
};

} // namespace zoodock
