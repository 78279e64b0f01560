// SPDX-License-Identifier: GPL-3.0-or-later
#include "zooacl.h"

#include <zookeeper/zookeeper.h>

#include <vector>

namespace zoodock
{

struct AclArgument::Parts
{
    QList<ZooAclEntry> entries;
    std::vector<ACL> acls;
    ACL_vector vector{};
};

AclArgument::AclArgument(const QList<ZooAclEntry> &entries)
    : m_parts(std::make_unique<Parts>())
{
    m_parts->entries = entries;
    for (ZooAclEntry &entry : m_parts->entries) // data() of non-const values: nobody else's bytes
        m_parts->acls.push_back({entry.permissions, {entry.scheme.data(), entry.id.data()}});
    m_parts->vector.count = static_cast<int32_t>(m_parts->acls.size());
    m_parts->vector.data = m_parts->acls.data();
}

AclArgument::~AclArgument() = default;

const ACL_vector *AclArgument::get() const
{
    return &m_parts->vector;
}

int createFlags(const ZooCreate &node)
{
    switch (node.mode) {
    case ZooCreateMode::Persistent:
        return node.sequential ? ZOO_PERSISTENT_SEQUENTIAL : ZOO_PERSISTENT;
    case ZooCreateMode::Ephemeral:
        return node.sequential ? ZOO_EPHEMERAL_SEQUENTIAL : ZOO_EPHEMERAL;
    case ZooCreateMode::Container:
        return ZOO_CONTAINER;
    case ZooCreateMode::Ttl:
        return node.sequential ? ZOO_PERSISTENT_SEQUENTIAL_WITH_TTL : ZOO_PERSISTENT_WITH_TTL;
    }
    return ZOO_PERSISTENT;
}

qint64 createTtl(const ZooCreate &node)
{
    return node.mode == ZooCreateMode::Ttl ? node.ttlMilliseconds : -1;
}

int lengthOf(const QByteArray &value)
{
    return value.isNull() ? -1 : static_cast<int>(value.size());
}

} // namespace zoodock
