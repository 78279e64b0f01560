// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/memberstate.h"
#include "ensemble/ensemble.h"

#include <QtCore/QString>

#include <chrono>

namespace zoodock
{

/// Numbers and times as a person reads them; translated, by the locale's rules.
[[nodiscard]] QString zxidText(quint64 zxid);                  ///< "0x100000003"
[[nodiscard]] QString zxidExplanation(quint64 zxid);           ///< "Epoch 1, counter 3"
[[nodiscard]] QString latencyText(const ServerReport &report); ///< "0 / 0.4 / 12 ms"
[[nodiscard]] QString durationText(qint64 seconds);            ///< "12 s", "3 min", "2 h 5 min", "4 d 2 h"
[[nodiscard]] QString ageText(std::chrono::milliseconds age);  ///< "4 s ago"
[[nodiscard]] QString secondsText(std::chrono::milliseconds elapsed); ///< "1.4 s"
[[nodiscard]] QString memoryText(qint64 bytes);                       ///< "96.3 MiB"
[[nodiscard]] QString exactTimeText(const QDateTime &utc);            ///< local, with seconds
[[nodiscard]] QString shortTimeText(const QDateTime &utc);            ///< the same, as short as it can be
/// Words that are longer than `most` characters, cut in their middles: ids and paths give a line no place to
/// break.
[[nodiscard]] QString withShortWords(const QString &text, qsizetype most);
/// A text of a button or an action without its letter; Chinese ones have it behind the words: “保存(&S)”.
[[nodiscard]] QString withoutMnemonic(const QString &text);
/// Both names of a cluster, as two may have been given the same title: "Shop (orders)"; or the only one.
[[nodiscard]] QString bothNamesOf(const Ensemble &ensemble);
/// For a value that is not known: a dash that a screen reader does not stumble over.
[[nodiscard]] QString nothingText();

} // namespace zoodock
