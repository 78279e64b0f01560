// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace zoodock
{

enum class Severity { Hint, Warning, Error };

/// One thing that validate() has to say. Errors refuse the plan.
struct Finding
{
    Severity severity = Severity::Hint;
    QString code;     ///< stable, untranslated: "port.taken"
    QString field;    ///< path in the model: "members/1/client", "name", "settings/heap"; empty: the whole
    QString sentence; ///< translated: what is so
    QString remedy;   ///< translated: what to do; may be empty
    QStringList alsoFields = {}; ///< where the same is so, and is said by the same sentence

    [[nodiscard]] bool isAbout(const QString &where) const
    {
        return field == where || alsoFields.contains(where);
    }
};

} // namespace zoodock
