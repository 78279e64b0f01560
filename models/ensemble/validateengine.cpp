// SPDX-License-Identifier: GPL-3.0-or-later
#include "findings.h"

namespace zoodock::checks
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr Version oldestEngine{20, 10, 0};
/// From here on a rootless engine lets host networking reach the host.
constexpr Version rootlessHostEngine{29, 5, 0};

void hostMode(const HostFacts &facts, Findings &findings)
{
    const QString field = u"network/mode"_s;
    const QString remedy = Validate::tr("Use a bridge network.");
    if (facts.rootless && facts.engineVersion < rootlessHostEngine)
        findings.error(
            u"host.rootless"_s, field,
            Validate::tr(
                "A rootless engine before version 29.5 keeps the ports of host networking to itself."),
            remedy);
    if (facts.dockerDesktop)
        findings.warning(
            u"host.desktop"_s, field,
            Validate::tr("On Docker Desktop the host network is that of its virtual machine, unless "
                         "host networking is switched on there (4.34 or later)."),
            Validate::tr(
                "Use a bridge network, or switch host networking on in the settings of Docker Desktop."));
}

} // namespace

void engine(const Ensemble &ensemble, const HostFacts &facts, Findings &findings)
{
    if (!facts.known) {
        findings.hint(
            u"engine.unknown"_s, {},
            Validate::tr("No Docker engine was asked: names, ports, memory and the image are not checked."),
            Validate::tr("Start the engine, or choose a context that answers."));
        return;
    }
    if (facts.engineVersion != Version() && facts.engineVersion < oldestEngine && !facts.podman)
        findings.warning(u"engine.old"_s, {},
                         Validate::tr("The engine has version %1; ZooDock is made for 20.10 and later.")
                             .arg(facts.engineVersion.toString()),
                         Validate::tr("Update Docker."));
    if (facts.podman)
        findings.warning(
            u"engine.podman"_s, {},
            Validate::tr("Podman answers in Docker's place; ZooDock has not been tried with it."),
            Validate::tr("Use Docker's own command line with Podman's socket in DOCKER_HOST, or Docker."));
    if (!facts.listenersKnown)
        findings.hint(
            u"ports.unknown"_s, {},
            Validate::tr(
                "Only the ports of containers are known, not those of other programs on the engine's host."),
            Validate::tr("If a port turns out to be taken, ZooDock proposes another one."));
    if (ensemble.network.mode == NetworkMode::Host)
        hostMode(facts, findings);
}

} // namespace zoodock::checks
