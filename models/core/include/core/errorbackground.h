// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace zoodock
{

class Error;

/// What there is behind an error's message, for people: its detail, and messages and details of what caused
/// it, a line each; empty: the message says everything. (Error::toString() is for logs: it names kinds.)
[[nodiscard]] QString backgroundOf(const Error &error);

} // namespace zoodock
