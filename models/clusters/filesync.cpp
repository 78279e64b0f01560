// SPDX-License-Identifier: GPL-3.0-or-later
#include "filesync.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>

#include <fcntl.h>
#include <unistd.h>

namespace zoodock
{

namespace
{

void syncFolder(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

tl::unexpected<Error> unwritable(const QString &path, const QString &reason)
{
    return failure(ErrorKind::FileUnwritable,
                   QCoreApplication::translate("FileSync",
                                               "“%1” could not be written. Free some space on the disk, "
                                               "or allow yourself to write there.")
                       .arg(QDir::toNativeSeparators(path)),
                   reason);
}

} // namespace

Result<void> writeSynced(const QString &path, const QByteArray &bytes)
{
    const QString folder = QFileInfo(path).path();
    if (!QDir().mkpath(folder))
        return unwritable(folder, QStringLiteral("mkpath"));
    QSaveFile file(path); // its commit() syncs the file itself
    const bool isOpen = file.open(QIODevice::WriteOnly);
    // There may be secrets in it. A file system without permissions has nothing better to offer.
    if (isOpen)
        (void) file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!isOpen || file.write(bytes) != bytes.size() || !file.commit())
        return unwritable(path, file.errorString());
    syncFolder(folder);
    return {};
}

bool removeSynced(const QString &path)
{
    if (QFile::exists(path) && !QFile::remove(path))
        return false;
    syncFolder(QFileInfo(path).path());
    return true;
}

} // namespace zoodock
