// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    void copy(const QString &text);

    ZnodeSession &m_session;
};

} // namespace zoodock
