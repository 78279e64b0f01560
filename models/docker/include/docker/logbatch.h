// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace zoodock
{

/// One line that a container wrote, as the engine keeps it.
struct ContainerLogLine
{
    qint64 timeNano = 0; ///< UTC, since 1970; 0: not known
    bool standardError = false;
    QByteArray text; ///< the bytes as written, without the end of line
    friend bool operator==(const ContainerLogLine &, const ContainerLogLine &) = default;
};

} // namespace zoodock

Q_DECLARE_TYPEINFO(zoodock::ContainerLogLine, Q_RELOCATABLE_TYPE);

namespace zoodock
{

/// Gathers log lines so that they are told ten times a second at most, but soon when there is much.
class LogBatch : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogBatch)
public:
    explicit LogBatch(QObject *parent);

    void add(ContainerLogLine line);
    /// Tells what is gathered now.
    void flush();
    /// Drops what has not been told.
    void clear();

Q_SIGNALS:
    void ready(const QList<zoodock::ContainerLogLine> &lines);

private:
    QList<ContainerLogLine> m_lines;
    QTimer m_timer;
};

} // namespace zoodock
