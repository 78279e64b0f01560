// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "zookeeper/zoovalues.h"

#include <memory>

struct ACL_vector;

namespace zoodock
{

/// The C client's form of an ACL, pointing into values of its own. Lives as long as the call.
class AclArgument
{
public:
    explicit AclArgument(const QList<ZooAclEntry> &entries);
    ~AclArgument();
    AclArgument(const AclArgument &) = delete;
    AclArgument &operator=(const AclArgument &) = delete;
    [[nodiscard]] const ACL_vector *get() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

/// The C client's flags for zoo_create…().
[[nodiscard]] int createFlags(const ZooCreate &node);
/// What it takes for "no time to live".
[[nodiscard]] qint64 createTtl(const ZooCreate &node);
/// What it takes as length: −1 for no value.
[[nodiscard]] int lengthOf(const QByteArray &value);

} // namespace zoodock
