// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/legible.h"

#include <QtCore/QObject>

namespace zoodock
{

class ZnodeActions;
class ZnodeSession;

/// Copies of the znode that is followed: its path, its value, the zkCli command that prints it.
class ZnodeCopying : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZnodeCopying)
public:
    ZnodeCopying(ZnodeSession &session, ZnodeActions &actions, QObject *parent);

Q_SIGNALS:
    /// A sentence for the status bar.
    void said(const QString &sentence);

private:
    void copyPath();
    void copyValue();
    void copyCommand();
    using Shown = QString (*)(const QString &text);
    void copy(const QString &text, Shown shown = legible);

    ZnodeSession &m_session;
};

} // namespace zoodock
