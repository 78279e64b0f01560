// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/cli.h"
#include "app/gui.h"

#include <QtGui/QGuiApplication>
#include <QtWidgets/QApplication>

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

} // namespace

int main(int argc, char **argv)
{
    introduce();
    // Verbs, --help and --version work without a display.
    if (argc > 1 && zoodock::verbNamed(QString::fromLocal8Bit(argv[1]))) {
        const QCoreApplication app(argc, argv);
        return zoodock::runCli(QCoreApplication::arguments().mid(1));
    }
    const QApplication app(argc, argv);
    QGuiApplication::setDesktopFileName(u"org.zoodock.ZooDock"_s);
    QGuiApplication::setApplicationDisplayName(u"ZooDock"_s);
    return zoodock::runGui(QCoreApplication::arguments().mid(1));
}
