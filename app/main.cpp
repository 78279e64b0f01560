// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/cli.h"
#include "app/cli/console.h"
#include "app/display.h"
#include "app/gui.h"
#include "app/guirequest.h"
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

/// `zoodock --quickstart --help` wants to know, not to start.
bool asksForHelp(int argc, char **argv)
{
    return std::any_of(argv + 1, argv + argc, [](const char *word) {
        return QLatin1StringView(word) == "--help"_L1 || QLatin1StringView(word) == "-h"_L1;
    });
}

QStringList wordsOf(int argc, char **argv)
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    return words;
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
    // A QApplication aborts without a display, and would not come to words that make no sense.
    const QStringList words = zoodock::withoutQtOptions(wordsOf(argc, argv));
    const auto request = zoodock::guiRequest(words);
    if (!request) {
        QCoreApplication app(argc, argv);
        zoodock::installTranslations(app);
        const QString translated = zoodock::guiRequest(words).error().message();
        zoodock::console::note(QCoreApplication::translate("Cli", "zoodock: %1").arg(translated));
        return static_cast<int>(zoodock::ExitCode::Usage);
    }
    if (const zoodock::Display display = zoodock::displayFor(argc, argv);
        display != zoodock::Display::MayAnswer) {
        QCoreApplication app(argc, argv);
        zoodock::installTranslations(app);
        zoodock::console::note(zoodock::displayProblem(display));
        return static_cast<int>(zoodock::ExitCode::Failed);
    }
    QApplication app(argc, argv);
    zoodock::installTranslations(app);
    QGuiApplication::setDesktopFileName(u"org.zoodock.ZooDock"_s);
    QGuiApplication::setApplicationDisplayName(u"ZooDock"_s);
    return zoodock::runGui(*request);
}
