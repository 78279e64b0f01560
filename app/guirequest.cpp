// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guirequest.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// QGuiApplication's, QApplication's, and those of its part for X.
const QStringList &qtFlags()
{
    static const QStringList flags{u"reverse"_s, u"nograb"_s, u"dograb"_s, u"widgetcount"_s};
    return flags;
}

const QStringList &qtValues()
{
    static const QStringList values{
        u"platform"_s,
        u"platformpluginpath"_s,
        u"platformtheme"_s,
        u"plugin"_s,
        u"session"_s,
        u"style"_s,
        u"stylesheet"_s,
        u"qmljsdebugger"_s,
        u"qwindowicon"_s,
        u"qwindowtitle"_s,
        u"qwindowgeometry"_s,
        u"display"_s,
        u"geometry"_s,
        u"icon"_s,
        u"name"_s,
        u"title"_s,
    };
    return values;
}

/// "style" of "-style", "--style" and "-style=fusion"; empty: no option.
QString optionIn(const QString &word)
{
    if (!word.startsWith(u'-'))
        return {};
    return word.mid(word.startsWith("--"_L1) ? 2 : 1).section(u'=', 0, 0);
}

} // namespace

QStringList withoutQtOptions(const QStringList &arguments)
{
    QStringList rest;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &word = arguments.at(i);
        const QString option = optionIn(word);
        if (qtValues().contains(option))
            i += word.contains(u'=') ? 0 : 1;
        else if (!qtFlags().contains(option))
            rest.append(word);
    }
    return rest;
}

Result<GuiRequest> guiRequest(const QStringList &arguments)
{
    const QCommandLineOption quickstart(u"quickstart"_s);
    const QCommandLineOption screenshot(u"screenshot"_s, {}, u"FILE"_s);
    const QCommandLineOption context(u"context"_s, {}, u"NAME"_s);
    QCommandLineParser parser;
    parser.addOptions({quickstart, screenshot, context});
    if (!parser.parse(QStringList{u"zoodock"_s} + arguments))
        return failure(ErrorKind::InvalidInput, parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return failure(ErrorKind::InvalidInput,
                       QCoreApplication::translate(
                           "Cli", "“%1” is not a command of zoodock; `zoodock --help` lists them.")
                           .arg(parser.positionalArguments().constFirst()));
    return GuiRequest{parser.isSet(quickstart), parser.value(screenshot), parser.value(context)};
}

} // namespace zoodock
