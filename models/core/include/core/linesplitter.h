// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>

namespace zoodock
{

/// Cuts a byte stream into lines; one splitter per channel. The end "\n" or "\r\n" is removed. A line longer than the
/// limit is cut there and the rest up to its end is dropped (droppedBytes() counts).
class LineSplitter
{
public:
    explicit LineSplitter(qsizetype maximumLineLength = 4 * 1024 * 1024);

    /// Takes the next bytes; returns the lines that are complete now.
    [[nodiscard]] QList<QByteArray> feed(const QByteArray &bytes);
    /// At the end of the stream: the last line if it lacked a newline. Resets.
    [[nodiscard]] QList<QByteArray> flush();
    [[nodiscard]] qsizetype droppedBytes() const { return m_dropped; }

private:
    qsizetype m_limit;
    qsizetype m_dropped = 0;
    bool m_skipping = false;
    QByteArray m_tail;
};

} // namespace zoodock
