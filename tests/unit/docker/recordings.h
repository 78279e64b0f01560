// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QStringList>

namespace zoodock::test
{

/// The recorded CLIs: the names of the folders.
inline QStringList recordedVersions()
{
    return QDir(QStringLiteral(ZOODOCK_RECORDINGS)).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

inline QByteArray recording(const QString &version, const QString &name)
{
    QFile file(QStringLiteral(ZOODOCK_RECORDINGS "/") + version + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no recording %s", qPrintable(file.fileName()));
    return file.readAll();
}

} // namespace zoodock::test
