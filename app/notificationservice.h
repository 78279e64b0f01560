// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtDBus/QDBusAbstractInterface>
#include <QtDBus/QDBusPendingReply>

namespace zoodock
{

/// The desktop's own notifications (Desktop Notifications Specification 1.2), as a D-Bus proxy.
class NotificationService : public QDBusAbstractInterface
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NotificationService)
public:
    NotificationService();

    /// Answers the notification's id. `replaces`: the id of an older one, or 0.
    QDBusPendingReply<uint> notify(uint replaces, const QString &title, const QString &text,
                                   const QString &openWord);

Q_SIGNALS:
    // Named as on the bus.
    void ActionInvoked(uint id, const QString &action);
};

} // namespace zoodock
