// SPDX-License-Identifier: GPL-3.0-or-later
#include "docker/dockerengine.h"

#include "docker/dockerparsers.h"
#include "dockerquery.h"
#include "recentanswer.h"

namespace zoodock
{

namespace
{

Error errorOf(const CommandSpec &spec, const CommandOutput &output)
{
    return dockerError(spec, output.exitCode, output.standardError, output.standardOutput);
}

/// Ended with 0 → what the parser makes of stdout; otherwise what docker complained about.
template <typename T>
typename DockerQuery<T>::Judge parsedBy(Result<T> (*parser)(const QByteArray &))
{
    return [parser](const CommandSpec &spec, const CommandOutput &output) -> Result<T> {
        if (output.exitCode != 0)
            return failure(errorOf(spec, output));
        return parser(output.standardOutput);
    };
}

/// Notes a good answer for those who ask next.
template <typename T>
typename DockerQuery<T>::Judge kept(const std::shared_ptr<RecentAnswer<T>> &recent,
                                    typename DockerQuery<T>::Judge judge)
{
    return [recent, judge = std::move(judge)](const CommandSpec &spec, const CommandOutput &output) {
        Result<T> result = judge(spec, output);
        if (result)
            recent->take(*result);
        return result;
    };
}

template <typename T>
ValueOperation<T> *recent(const std::shared_ptr<RecentAnswer<T>> &answer, typename RecentQuery<T>::Ask ask,
                          QObject *parent)
{
    // Nobody owns a shared question but the engine: it goes when it has ended.
    return new RecentQuery<T>(
        answer,
        [ask = std::move(ask)] {
            ValueOperation<T> *const question = ask();
            QObject::connect(question, &Operation::finished, question, &QObject::deleteLater);
            return question;
        },
        parent);
}

/// inspect prints what it found and ends with 1 if anything was missing.
Result<QList<ContainerInfo>> judgeInspect(const CommandSpec &spec, const CommandOutput &output)
{
    if (output.exitCode == 0)
        return parse::containers(output.standardOutput);
    const Error error = errorOf(spec, output);
    if (error.kind() != ErrorKind::NoSuchObject)
        return failure(error);
    return parse::containers(output.standardOutput);
}

Result<QByteArray> judgeRun(const CommandSpec &spec, const CommandOutput &output)
{
    if (output.exitCode != 0)
        return failure(errorOf(spec, output));
    return output.standardOutput;
}

} // namespace

struct DockerEngine::Recent
{
    std::shared_ptr<RecentAnswer<EngineVersion>> version = std::make_shared<RecentAnswer<EngineVersion>>();
    std::shared_ptr<RecentAnswer<EngineInfo>> info = std::make_shared<RecentAnswer<EngineInfo>>();
    std::shared_ptr<RecentAnswer<ContextInfo>> context = std::make_shared<RecentAnswer<ContextInfo>>();
};

DockerEngine::DockerEngine(ProcessRunner &runner, DockerCommands commands, QObject *parent)
    : QObject(parent)
    , m_runner(runner)
    , m_commands(std::move(commands))
    , m_recent(std::make_unique<Recent>())
{
}

DockerEngine::~DockerEngine()
{
    m_recent->version->closed = true;
    m_recent->info->closed = true;
    m_recent->context->closed = true;
}

ValueOperation<EngineVersion> *DockerEngine::version(QObject *parent)
{
    auto *const question = new DockerQuery<EngineVersion>(
        m_runner, m_commands.version(), kept(m_recent->version, parsedBy(&parse::version)), parent);
    if (!m_recent->version->isAsking())
        m_recent->version->question = question;
    return question;
}

ValueOperation<EngineVersion> *DockerEngine::recentVersion(QObject *parent)
{
    return recent(
        m_recent->version, [this] { return version(this); }, parent);
}

ValueOperation<EngineInfo> *DockerEngine::recentInfo(QObject *parent)
{
    return recent(
        m_recent->info, [this] { return info(this); }, parent);
}

ValueOperation<ContextInfo> *DockerEngine::recentContextInfo(QObject *parent)
{
    return recent(
        m_recent->context, [this] { return contextInfo(this); }, parent);
}

ValueOperation<EngineInfo> *DockerEngine::info(QObject *parent)
{
    return new DockerQuery<EngineInfo>(m_runner, m_commands.info(),
                                       kept(m_recent->info, parsedBy(&parse::info)), parent);
}

ValueOperation<ContextInfo> *DockerEngine::contextInfo(QObject *parent)
{
    return new DockerQuery<ContextInfo>(m_runner, m_commands.contextInspect(),
                                        kept(m_recent->context, parsedBy(&parse::context)), parent);
}

ValueOperation<QList<ContextInfo>> *DockerEngine::contexts(QObject *parent)
{
    return new DockerQuery<QList<ContextInfo>>(m_runner, m_commands.listContexts(),
                                               parsedBy(&parse::contexts), parent);
}

ValueOperation<QList<ContainerRow>> *DockerEngine::containerRows(QObject *parent)
{
    return new DockerQuery<QList<ContainerRow>>(m_runner, m_commands.describeContainers(),
                                                parsedBy(&parse::containerRows), parent);
}

ValueOperation<QList<ContainerInfo>> *DockerEngine::containers(const QStringList &labelFilters,
                                                               QObject *parent)
{
    auto *const ids = new DockerQuery<QStringList>(m_runner, m_commands.listContainers(labelFilters, true),
                                                   parsedBy(&parse::ids), nullptr);
    return new ChainedQuery<QStringList, QList<ContainerInfo>>(
        ids, [this](const QStringList &found, QObject *owner) { return inspect(found, owner); }, parent);
}

ValueOperation<QList<ContainerInfo>> *DockerEngine::inspect(const QStringList &namesOrIds, QObject *parent)
{
    // Without a name docker complains.
    if (namesOrIds.isEmpty())
        return new KnownValue<QList<ContainerInfo>>({}, parent);
    return new DockerQuery<QList<ContainerInfo>>(m_runner, m_commands.inspectContainers(namesOrIds),
                                                 judgeInspect, parent);
}

ValueOperation<QStringList> *DockerEngine::networks(const QStringList &labelFilters, QObject *parent)
{
    return new DockerQuery<QStringList>(m_runner, m_commands.listNetworks(labelFilters),
                                        parsedBy(&parse::names), parent);
}

ValueOperation<QStringList> *DockerEngine::volumes(const QStringList &labelFilters, QObject *parent)
{
    return new DockerQuery<QStringList>(m_runner, m_commands.listVolumes(labelFilters),
                                        parsedBy(&parse::names), parent);
}

ValueOperation<QList<NamedObject>> *DockerEngine::networkObjects(QObject *parent)
{
    return new DockerQuery<QList<NamedObject>>(m_runner, m_commands.listNetworks({}),
                                               parsedBy(&parse::namedObjects), parent);
}

ValueOperation<QList<NamedObject>> *DockerEngine::volumeObjects(QObject *parent)
{
    return new DockerQuery<QList<NamedObject>>(m_runner, m_commands.listVolumes({}),
                                               parsedBy(&parse::namedObjects), parent);
}

ValueOperation<QStringList> *DockerEngine::images(QObject *parent)
{
    return new DockerQuery<QStringList>(m_runner, m_commands.listImages(), parsedBy(&parse::imageReferences),
                                        parent);
}

ValueOperation<QByteArray> *DockerEngine::run(CommandSpec spec, QObject *parent)
{
    return new DockerQuery<QByteArray>(m_runner, std::move(spec), judgeRun, parent);
}

} // namespace zoodock
