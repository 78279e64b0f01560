// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/ensemble.h"
#include "ensemble/version.h"

#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace zoodock
{

/// How one range of versions of an image family is told its configuration. A row of the family's table.
struct ImageEra
{
    QString label;                             ///< "3.5.8, 3.6.1 and later"
    QList<std::pair<Version, Version>> ranges; ///< inclusive
    QMap<QString, QString> environment;        ///< ServerSetting::key → variable
    QMap<QString, QString> imageDefaults; ///< ServerSetting::key → what the image uses when told nothing
    QString idVariable;                   ///< "ZOO_MY_ID"
    QString serversVariable;              ///< "ZOO_SERVERS"
    QString clientPortVariable; ///< 3.4: "ZOO_PORT"; empty: the port stands in the server line, or in zoo.cfg
    QString extraVariable;      ///< "ZOO_CFG_EXTRA": one k=v per word; empty: needs a generated zoo.cfg
    bool clientPortInServerLine = true; ///< `;port` (3.5+)
    bool hasAdminServer = true;
    bool hasFourLetterWhitelist = true; ///< false: the words are on without being asked (3.4)
    bool hasReconfig = true;
    bool hasHeapVariable = true; ///< ImageFamily::heapVariable is read; otherwise -Xmx among the JVM flags
    bool needsPeerType = false;  ///< 3.4: an observer's own zoo.cfg says peerType=observer
};

/// How a family of images is started and configured: data, so that another family is another row.
struct ImageFamily
{
    QString id;                     ///< "official"
    QStringList repositories;       ///< "zookeeper", "library/zookeeper", "zoodock/zookeeper"
    QString configurationDirectory; ///< "/conf"
    QString dataDirectory;          ///< "/data"
    QString dataLogDirectory;       ///< "/datalog"
    QString logDirectory;           ///< "/logs"
    int userId = 1000;              ///< who owns generated files
    QString jvmFlagsVariable;       ///< "JVMFLAGS"
    QString heapVariable;           ///< "ZK_SERVER_HEAP", in MB
    QList<ImageEra> eras;

    /// The era of a tag's version; unknown tags ("latest") get the newest.
    [[nodiscard]] const ImageEra &era(const QString &reference) const;
};

[[nodiscard]] const QList<ImageFamily> &imageFamilies();
[[nodiscard]] const ImageFamily *imageFamily(const QString &id);
/// By repository name, registry host and tag ignored.
[[nodiscard]] const ImageFamily *imageFamilyOf(const QString &reference);
/// An image of ZooKeeper that is known to be told its settings in a way that no family here has: told as one
/// of them, its servers do not start, or each serves alone. Registry host and tag ignored.
[[nodiscard]] bool speaksAnotherDialect(const QString &reference);
/// "docker.io/library/zookeeper:3.9" → "3.9"; no tag → "latest"; a digest → "".
[[nodiscard]] QString tagOf(const QString &reference);
[[nodiscard]] std::optional<Version> serverVersionOf(const QString &reference);

} // namespace zoodock
