// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/freename.h"

#include <QtCore/QRegularExpression>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

QString freeName(const QString &wish, const std::function<bool(const QString &)> &isTaken)
{
    static const QRegularExpression odd(u"[^a-z0-9_.-]+"_s);
    static const QRegularExpression number(u"-[0-9]+\\z"_s);
    static const QRegularExpression edges(u"\\A[^a-z0-9]+|[^a-z0-9]+\\z"_s);
    QString stem = wish.trimmed().toLower().replace(odd, u"-"_s).remove(edges).left(56);
    if (stem.isEmpty())
        stem = u"cluster"_s;
    if (!isTaken(stem))
        return stem;
    stem.remove(number);
    for (int count = 2;; ++count) {
        const QString name = u"%1-%2"_s.arg(stem).arg(count);
        if (!isTaken(name))
            return name;
    }
}

} // namespace zoodock
