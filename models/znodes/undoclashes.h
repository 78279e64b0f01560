// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "znodes/znodeeditor.h"

#include <QtCore/QList>
#include <QtCore/QObject>

#include <functional>

namespace zoodock
{

class ZnodeConnection;

/// After an undo has met what others have changed: reads the first of it, so that people can see both.
class UndoClashes : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UndoClashes)
public:
    /// At most ZnodeChange::clashLimit of the paths.
    UndoClashes(ZnodeConnection *connection, const ZnodeUndo &undo, const QList<ZnodePath> &paths,
                QObject *parent);

    /// Once, unless stopped; what cannot be read is left out.
    std::function<void(const QList<UndoClash> &)> onEnd;

    void start();
    void stop() { m_ended = true; }

private:
    struct Question
    {
        UndoClash clash;
        bool known = false; ///< what is there now, or that nothing is
    };
    void read(qsizetype row);
    void readAcl(qsizetype row);
    void answered();
    void end();
    /// Not the value, but the ACL is what others have changed of it.
    [[nodiscard]] bool isOfAcl(const UndoClash &clash) const;

    ZnodeConnection *m_connection;
    QList<Question> m_questions;
    ZnodeUndo::What m_what;
    int m_onTheWay = 0;
    bool m_ended = false;
};

} // namespace zoodock
