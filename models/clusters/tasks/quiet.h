// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QElapsedTimer>

namespace zoodock
{

/// Whether nothing has moved for a second, as several looks saw it. A look counts by when it was asked, not
/// by when its answer came; and a machine that is too busy for several in a second is given as many all the
/// same, since what is waited for is late there, too.
class Quiet
{
public:
    /// Something has moved.
    void restart()
    {
        m_since.start();
        m_looks = 0;
    }
    /// A look is about to be asked for.
    void look()
    {
        ++m_looks;
        m_lookedAt = m_since.elapsed();
    }
    /// The look has seen nothing new: is that enough?
    [[nodiscard]] bool isOver() const { return m_looks >= leastLooks && m_lookedAt >= quietMs; }

private:
    static constexpr int leastLooks = 4;
    static constexpr qint64 quietMs = 1'000;

    QElapsedTimer m_since;
    qint64 m_lookedAt = 0; ///< ms after the last movement
    int m_looks = 0;
};

} // namespace zoodock
