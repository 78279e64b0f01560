// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

class QWidget;

namespace zoodock
{

/// The text of a value, or its bytes in hex where it is none.
[[nodiscard]] QString readableValue(const QByteArray &bytes);
/// One of several texts side by side, under its title: its lines, and how they differ from `base`.
[[nodiscard]] QWidget *diffColumn(const QString &title, const QString &text, const QString &base,
                                  QWidget *parent);

} // namespace zoodock
