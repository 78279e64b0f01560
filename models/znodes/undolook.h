// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "znodes/znodeeditor.h"
#include "znodes/znodestat.h"

#include <QtCore/QList>
#include <QtCore/QObject>

#include <functional>

namespace zoodock
{

class ZnodeConnection;

/// Before an undo: is everything that it would touch still as the change has left it? Pipelined.
class UndoLook : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UndoLook)
public:
    UndoLook(ZnodeConnection *connection, const ZnodeUndo &undo, QObject *parent);

    std::function<void(qint64 done, qint64 total)> onProgress;
    /// Once, unless stopped. Cancelled: the connection is another one.
    std::function<void(const Result<void> &)> onEnd;

    void start() { pump(); }
    void stop() { m_ended = true; }

    /// What others have changed, made anew, or given children since.
    [[nodiscard]] const QList<ZnodePath> &foreign() const { return m_foreign; }
    [[nodiscard]] qint64 gone() const { return m_gone; }

private:
    /// How the change has left it; 0 or −1: whatever it is.
    struct Expected
    {
        ZnodePath path;
        qint64 czxid = 0;
        qint64 newest = 0; ///< the czxid is at most this
        qint32 version = -1;
        qint32 aversion = -1;
        int children = -1;      ///< at most
        qint32 aclChanges = -1; ///< at most
    };

    void expectCreated(const QList<ZnodePath> &created, const QList<qint64> &czxids, const ZnodeUndo &undo);
    void pump();
    void answered(const Expected &expected, const std::optional<ZnodeStat> &stat);
    void end(const Result<void> &result);
    [[nodiscard]] static bool isForeign(const Expected &expected, const ZnodeStat &now);

    ZnodeConnection *m_connection;
    QList<Expected> m_expected;
    qsizetype m_next = 0;
    int m_onTheWay = 0;
    bool m_ended = false;
    QList<ZnodePath> m_foreign;
    qint64 m_gone = 0;
};

} // namespace zoodock
