// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

#include <utility>

class QCoreApplication;

namespace zoodock
{

/// The languages that the program speaks: code as in SettingKey::Language, and its own name for itself.
[[nodiscard]] QList<std::pair<QString, QString>> languages();

/// Installs the texts that the program carries in the language, in place of those installed before; also
/// Qt's own for its buttons. Empty: the locale's language if the program speaks it, else English (whose
/// texts are the plurals: "1 member", "3 members"). The default QLocale follows, but for a locale that the
/// program does not speak, which keeps its numbers and dates. False where the texts cannot be loaded.
bool installTranslations(QCoreApplication &application, const QString &language = {});

} // namespace zoodock
