// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakes/fakezookeeper.h"
#include "znodes/znodepath.h"

/// What tests of znodes have in common.
namespace zoodock::test
{

using Fake = FakeZooKeeper;

/// Milliseconds that a test waits for what comes at once on an idle machine.
inline constexpr int patience = 30'000;

inline ZnodePath path(const QString &text)
{
    return ZnodePath::trusted(text);
}

} // namespace zoodock::test
