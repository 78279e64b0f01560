// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuttableproxy.h"

#include <QtCore/QProcess>
#include <QtCore/QStringList>

#include <memory>
#include <vector>

namespace zoodock::test
{

/// An ensemble of three in containers of its own. Independent clients reach it directly, the code under test
/// through proxies that can be cut.
class ThreeServers
{
public:
    ThreeServers();
    ~ThreeServers();
    Q_DISABLE_COPY_MOVE(ThreeServers)

    [[nodiscard]] QString direct() const;
    [[nodiscard]] QString throughProxies() const;
    /// Under way beside us.
    [[nodiscard]] std::unique_ptr<QProcess> restart(const QList<int> &members) const;
    void cut();
    void mend();

private:
    [[nodiscard]] QString container(int member) const;

    QString m_network;
    std::vector<quint16> m_ports;
    std::vector<std::unique_ptr<CuttableProxy>> m_proxies;
};

} // namespace zoodock::test
