// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/memberstate.h"

#include <QtCore/QCoreApplication>

#include <array>

namespace zoodock
{

namespace
{

struct StateWords
{
    MemberState state;
    const char *name;
    const char *word;
};

constexpr std::array stateWords{
    StateWords{MemberState::Unknown, "unknown", QT_TRANSLATE_NOOP("MemberState", "unknown")},
    StateWords{MemberState::Absent, "absent", QT_TRANSLATE_NOOP("MemberState", "absent")},
    StateWords{MemberState::Creating, "creating", QT_TRANSLATE_NOOP("MemberState", "creating")},
    StateWords{MemberState::Created, "created", QT_TRANSLATE_NOOP("MemberState", "created")},
    StateWords{MemberState::Starting, "starting", QT_TRANSLATE_NOOP("MemberState", "starting")},
    StateWords{MemberState::Looking, "looking", QT_TRANSLATE_NOOP("MemberState", "looking")},
    StateWords{MemberState::Leader, "leader", QT_TRANSLATE_NOOP("MemberState", "leader")},
    StateWords{MemberState::Follower, "follower", QT_TRANSLATE_NOOP("MemberState", "follower")},
    StateWords{MemberState::Observer, "observer", QT_TRANSLATE_NOOP("MemberState", "observer")},
    StateWords{MemberState::Standalone, "standalone", QT_TRANSLATE_NOOP("MemberState", "standalone")},
    StateWords{MemberState::ReadOnly, "read-only", QT_TRANSLATE_NOOP("MemberState", "read-only")},
    StateWords{MemberState::Paused, "paused", QT_TRANSLATE_NOOP("MemberState", "paused")},
    StateWords{MemberState::Restarting, "restarting", QT_TRANSLATE_NOOP("MemberState", "restarting")},
    StateWords{MemberState::Stopped, "stopped", QT_TRANSLATE_NOOP("MemberState", "stopped")},
    StateWords{MemberState::OutOfMemory, "out-of-memory", QT_TRANSLATE_NOOP("MemberState", "out of memory")},
    StateWords{MemberState::Unreachable, "unreachable", QT_TRANSLATE_NOOP("MemberState", "unreachable")},
    StateWords{MemberState::Unconfirmed, "unconfirmed", QT_TRANSLATE_NOOP("MemberState", "unconfirmed")},
};

const StateWords &wordsOf(MemberState state)
{
    for (const StateWords &words : stateWords) {
        if (words.state == state)
            return words;
    }
    return stateWords.front();
}

struct ExitWords
{
    int code;
    const char *sentence;
};

// ZooKeeper's own: ExitCode.java 3.5–3.9. 125–128: docker run and the engine. Above: 128 + signal.
constexpr std::array exitWords{
    ExitWords{0, QT_TRANSLATE_NOOP("ExitMeaning", "Ended normally (%1).")},
    ExitWords{1, QT_TRANSLATE_NOOP("ExitMeaning",
                                   "Ended by an unexpected error (%1). The member's log says which.")},
    ExitWords{2,
              QT_TRANSLATE_NOOP("ExitMeaning", "Bad configuration (%1). The member's log says what in it.")},
    ExitWords{
        3, QT_TRANSLATE_NOOP("ExitMeaning",
                             "The data directory cannot be used (%1). Check its owner and its free space.")},
    ExitWords{4, QT_TRANSLATE_NOOP("ExitMeaning",
                                   "The AdminServer could not start (%1). Usually its port is taken.")},
    ExitWords{
        10, QT_TRANSLATE_NOOP("ExitMeaning", "A snapshot could not be written (%1). Check the free space.")},
    ExitWords{12, QT_TRANSLATE_NOOP("ExitMeaning", "The transaction log and the data disagree (%1).")},
    ExitWords{13,
              QT_TRANSLATE_NOOP("ExitMeaning", "Another member sent something that makes no sense (%1).")},
    ExitWords{14,
              QT_TRANSLATE_NOOP("ExitMeaning",
                                "A port could not be bound (%1). Usually it is taken, or the member cannot "
                                "resolve its own name.")},
    ExitWords{125, QT_TRANSLATE_NOOP("ExitMeaning", "Docker could not run the container (%1).")},
    ExitWords{126, QT_TRANSLATE_NOOP("ExitMeaning", "The image's start command cannot be executed (%1).")},
    ExitWords{127, QT_TRANSLATE_NOOP("ExitMeaning", "The image's start command was not found (%1).")},
    ExitWords{128, QT_TRANSLATE_NOOP("ExitMeaning", "The engine could not start the container (%1).")},
    ExitWords{129, QT_TRANSLATE_NOOP("ExitMeaning", "Ended by a hang-up (%1: SIGHUP).")},
    ExitWords{130, QT_TRANSLATE_NOOP("ExitMeaning", "Interrupted (%1: SIGINT).")},
    ExitWords{131, QT_TRANSLATE_NOOP("ExitMeaning", "Quit (%1: SIGQUIT).")},
    ExitWords{134, QT_TRANSLATE_NOOP("ExitMeaning", "Aborted (%1: SIGABRT).")},
    ExitWords{135, QT_TRANSLATE_NOOP("ExitMeaning", "Crashed (%1: SIGBUS).")},
    ExitWords{136, QT_TRANSLATE_NOOP("ExitMeaning", "Crashed (%1: SIGFPE).")},
    ExitWords{137, QT_TRANSLATE_NOOP("ExitMeaning", "Killed (%1: SIGKILL).")},
    ExitWords{139, QT_TRANSLATE_NOOP("ExitMeaning", "Crashed (%1: SIGSEGV).")},
    ExitWords{141, QT_TRANSLATE_NOOP("ExitMeaning", "Ended by a broken pipe (%1: SIGPIPE).")},
    ExitWords{143, QT_TRANSLATE_NOOP("ExitMeaning", "Stopped on request (%1: SIGTERM).")},
};

constexpr int signalBase = 128;
constexpr int lastSignal = 64;

} // namespace

QString nameOf(MemberState state)
{
    return QLatin1StringView(wordsOf(state).name);
}

QString wordFor(MemberState state)
{
    return QCoreApplication::translate("MemberState", wordsOf(state).word);
}

bool isServing(MemberState state)
{
    switch (state) {
    case MemberState::Leader:
    case MemberState::Follower:
    case MemberState::Observer:
    case MemberState::Standalone:
    case MemberState::ReadOnly:
        return true;
    default:
        return false;
    }
}

bool isSettled(MemberState state)
{
    switch (state) {
    case MemberState::Absent:
    case MemberState::Created:
    case MemberState::Paused:
    case MemberState::Stopped:
    case MemberState::OutOfMemory:
        return true;
    default:
        return isServing(state);
    }
}

QString exitMeaning(int exitCode, bool oomKilled)
{
    if (oomKilled) {
        return QCoreApplication::translate("ExitMeaning",
                                           "Killed by the kernel for lack of memory (%1). Give it a smaller "
                                           "heap, or the container more memory.")
            .arg(exitCode);
    }
    for (const ExitWords &words : exitWords) {
        if (words.code == exitCode)
            return QCoreApplication::translate("ExitMeaning", words.sentence).arg(exitCode);
    }
    if (exitCode > signalBase && exitCode <= signalBase + lastSignal) {
        return QCoreApplication::translate("ExitMeaning", "Ended by signal %1 (%2).")
            .arg(exitCode - signalBase)
            .arg(exitCode);
    }
    return QCoreApplication::translate("ExitMeaning", "Ended with exit code %1.").arg(exitCode);
}

} // namespace zoodock
