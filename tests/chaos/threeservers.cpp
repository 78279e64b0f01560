// SPDX-License-Identifier: GPL-3.0-or-later
#include "threeservers.h"

#include "engine/realengine.h"

namespace zoodock::test
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int count = 3;

QString hosts(const std::vector<quint16> &ports)
{
    QStringList list;
    for (const quint16 port : ports)
        list += u"127.0.0.1:%1"_s.arg(port);
    return list.join(u',');
}

} // namespace

ThreeServers::ThreeServers()
    : m_network(uniqueName(u"chaos"_s))
{
    dockerCall(u"docker"_s, {u"network"_s, u"create"_s, u"--label"_s, runLabel(), m_network});
    QStringList servers;
    for (int member = 1; member <= count; ++member)
        servers += u"server.%1=zoo%1:2888:3888;2181"_s.arg(member);
    for (int member = 1; member <= count; ++member) {
        m_ports.push_back(freePort());
        dockerCall(u"docker"_s, {u"run"_s,
                                 u"--detach"_s,
                                 u"--name"_s,
                                 container(member),
                                 u"--label"_s,
                                 runLabel(),
                                 u"--network"_s,
                                 m_network,
                                 u"--network-alias"_s,
                                 u"zoo%1"_s.arg(member),
                                 u"--publish"_s,
                                 u"127.0.0.1:%1:2181"_s.arg(m_ports.back()),
                                 u"--env"_s,
                                 u"ZOO_MY_ID=%1"_s.arg(member),
                                 u"--env"_s,
                                 u"ZOO_SERVERS="_s + servers.join(u' '),
                                 u"--env"_s,
                                 u"ZOO_TICK_TIME=1000"_s,
                                 u"--env"_s,
                                 u"ZOO_INIT_LIMIT=20"_s,
                                 u"--env"_s,
                                 u"ZOO_SYNC_LIMIT=10"_s,
                                 testImage()});
        m_proxies.push_back(std::make_unique<CuttableProxy>(m_ports.back()));
    }
}

ThreeServers::~ThreeServers()
{
    removeOwn(u"docker"_s);
}

QString ThreeServers::container(int member) const
{
    return u"%1-%2"_s.arg(m_network).arg(member);
}

QString ThreeServers::direct() const
{
    return hosts(m_ports);
}

QString ThreeServers::throughProxies() const
{
    std::vector<quint16> ports;
    for (const auto &proxy : m_proxies)
        ports.push_back(proxy->port());
    return hosts(ports);
}

std::unique_ptr<QProcess> ThreeServers::restart(const QList<int> &members) const
{
    auto docker = std::make_unique<QProcess>();
    QStringList arguments{u"restart"_s, u"--time"_s, u"1"_s};
    for (const int member : members)
        arguments += container(member);
    docker->start(u"docker"_s, arguments);
    return docker;
}

void ThreeServers::cut()
{
    for (const auto &proxy : m_proxies)
        proxy->cut();
}

void ThreeServers::mend()
{
    for (const auto &proxy : m_proxies)
        proxy->mend();
}

} // namespace zoodock::test
