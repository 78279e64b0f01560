// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/namelist.h"
#include "znodes/znodepath.h"

#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace zoodock
{

/// Something that can be gone to.
struct QuickPlace
{
    enum class Kind { Cluster, Member, Bookmark, Recent, Znode, Typed };
    Kind kind = Kind::Cluster;
    QString text;     ///< what is matched and shown: a name, "cluster / member", a path
    QString cluster;  ///< Cluster, Member
    int memberId = 0; ///< Member
    friend bool operator==(const QuickPlace &, const QuickPlace &) = default;
};

/// What can be found. A value: searched in another thread.
struct QuickPlaces
{
    struct Folder
    {
        ZnodePath path;
        NameList names;
    };
    QList<QuickPlace> listed;
    QList<Folder> folders; ///< of the znodes that are known
};

/// How well `typed` fits: every word of it is there, in one piece or letter after letter; whole, at the
/// beginning and in one piece is better, and so is a short text. Nothing: it does not fit.
[[nodiscard]] std::optional<int> quickScore(const QString &typed, const QString &text);

/// The best ones first, at most `most`. Nothing typed: what is listed. A path that is typed ("/…") finds
/// znodes alone.
[[nodiscard]] QList<QuickPlace> bestPlaces(const QuickPlaces &places, const QString &typed, int most);

} // namespace zoodock
