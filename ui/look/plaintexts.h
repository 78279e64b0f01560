// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace zoodock
{

/// From now on every label of the program, those of questions and tool tips included, shows its text as it
/// is. Qt takes what looks like tags for some, and the names of znodes, containers and files are anything.
void showTextsPlain();

} // namespace zoodock
