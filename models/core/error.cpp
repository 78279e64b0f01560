// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"

#include "core/errorbackground.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

Error::Error(ErrorKind kind, QString message, QString detail)
    : m_kind(kind)
    , m_message(std::move(message))
    , m_detail(std::move(detail))
{
}

Error Error::causedBy(const Error &cause) const
{
    Error copy = *this;
    copy.m_cause = std::make_shared<const Error>(m_cause ? m_cause->causedBy(cause) : cause);
    return copy;
}

QString Error::toString() const
{
    QStringList lines;
    for (const Error *error = this; error; error = error->cause()) {
        const QString prefix = error == this ? QString() : u"caused by: "_s;
        lines += prefix + error->message() + " ["_L1 + errorKindName(error->kind()) + u']';
        if (!error->detail().isEmpty())
            lines += error->detail();
    }
    return lines.join(u'\n');
}

QString backgroundOf(const Error &error)
{
    QStringList parts;
    for (const Error *part = &error; part; part = part->cause()) {
        if (part != &error && !part->message().isEmpty())
            parts += part->message();
        if (!part->detail().isEmpty())
            parts += part->detail();
    }
    return parts.join(u'\n');
}

Error Error::cancelled()
{
    return Error(ErrorKind::Cancelled, QCoreApplication::translate("Error", "This was cancelled."));
}

QString errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Unknown:
        return u"Unknown"_s;
    case ErrorKind::Cancelled:
        return u"Cancelled"_s;
    case ErrorKind::Timeout:
        return u"Timeout"_s;
    case ErrorKind::InvalidInput:
        return u"InvalidInput"_s;
    case ErrorKind::Internal:
        return u"Internal"_s;
    case ErrorKind::ProgramMissing:
        return u"ProgramMissing"_s;
    case ErrorKind::ProgramCrashed:
        return u"ProgramCrashed"_s;
    case ErrorKind::ProgramFailed:
        return u"ProgramFailed"_s;
    case ErrorKind::BadOutput:
        return u"BadOutput"_s;
    case ErrorKind::EngineDown:
        return u"EngineDown"_s;
    case ErrorKind::EngineForbidden:
        return u"EngineForbidden"_s;
    case ErrorKind::ContextMissing:
        return u"ContextMissing"_s;
    case ErrorKind::ApiMismatch:
        return u"ApiMismatch"_s;
    case ErrorKind::EnginePodman:
        return u"EnginePodman"_s;
    case ErrorKind::ImageMissing:
        return u"ImageMissing"_s;
    case ErrorKind::RegistryUnreachable:
        return u"RegistryUnreachable"_s;
    case ErrorKind::NoSuchObject:
        return u"NoSuchObject"_s;
    case ErrorKind::NameInUse:
        return u"NameInUse"_s;
    case ErrorKind::PortInUse:
        return u"PortInUse"_s;
    case ErrorKind::NetworkInUse:
        return u"NetworkInUse"_s;
    case ErrorKind::AddressPoolExhausted:
        return u"AddressPoolExhausted"_s;
    case ErrorKind::NotRunning:
        return u"NotRunning"_s;
    case ErrorKind::NotFrozen:
        return u"NotFrozen"_s;
    case ErrorKind::DiskFull:
        return u"DiskFull"_s;
    case ErrorKind::FileMissing:
        return u"FileMissing"_s;
    case ErrorKind::FileDamaged:
        return u"FileDamaged"_s;
    case ErrorKind::FileUnwritable:
        return u"FileUnwritable"_s;
    case ErrorKind::FileNewer:
        return u"FileNewer"_s;
    case ErrorKind::Locked:
        return u"Locked"_s;
    case ErrorKind::ConnectionRefused:
        return u"ConnectionRefused"_s;
    case ErrorKind::ConnectionLost:
        return u"ConnectionLost"_s;
    case ErrorKind::HostUnknown:
        return u"HostUnknown"_s;
    case ErrorKind::NotServing:
        return u"NotServing"_s;
    case ErrorKind::NotWhitelisted:
        return u"NotWhitelisted"_s;
    case ErrorKind::NoNode:
        return u"NoNode"_s;
    case ErrorKind::NodeExists:
        return u"NodeExists"_s;
    case ErrorKind::NoAuth:
        return u"NoAuth"_s;
    case ErrorKind::SessionExpired:
        return u"SessionExpired"_s;
    case ErrorKind::VersionConflict:
        return u"VersionConflict"_s;
    case ErrorKind::NotEmpty:
        return u"NotEmpty"_s;
    case ErrorKind::ReadOnly:
        return u"ReadOnly"_s;
    case ErrorKind::NotSupported:
        return u"NotSupported"_s;
    case ErrorKind::TooLarge:
        return u"TooLarge"_s;
    case ErrorKind::ZooKeeperFailed:
        return u"ZooKeeperFailed"_s;
    case ErrorKind::PlanRefused:
        return u"PlanRefused"_s;
    case ErrorKind::NoQuorum:
        return u"NoQuorum"_s;
    case ErrorKind::UndoIncomplete:
        return u"UndoIncomplete"_s;
    }
    return u"Unknown"_s;
}

} // namespace zoodock
