// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/znodeconnection.h"
#include "zookeeper/zoohandle.h"

#include <QtCore/QSet>

#include <memory>

namespace zoodock
{

[[nodiscard]] QStringList sortedPaths(const QSet<QString> &paths);

/// Keeps the handle alive, whose client keeps the session alive.
class ParkedHandle final : public ParkedSession
{
public:
    ParkedHandle(std::unique_ptr<ZooHandle> handle, ZnodeTarget target, QSet<QString> ephemerals,
                 qint64 zxid);
    ~ParkedHandle() override;
    ParkedHandle(const ParkedHandle &) = delete;
    ParkedHandle &operator=(const ParkedHandle &) = delete;

    [[nodiscard]] const ZnodeTarget &target() const override { return m_target; }
    [[nodiscard]] QStringList ephemerals() const override { return sortedPaths(m_ephemerals); }
    [[nodiscard]] const QSet<QString> &paths() const { return m_ephemerals; }
    [[nodiscard]] qint64 zxid() const { return m_zxid; }
    /// Nobody hears it any more.
    [[nodiscard]] ZooHandle *release();

private:
    std::unique_ptr<ZooHandle> m_handle;
    QObject m_ears;
    ZnodeTarget m_target;
    QSet<QString> m_ephemerals;
    qint64 m_zxid;
};

} // namespace zoodock
