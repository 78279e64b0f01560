// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDateTime>

#include <chrono>

namespace zoodock
{

/// The seam for time. Product code takes a `const Clock &`; tests hand in a FakeClock of their own.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Never goes backwards; the epoch is arbitrary. For ages and elapsed times.
    [[nodiscard]] virtual std::chrono::milliseconds monotonic() const = 0;
    /// UTC wall time. For what is shown or stored.
    [[nodiscard]] virtual QDateTime utc() const = 0;

    /// The machine's own clock; lives as long as the program.
    [[nodiscard]] static const Clock &system();
};

/// Advances only when told to.
class ManualClock final : public Clock
{
public:
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_now; }
    [[nodiscard]] QDateTime utc() const override;
    void advance(std::chrono::milliseconds by) { m_now += by; }

private:
    std::chrono::milliseconds m_now{1000};
};

} // namespace zoodock
