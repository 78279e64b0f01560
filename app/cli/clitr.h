// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCoreApplication>

namespace zoodock
{

/// Whose words the command line's are, for translators.
struct Cli
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace zoodock
