// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/hostfacts.h"

#include <QtCore/QString>

namespace zoodock
{

/// A docker image's name in its parts, as docker reads it (distribution/reference, normalize.go): a first
/// part with a dot or a port, or "localhost", is a registry; without one it is Docker Hub, whose images
/// without an owner belong to "library".
struct ImageReference
{
    QString registry;   ///< "docker.io"
    QString repository; ///< "library/zookeeper"
    QString tag;        ///< "latest" where neither tag nor digest is written
    QString digest;     ///< "sha256:…", or empty

    [[nodiscard]] static ImageReference parse(const QString &text);
    /// As `docker images` lists it: "zookeeper:3.9". With a digest, which is what docker goes by then,
    /// without the tag.
    [[nodiscard]] QString shortText() const;
    /// The same without tag and digest: "zookeeper", "quay.io/somebody/zookeeper".
    [[nodiscard]] QString shortRepository() const;
};

/// Docker takes it for an image's name: in lower case but for a registry's and the tag.
[[nodiscard]] bool isImageReference(const QString &text);
/// "docker.io/library/zookeeper" → "zookeeper:latest": equal for names that mean the same image. An empty
/// text stays empty.
[[nodiscard]] QString shortImageReference(const QString &text);
[[nodiscard]] bool isSameImage(const QString &one, const QString &other);
/// The engine has it, by whichever name that means it.
[[nodiscard]] bool hasImage(const HostFacts &facts, const QString &reference);

} // namespace zoodock
