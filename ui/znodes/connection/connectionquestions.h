// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/znodes/changes/lastingwork.h"
#include "znodes/znodeconnection.h"

#include <QtCore/QObject>

#include <functional>

class QWidget;

namespace zoodock
{

class ZnodeSession;

/// Where to connect and as whom: asks the person, and asks first where another connection would end ephemeral
/// znodes of the present one, or cut off what is being done through it.
class ConnectionQuestions : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionQuestions)
public:
    ConnectionQuestions(ZnodeSession &session, const LastingWork &work, QWidget *window);

    void askForConnection();
    /// Signed in as at present, without the chroot.
    void connectToWholeTree();
    void chooseMember(int memberId);

Q_SIGNALS:
    /// Paths will mean other znodes.
    void rootLeft();
    void targetSet();
    /// The person stays with the member that was chosen before.
    void memberKept();
    /// What is being asked is about another cluster by now.
    void forgotten();

private:
    void setTarget(const QString &chroot, const QList<ZnodeCredential> &credentials);
    /// Asks first where ephemeral znodes or lasting work end with the session.
    void endSession(LastingWork::Undo undo, const std::function<void()> &go,
                    const std::function<void()> &stay = {});
    [[nodiscard]] bool cutsOff() const;

    ZnodeSession &m_session;
    const LastingWork &m_work;
    QWidget *m_window;
};

} // namespace zoodock
