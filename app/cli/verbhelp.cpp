// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbhelp.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// Of "  zoodock adopt|release NAME …": adopt, release.
QStringList verbsOf(const QString &line)
{
    constexpr QLatin1StringView begin("  zoodock ");
    return line.startsWith(begin) ? line.mid(begin.size()).section(u' ', 0, 0).split(u'|') : QStringList();
}

} // namespace

QString helpOf(const QString &verb, const QString &wholeHelp)
{
    // `plan` takes what `up` takes.
    const QString options = verb == "plan"_L1 ? u"up"_s : QString();
    const QString body = wholeHelp.section(u"\n\n"_s, 1, 1);
    QString own;
    QString others;
    QString *block = nullptr;
    for (const QString &line : body.split(u'\n')) {
        const QStringList verbs = verbsOf(line);
        if (!verbs.isEmpty())
            block = verbs.contains(verb) ? &own : verbs.contains(options) ? &others : nullptr;
        if (block)
            *block += line + u'\n';
    }
    if (own.isEmpty())
        return wholeHelp;
    return own + others + u'\n' + wholeHelp.section(u"\n\n"_s, 2) +
           QCoreApplication::translate("Cli", "`zoodock --help` shows all commands.") + u'\n';
}

} // namespace zoodock
