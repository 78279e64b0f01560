// SPDX-License-Identifier: GPL-3.0-or-later
#include "findings.h"
#include "ensemble/imagereference.h"
#include "serverrules.h"

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

void presence(const QString &reference, const HostFacts &facts, Findings &findings)
{
    if (facts.known && !hasImage(facts, reference))
        findings.hint(u"image.missing"_s, u"image/reference"_s,
                      Validate::tr("The image “%1” is not on the engine yet.").arg(reference),
                      Validate::tr("It will be pulled first, which may take a while."));
}

void frozen(const QString &reference, Findings &findings)
{
    constexpr Version oldestKnown{3, 4, 10};
    constexpr Version oldestBuilt{3, 8, 0};
    const std::optional<Version> version = serverVersionOf(reference);
    if (!version || ImageReference::parse(reference).shortRepository() != "zookeeper"_L1)
        return;
    if (*version < oldestKnown)
        findings.warning(
            u"image.ancient"_s, u"image/reference"_s,
            Validate::tr(
                "What the official images of ZooKeeper before 3.4.10 read of their settings is not known: "
                "they are told the same as 3.4.10."),
            Validate::tr("Take 3.4.10 or a later version."));
    else if (*version < oldestBuilt)
        findings.hint(u"image.frozen"_s, u"image/reference"_s,
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

/// Of adopted clusters others have told the servers all.
void dialect(const QString &reference, Findings &findings)
{
    if (speaksAnotherDialect(reference))
        findings.error(
            u"image.dialect"_s, u"image/reference"_s,
            Validate::tr("“%1” reads other variables than those by which ZooDock tells the servers who they "
                         "are, and keeps its data elsewhere.")
                .arg(reference),
            Validate::tr("Take the official image, for example “zookeeper:3.9”. A cluster of this "
                         "image that was started without ZooDock can be adopted."));
    else if (imageFamilyOf(reference) == nullptr)
        findings.warning(
            u"image.unknownRepository"_s, u"image/reference"_s,
            Validate::tr("ZooDock does not know “%1” and will configure it like the "
                         "official image, which it may not understand.")
                .arg(reference),
            Validate::tr("Take “zookeeper” or “zoodock/zookeeper”, or an image made from them."));
}

void contract(const Ensemble &ensemble, Findings &findings)
{
    const QString &reference = ensemble.image.reference;
    if (imageFamily(ensemble.image.family) == nullptr)
        findings.error(
            u"image.unknownFamily"_s, u"image/family"_s,
            Validate::tr("ZooDock does not know the image family “%1”.").arg(ensemble.image.family),
            Validate::tr("Choose one that it knows: %1.").arg(familyNames().join(u", "_s)));
    else if (!ensemble.adopted)
        dialect(reference, findings);
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
    const QString &reference = ensemble.image.reference;
    if (!isImageReference(reference)) {
        findings.error(u"image.invalid"_s, u"image/reference"_s,
                       reference.isEmpty() ? Validate::tr("No image is chosen.")
                                           : Validate::tr("“%1” is not the name of an image.").arg(reference),
                       Validate::tr("Enter a name like “zookeeper:3.9”."));
        return;
    }
    contract(ensemble, findings);
    presence(reference, facts, findings);
    frozen(reference, findings);
    knownBugs(ensemble, findings);
}

} // namespace zoodock::checks
