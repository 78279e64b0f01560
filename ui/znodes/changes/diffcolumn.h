// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

class QWidget;

namespace zoodock
{

/// Values that are to be compared, in one form: each as text, or all as bytes in hex where one is no text.
[[nodiscard]] QStringList comparableValues(const QList<QByteArray> &values);
/// One of several texts side by side, under its title: its lines, and how they differ from `base`.
[[nodiscard]] QWidget *diffColumn(const QString &title, const QString &text, const QString &base,
                                  QWidget *parent);

} // namespace zoodock
