// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dockerquery.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QPointer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

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

    /// Whoever asks while it is under way waits for its end. It may have an owner who cancels or destroys it.
    QPointer<ValueOperation<T>> question;
    /// The engine is gone, and its questions with it: nobody can ask any more (Cancelled).
    bool closed = false;
    [[nodiscard]] bool isAsking() const
    {
        return question && question->state() == Operation::State::Running && !question->isCancelRequested();
    }

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
        if (m_recent->closed) {
            this->fail(Error::cancelled());
            return;
        }
        if (const std::optional<T> known = m_recent->value()) {
            this->succeedWith(*known);
            return;
        }
        const bool isFirst = !m_recent->isAsking();
        if (isFirst)
            m_recent->question = m_ask();
        ValueOperation<T> *const question = m_recent->question;
        QObject::connect(question, &Operation::finished, this, [this, question] { take(*question); });
        // Gone with its owner, and no answer came. Queued: the owner may be the engine, which is half gone.
        QObject::connect(
            question, &QObject::destroyed, this,
            [this] {
                if (!this->isSettled())
                    begin();
            },
            Qt::QueuedConnection);
        if (isFirst)
            question->start();
    }

private:
    void take(const ValueOperation<T> &question)
    {
        if (this->isSettled())
            return;
        if (question.isCancelRequested())
            begin(); // its owner does not want to know any more
        else
            this->settleWith(question.result());
    }

    std::shared_ptr<RecentAnswer<T>> m_recent;
    Ask m_ask;
};

} // namespace zoodock
