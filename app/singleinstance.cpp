// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/singleinstance.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QStandardPaths>
#include <QtNetwork/QLocalServer>
#include <QtNetwork/QLocalSocket>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr auto pause = std::chrono::milliseconds(50);
constexpr qint64 longestLine = 8192;
constexpr auto taken = "taken\n";

QByteArray encoded(const WindowRequest &request)
{
    const QJsonObject object{{u"quickstart"_s, request.quickstart}, {u"token"_s, request.activationToken}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

WindowRequest decoded(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    return {object.value("quickstart"_L1).toBool(), object.value("token"_L1).toString()};
}

} // namespace

SingleInstance::SingleInstance(QString path, std::chrono::milliseconds limit, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_lock(m_path + ".lock"_L1)
    , m_limit(limit)
{
    // However old it is: who holds it lives, or it is stale.
    m_lock.setStaleLockTime(0);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { decide(Part::Alone); });
}

SingleInstance::~SingleInstance()
{
    release();
}

QString SingleInstance::ownPath()
{
    // Another display, another desk; and a window shows the clusters of one data folder.
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const char *variable : {"WAYLAND_DISPLAY", "DISPLAY"})
        hash.addData(qgetenv(variable) + '\0');
    hash.addData(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation).toUtf8());
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return QDir(folder).filePath(u"zoodock-%1"_s.arg(QLatin1StringView(hash.result().toHex().first(12))));
}

void SingleInstance::claim(const WindowRequest &request)
{
    m_request = request;
    m_deadline.start(m_limit);
    QTimer::singleShot(0, this, &SingleInstance::attempt);
}

void SingleInstance::attempt()
{
    if (m_decided)
        return;
    if (m_lock.tryLock(std::chrono::milliseconds::zero()))
        listen();
    else if (m_lock.error() == QLockFile::LockFailedError)
        ask();
    else
        decide(Part::Alone);
}

void SingleInstance::listen()
{
    m_server = std::make_unique<QLocalServer>();
    connect(m_server.get(), &QLocalServer::newConnection, this, &SingleInstance::serve);
    QLocalServer::removeServer(m_path);
    if (m_server->listen(m_path)) {
        decide(Part::First);
        return;
    }
    release();
    decide(Part::Alone);
}

/// The first one may be about to listen, or about to end: then the next attempt knows more.
void SingleInstance::ask()
{
    auto *socket = new QLocalSocket(this);
    m_socket = socket;
    connect(socket, &QLocalSocket::connected, this, [this, socket] { socket->write(encoded(m_request)); });
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        if (socket->canReadLine() && socket->readLine() == taken)
            decide(Part::HandedOver);
    });
    const auto again = [this, socket] {
        if (m_socket != socket)
            return;
        m_socket = nullptr;
        socket->deleteLater();
        QTimer::singleShot(pause, this, &SingleInstance::attempt);
    };
    connect(socket, &QLocalSocket::errorOccurred, this, again);
    connect(socket, &QLocalSocket::disconnected, this, again);
    socket->connectToServer(m_path);
}

void SingleInstance::serve()
{
    while (QLocalSocket *peer = m_server->nextPendingConnection()) {
        connect(peer, &QLocalSocket::disconnected, peer, &QObject::deleteLater);
        connect(peer, &QLocalSocket::readyRead, this, [this, peer] { answer(peer); });
        answer(peer);
    }
}

void SingleInstance::answer(QLocalSocket *peer)
{
    if (!peer->canReadLine()) {
        if (peer->bytesAvailable() > longestLine)
            peer->abort();
        return;
    }
    const WindowRequest request = decoded(peer->readLine(longestLine));
    peer->write(taken);
    peer->disconnectFromServer();
    Q_EMIT requested(request);
}

void SingleInstance::decide(Part part)
{
    if (m_decided)
        return;
    m_decided = true;
    m_deadline.stop();
    Q_EMIT decided(part);
}

void SingleInstance::release()
{
    m_server.reset(); // takes the socket away
    m_lock.unlock();
}

} // namespace zoodock
