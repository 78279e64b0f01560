// SPDX-License-Identifier: GPL-3.0-or-later
#include "outputpipe.h"

#include <QtCore/QProcess>
#include <QtCore/QSocketNotifier>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <utility>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace zoodock
{

namespace
{

constexpr int wantedCapacity = 1024 * 1024; ///< what /proc/sys/fs/pipe-max-size allows everybody
constexpr qsizetype usualCapacity = 64 * 1024;
constexpr std::chrono::milliseconds pause{20};

void closeDescriptor(int &descriptor)
{
    if (descriptor >= 0)
        ::close(std::exchange(descriptor, -1));
}

/// The name of one of our descriptors; opening it opens what is behind it once more.
QByteArray pathOf(int descriptor)
{
    return "/proc/self/fd/" + QByteArray::number(descriptor);
}

} // namespace

OutputPipe *OutputPipe::make(QObject *parent)
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return nullptr;
    if (::access(pathOf(ends[1]).constData(), W_OK) != 0) {
        closeDescriptor(ends[0]);
        closeDescriptor(ends[1]);
        return nullptr;
    }
    ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
    return new OutputPipe(ends[0], ends[1], parent);
}

OutputPipe::OutputPipe(int readEnd, int writeEnd, QObject *parent)
    : QObject(parent)
    , m_readEnd(readEnd)
    , m_writeEnd(writeEnd)
    , m_capacity(::fcntl(writeEnd, F_SETPIPE_SZ, wantedCapacity)) // may be refused
    , m_notifier(new QSocketNotifier(readEnd, QSocketNotifier::Read, this))
    , m_pause(this)
{
    m_capacity = std::max(m_capacity, usualCapacity);
    m_pause.setSingleShot(true);
    connect(m_notifier, &QSocketNotifier::activated, this, &OutputPipe::onReadable);
    connect(&m_pause, &QTimer::timeout, this, [this] { m_notifier->setEnabled(!m_atEnd); });
}

OutputPipe::~OutputPipe()
{
    delete m_notifier;
    closeDescriptor(m_readEnd);
    closeDescriptor(m_writeEnd);
}

/// As a file that QProcess itself opens: a second function in the child has no room there (decision 6).
void OutputPipe::attach(QProcess *process, int descriptor)
{
    const QString file = QString::fromLatin1(pathOf(m_writeEnd));
    if (descriptor == STDOUT_FILENO)
        process->setStandardOutputFile(file);
    else
        process->setStandardErrorFile(file);
}

void OutputPipe::closeWriteEnd()
{
    closeDescriptor(m_writeEnd);
}

/// A child that fills the pipe meanwhile is not kept waiting.
void OutputPipe::onReadable()
{
    m_notifier->setEnabled(false);
    const QByteArray bytes = read();
    m_pause.start(bytes.size() * 2 < m_capacity ? pause : std::chrono::milliseconds(0));
    if (!bytes.isEmpty())
        Q_EMIT arrived(bytes); // a slot may delete this
}

QByteArray OutputPipe::drain()
{
    m_notifier->setEnabled(false);
    m_pause.stop();
    return read();
}

/// What is there now: somebody else may go on writing for ever.
QByteArray OutputPipe::read()
{
    int available = 0;
    ::ioctl(m_readEnd, FIONREAD, &available);
    QByteArray bytes(std::max(available, 1), Qt::Uninitialized); // one: to learn of the end
    ssize_t count = 0;
    do
        count = ::read(m_readEnd, bytes.data(), static_cast<size_t>(bytes.size()));
    while (count < 0 && errno == EINTR);
    m_atEnd = count == 0 || (count < 0 && errno != EAGAIN);
    bytes.truncate(std::max<ssize_t>(count, 0));
    return bytes;
}

} // namespace zoodock
