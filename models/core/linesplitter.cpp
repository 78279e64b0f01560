// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/linesplitter.h"

#include <algorithm>

namespace zoodock
{

LineSplitter::LineSplitter(qsizetype maximumLineLength)
    : m_limit(std::max<qsizetype>(maximumLineLength, 1))
{
}

QList<QByteArray> LineSplitter::feed(const QByteArray &bytes)
{
    QList<QByteArray> lines;
    qsizetype from = 0;
    for (qsizetype end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', from)) {
        append(bytes.constData() + from, end - from);
        lines += takeLine(true);
        from = end + 1;
    }
    append(bytes.constData() + from, bytes.size() - from);
    return lines;
}

QList<QByteArray> LineSplitter::flush()
{
    if (m_tail.isEmpty())
        return {};
    return {takeLine(false)};
}

void LineSplitter::append(const char *bytes, qsizetype count)
{
    if (count <= 0)
        return;
    const qsizetype kept = std::min(count, m_limit + 1 - m_tail.size());
    m_tail.append(bytes, kept);
    m_surplus += count - kept;
    m_last = bytes[count - 1];
}

QByteArray LineSplitter::takeLine(bool terminated)
{
    const bool carriageReturn = terminated && !m_tail.isEmpty() && m_last == '\r';
    const qsizetype length = m_tail.size() + m_surplus - (carriageReturn ? 1 : 0);
    QByteArray line = std::exchange(m_tail, {});
    line.truncate(std::min(length, m_limit));
    m_dropped += length - line.size();
    m_surplus = 0;
    return line;
}

} // namespace zoodock
