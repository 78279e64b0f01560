// SPDX-License-Identifier: GPL-3.0-or-later
#include "errorreasons.h"

#include <QtCore/QCoreApplication>

#include <array>
#include <utility>

namespace zoodock
{

namespace
{

constexpr std::array<std::pair<ErrorKind, const char *>, 46> reasonsByKind{{
    {ErrorKind::Cancelled, QT_TRANSLATE_NOOP("ErrorReasons", "It was cancelled.")},
    {ErrorKind::Timeout, QT_TRANSLATE_NOOP("ErrorReasons", "It took too long and was given up.")},
    {ErrorKind::InvalidInput,
     QT_TRANSLATE_NOOP("ErrorReasons", "What was asked for is not possible as it was asked for.")},
    {ErrorKind::Internal, QT_TRANSLATE_NOOP("ErrorReasons", "ZooDock itself made a mistake.")},
    {ErrorKind::ProgramMissing,
     QT_TRANSLATE_NOOP("ErrorReasons", "A program that is needed could not be started.")},
    {ErrorKind::ProgramCrashed,
     QT_TRANSLATE_NOOP("ErrorReasons", "A program that is needed crashed or was killed.")},
    {ErrorKind::ProgramFailed,
     QT_TRANSLATE_NOOP("ErrorReasons", "A program, mostly docker, ended with an error; its own words tell "
                                       "which one.")},
    {ErrorKind::BadOutput,
     QT_TRANSLATE_NOOP("ErrorReasons", "A program or a server answered something that was not understood.")},
    {ErrorKind::EngineDown, QT_TRANSLATE_NOOP("ErrorReasons", "No Docker engine answered.")},
    {ErrorKind::EngineForbidden,
     QT_TRANSLATE_NOOP("ErrorReasons", "There was no permission to talk to the Docker engine.")},
    {ErrorKind::ContextMissing, QT_TRANSLATE_NOOP("ErrorReasons", "There was no such docker context.")},
    {ErrorKind::ApiMismatch,
     QT_TRANSLATE_NOOP("ErrorReasons", "The docker command and the engine had no API version in common.")},
    {ErrorKind::EnginePodman, QT_TRANSLATE_NOOP("ErrorReasons", "Podman answered in Docker's place.")},
    {ErrorKind::ImageMissing,
     QT_TRANSLATE_NOOP("ErrorReasons", "There was no such image, neither on the engine nor in a registry.")},
    {ErrorKind::RegistryUnreachable,
     QT_TRANSLATE_NOOP("ErrorReasons", "The image's registry could not be reached, or refused.")},
    {ErrorKind::NoSuchObject,
     QT_TRANSLATE_NOOP("ErrorReasons", "A container, network or volume was missing.")},
    {ErrorKind::NameInUse, QT_TRANSLATE_NOOP("ErrorReasons", "A name was taken already.")},
    {ErrorKind::PortInUse, QT_TRANSLATE_NOOP("ErrorReasons", "A port was taken already.")},
    {ErrorKind::NetworkInUse, QT_TRANSLATE_NOOP("ErrorReasons", "A network still had containers.")},
    {ErrorKind::AddressPoolExhausted,
     QT_TRANSLATE_NOOP("ErrorReasons", "The engine had no addresses left for another network.")},
    {ErrorKind::NotRunning,
     QT_TRANSLATE_NOOP("ErrorReasons", "A container was in the wrong state for what was asked for.")},
    {ErrorKind::NotFrozen,
     QT_TRANSLATE_NOOP("ErrorReasons", "The engine could not pause a container in time.")},
    {ErrorKind::DiskFull, QT_TRANSLATE_NOOP("ErrorReasons", "There was no space left on a disk.")},
    {ErrorKind::FileMissing, QT_TRANSLATE_NOOP("ErrorReasons", "A file was missing.")},
    {ErrorKind::FileDamaged, QT_TRANSLATE_NOOP("ErrorReasons", "A file could not be understood.")},
    {ErrorKind::FileUnwritable, QT_TRANSLATE_NOOP("ErrorReasons", "A file could not be written.")},
    {ErrorKind::FileNewer,
     QT_TRANSLATE_NOOP("ErrorReasons", "A file was written by a later version of ZooDock.")},
    {ErrorKind::Locked,
     QT_TRANSLATE_NOOP("ErrorReasons", "Another program was changing the same cluster at that time.")},
    {ErrorKind::ConnectionRefused, QT_TRANSLATE_NOOP("ErrorReasons", "A server refused the connection.")},
    {ErrorKind::ConnectionLost, QT_TRANSLATE_NOOP("ErrorReasons", "The connection to a server was lost.")},
    {ErrorKind::HostUnknown, QT_TRANSLATE_NOOP("ErrorReasons", "A server's name had no address.")},
    {ErrorKind::NotServing,
     QT_TRANSLATE_NOOP("ErrorReasons", "The ZooKeeper server ran, but served nobody: it had no quorum.")},
    {ErrorKind::NotWhitelisted,
     QT_TRANSLATE_NOOP("ErrorReasons", "The server's settings do not allow that four-letter word.")},
    {ErrorKind::NoNode, QT_TRANSLATE_NOOP("ErrorReasons", "A znode was missing.")},
    {ErrorKind::NodeExists, QT_TRANSLATE_NOOP("ErrorReasons", "A znode was there already.")},
    {ErrorKind::NoAuth,
     QT_TRANSLATE_NOOP("ErrorReasons", "Nobody who was signed in was permitted to do that with a znode.")},
    {ErrorKind::SessionExpired, QT_TRANSLATE_NOOP("ErrorReasons", "The session with ZooKeeper ended.")},
    {ErrorKind::VersionConflict,
     QT_TRANSLATE_NOOP("ErrorReasons", "Others had changed a znode in the meantime.")},
    {ErrorKind::NotEmpty, QT_TRANSLATE_NOOP("ErrorReasons", "Others had created something below a znode.")},
    {ErrorKind::ReadOnly,
     QT_TRANSLATE_NOOP("ErrorReasons", "The connection, or the server at that time, was read-only.")},
    {ErrorKind::NotSupported, QT_TRANSLATE_NOOP("ErrorReasons", "The server does not know that request.")},
    {ErrorKind::TooLarge,
     QT_TRANSLATE_NOOP("ErrorReasons", "It was larger than the server takes in one request.")},
    {ErrorKind::ZooKeeperFailed, QT_TRANSLATE_NOOP("ErrorReasons", "ZooKeeper refused or failed.")},
    {ErrorKind::PlanRefused,
     QT_TRANSLATE_NOOP("ErrorReasons", "The cluster's settings had mistakes: nothing was begun.")},
    {ErrorKind::NoQuorum,
     QT_TRANSLATE_NOOP("ErrorReasons", "The members were started, but did not serve in time.")},
    {ErrorKind::UndoIncomplete,
     QT_TRANSLATE_NOOP("ErrorReasons", "Not everything that was begun could be taken back.")},
}};

} // namespace

QString reasonOf(ErrorKind kind)
{
    for (const auto &[known, reason] : reasonsByKind) {
        if (known == kind)
            return QCoreApplication::translate("ErrorReasons", reason);
    }
    return {};
}

ErrorKind errorKindOf(const QString &name)
{
    for (const auto &[known, reason] : reasonsByKind) {
        if (errorKindName(known) == name)
            return known;
    }
    return ErrorKind::Unknown;
}

} // namespace zoodock
