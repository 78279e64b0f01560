// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace zoodock
{

/// Exit codes of the command line; documented in `zoodock --help` and docs/cli.md.
enum class ExitCode {
    Ok = 0,
    Failed = 1,        ///< something else went wrong; stderr says what
    Usage = 2,         ///< the command line makes no sense
    NoCluster = 3,     ///< no such cluster or member
    NoEngine = 4,      ///< the Docker engine cannot be used
    Refused = 5,       ///< the plan has errors, or a port, name or lock is taken
    NoQuorum = 6,      ///< not serving within --wait; undone
    LeftBehind = 7,    ///< undoing or removing left something; stderr names it
    Interrupted = 130, ///< Ctrl+C, undone; or a question was answered with no
};

namespace console
{
/// UTF-8 to stdout, as it is.
void out(const QString &text);
void out(const QByteArray &bytes);
/// Something that out() was given did not get where stdout goes.
[[nodiscard]] bool lostOutput();
/// One line to stderr.
void note(const QString &line);
/// To stderr, without an end of the line: the answer stands behind it.
void prompt(const QString &text);
/// Left-aligned columns, two blanks between, as a terminal shows them: a Chinese character takes two places.
/// The first row is the heading.
[[nodiscard]] QString table(const QList<QStringList> &rows);
} // namespace console

} // namespace zoodock
