// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <QtCore/QTimer>

class QProcess;
class QSocketNotifier;

namespace zoodock
{

/// Takes one output channel of a child that writes much, line by line: a large pipe, read some fifty times a
/// second. QProcess reads at each of the child's writes, which costs more than the reading itself.
class OutputPipe : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutputPipe)
public:
    /// Null: there is no file descriptor left, or no /proc.
    [[nodiscard]] static OutputPipe *make(QObject *parent);
    ~OutputPipe() override;

    /// Before the start: the child gets the pipe as this descriptor, STDOUT_FILENO or STDERR_FILENO.
    void attach(QProcess *process, int descriptor);
    /// After the start: only the child writes.
    void closeWriteEnd();
    /// What a child that has ended left there.
    [[nodiscard]] QByteArray drain();

Q_SIGNALS:
    void arrived(const QByteArray &bytes);

private:
    OutputPipe(int readEnd, int writeEnd, QObject *parent);
    void onReadable();
    [[nodiscard]] QByteArray read();

    int m_readEnd;
    int m_writeEnd;
    qsizetype m_capacity;
    bool m_atEnd = false;
    QSocketNotifier *m_notifier;
    QTimer m_pause;
};

} // namespace zoodock
