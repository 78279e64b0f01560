// SPDX-License-Identifier: GPL-3.0-or-later
#include "findings.h"
#include "serverrules.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>

namespace zoodock::checks
{

using namespace Qt::Literals::StringLiterals;

namespace
{

using Range = std::pair<Version, Version>;
constexpr int newestYet = 9999;

enum class Matters { Always, WithReconfig, InTheBridge };

/// A bug of the server that a plan can run into, and where it was mended.
struct KnownBug
{
    const char *code;
    std::array<Range, 2> versions;
    Matters matters;
    const char *sentence;
    const char *remedy;
};

constexpr std::array bugs{
    // ZOOKEEPER-2307: acceptedEpoch and currentEpoch are written in the wrong order.
    KnownBug{
        "image.bug.2307",
        {Range{{3, 4, 0}, {3, 5, 7}}, Range{{3, 6, 0}, {3, 6, 2}}},
        Matters::Always,
        QT_TRANSLATE_NOOP(
            "Validate",
            "This version may refuse to start again after a crash at the wrong moment (ZOOKEEPER-2307)."),
        QT_TRANSLATE_NOOP("Validate", "Take 3.5.8, 3.6.3 or a later version.")},
    // ZOOKEEPER-3829: a changed server list is not taken over by a rolling restart.
    KnownBug{
        "image.bug.3829",
        {Range{{3, 5, 0}, {3, 5, 8}}, Range{{3, 6, 0}, {3, 6, 1}}},
        Matters::Always,
        QT_TRANSLATE_NOOP("Validate",
                          "In this version members cannot be added by a rolling restart (ZOOKEEPER-3829)."),
        QT_TRANSLATE_NOOP("Validate", "Take 3.5.9, 3.6.2 or a later version.")},
    // ZOOKEEPER-1506 and 2982: names are not always resolved anew, and docker gives a started container any
    // address.
    KnownBug{"image.bug.2982",
             {Range{{3, 4, 0}, {3, 4, 7}}, Range{{3, 5, 0}, {3, 5, 3}}},
             Matters::InTheBridge,
             QT_TRANSLATE_NOOP("Validate",
                               "In this version members may not find one again that has got another "
                               "address by a restart (ZOOKEEPER-2982)."),
             QT_TRANSLATE_NOOP("Validate", "Take 3.4.8, 3.5.4 or a later version.")},
    // The designated leader is compared by its resolved address.
    KnownBug{
        "image.bug.reconfig36",
        {Range{{3, 6, 0}, {3, 6, newestYet}}, Range{{3, 6, 0}, {3, 6, 0}}},
        Matters::WithReconfig,
        QT_TRANSLATE_NOOP("Validate", "In 3.6 the leader may get stuck when dynamic reconfiguration is on "
                                      "and a member's name cannot be resolved for a moment."),
        QT_TRANSLATE_NOOP("Validate", "Switch dynamic reconfiguration off, or take 3.7 or a later version.")},
};

bool matters(const Ensemble &ensemble, Matters when)
{
    switch (when) {
    case Matters::WithReconfig:
        return rules::effectiveValue(ensemble, u"reconfigEnabled") == "true"_L1;
    case Matters::InTheBridge:
        return ensemble.network.mode == NetworkMode::Bridge && ensemble.members.size() > 1;
    case Matters::Always:
        break;
    }
    return true;
}

void knownBugs(const Ensemble &ensemble, Findings &findings)
{
    const std::optional<Version> version = serverVersionOf(ensemble.image.reference);
    if (!version)
        return;
    for (const KnownBug &bug : bugs) {
        const bool isHit =
            std::any_of(bug.versions.begin(), bug.versions.end(), [&version](const Range &range) {
                return range.first <= *version && *version <= range.second;
            });
        if (isHit && matters(ensemble, bug.matters))
            findings.warning(QString::fromLatin1(bug.code), u"image/reference"_s, Validate::tr(bug.sentence),
                             Validate::tr(bug.remedy));
    }
}

/// As docker lists it: without docker.io and library, with a tag.
QString listedReference(QString reference)
{
    for (const auto prefix : {"docker.io/"_L1, "library/"_L1}) {
        if (reference.startsWith(prefix))
            reference.remove(0, prefix.size());
    }
    const bool hasTag = reference.lastIndexOf(u':') > reference.lastIndexOf(u'/');
    return hasTag ? reference : reference + ":latest"_L1;
}

bool isListed(const QString &listed, const HostFacts &facts)
{
    return std::any_of(facts.imageReferences.cbegin(), facts.imageReferences.cend(),
                       [&listed](const QString &there) { return listedReference(there) == listed; });
}

void presence(const QString &reference, const HostFacts &facts, Findings &findings)
{
    // Docker lists images with a digest in another column.
    if (!facts.known || reference.contains(u'@'))
        return;
    if (!isListed(listedReference(reference), facts))
        findings.hint(u"image.missing"_s, u"image/reference"_s,
                      Validate::tr("The image “%1” is not on the engine yet.").arg(reference),
                      Validate::tr("It will be pulled first, which may take a while."));
}

/// A repository of Docker Hub that does not have what it once had, or never had what it is asked for.
void lostRepositories(const QString &reference, const HostFacts &facts, Findings &findings)
{
    constexpr Version firstWithoutZooKeeper{8, 0, 0};
    constexpr Version oldestBuilt{3, 8, 0};
    const QString field = u"image/reference"_s;
    const QString listed = listedReference(reference);
    const QString tag = tagOf(reference);
    const std::optional<Version> version = serverVersionOf(reference);
    const bool isHere = isListed(listed, facts);
    if (!isHere && listed.startsWith("bitnami/zookeeper:"_L1))
        findings.warning(u"image.moved"_s, field,
                         Validate::tr("Docker Hub does not have the images of “bitnami/zookeeper” any more."),
                         Validate::tr("Take “bitnamilegacy/zookeeper:%1”, where the old ones are kept, or "
                                      "the official image “zookeeper”.")
                             .arg(tag));
    if (!isHere && listed.startsWith("confluentinc/cp-zookeeper:"_L1) && version >= firstWithoutZooKeeper)
        findings.warning(u"image.none"_s, field,
                         Validate::tr("There is no “confluentinc/cp-zookeeper:%1”: its last versions are "
                                      "those of 7.")
                             .arg(tag),
                         Validate::tr("Take a version of 7, or the official image “zookeeper”."));
    if (listed.startsWith("zookeeper:"_L1) && version && *version < oldestBuilt)
        findings.hint(u"image.frozen"_s, field,
                      Validate::tr("The official images of ZooKeeper before 3.8 are not built any more: "
                                   "mended bugs of Java and the system under it do not reach them."),
                      Validate::tr("Take 3.8 or a later version, unless you need the old one."));
}

QStringList familyNames()
{
    QStringList names;
    for (const ImageFamily &family : imageFamilies())
        names += u"“%1”"_s.arg(family.id);
    return names;
}

void contract(const Ensemble &ensemble, Findings &findings)
{
    const QString &reference = ensemble.image.reference;
    if (imageFamily(ensemble.image.family) == nullptr)
        findings.error(
            u"image.unknownFamily"_s, u"image/family"_s,
            Validate::tr("ZooDock does not know the image family “%1”.").arg(ensemble.image.family),
            Validate::tr("Choose one that it knows: %1.").arg(familyNames().join(u", "_s)));
    else if (imageFamilyOf(reference) == nullptr)
        findings.warning(
            u"image.unknownRepository"_s, u"image/reference"_s,
            Validate::tr("ZooDock does not know “%1” and will configure it like the "
                         "official image, which it may not understand.")
                .arg(reference),
            Validate::tr("Take “zookeeper” or “zoodock/zookeeper”, or an image made from them."));
    if (!serverVersionOf(reference))
        findings.hint(u"image.version.unknown"_s, u"image/reference"_s,
                      Validate::tr("“%1” does not say which version of ZooKeeper it has; "
                                   "ZooDock takes it for a current one.")
                          .arg(reference),
                      Validate::tr("Use a tag with a version, like “zookeeper:3.9”."));
}

} // namespace

void image(const Ensemble &ensemble, const HostFacts &facts, Findings &findings)
{
    static const QRegularExpression shape(
        u"\\A(?:[A-Za-z0-9.-]+(?::[0-9]+)?/)?[a-z0-9]+(?:[._/-]+[a-z0-9]+)*(?::[\\w][\\w.-]{0,127})?(?:@[A-Za-z0-9+._-]+:[0-9a-fA-F]+)?\\z"_s);
    const QString &reference = ensemble.image.reference;
    if (!shape.match(reference).hasMatch()) {
        findings.error(u"image.invalid"_s, u"image/reference"_s,
                       reference.isEmpty() ? Validate::tr("No image is chosen.")
                                           : Validate::tr("“%1” is not the name of an image.").arg(reference),
                       Validate::tr("Enter a name like “zookeeper:3.9”."));
        return;
    }
    contract(ensemble, findings);
    presence(reference, facts, findings);
    lostRepositories(reference, facts, findings);
    knownBugs(ensemble, findings);
}

} // namespace zoodock::checks
