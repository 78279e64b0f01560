// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

/// The rules of docs/architecture.md that a compiler does not hold, as functions over one file's text. Each
/// returns the violated rules' sentences, with line numbers; none: the file is fine.
namespace sourcerules
{

/// `path` is relative to the project ("models/docker/eventstream.cpp"): it decides which room the file is in
/// and whether it is a public header.
[[nodiscard]] QStringList includeViolations(const QString &path, const QString &text);
[[nodiscard]] QStringList callViolations(const QString &path, const QString &text);
[[nodiscard]] QStringList formViolations(const QString &path, const QString &text);

} // namespace sourcerules
