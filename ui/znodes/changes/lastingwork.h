// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

namespace zoodock
{

class ClusterTask;
class SearchPanel;
class ZnodeChanger;

/// What has lasted long enough on a session's znodes to stand in the activity, and still goes on: it is asked
/// first before that is cut off.
class LastingWork : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LastingWork)
public:
    LastingWork(const ZnodeChanger &changer, const SearchPanel &search, QObject *parent);

    [[nodiscard]] bool isNone() const;
    /// Whether what was changed can be taken back after it was cut off.
    enum class Undo { Stays, Goes };
    /// What becomes of it if it is cut off, in whole sentences.
    [[nodiscard]] QString consequence(Undo undo) const;
    /// The same of a piece of work that changes no cluster: on znodes, images or files.
    [[nodiscard]] static QString consequenceFor(const ClusterTask &work, Undo undo);

Q_SIGNALS:
    /// It has ended; queued, for between two steps of what runs nothing seems to run.
    void ended();

private:
    void look();

    const ZnodeChanger &m_changer;
    const SearchPanel &m_search;
};

} // namespace zoodock
