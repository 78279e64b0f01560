// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "app/cli/clitr.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QHash>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

struct Options
{
    QCommandLineOption members{u"members"_s, Cli::tr("Voting members, 1 to 255; 3 unless given."), u"N"_s,
                               u"3"_s};
    QCommandLineOption observers{u"observers"_s, Cli::tr("Observers besides the voting members."), u"N"_s,
                                 u"0"_s};
    QCommandLineOption network{u"network"_s, Cli::tr("bridge or host."), u"MODE"_s, u"bridge"_s};
    QCommandLineOption image{u"image"_s, Cli::tr("The ZooKeeper image."), u"REF"_s};
    QCommandLineOption file{u"file"_s, Cli::tr("A cluster file to make the cluster from."), u"SPEC.json"_s};
    QCommandLineOption wait{u"wait"_s, Cli::tr("How long to wait for a quorum; 0: not at all."), u"SECONDS"_s,
                            u"60"_s};
    QCommandLineOption keep{u"keep"_s, Cli::tr("Keep the containers although they do not serve in time.")};
    QCommandLineOption rolling{u"rolling"_s,
                               Cli::tr("One member after the other, so that the cluster goes on serving.")};
    QCommandLineOption yes{u"yes"_s, Cli::tr("Ask no question: go on.")};
    QCommandLineOption volumes{u"volumes"_s, Cli::tr("Delete the data volumes too.")};
    QCommandLineOption json{u"json"_s, Cli::tr("Print JSON.")};
    QCommandLineOption context{u"context"_s, Cli::tr("The docker context."), u"NAME"_s};
};

bool describesCluster(VerbName verb)
{
    return verb == VerbName::Up || verb == VerbName::Plan;
}

/// It takes members away, and with them perhaps the quorum.
bool mayAsk(VerbName verb)
{
    return verb == VerbName::Stop || verb == VerbName::Restart || verb == VerbName::Kill ||
           verb == VerbName::Pause;
}

void addOptions(QCommandLineParser &parser, const Options &options, VerbName verb)
{
    if (describesCluster(verb))
        parser.addOptions({options.members, options.observers, options.network, options.image, options.file,
                           options.context, options.wait, options.keep, options.yes});
    if (verb == VerbName::Restart)
        parser.addOptions({options.rolling, options.wait});
    if (mayAsk(verb))
        parser.addOption(options.yes);
    if (verb == VerbName::Remove)
        parser.addOption(options.volumes);
    if (verb == VerbName::Plan || verb == VerbName::Status || verb == VerbName::List)
        parser.addOption(options.json);
}

Result<int> number(const QCommandLineParser &parser, const QCommandLineOption &option, int minimum,
                   int maximum)
{
    bool ok = false;
    const int value = parser.value(option).toInt(&ok);
    if (ok && value >= minimum && value <= maximum)
        return value;
    return failure(ErrorKind::InvalidInput, Cli::tr("--%1 takes a whole number from %2 to %3, not “%4”.")
                                                .arg(option.names().constFirst())
                                                .arg(minimum)
                                                .arg(maximum)
                                                .arg(parser.value(option)));
}

Result<void> readShape(const QCommandLineParser &parser, const Options &options, CliRequest &request)
{
    const Result<int> members = number(parser, options.members, 1, 255);
    if (!members)
        return failure(members.error());
    const Result<int> observers = number(parser, options.observers, 0, 254);
    if (!observers)
        return failure(observers.error());
    for (const QCommandLineOption &option : {options.image, options.file, options.context}) {
        if (parser.isSet(option) && parser.value(option).trimmed().isEmpty())
            return failure(
                ErrorKind::InvalidInput,
                Cli::tr("--%1 is empty. Give it a value, or leave it out.").arg(option.names().constFirst()));
    }
    const QString mode = parser.value(options.network);
    if (mode != "bridge"_L1 && mode != "host"_L1)
        return failure(ErrorKind::InvalidInput,
                       Cli::tr("--network takes “bridge” or “host”, not “%1”.").arg(mode));
    request.members = *members;
    request.observers = *observers;
    request.network = mode == "host"_L1 ? NetworkMode::Host : NetworkMode::Bridge;
    request.image = parser.value(options.image);
    request.file = parser.value(options.file);
    request.context = parser.value(options.context);
    for (const QCommandLineOption &option :
         {options.members, options.observers, options.network, options.image}) {
        if (parser.isSet(option))
            request.given += option.names().constFirst();
    }
    if (!request.given.isEmpty() && !request.file.isEmpty())
        return failure(ErrorKind::InvalidInput,
                       Cli::tr("--file describes the whole cluster; leave out --members, "
                               "--observers, --network and --image."));
    return {};
}

bool takesMember(VerbName verb)
{
    switch (verb) {
    case VerbName::Stop:
    case VerbName::Start:
    case VerbName::Restart:
    case VerbName::Kill:
    case VerbName::Pause:
    case VerbName::Unpause:
        return true;
    default:
        return false;
    }
}

Result<void> readNames(const QStringList &words, CliRequest &request)
{
    const bool needsCluster = request.verb != VerbName::List && request.verb != VerbName::Status;
    const qsizetype most = request.verb == VerbName::List ? 0 : takesMember(request.verb) ? 2 : 1;
    if (needsCluster && words.isEmpty())
        return failure(ErrorKind::InvalidInput,
                       Cli::tr("Which cluster? Give its name; `zoodock ls` lists them."));
    if (words.size() > most)
        return failure(ErrorKind::InvalidInput,
                       Cli::tr("“%1” is one word too many. `zoodock --help` shows what each command takes.")
                           .arg(words.at(most)));
    request.cluster = words.value(0);
    request.member = words.value(1);
    return {};
}

} // namespace

std::optional<VerbName> verbNamed(const QString &word)
{
    static const QHash<QString, VerbName> verbs{
        {u"up"_s, VerbName::Up},
        {u"plan"_s, VerbName::Plan},
        {u"status"_s, VerbName::Status},
        {u"ls"_s, VerbName::List},
        {u"stop"_s, VerbName::Stop},
        {u"start"_s, VerbName::Start},
        {u"restart"_s, VerbName::Restart},
        {u"kill"_s, VerbName::Kill},
        {u"pause"_s, VerbName::Pause},
        {u"unpause"_s, VerbName::Unpause},
        {u"rm"_s, VerbName::Remove},
        {u"adopt"_s, VerbName::Adopt},
        {u"release"_s, VerbName::Release},
        {u"help"_s, VerbName::Help},
        {u"--help"_s, VerbName::Help},
        {u"-h"_s, VerbName::Help},
        {u"--version"_s, VerbName::Version},
    };
    const auto found = verbs.constFind(word);
    return found == verbs.constEnd() ? std::nullopt : std::optional(*found);
}

Result<CliRequest> parseArguments(const QStringList &arguments)
{
    CliRequest request;
    const std::optional<VerbName> verb = verbNamed(arguments.value(0));
    if (!verb)
        return failure(ErrorKind::InvalidInput,
                       Cli::tr("“%1” is not a command of zoodock; `zoodock --help` lists them.")
                           .arg(arguments.value(0)));
    request.verb = *verb;
    if (request.verb == VerbName::Help || request.verb == VerbName::Version) {
        // `zoodock help up` is meant well; anything else behind them is a slip.
        const bool names = request.verb == VerbName::Help && verbNamed(arguments.value(1)).has_value();
        const QString slip = arguments.value(names ? 2 : 1);
        if (!slip.isEmpty())
            return failure(
                ErrorKind::InvalidInput,
                Cli::tr("“%1” means nothing behind %2. Leave it out.").arg(slip, arguments.constFirst()));
        request.about = arguments.value(1);
        return request;
    }
    if (arguments.contains(u"--help"_s) || arguments.contains(u"-h"_s)) {
        request.verb = VerbName::Help;
        request.about = arguments.constFirst();
        return request;
    }

    const Options options;
    QCommandLineParser parser;
    addOptions(parser, options, request.verb);
    if (!parser.parse(arguments)) { // takes the verb for the program's name
        const QString unknown = parser.unknownOptionNames().value(0);
        const QString sentence =
            unknown.isEmpty()
                ? parser.errorText()
                : Cli::tr("There is no option “%1”.").arg((unknown.size() == 1 ? u"-"_s : u"--"_s) + unknown);
        return failure(
            ErrorKind::InvalidInput,
            Cli::tr("%1 `zoodock %2 --help` shows what it takes.").arg(sentence, arguments.constFirst()));
    }
    if (const auto names = readNames(parser.positionalArguments(), request); !names)
        return failure(names.error());
    request.json = request.verb != VerbName::Up && parser.optionNames().contains(u"json"_s);
    request.rolling = parser.optionNames().contains(u"rolling"_s);
    request.yes = parser.optionNames().contains(u"yes"_s);
    request.volumes = parser.optionNames().contains(u"volumes"_s);
    if (describesCluster(request.verb)) {
        if (const auto shape = readShape(parser, options, request); !shape)
            return failure(shape.error());
    }
    if (request.verb == VerbName::Restart && parser.isSet(options.wait) && !request.rolling)
        return failure(ErrorKind::InvalidInput,
                       Cli::tr("--wait goes with --rolling; a restart of all at once does not wait."));
    if (describesCluster(request.verb) || request.rolling) {
        const Result<int> wait = number(parser, options.wait, request.rolling ? 1 : 0, 86'400);
        if (!wait)
            return failure(wait.error());
        request.wait = std::chrono::seconds(*wait);
        request.keep = parser.optionNames().contains(u"keep"_s);
    }
    return request;
}

QString helpText()
{
    return Cli::tr(
        "ZooDock models ZooKeeper clusters and runs them as Docker containers.\n"
        "\n"
        "  zoodock [--quickstart]          open the window (with the cluster “quickstart”)\n"
        "  zoodock up NAME [options]       create a cluster and wait for its quorum; start it if it exists\n"
        "      --members N                 voting members (3)\n"
        "      --observers N               observers besides (0)\n"
        "      --network bridge|host       (bridge)\n"
        "      --image REF                 ZooKeeper image\n"
        "      --file SPEC.json            everything from a cluster file instead\n"
        "      --context NAME              docker context\n"
        "      --wait SECONDS              for the quorum (60); 0: do not wait\n"
        "      --keep                      keep the containers although they do not serve in time\n"
        "      --yes                       finish an interrupted creation with free ports, where its own\n"
        "                                  are taken by now\n"
        "  zoodock plan NAME [options]     print the docker commands of `up`, run nothing; --json\n"
        "                                  (--wait, --keep and --yes change nothing in it)\n"
        "  zoodock status [NAME] [--json]  members with state, role and address\n"
        "  zoodock ls [--json]             all clusters\n"
        "  zoodock stop|start|restart|kill|pause|unpause NAME [MEMBER]\n"
        "      --yes                       (stop, restart, kill, pause) do not ask where the loss of MEMBER\n"
        "                                  ends the quorum\n"
        "  zoodock restart --rolling NAME [MEMBER]\n"
        "                                  member by member, so that the cluster goes on serving\n"
        "      --wait SECONDS              for each to serve again (60)\n"
        "  zoodock rm NAME [--volumes]     remove containers and network; with --volumes the data too\n"
        "  zoodock adopt|release NAME      manage, or leave alone again, a cluster that others started\n"
        "  zoodock --help | --version\n"
        "\n"
        "Ctrl+C during `up` undoes what was made; members of a cluster that was there,\n"
        "once started, go on running.\n"
        "Exit codes: 0 done; 1 failed; 2 wrong usage; 3 no such cluster or member; 4 no Docker engine;\n"
        "5 refused (findings, or a name, port or lock is taken); 6 no quorum in time (undone);\n"
        "7 something was left behind (stderr names it); 130 interrupted (what was made is undone,\n"
        "what was started runs on), or a question was answered with no.\n");
}

} // namespace zoodock
