// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/processreaper.h"
#include "fakes/fakedocker.h"
#include "fakes/messagewatch.h"
#include "fakes/processtable.h"

#include <QtTest/QTest>

#include <memory>

namespace zoodock::test
{

/// What a test of child processes has at hand. When it ends no process is left, not even a zombie, and nobody
/// has warned of anything.
class ChildScene
{
protected:
    void begin()
    {
        m_messages = std::make_unique<MessageWatch>();
        m_docker = std::make_unique<FakeDocker>();
        m_reaper = std::make_unique<ProcessReaper>(std::chrono::milliseconds(200));
        m_owner = std::make_unique<QObject>();
    }
    void end()
    {
        m_owner.reset();
        if (m_reaper)
            QTRY_COMPARE(m_reaper->count(), 0);
        m_reaper.reset();
        QTRY_COMPARE(childProcesses(), QList<qint64>());
        m_docker.reset();
        QCOMPARE(m_messages->take(), QStringList());
        m_messages.reset();
    }

    std::unique_ptr<MessageWatch> m_messages;
    std::unique_ptr<FakeDocker> m_docker;
    std::unique_ptr<ProcessReaper> m_reaper; ///< a test may take it away
    std::unique_ptr<QObject> m_owner;        ///< of the commands and streams
};

} // namespace zoodock::test
