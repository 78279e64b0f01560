// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDebug>
#include <QtTest/QTest>

#include <functional>
#include <memory>
#include <vector>

namespace zoodock::test
{

/// Checks the same with each docker CLI in turn: `current` is its program meanwhile, and the first one's
/// afterwards. After a failure the others are left out; the CLI is named, with what `seen` says.
template <typename Program, typename Check>
void withEachDocker(const std::vector<std::unique_ptr<Program>> &all, Program *&current, Check check,
                    const std::function<QString()> &seen = {})
{
    for (const auto &program : all) {
        current = program.get();
        check();
        if (QTest::currentTestFailed()) {
            qWarning().noquote() << "seen with" << program->docker << (seen ? seen() : QString());
            break;
        }
    }
    current = all.front().get();
}

} // namespace zoodock::test
