// SPDX-License-Identifier: GPL-3.0-or-later
#include "foundserver.h"

#include "ensemble/imagefamily.h"
#include "ensemble/imagereference.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

bool isKnownRepository(const QString &reference)
{
    if (imageFamilyOf(reference) != nullptr || speaksAnotherDialect(reference))
        return true;
    // Of these nobody here knows how they are told anything.
    static const QRegularExpression others(u"(?:^|/)(?:ubuntu|zookeeper)/zookeeper$"_s);
    return others.match(ImageReference::parse(reference).repository).hasMatch();
}

/// What people run in a ZooKeeper image that is no server.
bool isTool(const QString &process)
{
    static const QRegularExpression tools(
        u"zkCli|zkCleanup|zkSnapShot|zkTxnLog|zkServer-initialize|"
        "(?:^|[\\s/\"'])(?:bash|sh|ash|sleep|cat|tail|nc|env|true)[\"']*(?:\\s+[\\w.]+)?[\"']*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return tools.match(process).hasMatch();
}

bool looksLikeServer(const QString &process)
{
    static const QRegularExpression server(
        u"zkServer\\.sh|zkServer\\s|QuorumPeerMain|ZooKeeperServerMain|zookeeper-server-start"_s);
    return server.match(process + u' ').hasMatch();
}

} // namespace

ServerSign serverSign(const QString &imageReference, const QStringList &process)
{
    const QString line = process.join(u' ').trimmed();
    if (isTool(line))
        return ServerSign::None;
    if (isKnownRepository(imageReference))
        return ServerSign::Image;
    return looksLikeServer(line) ? ServerSign::Command : ServerSign::None;
}

const ServerEntry *FoundServer::own() const
{
    const auto found = std::find_if(servers.cbegin(), servers.cend(),
                                    [this](const ServerEntry &entry) { return entry.id == id; });
    return found == servers.cend() ? nullptr : &*found;
}

} // namespace zoodock
