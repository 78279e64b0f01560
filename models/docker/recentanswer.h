// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dockerquery.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QPointer>

#include <chrono>
#include <memory>
#include <optional>

namespace zoodock
{

/// What docker said to a question that several ask at about the same time: one process for all of them.
/// Failures are not kept.
template <typename T>
class RecentAnswer
{
public:
    static constexpr std::chrono::seconds longest{2};

    void take(const T &value)
    {
        m_value = value;
        m_age.start();
    }
    [[nodiscard]] std::optional<T> value() const
    {
        return m_value && m_age.elapsed() < std::chrono::milliseconds(longest).count() ? m_value
                                                                                       : std::nullopt;
    }

    /// Under way: whoever asks meanwhile waits for its end.
    QPointer<ValueOperation<T>> question;

private:
    std::optional<T> m_value;
    QElapsedTimer m_age;
};

/// One of those who ask: answered from memory, by the question under way, or by asking docker.
template <typename T>
class RecentQuery final : public ValueOperation<T>
{
public:
    using Ask = std::function<ValueOperation<T> *()>;

    RecentQuery(std::shared_ptr<RecentAnswer<T>> recent, Ask ask, QObject *parent)
        : ValueOperation<T>(parent)
        , m_recent(std::move(recent))
        , m_ask(std::move(ask))
    {
    }

protected:
    void begin() override
    {
        if (const std::optional<T> known = m_recent->value()) {
            this->succeedWith(*known);
            return;
        }
        const bool isFirst = m_recent->question.isNull();
        if (isFirst)
            m_recent->question = m_ask();
        ValueOperation<T> *const question = m_recent->question;
        QObject::connect(question, &Operation::finished, this, [this, question] {
            if (!this->isSettled())
                this->settleWith(question->result());
        });
        if (isFirst)
            question->start();
    }

private:
    std::shared_ptr<RecentAnswer<T>> m_recent;
    Ask m_ask;
};

} // namespace zoodock
