// SPDX-License-Identifier: GPL-3.0-or-later
#include "ensemble/snapshotrules.h"

#include "findings.h"
#include "serverrules.h"

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// From here on a server refuses to start on transaction logs without a snapshot, which older ones did not
/// always write (ZOOKEEPER-2325, ZOOKEEPER-3056).
constexpr Version asksForSnapshot{3, 5, 3};

bool isBefore(const QString &image, Version version)
{
    const std::optional<Version> own = serverVersionOf(image);
    return own && *own < version;
}

bool trustsEmpty(const Ensemble &ensemble)
{
    return rules::freeValues(ensemble).value(u"snapshot.trust.empty"_s) == "true"_L1 ||
           rules::effectiveValue(ensemble, u"jvmFlags").contains("-Dzookeeper.snapshot.trust.empty=true"_L1);
}

} // namespace

std::optional<Finding> missingSnapshot(const Ensemble &ensemble, const QString &older)
{
    if (!isBefore(older, asksForSnapshot) || isBefore(ensemble.image.reference, asksForSnapshot) ||
        trustsEmpty(ensemble))
        return {};
    return Finding{
        Severity::Warning, u"image.snapshot"_s, u"image/reference"_s,
        checks::Validate::tr("The data may have transaction logs without a snapshot, as ZooKeeper 3.4 leaves "
                             "them, and the chosen version refuses to start with these."),
        checks::Validate::tr("Make a copy of the volumes, write “snapshot.trust.empty=true” into “More lines "
                             "of zoo.cfg” for the first start (3.5.6 or later), and take the line back "
                             "afterwards.")};
}

} // namespace zoodock
