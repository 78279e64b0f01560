// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <memory>

namespace zoodock
{

/// Numbers questions, so that work in another thread knows when nobody wants its answer any more.
class Questions
{
public:
    Questions() = default;
    /// Work under way is given up.
    ~Questions() { next(); }
    Questions(const Questions &) = delete;
    Questions &operator=(const Questions &) = delete;

    int next() { return ++*m_last; }
    [[nodiscard]] bool isLast(int number) const { return *m_last == number; }
    /// May be asked from any thread, also after this is gone.
    [[nodiscard]] std::function<bool()> superseded(int number) const
    {
        return [last = m_last, number] { return *last != number; };
    }

private:
    std::shared_ptr<std::atomic_int> m_last = std::make_shared<std::atomic_int>(0);
};

} // namespace zoodock
