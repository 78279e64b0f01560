// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>

namespace zoodock
{

/// Cuts a byte stream into lines; one splitter per channel. The end "\n" or "\r\n" is removed. A line longer
/// than the limit is cut there and the rest up to its end is dropped (droppedBytes() counts, over the
/// splitter's whole life). The lines do not depend on how the stream was cut into pieces.
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
    void append(const char *bytes, qsizetype count);
    [[nodiscard]] QByteArray takeLine(bool terminated);

    qsizetype m_limit;
    qsizetype m_dropped = 0;
    QByteArray m_tail; ///< of the unfinished line, up to one byte more than the limit: that may be the "\r"
    qsizetype m_surplus = 0; ///< bytes of the unfinished line that m_tail has no room for
    char m_last = 0;         ///< the unfinished line's last byte
};

} // namespace zoodock
