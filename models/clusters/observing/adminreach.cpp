// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/adminreach.h"

#include "clusters/clusterstatus.h"
#include "ensemble/imagefamily.h"

#include <QtCore/QCoreApplication>

#include <optional>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// 3.5.0 brought the AdminServer. A version that nobody knows is taken for a later one.
bool isBeforeAdminServer(const Ensemble &ensemble, const MemberStatus &member)
{
    const std::optional<Version> version =
        member.report ? Version::fromText(member.report->version) : serverVersionOf(ensemble.image.reference);
    return version && *version < Version{3, 5, 0};
}

bool isSwitchedOff(const Ensemble &ensemble)
{
    return ensemble.settings.value(u"admin.enableServer"_s) == "false"_L1;
}

struct AdminWords
{
    Q_DECLARE_TR_FUNCTIONS(AdminReach)
};

QString whyNotRunning(ContainerLife life)
{
    switch (life) {
    case ContainerLife::Unknown:
        return AdminWords::tr("Nothing is known about the member yet: Docker has not said whether it runs. "
                              "Look again once the Docker engine answers.");
    case ContainerLife::Paused:
        return AdminWords::tr("The member is paused, and so is its AdminServer. Resume the member.");
    case ContainerLife::Restarting:
        return AdminWords::tr(
            "Docker is restarting the member. Its AdminServer answers once the member runs.");
    default:
        return AdminWords::tr("The member does not run, and neither does its AdminServer. Start the member.");
    }
}

} // namespace

bool hasAdminServer(const Ensemble &ensemble, const MemberStatus &member)
{
    return !isSwitchedOff(ensemble) && !isBeforeAdminServer(ensemble, member);
}

Error noAdminServer(const ClusterStatus &cluster, const MemberStatus &member)
{
    if (member.container.life != ContainerLife::Running)
        return Error(ErrorKind::NotRunning, whyNotRunning(member.container.life));
    if (isBeforeAdminServer(cluster.ensemble, member))
        return Error(ErrorKind::NotSupported,
                     AdminWords::tr("This server has no AdminServer: that came with ZooKeeper 3.5. Use "
                                    "the four-letter words."));
    if (isSwitchedOff(cluster.ensemble))
        return Error(ErrorKind::ConnectionRefused,
                     AdminWords::tr("The AdminServer is switched off. Set admin.enableServer to true "
                                    "to see its pages here."));
    return Error(ErrorKind::ConnectionRefused,
                 AdminWords::tr("The AdminServer cannot be reached from here: its port is not "
                                "published. Publish it on the Docker host, or use the four-letter "
                                "words."));
}

} // namespace zoodock
