// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"
#include "core/processrunner.h"
#include "docker/dockererrors.h"

#include <functional>
#include <optional>
#include <utility>

namespace zoodock
{

/// One docker command, and what its output means. The command's deadline is the query's.
template <typename T>
class DockerQuery final : public ValueOperation<T>
{
public:
    /// Judges a command that ended, whatever its exit code.
    using Judge = std::function<Result<T>(const CommandSpec &spec, const CommandOutput &output)>;

    DockerQuery(ProcessRunner &runner, CommandSpec spec, Judge judge, QObject *parent)
        : ValueOperation<T>(parent)
        , m_runner(runner)
        , m_spec(std::move(spec))
        , m_judge(std::move(judge))
    {
    }

protected:
    void begin() override
    {
        m_command = m_runner.command(m_spec, this);
        QObject::connect(m_command, &Operation::finished, this, [this] { onFinished(); });
        m_command->start();
    }

    void abort(const Error &why) override
    {
        if (!m_command) {
            this->fail(why);
            return;
        }
        m_why = why;
        m_command->cancel();
    }

private:
    void onFinished()
    {
        if (m_why)
            this->fail(*m_why);
        else if (!m_command->succeeded())
            this->fail(m_command->outcome().error());
        else
            this->settleWith(m_judge(m_spec, m_command->value()));
    }

    ProcessRunner &m_runner;
    CommandSpec m_spec;
    Judge m_judge;
    Command *m_command = nullptr;
    std::optional<Error> m_why;
};

/// Already knows its value.
template <typename T>
class KnownValue final : public ValueOperation<T>
{
public:
    KnownValue(T value, QObject *parent)
        : ValueOperation<T>(parent)
        , m_known(std::move(value))
    {
    }

protected:
    void begin() override { this->succeedWith(std::move(m_known)); }

private:
    T m_known;
};

/// A query whose answer decides on the next one.
template <typename First, typename T>
class ChainedQuery final : public ValueOperation<T>
{
public:
    using Next = std::function<ValueOperation<T> *(const First &value, QObject *parent)>;

    /// Takes ownership of `first`.
    ChainedQuery(ValueOperation<First> *first, Next next, QObject *parent)
        : ValueOperation<T>(parent)
        , m_first(first)
        , m_next(std::move(next))
    {
        m_first->setParent(this);
    }

protected:
    void begin() override
    {
        run(m_first, [this] { beginSecond(); });
    }

    void abort(const Error &why) override
    {
        if (!m_current) {
            this->fail(why);
            return;
        }
        m_why = why;
        m_current->cancel();
    }

private:
    void beginSecond()
    {
        auto *const second = m_next(m_first->value(), this);
        run(second, [this, second] { this->succeedWith(second->value()); });
    }

    void run(Operation *operation, std::function<void()> then)
    {
        m_current = operation;
        QObject::connect(operation, &Operation::finished, this, [this, operation, then = std::move(then)] {
            if (m_why)
                this->fail(*m_why);
            else if (!operation->succeeded())
                this->fail(operation->outcome().error());
            else
                then();
        });
        operation->start();
    }

    ValueOperation<First> *m_first;
    Next m_next;
    Operation *m_current = nullptr;
    std::optional<Error> m_why;
};

} // namespace zoodock
