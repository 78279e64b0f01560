// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"

namespace zoodock
{

/// `status`: one cluster, or all.
class StatusVerb final : public Verb
{
    Q_OBJECT
public:
    using Verb::Verb;
    void start() override;

private:
    void print();
};

/// `ls`: a line per cluster.
class ListVerb final : public Verb
{
    Q_OBJECT
public:
    using Verb::Verb;
    void start() override;

private:
    void print();
};

} // namespace zoodock
