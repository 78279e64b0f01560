// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/logline.h"

#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QObject>

namespace zoodock
{

/// The last lines of each member's log, as many as memory is given.
class LogRings : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogRings)
public:
    explicit LogRings(QObject *parent = nullptr);
    ~LogRings() override;

    /// Lines per member (and 64 MiB at most). Takes effect with the next lines.
    void setLimit(int lines);
    [[nodiscard]] int limit() const { return m_limit; }
    /// Members that stay keep their lines.
    void setMembers(const QList<int> &memberIds);
    void clear();
    /// Numbers the lines. Of an unknown member: dropped.
    void append(int memberId, QList<LogLine> lines);

    [[nodiscard]] QList<int> members() const { return m_rings.keys(); }
    /// Cheap: shares the lines.
    [[nodiscard]] QList<LogLine> lines(int memberId) const;
    /// Number of the oldest line that is kept, which is how many were dropped.
    [[nodiscard]] quint64 firstNumber(int memberId) const;
    [[nodiscard]] quint64 nextNumber(int memberId) const;
    /// No dropped line is later (LogLine::timeNano); 0: none was dropped.
    [[nodiscard]] qint64 droppedUpTo(int memberId) const;
    [[nodiscard]] int probeLines(int memberId) const;

Q_SIGNALS:
    /// Other members, or all lines gone: take everything anew.
    void reset();
    /// The lines from nextNumber() − count on; firstNumber() may be higher than before.
    void appended(int memberId, const QList<zoodock::LogLine> &lines);

private:
    struct Ring
    {
        QList<LogLine> lines;
        quint64 next = 0;
        qint64 bytes = 0;
        qint64 droppedUpTo = 0;
        int probes = 0;
    };
    void shorten(Ring &ring) const;

    int m_limit = 100'000;
    QMap<int, Ring> m_rings;
};

} // namespace zoodock
