// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <chrono>
#include <utility>

namespace zoodock
{

/// A command as a value: what would be run, not the running of it. Arguments are never joined or split; no
/// shell.
struct CommandSpec
{
    QString program; ///< a name looked up on PATH, or a path
    QStringList arguments;
    QList<std::pair<QString, QString>> environment; ///< added to (or replacing) the inherited environment
    QByteArray standardInput;                       ///< written and closed at once; empty: no input
    bool keepInputOpen = false; ///< nothing is written, and the child's input ends when we do
    QByteArray shownInput;      ///< for scripts, instead of standardInput where that holds secrets
    QString standardInputNote;  ///< what the input is, for display ("zoo.cfg as a tar archive")
    std::chrono::milliseconds deadline{30'000}; ///< 0: none (streams)
    QStringList secrets;                        ///< texts that display() and logs replace by ***

    /// One line that can be pasted into a POSIX shell, with secrets replaced by ***. Extra environment comes
    /// first.
    [[nodiscard]] QString display() const;
    /// Replaces every secret in `text` by ***.
    [[nodiscard]] QString masked(QString text) const;

    friend bool operator==(const CommandSpec &, const CommandSpec &) = default;
};

/// Quotes one word for a POSIX shell; leaves harmless words as they are.
[[nodiscard]] QString shellQuoted(const QString &word);

} // namespace zoodock
