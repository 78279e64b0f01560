// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "ensemble/ensemble.h"
#include "ensemble/imagefamily.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

#include <utility>

namespace zoodock
{

/// A file to be put into the container before its first start.
struct GeneratedFile
{
    QString path; ///< absolute, inside the container
    QByteArray bytes;
    int mode = 0644;
    int userId = 1000;
    friend bool operator==(const GeneratedFile &, const GeneratedFile &) = default;
};

/// How one member's container is told its configuration.
struct ServerConfiguration
{
    QList<std::pair<QString, QString>> environment; ///< in a stable order
    QList<GeneratedFile> files; ///< zoo.cfg where the environment cannot say it, secret JVM flags
};

/// "server.1=zoo1:2888:3888:participant;2181". Bridge: names and the standard container ports. Host:
/// "server.1=127.0.0.1:2888:3888:participant;127.0.0.1:2181", or the published address.
[[nodiscard]] QString serverLine(const Ensemble &ensemble, const Member &member, const ImageEra &era);

/// The zoo.cfg that the member runs with: what a review page shows, and the generated file where one is
/// needed.
[[nodiscard]] QByteArray renderZooCfg(const Ensemble &ensemble, const Member &member);

/// By environment where the era can say everything, otherwise by a generated zoo.cfg (never half and half;
/// JVM settings and the id always travel by environment). Secrets never do: with one among its lines zoo.cfg
/// is generated, and secret JVM flags become a java.env, which the image's zkEnv.sh reads. Both are for the
/// server's user alone. The JVM's own arguments show its flags to whoever may look into the container. Fails
/// with InvalidInput for an unknown family.
[[nodiscard]] Result<ServerConfiguration> configure(const Ensemble &ensemble, const Member &member);

} // namespace zoodock
