// SPDX-License-Identifier: GPL-3.0-or-later
#include "ensemble/imagefamily.h"

#include "ensemble/imagereference.h"

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

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
    const QString repository = ImageReference::parse(reference).repository;
    const QList<ImageFamily> &all = imageFamilies();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&repository](const ImageFamily &family) {
        return family.repositories.contains(repository);
    });
    return found == all.cend() ? nullptr : &*found;
}

QString tagOf(const QString &reference)
{
    return ImageReference::parse(reference).tag;
}

std::optional<Version> serverVersionOf(const QString &reference)
{
    return Version::fromText(tagOf(reference));
}

} // namespace zoodock
