// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktopnotifications.h"

#include "app/notificationservice.h"
#include "ui/look/icons.h"

#include <QtCore/QTimer>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtWidgets/QSystemTrayIcon>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr auto trayTime = std::chrono::seconds(12);
/// Until a tray has taken the icon in; before that the balloon would point into the screen's corner.
constexpr auto trayMoment = std::chrono::milliseconds(700);

} // namespace

NotificationService::NotificationService()
    : QDBusAbstractInterface(u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s,
                             "org.freedesktop.Notifications", QDBusConnection::sessionBus(), nullptr)
{
}

QDBusPendingReply<uint> NotificationService::notify(uint replaces, const QString &title, const QString &text,
                                                    const QString &openWord)
{
    const QVariantMap hints{{u"desktop-entry"_s, u"org.zoodock.ZooDock"_s}};
    // The text may be taken for markup.
    return asyncCall(u"Notify"_s, u"ZooDock"_s, replaces, u"org.zoodock.ZooDock"_s, title,
                     text.toHtmlEscaped(), QStringList{u"default"_s, openWord}, hints, -1);
}

DesktopNotifications::DesktopNotifications(QObject *parent)
    : QObject(parent)
{
    m_trayEnd.setSingleShot(true);
    connect(&m_trayEnd, &QTimer::timeout, this, [this] { m_tray->hide(); });
}

DesktopNotifications::~DesktopNotifications() = default;

void DesktopNotifications::connectService()
{
    if (m_service || !QDBusConnection::sessionBus().isConnected())
        return;
    m_service = std::make_unique<NotificationService>();
    connect(m_service.get(), &NotificationService::ActionInvoked, this, [this](uint id) {
        const QString subject = m_ids.key(id);
        if (!subject.isEmpty())
            Q_EMIT activated(subject);
    });
}

void DesktopNotifications::show(const QString &subject, const QString &title, const QString &text)
{
    connectService();
    if (!m_service) {
        showInTray(subject, title, text);
        return;
    }
    auto *reply =
        new QDBusPendingCallWatcher(m_service->notify(m_ids.value(subject), title, text, tr("Show")), this);
    connect(reply, &QDBusPendingCallWatcher::finished, this, [this, reply, subject, title, text] {
        reply->deleteLater();
        const QDBusPendingReply<uint> id = *reply;
        if (id.isError())
            showInTray(subject, title, text);
        else
            m_ids.insert(subject, id.value());
    });
}

void DesktopNotifications::showInTray(const QString &subject, const QString &title, const QString &text)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    if (!m_tray) {
        m_tray = std::make_unique<QSystemTrayIcon>(applicationIcon());
        connect(m_tray.get(), &QSystemTrayIcon::messageClicked, this,
                [this] { Q_EMIT activated(m_traySubject); });
    }
    m_traySubject = subject;
    m_trayTitle = title;
    m_trayText = text;
    m_trayEnd.start(trayTime);
    const auto moment = m_tray->isVisible() ? std::chrono::milliseconds(0) : trayMoment;
    m_tray->show();
    QTimer::singleShot(moment, m_tray.get(), [this] { tellInTray(); });
}

void DesktopNotifications::tellInTray()
{
    m_tray->showMessage(m_trayTitle, m_trayText, applicationIcon());
}

} // namespace zoodock
