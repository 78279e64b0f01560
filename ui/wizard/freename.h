// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <functional>

namespace zoodock
{

/// `wish` as docker allows a name, with a number where `isTaken` says so: "orders", "orders-2", …
[[nodiscard]] QString freeName(const QString &wish, const std::function<bool(const QString &)> &isTaken);

} // namespace zoodock
