// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QToolButton;

namespace zoodock
{

class ElidedLabel;

/// How much of the logs is shown.
struct LogCounts
{
    qint64 shown = 0;
    qint64 total = 0;
    quint64 dropped = 0; ///< at least: what docker had dropped before is not known
    int probes = 0;
    bool filtering = false;
    bool following = true;
};

/// Below the lines: how many there are, the way to the probes that are hidden, and back to the end.
class LogStatus : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogStatus)
public:
    explicit LogStatus(QWidget *parent = nullptr);

    void setCounts(const LogCounts &counts);
    void showProbes();
    /// How the last act went, until the next one; empty: nothing to say.
    void tell(const QString &sentence);

Q_SIGNALS:
    void probesToggled(bool shown);
    void endWanted();

private:
    QLabel *m_counts;
    QToolButton *m_probes;
    ElidedLabel *m_told;
    QToolButton *m_end;
};

} // namespace zoodock
