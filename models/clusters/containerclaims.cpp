// SPDX-License-Identifier: GPL-3.0-or-later
#include "containerclaims.h"

#include "containerview.h"
#include "ensemble/ensemblejson.h"
#include "ensemble/portplan.h"

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

QString labelOf(const ContainerInfo &container, const char16_t *key)
{
    return container.labels.value(QString::fromUtf16(key));
}

namespace
{

/// Host mode publishes nothing; our own label says what the member listens on.
QList<PublishedPort> hostModePorts(const ContainerInfo &container)
{
    const Result<Ensemble> spec = ensembleFromJson(labelOf(container, label::spec).toUtf8());
    if (!spec || spec->network.mode != NetworkMode::Host)
        return {};
    const int member = labelOf(container, label::member).toInt();
    QList<PublishedPort> ports;
    for (const TakenPort &taken : hostPorts(*spec)) {
        if (taken.memberId == member)
            ports.append({taken.port, taken.address, taken.port});
    }
    for (const LinePort &line : hostLinePorts(*spec))
        ports.append({line.port, line.address, line.port});
    return ports;
}

} // namespace

QList<PortHolder> portsOf(const ContainerInfo &container)
{
    QList<PortHolder> holders;
    const QString cluster = labelOf(container, label::cluster);
    for (const PublishedPort &port :
         container.configuredPorts + container.publishedPorts + hostModePorts(container)) {
        const QString address = port.hostAddress.isEmpty() ? u"0.0.0.0"_s : port.hostAddress;
        const PortHolder holder{port.hostPort, address, container.name, cluster,
                                isAlive(lifeOf(container.status))};
        if (port.hostPort != 0 && !holders.contains(holder))
            holders.append(holder);
    }
    return holders;
}

/// Docker lists its host name and its short id among the aliases.
QList<NameHolder> namesOf(const ContainerInfo &container)
{
    QList<NameHolder> names;
    for (auto network = container.aliases.cbegin(); network != container.aliases.cend(); ++network) {
        for (const QString &name : QStringList{container.name} + network.value())
            names.append({network.key(), name, container.name});
    }
    return names;
}

} // namespace zoodock
