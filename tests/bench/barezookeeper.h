// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

#include <zookeeper/zookeeper.h>

#include <condition_variable>
#include <mutex>
#include <vector>

/// The peer: what a program of some lines makes of the C client alone.
namespace zoodock::bench
{

/// Visits a subtree with a window of requests, sent from the client's own thread: each value, and the
/// children of what has any. Looks for a text in names and values, as a search would.
class BareWalk
{
public:
    BareWalk(zhandle_t *handle, QByteArray text, bool values);

    /// Blocks. Milliseconds.
    double run(const QByteArray &top);
    [[nodiscard]] long long visited() const { return m_visited; }
    [[nodiscard]] long long matches() const { return m_matches; }
    /// Parents first.
    [[nodiscard]] const std::vector<QByteArray> &paths() const { return m_paths; }

private:
    struct Visit
    {
        BareWalk *walk;
        QByteArray path;
    };
    static void onData(int code, const char *value, int length, const Stat *stat, const void *data);
    static void onChildren(int code, const String_vector *names, const Stat *stat, const void *data);
    void pump();
    void visit(const QByteArray &path);
    void askChildren(Visit *visit);
    void done(Visit *visit);

    zhandle_t *m_handle;
    QByteArray m_text;
    bool m_values;
    std::vector<QByteArray> m_waiting;
    std::vector<QByteArray> m_paths;
    long long m_visited = 0;
    long long m_matches = 0;
    int m_open = 0;
    bool m_ended = false;
    std::mutex m_mutex;
    std::condition_variable m_end;
};

/// One multi after the other. Milliseconds.
double bareRemoval(zhandle_t *handle, const std::vector<QByteArray> &parentsFirst);
double bareCreation(zhandle_t *handle, const std::vector<QByteArray> &parentsFirst, const QByteArray &value);

} // namespace zoodock::bench
