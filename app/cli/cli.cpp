// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"

#include "app/cli/actverb.h"
#include "app/cli/listverbs.h"
#include "app/cli/specfile.h"
#include "app/cli/upverb.h"
#include "app/cli/verbhelp.h"
#include "app/composition.h"
#include "app/interrupt.h"
#include "clusters/activityhistory.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLoggingCategory>

#include <memory>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

std::unique_ptr<Verb> makeVerb(Composition &parts, const CliRequest &request)
{
    switch (request.verb) {
    case VerbName::Up:
    case VerbName::Plan:
        return std::make_unique<UpVerb>(parts, request, nullptr);
    case VerbName::Status:
        return std::make_unique<StatusVerb>(parts, request, nullptr);
    case VerbName::List:
        return std::make_unique<ListVerb>(parts, request, nullptr);
    default:
        return std::make_unique<ActVerb>(parts, request, nullptr);
    }
}

Result<CliRequest> withSpec(CliRequest request)
{
    if (request.file.isEmpty())
        return request;
    Result<Ensemble> spec = ensembleFromFile(request.file);
    if (!spec)
        return failure(spec.error());
    request.spec = *std::move(spec);
    return request;
}

/// Labels that make no sense are reported for each cluster of the engine. The type is given because a cluster
/// may be called like one.
void hearOnlyOf(const QString &cluster)
{
    QLoggingCategory::setFilterRules(
        u"zoodock.clusters.labels.*=false\nzoodock.clusters.labels.%1.warning=true"_s.arg(cluster));
}

int runVerb(const QStringList &arguments)
{
    const Result<CliRequest> request = parseArguments(arguments);
    if (!request) {
        console::note(Verb::tr("zoodock: %1").arg(request.error().message()));
        return static_cast<int>(ExitCode::Usage);
    }
    if (request->verb == VerbName::Help || request->verb == VerbName::Version) {
        console::out(request->verb == VerbName::Help
                         ? helpOf(request->about, helpText())
                         : u"zoodock %1\n"_s.arg(QLatin1StringView(ZOODOCK_VERSION)));
        return static_cast<int>(ExitCode::Ok);
    }
    // Before signals are caught: whoever waits for the end of a pipe can be ended.
    Result<CliRequest> complete = withSpec(*request);
    if (!complete) {
        console::note(Verb::tr("zoodock: %1").arg(complete.error().message()));
        if (qEnvironmentVariableIsSet("ZOODOCK_VERBOSE"))
            console::note(complete.error().toString());
        return static_cast<int>(exitCodeFor(complete.error().kind()));
    }
    if (!request->cluster.isEmpty() && !qEnvironmentVariableIsSet("ZOODOCK_VERBOSE"))
        hearOnlyOf(request->cluster);
    Composition parts;
    parts.store.sayNames();
    if (!request->context.isEmpty())
        parts.watchContext(request->context);
    const ActivityHistory history(parts.repository.folder() + "/../activity.jsonl"_L1,
                                  parts.activity); // the window shows them, too
    const std::unique_ptr<Verb> verb = makeVerb(parts, *complete);
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::caught, verb.get(), &Verb::interrupt);
    QObject::connect(verb.get(), &Verb::done, QCoreApplication::instance(),
                     [](ExitCode code) { QCoreApplication::exit(static_cast<int>(code)); });
    parts.open();
    verb->start();
    return QCoreApplication::exec();
}

} // namespace

int runCli(const QStringList &arguments)
{
    const int code = runVerb(arguments);
    if (!console::lostOutput())
        return code;
    console::note(
        Verb::tr("zoodock: What was to be printed could not be written, or not all of it. Make room "
                 "where the standard output goes, or send it elsewhere, then try again."));
    return code == static_cast<int>(ExitCode::Ok) ? static_cast<int>(ExitCode::Failed) : code;
}

} // namespace zoodock
