// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QTimer>

#include <memory>

class QSystemTrayIcon;

namespace zoodock
{

class NotificationService;

/// Puts notifications on the desktop: through org.freedesktop.Notifications where a session bus has such a
/// service, else through the system tray where there is one, else not at all. A newer notification of a
/// subject replaces the older one.
class DesktopNotifications : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopNotifications)
public:
    explicit DesktopNotifications(QObject *parent = nullptr);
    ~DesktopNotifications() override;

    void show(const QString &subject, const QString &title, const QString &text);

Q_SIGNALS:
    /// The person clicked the notification.
    void activated(const QString &subject);

private:
    void connectService();
    void showInTray(const QString &subject, const QString &title, const QString &text);
    void tellInTray();

    std::unique_ptr<NotificationService> m_service; ///< null: not needed yet, or no session bus
    QHash<QString, uint> m_ids;                     ///< by subject
    std::unique_ptr<QSystemTrayIcon> m_tray;        ///< visible while it says something
    QTimer m_trayEnd;
    QString m_traySubject;
    QString m_trayTitle;
    QString m_trayText;
};

} // namespace zoodock
