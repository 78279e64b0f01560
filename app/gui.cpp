// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui.h"

#include "app/cli/console.h"
#include "app/composition.h"
#include "app/interrupt.h"
#include "app/screenshot.h"
#include "clusters/clustertask.h"
#include "ui/mainwindow.h"

#include <QtCore/QCommandLineParser>
#include <QtWidgets/QApplication>

#include <memory>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr auto quickstartName = "quickstart"_L1;

struct GuiRequest
{
    bool quickstart = false;
    QString screenshot;
    QString context;
};

Result<GuiRequest> parse(const QStringList &arguments)
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

/// Ctrl+C: what runs is cancelled, which undoes it; the window closes when that is done, or at the second
/// Ctrl+C.
void endGently(ActivityLog &activity, QWidget &window)
{
    const bool again = window.property("ending").toBool();
    window.setProperty("ending", true);
    if (again || activity.runningCount() == 0) {
        window.close();
        return;
    }
    console::note(QCoreApplication::translate("Cli", "Interrupted: undoing what was made. One moment…"));
    QObject::connect(&activity, &ActivityLog::taskFinished, &window, [&activity, &window] {
        if (activity.runningCount() == 0)
            window.close();
    });
    const QList<ClusterTask *> tasks = activity.tasks();
    for (ClusterTask *task : tasks)
        task->cancel();
}

} // namespace

int runGui(const QStringList &arguments)
{
    const Result<GuiRequest> request = parse(arguments);
    if (!request) {
        console::note(QCoreApplication::translate("Cli", "zoodock: %1").arg(request.error().message()));
        return static_cast<int>(ExitCode::Usage);
    }
    Composition parts;
    if (!request->context.isEmpty())
        parts.watchContext(request->context);
    MainWindow window({parts.store, parts.service, parts.monitor, parts.repository, parts.activity,
                       parts.settings, request->context});
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::caught, &window, [&] { endGently(parts.activity, window); });
    parts.open();
    window.show();
    if (request->quickstart)
        window.quickstart(quickstartName);
    std::unique_ptr<Screenshot> screenshot;
    if (!request->screenshot.isEmpty())
        screenshot = std::make_unique<Screenshot>(window, parts.store, parts.activity, request->screenshot,
                                                  request->quickstart ? QString(quickstartName) : QString());
    return QApplication::exec();
}

} // namespace zoodock
