// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

class QSocketNotifier;

namespace zoodock
{

/// SIGINT, SIGTERM and SIGHUP as a Qt signal. One instance per process; the handlers' defaults come back with
/// its end.
class Interrupt : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Interrupt)
public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;

Q_SIGNALS:
    void caught(int signalNumber);

private:
    void read();

    int m_pipe[2] = {-1, -1};
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace zoodock
