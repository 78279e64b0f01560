// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/cli.h"
#include "app/cli/console.h"
#include "app/display.h"
#include "app/gui.h"
#include "ui/look/translations.h"

#include <QtGui/QGuiApplication>
#include <QtWidgets/QApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace
{

void introduce()
{
    QCoreApplication::setOrganizationName(u"zoodock"_s);
    QCoreApplication::setOrganizationDomain(u"zoodock.org"_s);
    QCoreApplication::setApplicationName(u"zoodock"_s);
    QCoreApplication::setApplicationVersion(QLatin1StringView(ZOODOCK_VERSION));
}

/// Qt would abort. Empty: go on.
QString displayProblem(int argc, char **argv)
{
    switch (zoodock::displayFor(argc, argv)) {
    case zoodock::Display::None:
        return QCoreApplication::translate(
            "Cli",
            "zoodock: There is no display to open the window on. Set DISPLAY or WAYLAND_DISPLAY, or use the "
            "command line: `zoodock --help`.");
    case zoodock::Display::Silent:
        return QCoreApplication::translate(
                   "Cli", "zoodock: The display “%1” cannot be used: nobody answers there, or it lets nobody "
                          "in. Set "
                          "DISPLAY to one that can, or use the command line: `zoodock --help`.")
            .arg(qEnvironmentVariable("DISPLAY"));
    case zoodock::Display::MayAnswer:
        break;
    }
    return {};
}

/// `zoodock --quickstart --help` wants to know, not to start.
bool asksForHelp(int argc, char **argv)
{
    return std::any_of(argv + 1, argv + argc, [](const char *word) {
        return QLatin1StringView(word) == "--help"_L1 || QLatin1StringView(word) == "-h"_L1;
    });
}

} // namespace

int main(int argc, char **argv)
{
    introduce();
    // Verbs, --help and --version work without a display, and so does the complaint about a word that is no
    // verb.
    const QString first = QString::fromLocal8Bit(argc > 1 ? argv[1] : "-");
    const bool isVerb = !first.startsWith(u'-') || zoodock::verbNamed(first);
    if (isVerb || asksForHelp(argc, argv)) {
        QCoreApplication app(argc, argv);
        zoodock::installTranslations(app);
        return zoodock::runCli(isVerb ? QCoreApplication::arguments().mid(1) : QStringList{u"--help"_s});
    }
    if (const QString problem = displayProblem(argc, argv); !problem.isEmpty()) {
        zoodock::console::note(problem);
        return static_cast<int>(zoodock::ExitCode::Failed);
    }
    QApplication app(argc, argv);
    zoodock::installTranslations(app);
    QGuiApplication::setDesktopFileName(u"org.zoodock.ZooDock"_s);
    QGuiApplication::setApplicationDisplayName(u"ZooDock"_s);
    return zoodock::runGui(QCoreApplication::arguments().mid(1));
}
