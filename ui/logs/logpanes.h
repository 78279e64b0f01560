// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "itemmodels/logfilter.h"

#include <QtCore/QMap>
#include <QtWidgets/QSplitter>

namespace zoodock
{

class LogPane;
class LogRings;
struct EmptyReason;

/// The members of a cluster, as a log shows them, by id.
struct LogMembers
{
    QMap<int, QString> names;
    QMap<int, int> places; ///< in the cluster's order: they give the colours
};

/// One log merged by time, or one beside the other for each chosen member. There is always one at least.
class LogPanes : public QSplitter
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogPanes)
public:
    explicit LogPanes(const LogRings &rings, QWidget *parent = nullptr);
    ~LogPanes() override;

    void arrange(const LogFilter &filter, const LogMembers &members, bool sideBySide);
    [[nodiscard]] const QList<LogPane *> &panes() const { return m_panes; }
    /// The one that was used last.
    [[nodiscard]] LogPane *current() const;
    void setSearch(const LogPattern &pattern);
    /// To the next or previous match in the current one.
    void step(bool forward);
    void setPaused(bool paused);
    void goToEnd();
    /// Other logs are shown from now on.
    void forgetPlaces();
    void copySelection();

Q_SIGNALS:
    /// Another row is current in the current pane, or −1.
    void rowChosen(int row);
    void matchesChanged();
    /// What is shown, waits or is followed.
    void stateChanged();
    void findWanted();
    void copied(int lines);
    void wayOutWanted(const zoodock::EmptyReason &reason);

private:
    LogPane *makePane();
    void drop(LogPane *pane);

    const LogRings &m_rings;
    QList<LogPane *> m_panes;
    LogPane *m_current = nullptr;
    LogPattern m_search;
    bool m_paused = false;
};

} // namespace zoodock
