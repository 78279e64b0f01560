// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "ensemble/ensemble.h"

#include <QtCore/QStringList>

#include <chrono>
#include <optional>

namespace zoodock
{

enum class VerbName {
    Up,
    Plan,
    Status,
    List,
    Stop,
    Start,
    Restart,
    Kill,
    Pause,
    Unpause,
    Remove,
    Adopt,
    Release,
    Help,
    Version
};

/// A parsed command line.
struct CliRequest
{
    VerbName verb = VerbName::Help;
    QString about;   ///< help: the verb it is asked about; empty: all
    QString cluster; ///< empty only for status, ls, help, version
    QString member;  ///< stop, start, restart, kill, pause, unpause: empty for all
    // up, plan
    int members = 3;
    int observers = 0;
    NetworkMode network = NetworkMode::Bridge;
    QString image;
    QString file;
    std::optional<Ensemble> spec; ///< what stands in the file; runCli() reads it, once
    QStringList given;            ///< of these options (without file, context) those that were given
    std::chrono::seconds wait{60};
    bool keep = false;    ///< up: what does not serve in time stays
    bool rolling = false; ///< restart: member by member
    bool yes = false;     ///< stop, restart, kill, pause, up: no question
    // rm
    bool volumes = false;
    // ls, status, plan
    bool json = false;
    QString context;
};

/// The verb that a first argument names, or nullopt (then the window is wanted).
[[nodiscard]] std::optional<VerbName> verbNamed(const QString &word);
/// InvalidInput with a sentence that names what is wrong. `arguments` without the program's name.
[[nodiscard]] Result<CliRequest> parseArguments(const QStringList &arguments);
[[nodiscard]] QString helpText();

} // namespace zoodock
