// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QLockFile>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <chrono>
#include <memory>

class QLocalServer;
class QLocalSocket;

namespace zoodock
{

/// What a second start asks of the first one's window.
struct WindowRequest
{
    bool quickstart = false;
    QString activationToken; ///< of the desktop, for Wayland; may be empty
    friend bool operator==(const WindowRequest &, const WindowRequest &) = default;
};

/// One window per user, display and data folder. Whoever holds the lock is the first and listens on the
/// socket beside it; everybody else hands the request over. Both files lie in XDG_RUNTIME_DIR; what a killed
/// first one left of them keeps nobody out.
class SingleInstance : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SingleInstance)
public:
    enum class Part {
        First,      ///< open the window, and obey requested()
        HandedOver, ///< the first one has taken the request: end
        Alone       ///< the first one does not answer, or there is no place for the files: open a window
    };
    Q_ENUM(Part)

    /// `path` of the socket, at most 100 bytes; the lock is `path` + ".lock". `limit`: how long to wait for
    /// the first one's answer.
    explicit SingleInstance(QString path = ownPath(),
                            std::chrono::milliseconds limit = std::chrono::seconds(3),
                            QObject *parent = nullptr);
    ~SingleInstance() override;

    [[nodiscard]] static QString ownPath();

    /// Once. Answered by decided(), never at once.
    void claim(const WindowRequest &request);
    /// From now on the next start is the first.
    void release();

Q_SIGNALS:
    void decided(zoodock::SingleInstance::Part part);
    void requested(const zoodock::WindowRequest &request);

private:
    void attempt();
    void listen();
    void ask();
    void serve();
    void answer(QLocalSocket *peer);
    void decide(Part part);

    QString m_path;
    QLockFile m_lock;
    std::chrono::milliseconds m_limit;
    WindowRequest m_request;
    QTimer m_deadline;
    std::unique_ptr<QLocalServer> m_server;
    QLocalSocket *m_socket = nullptr;
    bool m_decided = false;
};

} // namespace zoodock
