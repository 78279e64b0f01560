// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/znodeconnection.h"

namespace zoodock
{

/// The five stages of one attempt to connect, with the time that each took. Every change tells whether there
/// was one.
class ConnectStages
{
public:
    explicit ConnectStages(const Clock &clock);

    [[nodiscard]] const QList<ConnectStageReport> &list() const { return m_list; }
    [[nodiscard]] const ConnectStageReport &at(ConnectStage stage) const { return m_list.at(index(stage)); }

    /// From `stage` on all wait again, and `stage` runs.
    bool restart(ConnectStage stage);
    /// All wait.
    bool clear();
    using Failures = QList<ConnectFailure>;
    /// `stage` and those before it are done, and the next one runs. `took`: where somebody knows better than
    /// that it took all the time since the stage before. Of a stage that was passed unseen it tells the time.
    bool done(ConnectStage stage, const QString &detail, std::optional<std::chrono::milliseconds> took = {},
              const Failures &failures = {});
    /// Stays at `stage`; a later done() or fail() corrects it.
    bool fail(ConnectStage stage, const Error &error, const Failures &failures = {},
              std::optional<std::chrono::milliseconds> took = {});
    /// No stage was passed unseen.
    [[nodiscard]] bool areMeasured() const;

private:
    [[nodiscard]] static qsizetype index(ConnectStage stage) { return static_cast<qsizetype>(stage); }
    void run(qsizetype at);

    const Clock &m_clock;
    QList<ConnectStageReport> m_list;
    std::chrono::milliseconds m_since{0}; ///< when the running stage began
};

} // namespace zoodock
