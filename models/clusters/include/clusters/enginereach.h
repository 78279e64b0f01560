// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QtCore/QString>

namespace zoodock
{

enum class EndpointSource;
struct EngineStatus;

/// How this machine reaches what an engine publishes: from the endpoint of its context.
struct EngineReach
{
    bool local = true; ///< the daemon runs in our own network namespace
    QString publishedHost =
        QStringLiteral("127.0.0.1"); ///< where ports published on a wildcard address are reached
    bool containerAddresses = true;  ///< containers' own addresses are reachable from here

    /// "unix:///var/run/docker.sock" (local: Docker Desktop and rootless excepted), "tcp://host:2375" → host,
    /// "ssh://user@host:22" → host, "npipe://…" → local Desktop.
    [[nodiscard]] static EngineReach fromEndpoint(const QString &endpoint, bool desktopOrRootless);
    /// The address for a published port: wildcard → publishedHost; a loopback address of a remote engine →
    /// empty.
    [[nodiscard]] QString hostFor(const QString &publishedAddress) const;
};

/// The newcomer's help: which of the usual reasons, and what to type. Translated.
struct EngineAdvice
{
    QString title;
    QString explanation;
    QString command;         ///< to copy; may be empty
    bool inSettings = false; ///< the settings dialog is where to cure it
};
[[nodiscard]] EngineAdvice adviceFor(const Error &problem);
/// The same, and it names DOCKER_HOST, DOCKER_CONTEXT or the context where one of them is the likely cause.
/// An engine that is not Silent gets an empty advice.
[[nodiscard]] EngineAdvice adviceFor(const EngineStatus &engine);
/// The same for who uses this docker command: the usual one that is missing has to be installed, another one
/// is a slip in the settings.
[[nodiscard]] EngineAdvice adviceFor(const EngineStatus &engine, const QString &dockerCommand);

/// Why nobody can be asked, in one sentence that agrees with the advice's title: "The Docker engine does not
/// answer.", "The docker command does not start." Empty for an engine that is not Silent.
[[nodiscard]] QString silenceSentence(const EngineStatus &engine);

/// The addition: what sent docker to an engine that does not answer, and what to do if that was not meant.
/// Empty where nothing special did.
[[nodiscard]] QString endpointSentence(const EngineStatus &engine);
/// Where docker would take the engine of `context` from, by the environment of this process.
[[nodiscard]] EndpointSource endpointSourceOf(const QString &context);

} // namespace zoodock
