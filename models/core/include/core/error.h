// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <memory>

namespace zoodock
{

/// What went wrong, for code to branch on. Never branch on Error::message.
enum class ErrorKind {
    Unknown,
    Cancelled,    ///< somebody called Operation::cancel()
    Timeout,      ///< the deadline or the no-progress watchdog ended it
    InvalidInput, ///< the request itself makes no sense
    Internal,     ///< a broken promise of our own code

    ProgramMissing, ///< the executable could not be started
    ProgramCrashed, ///< it ended by a signal
    ProgramFailed,  ///< it ended with an exit code that nobody recognised
    BadOutput,      ///< it answered something that is not what was asked

    EngineDown,      ///< no Docker daemon answers at the endpoint
    EngineForbidden, ///< no permission to talk to the daemon
    ContextMissing,  ///< no such docker context
    ApiMismatch,     ///< CLI and engine have no API version in common
    EnginePodman,    ///< the program named docker is Podman
    ImageMissing,    ///< no such image here, or the registry does not have it
    RegistryUnreachable,
    NoSuchObject, ///< container, network or volume that does not exist (any more)
    NameInUse,
    PortInUse,
    NetworkInUse, ///< a network that still has endpoints
    AddressPoolExhausted,
    NotRunning, ///< the container is in the wrong state for the request
    NotFrozen,  ///< the engine could not pause its processes in time; nothing has changed
    DiskFull,

    FileMissing,
    FileDamaged, ///< exists, cannot be understood; never overwritten
    FileUnwritable,
    FileNewer, ///< written by a later version of ZooDock
    Locked,    ///< another process is changing the same cluster

    ConnectionRefused,
    ConnectionLost,
    HostUnknown,
    NotServing,     ///< the ZooKeeper server runs and serves nobody (LOOKING)
    NotWhitelisted, ///< the four-letter word is switched off
    NoNode,
    NodeExists,
    NoAuth,
    SessionExpired,
    VersionConflict, ///< the znode is not the version that was read
    NotEmpty,        ///< the znode still has children
    ReadOnly,        ///< this connection, or the server for now, refuses changes
    NotSupported,    ///< the server does not know the request
    TooLarge,        ///< above the server's limit for one request
    ZooKeeperFailed,

    PlanRefused,    ///< validate() found errors
    NoQuorum,       ///< started, but not serving in time
    UndoIncomplete, ///< the way back left something, which detail names
};

/// A failure: a kind for code, a translated sentence for people that says what to do next, and an
/// untranslated detail for the curious (masked argv, exit code, tail of stderr). A value; cheap to copy.
class Error
{
public:
    Error() = default;
    Error(ErrorKind kind, QString message, QString detail = {});

    [[nodiscard]] ErrorKind kind() const { return m_kind; }
    /// Whole sentence(s) in the user's language.
    [[nodiscard]] const QString &message() const { return m_message; }
    [[nodiscard]] const QString &detail() const { return m_detail; }
    /// The failure behind this one, or nullptr.
    [[nodiscard]] const Error *cause() const { return m_cause.get(); }
    [[nodiscard]] Error causedBy(const Error &cause) const;

    /// message, detail and causes in several lines, for logs and test failures.
    [[nodiscard]] QString toString() const;

    /// Ready-made: the person (or the owner) gave up.
    [[nodiscard]] static Error cancelled();

private:
    ErrorKind m_kind = ErrorKind::Unknown;
    QString m_message;
    QString m_detail;
    std::shared_ptr<const Error> m_cause;
};

/// The enumerator's name ("PortInUse"), untranslated, for logs and --json.
[[nodiscard]] QString errorKindName(ErrorKind kind);

} // namespace zoodock
