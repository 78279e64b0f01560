// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"

namespace zoodock
{

/// `stop`, `start`, `restart`, `kill`, `rm`.
class ActVerb final : public Verb
{
    Q_OBJECT
public:
    using Verb::Verb;
    void start() override;

private:
    void act();
    void remove();
};

} // namespace zoodock
