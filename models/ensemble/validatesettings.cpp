// SPDX-License-Identifier: GPL-3.0-or-later
#include "findings.h"
#include "serverrules.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace zoodock::checks
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qint64 mebibyte = 1024 * 1024;
/// What a JVM needs beside its heap: 50 MiB were measured for an idle member of the local image, other
/// collectors and the second compiler take more.
constexpr qint64 besideHeap = 96;
constexpr qint64 smallHeap = 64;

QString fieldOf(const QString &key)
{
    return u"settings/%1"_s.arg(key);
}

void value(const Ensemble &ensemble, const ServerSetting &setting, Findings &findings)
{
    const QString chosen = ensemble.settings.value(setting.key);
    const QString problem = setting.problem(chosen);
    if (!problem.isEmpty()) {
        findings.error(u"setting.invalid"_s, fieldOf(setting.key),
                       Validate::tr("%1: %2").arg(setting.title(), problem),
                       Validate::tr("Correct the value, or take it back to use the default."));
        return;
    }
    const bool isWanted = rules::effectiveValue(ensemble, setting) != setting.defaultValue;
    const bool isMissing = rules::versionOf(ensemble) < setting.since || !rules::isTold(ensemble, setting);
    if (!isWanted || !isMissing)
        return;
    const QString sentence = Validate::tr("“%1” has no effect: ZooKeeper has it from version %2 on.")
                                 .arg(setting.title(), setting.since.toString());
    const QString remedy = Validate::tr("Take a newer version of ZooKeeper, or take the value back.");
    // What is to be switched off and is not there does no harm; what somebody counts on does.
    if (setting.type == SettingType::Boolean && chosen.trimmed() == "true"_L1)
        findings.error(u"setting.unsupported"_s, fieldOf(setting.key), sentence, remedy);
    else
        findings.warning(u"setting.unsupported"_s, fieldOf(setting.key), sentence, remedy);
}

void whitelist(const Ensemble &ensemble, Findings &findings)
{
    const QString key = u"4lw.commands.whitelist"_s;
    const QStringList words = rules::effectiveValue(ensemble, key).split(u',', Qt::SkipEmptyParts);
    if (words.isEmpty() || words.contains("*"_L1) || words.contains("srvr"_L1))
        return;
    findings.error(u"setting.whitelist.srvr"_s, fieldOf(key),
                   Validate::tr("Without the four-letter word “srvr” ZooDock cannot see "
                                "who leads, nor when the cluster is ready."),
                   Validate::tr("Add “srvr” to the list."));
}

/// Keys that ZooDock writes itself: a second line would win over the first, or stop the server.
bool isManaged(const QString &key)
{
    static const QStringList exact{
        u"dataDir"_s,          u"dataLogDir"_s,          u"clientPort"_s,           u"clientPortAddress"_s,
        u"admin.serverPort"_s, u"admin.serverAddress"_s, u"quorumListenOnAllIPs"_s, u"peerType"_s,
        u"dynamicConfigFile"_s};
    static const QRegularExpression server(u"\\Aserver\\.\\d+\\z"_s);
    return exact.contains(key) || server.match(key).hasMatch() || serverSetting(key) != nullptr;
}

QString insteadOfLine(const QString &key)
{
    if (serverSetting(key))
        return Validate::tr("Remove the line and use the setting for it.");
    if (key == "clientPort"_L1 || key == "admin.serverPort"_L1)
        return Validate::tr("Remove the line; which port of the host leads there is chosen with the members' "
                            "ports.");
    return Validate::tr("Remove the line.");
}

void managedLines(const Ensemble &ensemble, Findings &findings)
{
    const QStringList lines = rules::freeLines(ensemble);
    for (const QString &line : lines) {
        const QString key = line.section(u'=', 0, 0).trimmed();
        if (isManaged(key))
            findings.error(
                u"setting.extra.managed"_s, fieldOf(u"extra"_s),
                Validate::tr("ZooDock writes “%1” itself; a second line would contradict it.").arg(key),
                insteadOfLine(key));
    }
}

/// What takes apart the ground on which ZooDock changes members one after the other: a plain majority, found
/// in one way.
void otherQuorums(const Ensemble &ensemble, Findings &findings)
{
    static const QRegularExpression hierarchy(u"\\A(?:group|weight)\\.\\d+\\z"_s);
    const QMap<QString, QString> values = rules::freeValues(ensemble);
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        if (hierarchy.match(it.key()).hasMatch())
            findings.error(
                u"setting.extra.hierarchy"_s, fieldOf(u"extra"_s),
                Validate::tr("“%1” makes servers count votes by groups and weights. ZooDock counts "
                             "members: servers with and without this line could follow two leaders, "
                             "and lose data.")
                    .arg(it.key()),
                Validate::tr("Remove the line."));
        if (it.key() == "electionAlg"_L1 && it.value() != "3"_L1)
            findings.error(
                u"setting.extra.election"_s, fieldOf(u"extra"_s),
                Validate::tr("With “electionAlg=%1” a server does not start, or takes no part in the "
                             "elections of the others: only 3 is supported.")
                    .arg(it.value()),
                Validate::tr("Remove the line."));
    }
}

/// The servers hand the product to sockets, as a signed number of 32 bits.
void limits(const Ensemble &ensemble, Findings &findings)
{
    constexpr qint64 longest = std::numeric_limits<qint32>::max();
    const qint64 tick = rules::effectiveValue(ensemble, u"tickTime").toLongLong();
    for (const QString &key : {u"initLimit"_s, u"syncLimit"_s}) {
        const qint64 ticks = rules::effectiveValue(ensemble, key).toLongLong();
        if (tick <= 0 || ticks <= longest / tick)
            continue;
        findings.error(
            u"setting.limit.overflow"_s, fieldOf(key),
            Validate::tr("“%1”: %2 ticks of %3 ms are more than a server can count, and its members "
                         "would not join.")
                .arg(serverSetting(key)->title())
                .arg(ticks)
                .arg(tick),
            Validate::tr("Take %1 ticks or fewer.").arg(longest / tick));
    }
}

/// The collectors that the flags switch on. Some switch others on by themselves; here are those that exclude
/// each other.
QStringList collectors(const QString &flags)
{
    static const QRegularExpression option(
        u"(?:^|\\s)-XX:([+-])Use((?:Serial|Parallel|G1|Z|Shenandoah|Epsilon|ConcMarkSweep)GC)(?=\\s|$)"_s);
    QStringList chosen;
    for (auto it = option.globalMatch(flags); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        chosen.removeAll(match.captured(2));
        if (match.captured(1) == "+"_L1)
            chosen += match.captured(2);
    }
    return chosen;
}

/// In MiB, as the last -Xmx among the flags says, which wins over the setting; nullopt: none does.
std::optional<qint64> heapOfFlags(const QString &flags)
{
    static const QRegularExpression option(u"(?:^|\\s)-Xmx(\\d{1,12})([kKmMgGtT]?)(?=\\s|$)"_s);
    std::optional<qint64> heap;
    for (auto it = option.globalMatch(flags); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const qsizetype power = u" kmgt"_s.indexOf(match.captured(2).toLower().leftJustified(1));
        const double bytes = match.captured(1).toDouble() * std::pow(1024.0, static_cast<double>(power));
        heap = static_cast<qint64>(std::min(bytes / mebibyte, 1e12));
    }
    return heap;
}

void jvmFlags(const Ensemble &ensemble, Findings &findings)
{
    const QString key = u"jvmFlags"_s;
    const QString flags = rules::effectiveValue(ensemble, key);
    if (const QStringList chosen = collectors(flags); chosen.size() > 1)
        findings.error(
            u"jvmflags.collectors"_s, fieldOf(key),
            Validate::tr(
                "The JVM flags choose more than one garbage collector, with which no JVM starts: %1.")
                .arg(chosen.join(u", "_s)),
            Validate::tr("Leave one of them."));
    if (flags.contains("-Xmx"_L1))
        findings.warning(
            u"jvmflags.heap"_s, fieldOf(key),
            Validate::tr("The JVM flags set the heap a second time and win over the setting “Heap”."),
            Validate::tr("Remove -Xmx from the flags and set the heap."));
    if (ensemble.network.mode == NetworkMode::Host && rules::opensJmx(ensemble))
        findings.warning(
            u"jvmflags.jmx"_s, fieldOf(key),
            Validate::tr("JMX listens on every interface of the host, where other machines can reach it."),
            Validate::tr("Add “-Dcom.sun.management.jmxremote.host=127.0.0.1” to the JVM flags, remove those "
                         "of JMX, or use a bridge network."));
}

/// Where the servers are told to use SASL; empty: nowhere.
QString saslField(const Ensemble &ensemble)
{
    const QMap<QString, QString> values = rules::freeValues(ensemble);
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        const bool isSwitch =
            it.key() == "quorum.auth.enableSasl"_L1 || it.key() == "sessionRequireClientSASLAuth"_L1;
        const bool isProvider =
            it.key().startsWith("authProvider"_L1) && it.value().contains("SASLAuthenticationProvider"_L1);
        const bool isScheme = it.key() == "enforce.auth.schemes"_L1 && it.value().contains("sasl"_L1);
        if (isProvider || isScheme || (isSwitch && it.value() == "true"_L1))
            return fieldOf(u"extra"_s);
    }
    const bool hasLogin =
        rules::effectiveValue(ensemble, u"jvmFlags").contains("java.security.auth.login.config"_L1);
    return hasLogin ? fieldOf(u"jvmFlags"_s) : QString();
}

/// ZOOKEEPER-4889. The mode came with 3.8.2, off, and is on from 3.9 on.
bool isInFipsMode(const Ensemble &ensemble)
{
    const QString flags = rules::effectiveValue(ensemble, u"jvmFlags");
    const QString line = rules::freeValues(ensemble).value(u"fips-mode"_s);
    for (const auto word : {"true"_L1, "false"_L1}) {
        if (line == word || flags.contains("-Dzookeeper.fips-mode="_L1 + word))
            return word == "true"_L1;
    }
    return rules::versionOf(ensemble) >= Version{3, 9, 0};
}

void saslInFipsMode(const Ensemble &ensemble, Findings &findings)
{
    const Version version = rules::versionOf(ensemble);
    const bool refuses =
        version >= Version{3, 9, 4} || (version >= Version{3, 8, 5} && version < Version{3, 9, 0});
    const QString field = saslField(ensemble);
    if (!refuses || field.isEmpty() || !isInFipsMode(ensemble))
        return;
    findings.warning(u"setting.sasl.fips"_s, field,
                     Validate::tr("This version of ZooKeeper is in FIPS mode and refuses SASL with passwords "
                                  "(DIGEST-MD5) in it; Kerberos works."),
                     Validate::tr("Add “-Dzookeeper.fips-mode=false” to the JVM flags to use passwords."));
}

} // namespace

void settings(const Ensemble &ensemble, Findings &findings)
{
    QStringList unknown = ensemble.extra.value("settings"_L1).toObject().keys();
    for (const QString &key : ensemble.settings.keys()) {
        if (const ServerSetting *setting = serverSetting(key))
            value(ensemble, *setting, findings);
        else
            unknown += key;
    }
    for (const QString &key : std::as_const(unknown))
        findings.warning(u"setting.unknown"_s, fieldOf(key),
                         Validate::tr("ZooDock does not know the setting “%1” and leaves it out.").arg(key),
                         Validate::tr("Write it as a line key=value of “More lines of zoo.cfg”, which a file "
                                      "calls “extra”."));
    whitelist(ensemble, findings);
    managedLines(ensemble, findings);
    otherQuorums(ensemble, findings);
    limits(ensemble, findings);
    jvmFlags(ensemble, findings);
    saslInFipsMode(ensemble, findings);
}

void memory(const Ensemble &ensemble, const HostFacts &facts, Findings &findings)
{
    const std::optional<qint64> ofFlags = heapOfFlags(rules::effectiveValue(ensemble, u"jvmFlags"));
    const qint64 heap = ofFlags.value_or(rules::effectiveValue(ensemble, u"heap").toLongLong());
    const QString field = fieldOf(ofFlags ? u"jvmFlags"_s : u"heap"_s);
    if (heap > 0 && heap < smallHeap)
        findings.warning(
            u"heap.small"_s, field,
            Validate::tr("A heap of %1 MiB is hardly enough for a server without data.").arg(heap),
            Validate::tr("Take %1 MiB or more.").arg(smallHeap));
    const qint64 needed = (heap + besideHeap) * ensemble.members.size();
    const qint64 available = facts.memoryBytes / mebibyte;
    if (available == 0 || needed * 2 <= available)
        return;
    const QString sentence =
        Validate::tr("The members may use up to %1 MiB together; the engine's host has %2 MiB.")
            .arg(needed)
            .arg(available);
    const QString remedy = Validate::tr("Take a smaller heap, or fewer members.");
    if (needed > available)
        findings.error(u"heap.total"_s, field, sentence, remedy);
    else
        findings.warning(u"heap.total"_s, field, sentence, remedy);
}

} // namespace zoodock::checks
