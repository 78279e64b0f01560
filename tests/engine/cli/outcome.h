// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonDocument>
#include <QtCore/QProcess>

#include <functional>

/// What a program said, and how it ended; -1: not by itself, or not in time.
struct Outcome
{
    int exitCode = -1;
    QString out;
    QString err;
    [[nodiscard]] QJsonDocument json() const { return QJsonDocument::fromJson(out.toUtf8()); }
};

/// Waits for it. One that takes longer is killed, after `late`.
[[nodiscard]] inline Outcome outcomeOf(QProcess &process, int limitMs, const std::function<void()> &late = {})
{
    Outcome outcome;
    if (!process.waitForFinished(limitMs)) {
        if (late)
            late();
        process.kill();
        process.waitForFinished();
    } else if (process.exitStatus() == QProcess::NormalExit) {
        outcome.exitCode = process.exitCode();
    }
    outcome.out = QString::fromUtf8(process.readAllStandardOutput());
    outcome.err = QString::fromUtf8(process.readAllStandardError());
    return outcome;
}
