// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace zoodock
{

/// Installs the texts that the program carries: the plurals of the English source ("1 member", "3 members").
/// Before any text is shown; without them "3 member(s)" is read. False where the build had no lrelease.
bool installTranslations(QCoreApplication &application);

} // namespace zoodock
