// SPDX-License-Identifier: GPL-3.0-or-later
#include "ensemble/imagefamily.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// "host:5000/library/zookeeper:3.9@sha256:…" in its parts; host and digest are dropped.
struct ReferenceParts
{
    QString repository;
    QString tag;
    bool hasDigest = false;
};

/// The first part of a path is a registry's host if it has a dot or a port, or is localhost (Docker's own
/// rule).
bool isRegistryHost(const QString &part)
{
    return part.contains(u'.') || part.contains(u':') || part == "localhost"_L1;
}

ReferenceParts split(const QString &reference)
{
    ReferenceParts parts;
    const qsizetype at = reference.indexOf(u'@');
    parts.hasDigest = at >= 0;
    QString rest = parts.hasDigest ? reference.left(at) : reference;
    const qsizetype colon = rest.lastIndexOf(u':');
    if (colon > rest.lastIndexOf(u'/')) {
        parts.tag = rest.mid(colon + 1);
        rest.truncate(colon);
    }
    const qsizetype slash = rest.indexOf(u'/');
    if (slash > 0 && isRegistryHost(rest.left(slash)))
        rest.remove(0, slash + 1);
    parts.repository = rest;
    return parts;
}

} // namespace

QString ImageFamily::title() const
{
    if (id == "official"_L1)
        return QCoreApplication::translate("ImageFamily", "Official image and images made like it");
    return id;
}

const ImageEra &ImageFamily::era(const QString &reference) const
{
    const std::optional<Version> version = serverVersionOf(reference);
    const auto covers = [&version](const ImageEra &era) {
        return std::any_of(era.ranges.cbegin(), era.ranges.cend(), [&version](const auto &range) {
            return range.first <= *version && *version <= range.second;
        });
    };
    const auto found = version ? std::find_if(eras.cbegin(), eras.cend(), covers) : eras.cend();
    return found == eras.cend() ? eras.constLast() : *found;
}

const ImageFamily *imageFamily(const QString &id)
{
    const QList<ImageFamily> &all = imageFamilies();
    const auto found =
        std::find_if(all.cbegin(), all.cend(), [&id](const ImageFamily &f) { return f.id == id; });
    return found == all.cend() ? nullptr : &*found;
}

const ImageFamily *imageFamilyOf(const QString &reference)
{
    const QString repository = split(reference).repository;
    const QList<ImageFamily> &all = imageFamilies();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&repository](const ImageFamily &family) {
        return family.repositories.contains(repository);
    });
    return found == all.cend() ? nullptr : &*found;
}

QString tagOf(const QString &reference)
{
    const ReferenceParts parts = split(reference);
    return parts.tag.isEmpty() && !parts.hasDigest ? u"latest"_s : parts.tag;
}

std::optional<Version> serverVersionOf(const QString &reference)
{
    return Version::fromText(tagOf(reference));
}

} // namespace zoodock
