// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/enginereach.h"

#include "clusters/clusterstatus.h"
#include "core/sentences.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QUrl>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

bool meansEveryAddress(const QString &address)
{
    return address.isEmpty() || address == "0.0.0.0"_L1 || address == "::"_L1 || address == "[::]"_L1;
}

bool isLoopback(const QString &address)
{
    return address.startsWith("127."_L1) || address == "::1"_L1 || address == "[::1]"_L1 ||
           address.compare("localhost"_L1, Qt::CaseInsensitive) == 0;
}

EngineReach localReach(bool ownNamespace)
{
    EngineReach reach;
    reach.local = ownNamespace;
    reach.containerAddresses = ownNamespace;
    return reach;
}

QString adviceText(const char *source)
{
    return QCoreApplication::translate("EngineAdvice", source);
}

} // namespace

EngineReach EngineReach::fromEndpoint(const QString &endpoint, bool desktopOrRootless)
{
    const QUrl url(endpoint);
    const QString scheme = url.scheme();
    if (scheme == "npipe"_L1)
        return localReach(false);
    if (scheme != "tcp"_L1 && scheme != "ssh"_L1 && scheme != "http"_L1 && scheme != "https"_L1)
        return localReach(!desktopOrRootless);
    EngineReach reach = localReach(false);
    // A loopback endpoint may be a tunnel or a virtual machine's forwarded port: its namespace is not taken
    // for ours.
    if (!url.host().isEmpty() && !isLoopback(url.host()))
        reach.publishedHost = url.host();
    return reach;
}

QString EngineReach::hostFor(const QString &publishedAddress) const
{
    if (meansEveryAddress(publishedAddress))
        return publishedHost;
    if (isLoopback(publishedAddress) && !isLoopback(publishedHost))
        return {};
    return publishedAddress;
}

EngineAdvice adviceFor(const Error &problem)
{
    switch (problem.kind()) {
    case ErrorKind::ProgramMissing:
        return {adviceText(QT_TRANSLATE_NOOP("EngineAdvice", "Docker is not installed")),
                adviceText(QT_TRANSLATE_NOOP(
                    "EngineAdvice", "The program docker was not found. On Debian this installs it; on other "
                                    "systems see docs.docker.com/engine/install.")),
                u"sudo apt install docker.io"_s};
    case ErrorKind::EngineDown:
        return {
            adviceText(QT_TRANSLATE_NOOP("EngineAdvice", "The Docker engine does not run")),
            adviceText(QT_TRANSLATE_NOOP(
                "EngineAdvice", "Docker is installed, but no engine answers. Start it; ZooDock goes on by "
                                "itself as soon as it answers.")),
            u"sudo systemctl start docker"_s};
    case ErrorKind::EngineForbidden:
        return {adviceText(QT_TRANSLATE_NOOP("EngineAdvice", "You may not use the Docker engine")),
                adviceText(QT_TRANSLATE_NOOP(
                    "EngineAdvice",
                    "The engine runs, but your user is not in the group docker. Join it, then log "
                    "out and in again. Members of this group can do everything that root can.")),
                u"sudo usermod -aG docker \"$USER\""_s};
    case ErrorKind::ContextMissing:
        return {
            adviceText(QT_TRANSLATE_NOOP("EngineAdvice", "There is no such Docker context")),
            adviceText(QT_TRANSLATE_NOOP(
                "EngineAdvice", "The chosen context does not exist on this machine. Choose one of those that "
                                "this command lists, or make it.")),
            u"docker context ls"_s};
    case ErrorKind::ApiMismatch:
        return {adviceText(QT_TRANSLATE_NOOP("EngineAdvice",
                                             "Docker's program and engine do not understand each other")),
                problem.message(), u"docker version"_s};
    case ErrorKind::EnginePodman:
        return {adviceText(QT_TRANSLATE_NOOP("EngineAdvice", "The docker command here is Podman")),
                problem.message(), u"sudo apt install docker.io"_s};
    case ErrorKind::Timeout:
        return {
            adviceText(QT_TRANSLATE_NOOP("EngineAdvice", "The Docker engine does not answer in time")),
            adviceText(QT_TRANSLATE_NOOP(
                "EngineAdvice", "It may be starting, overloaded, or behind a network that is down. ZooDock "
                                "keeps asking. This command shows whether it answers at all.")),
            u"docker info"_s};
    default:
        return {adviceText(QT_TRANSLATE_NOOP("EngineAdvice", "The Docker engine cannot be used")),
                problem.message(), u"docker info"_s};
    }
}

namespace
{

/// What made docker look where nobody answers.
QString chosenSentence(const EngineStatus &engine)
{
    switch (engine.source) {
    case EndpointSource::DockerHost:
        return adviceText(
                   QT_TRANSLATE_NOOP(
                       "EngineAdvice",
                       "The environment variable DOCKER_HOST is set and sends docker to %1. If that is not "
                       "meant, unset it and start ZooDock again."))
            .arg(engine.endpoint);
    case EndpointSource::DockerContext:
        return adviceText(
                   QT_TRANSLATE_NOOP(
                       "EngineAdvice",
                       "The environment variable DOCKER_CONTEXT chooses the context “%1”. If that is not "
                       "meant, unset it and start ZooDock again."))
            .arg(qEnvironmentVariable("DOCKER_CONTEXT", engine.contextName));
    case EndpointSource::ChosenContext:
        return adviceText(
                   QT_TRANSLATE_NOOP("EngineAdvice",
                                     "ZooDock was told to use the context “%1”. If another one is meant, "
                                     "choose that."))
            .arg(engine.context);
    case EndpointSource::CurrentContext:
        break;
    }
    return {};
}

bool dependsOnEndpoint(ErrorKind kind)
{
    return kind == ErrorKind::EngineDown || kind == ErrorKind::Timeout ||
           kind == ErrorKind::EngineForbidden || kind == ErrorKind::ContextMissing ||
           kind == ErrorKind::ApiMismatch;
}

bool isSilentDockerHost(const EngineStatus &engine)
{
    const ErrorKind kind = engine.problem->kind();
    return engine.source == EndpointSource::DockerHost &&
           (kind == ErrorKind::EngineDown || kind == ErrorKind::Timeout);
}

} // namespace

QString endpointSentence(const EngineStatus &engine)
{
    const bool silent = engine.reach == EngineStatus::Reach::Silent && engine.problem;
    return silent && dependsOnEndpoint(engine.problem->kind()) ? chosenSentence(engine) : QString();
}

QString silenceSentence(const EngineStatus &engine)
{
    if (engine.reach != EngineStatus::Reach::Silent)
        return {};
    switch (engine.problem ? engine.problem->kind() : ErrorKind::EngineDown) {
    case ErrorKind::ProgramMissing:
        return adviceText(QT_TRANSLATE_NOOP("EngineAdvice", "The docker command does not start."));
    case ErrorKind::EngineForbidden:
        return adviceText(QT_TRANSLATE_NOOP("EngineAdvice", "You may not use the Docker engine."));
    case ErrorKind::ContextMissing:
        return adviceText(QT_TRANSLATE_NOOP("EngineAdvice", "There is no such Docker context."));
    case ErrorKind::ApiMismatch:
        return adviceText(
            QT_TRANSLATE_NOOP("EngineAdvice", "Docker's program and engine do not understand each other."));
    case ErrorKind::EnginePodman:
        return adviceText(QT_TRANSLATE_NOOP("EngineAdvice", "The docker command here is Podman."));
    default:
        return adviceText(QT_TRANSLATE_NOOP("EngineAdvice", "The Docker engine does not answer."));
    }
}

EndpointSource endpointSourceOf(const QString &context)
{
    const bool hasHost = !qEnvironmentVariableIsEmpty("DOCKER_HOST");
    // Docker's context “default” is no file: it is whatever DOCKER_HOST says.
    if (hasHost && (context.isEmpty() || context == "default"_L1))
        return EndpointSource::DockerHost;
    if (!context.isEmpty())
        return EndpointSource::ChosenContext;
    return qEnvironmentVariableIsEmpty("DOCKER_CONTEXT") ? EndpointSource::CurrentContext
                                                         : EndpointSource::DockerContext;
}

EngineAdvice adviceFor(const EngineStatus &engine)
{
    if (engine.reach != EngineStatus::Reach::Silent || !engine.problem)
        return {};
    EngineAdvice advice = adviceFor(*engine.problem);
    const QString chosen = endpointSentence(engine);
    if (isSilentDockerHost(engine)) {
        // An engine on this machine, which could be started, is not what docker is looking for.
        return {adviceText(QT_TRANSLATE_NOOP("EngineAdvice",
                                             "DOCKER_HOST sends docker to an engine that does not answer")),
                chosen, u"unset DOCKER_HOST"_s};
    }
    advice.explanation = paragraphOf({advice.explanation, chosen});
    return advice;
}

EngineAdvice adviceFor(const EngineStatus &engine, const QString &dockerCommand)
{
    const bool missing = engine.reach == EngineStatus::Reach::Silent && engine.problem &&
                         engine.problem->kind() == ErrorKind::ProgramMissing;
    if (!missing || dockerCommand == "docker"_L1)
        return adviceFor(engine);
    return {
        adviceText(QT_TRANSLATE_NOOP("EngineAdvice", "The Docker command of the settings does not start")),
        engine.problem->message(),
        {},
        true};
}

} // namespace zoodock
