// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTest/QTest>

// QtTest itself waits for five seconds: not enough for a process that is started, or a sanitizer, on a
// machine that builds meanwhile. What comes, comes as soon as ever.
#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, zoodock::test::usualPatienceMs)
#define QTRY_VERIFY2(condition, message)                                                                     \
    QTRY_VERIFY2_WITH_TIMEOUT(condition, message, zoodock::test::usualPatienceMs)
#define QTRY_COMPARE(actual, expected)                                                                       \
    QTRY_COMPARE_WITH_TIMEOUT(actual, expected, zoodock::test::usualPatienceMs)

namespace zoodock::test
{

inline constexpr int usualPatienceMs = 60'000;

} // namespace zoodock::test
