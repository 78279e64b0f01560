// SPDX-License-Identifier: GPL-3.0-or-later
#include "ensemble/imagereference.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr auto hub = "docker.io"_L1;
constexpr auto oldHub = "index.docker.io"_L1;
constexpr auto officialOwner = "library/"_L1;

bool isRegistry(const QString &part)
{
    return part.contains(u'.') || part.contains(u':') || part == "localhost"_L1;
}

} // namespace

ImageReference ImageReference::parse(const QString &text)
{
    ImageReference reference;
    const qsizetype at = text.indexOf(u'@');
    reference.digest = at < 0 ? QString() : text.mid(at + 1);
    QString rest = at < 0 ? text : text.left(at);
    const qsizetype colon = rest.lastIndexOf(u':');
    if (colon > rest.lastIndexOf(u'/')) {
        reference.tag = rest.mid(colon + 1);
        rest.truncate(colon);
    } else if (reference.digest.isEmpty()) {
        reference.tag = u"latest"_s;
    }
    const qsizetype slash = rest.indexOf(u'/');
    const bool names = slash > 0 && isRegistry(rest.left(slash));
    reference.registry = names ? rest.left(slash) : QString(hub);
    if (reference.registry == oldHub)
        reference.registry = hub;
    reference.repository = names ? rest.mid(slash + 1) : rest;
    if (reference.registry == hub && !reference.repository.contains(u'/'))
        reference.repository.prepend(officialOwner);
    return reference;
}

QString ImageReference::shortRepository() const
{
    if (registry != hub)
        return registry + u'/' + repository;
    const bool isOfficial = repository.startsWith(officialOwner) && repository.count(u'/') == 1;
    return isOfficial ? repository.mid(officialOwner.size()) : repository;
}

QString ImageReference::shortText() const
{
    return digest.isEmpty() ? shortRepository() + u':' + tag : shortRepository() + u'@' + digest;
}

bool isImageReference(const QString &text)
{
    static const QRegularExpression shape(
        u"\\A(?:[A-Za-z0-9.-]+(?::[0-9]+)?/)?[a-z0-9]+(?:[._/-]+[a-z0-9]+)*(?::[\\w][\\w.-]{0,127})?(?:@[A-Za-z0-9+._-]+:[0-9a-fA-F]+)?\\z"_s);
    const QString repository = ImageReference::parse(text).repository;
    return shape.match(text).hasMatch() && repository == repository.toLower();
}

QString shortImageReference(const QString &text)
{
    return text.isEmpty() ? QString() : ImageReference::parse(text).shortText();
}

bool isSameImage(const QString &one, const QString &other)
{
    return shortImageReference(one) == shortImageReference(other);
}

bool hasImage(const HostFacts &facts, const QString &reference)
{
    return std::any_of(facts.imageReferences.cbegin(), facts.imageReferences.cend(),
                       [&reference](const QString &there) { return isSameImage(there, reference); });
}

} // namespace zoodock
