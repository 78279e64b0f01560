// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/logrings.h"

#include <algorithm>
#include <utility>

namespace zoodock
{

namespace
{

/// Besides the number of lines: long lines must not fill the memory either.
constexpr qint64 bytesPerMember = 64LL * 1024 * 1024;

} // namespace

LogRings::LogRings(QObject *parent)
    : QObject(parent)
{
}

LogRings::~LogRings() = default;

void LogRings::setLimit(int lines)
{
    m_limit = std::max(lines, 1);
}

void LogRings::setMembers(const QList<int> &memberIds)
{
    QMap<int, Ring> rings;
    for (int id : memberIds)
        rings.insert(id, m_rings.take(id));
    m_rings = std::move(rings);
    Q_EMIT reset();
}

void LogRings::clear()
{
    const QList<int> ids = members();
    m_rings.clear();
    setMembers(ids);
}

void LogRings::append(int memberId, QList<LogLine> lines)
{
    const auto ring = m_rings.find(memberId);
    if (ring == m_rings.end() || lines.isEmpty())
        return;
    for (LogLine &line : lines) {
        line.memberId = memberId;
        line.number = ring->next++;
        ring->bytes += line.text.size();
        ring->probes += line.probe ? 1 : 0;
    }
    ring->lines += lines;
    shorten(*ring);
    Q_EMIT appended(memberId, lines);
}

void LogRings::shorten(Ring &ring) const
{
    const qsizetype tooMany = std::max<qsizetype>(ring.lines.size() - m_limit, 0);
    qsizetype drop = 0;
    while (drop < ring.lines.size() - 1 && (drop < tooMany || ring.bytes > bytesPerMember)) {
        const LogLine &line = ring.lines.at(drop++);
        ring.bytes -= line.text.size();
        ring.probes -= line.probe ? 1 : 0;
        ring.droppedUpTo = std::max(ring.droppedUpTo, line.timeNano);
    }
    if (drop > 0)
        ring.lines.remove(0, drop);
}

QList<LogLine> LogRings::lines(int memberId) const
{
    return m_rings.value(memberId).lines;
}

quint64 LogRings::firstNumber(int memberId) const
{
    const auto ring = m_rings.constFind(memberId);
    return ring == m_rings.cend() ? 0 : ring->next - static_cast<quint64>(ring->lines.size());
}

quint64 LogRings::nextNumber(int memberId) const
{
    const auto ring = m_rings.constFind(memberId);
    return ring == m_rings.cend() ? 0 : ring->next;
}

qint64 LogRings::droppedUpTo(int memberId) const
{
    const auto ring = m_rings.constFind(memberId);
    return ring == m_rings.cend() ? 0 : ring->droppedUpTo;
}

int LogRings::probeLines(int memberId) const
{
    const auto ring = m_rings.constFind(memberId);
    return ring == m_rings.cend() ? 0 : ring->probes;
}

} // namespace zoodock
