// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/texttable.h"

#include <QtCore/QByteArray>

namespace zoodock
{

/// The answer to a four-letter word (srvr, mntr, conf, cons, dump, wchs, ruok, isro; others as lines) as
/// tables. NotServing, NotWhitelisted, ConnectionLost for an empty answer; lines that are not understood stay
/// lines. (zookeeperAdmin.md 3.4–3.9, and 3.8.0 run.)
[[nodiscard]] Result<QList<TextTable>> parseFourLetterAnswer(const QByteArray &word,
                                                             const QByteArray &answer);

/// The names in AdminServer's list of commands, GET /commands: one link each.
[[nodiscard]] Result<QStringList> parseAdminIndex(const QByteArray &html);
/// A page of AdminServer's JSON as tables: what is single as names and values, lists of objects each as a
/// table. Its own "error" is a ZooKeeperFailed.
[[nodiscard]] Result<QList<TextTable>> parseAdminAnswer(const QByteArray &json);

} // namespace zoodock
