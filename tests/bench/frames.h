// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QEvent>
#include <QtWidgets/QWidget>

#include <ctime>
#include <functional>

namespace zoodock::bench
{

/// CLOCK_MONOTONIC, which other processes read, too.
inline qint64 monotonicNanoseconds()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<qint64>(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

/// Calls back around each frame of the window: `begins` before, `painted` after it. The backing store has
/// been painted when UpdateRequest was handled.
class Frames : public QObject
{
public:
    explicit Frames(QWidget &window, std::function<void()> painted, std::function<void()> begins = {})
        : m_painted(std::move(painted))
        , m_begins(std::move(begins))
    {
        window.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::UpdateRequest) {
            if (m_begins)
                m_begins();
            QMetaObject::invokeMethod(
                this, [this] { m_painted(); }, Qt::QueuedConnection);
        }
        return false;
    }

private:
    std::function<void()> m_painted;
    std::function<void()> m_begins;
};

} // namespace zoodock::bench
