// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/cli/outcome.h"

#include <QtCore/QStringList>
#include <QtCore/QTemporaryDir>

#include <memory>

/// The real executable in a home of its own, with one of the machine's docker CLIs first on PATH: the one
/// given, else each in turn, so that every verb meets every CLI. Everything
/// that it makes carries org.zoodock.test=ownRun(run()).
class CliRun
{
public:
    explicit CliRun(const QString &docker = {});
    /// Removes what is left, by label.
    ~CliRun();

    using Outcome = ::Outcome;
    /// Waits until the verb has ended (120 s at most).
    [[nodiscard]] Outcome zoodock(const QStringList &arguments, const QStringList &environment = {}) const;
    /// As a user who is in no group; in a home that everybody may write to. Needs root.
    [[nodiscard]] Outcome zoodockAsNobody(const QStringList &arguments) const;
    /// Started, not awaited.
    [[nodiscard]] std::unique_ptr<QProcess> begin(const QStringList &arguments,
                                                  const QStringList &environment = {}) const;
    /// docker itself; stdout.
    [[nodiscard]] QString docker(const QStringList &arguments) const;
    /// Names of containers, networks and volumes with our label.
    [[nodiscard]] QStringList leftovers() const;
    [[nodiscard]] QString folder() const { return m_home.filePath(QStringLiteral("data/zoodock/clusters")); }
    [[nodiscard]] const QString &run() const { return m_run; }

private:
    [[nodiscard]] static Outcome end(QProcess &process, const QStringList &arguments);
    [[nodiscard]] QProcessEnvironment environment(const QStringList &more) const;
    [[nodiscard]] QString filter() const; ///< for docker: what we made

    QTemporaryDir m_home;
    QString m_docker;
    QString m_run;
};
