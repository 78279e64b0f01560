// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/remedies.h"

#include "ensemble/portplan.h"
#include "ensemble/serversetting.h"
#include "ui/wizard/findinglist.h"
#include "ui/wizard/memberlist.h"
#include "ui/wizard/wizarddraft.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

#include <algorithm>
#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(WizardRemedies)
};

constexpr int mostVoters = 7;
constexpr qint64 mebibyte = 1024 * 1024;

Remedy rename(const WizardDraft &draft)
{
    const QString name = draft.freeName(draft.ensemble().name);
    return {Words::tr("Call It “%1”").arg(name), [name](WizardDraft &target) { target.setName(name); }};
}

Remedy freeNames(const WizardDraft &draft)
{
    Ensemble named = draft.ensemble();
    takeFreeNames(named, draft.facts());
    QStringList names;
    for (const Member &member : std::as_const(named.members)) {
        if (!draft.ensemble().member(member.name))
            names += member.name;
    }
    const QString label =
        (names.size() > 1 ? Words::tr("Call Them “%1”, …") : Words::tr("Call It “%1”")).arg(names.value(0));
    return {label, [](WizardDraft &target) {
                target.edit([&target](Ensemble &ensemble) { takeFreeNames(ensemble, target.facts()); });
            }};
}

/// A member's own, which it has by itself.
Remedy plainNameOf(const Finding &finding, const WizardDraft &draft)
{
    const Ensemble &ensemble = draft.ensemble();
    const int place = finding.field.section(u'/', 1, 1).toInt();
    const int id = ensemble.members.at(place).id;
    return {Words::tr("Call It “%1”").arg(plainName(ensemble, id)),
            [id](WizardDraft &target) { target.callMember(id, {}); }};
}

Remedy freePorts()
{
    return {Words::tr("Propose Free Ports"), [](WizardDraft &target) {
                target.proposeFreePorts();
                target.askEngine();
            }};
}

/// The next odd number of participants, upwards where that makes a quorum that survives something.
Remedy oddMembers(const WizardDraft &draft)
{
    const int voters = draft.ensemble().participants();
    const int wanted = voters < mostVoters ? voters + 1 : voters - 1;
    return {Words::tr("Take %Ln Participant(s)", nullptr, wanted), [wanted](WizardDraft &target) {
                const int observers =
                    int(target.ensemble().members.size()) - target.ensemble().participants();
                target.setMembers(wanted, observers);
            }};
}

Remedy moreObservers(const WizardDraft &draft)
{
    const int surplus = draft.ensemble().participants() - mostVoters;
    return {Words::tr("Make %Ln Member(s) Observers", nullptr, surplus), [surplus](WizardDraft &target) {
                const int voters = target.ensemble().participants();
                const int observers = int(target.ensemble().members.size()) - voters;
                target.setMembers(voters - surplus, observers + surplus);
            }};
}

Remedy setting(const QString &label, const QString &key, const QString &value)
{
    return {label, [key, value](WizardDraft &target) {
                target.edit([&](Ensemble &ensemble) { ensemble.settings.insert(key, value); });
            }};
}

Remedy defaultSetting(const QString &key)
{
    return {Words::tr("Use the Default"), [key](WizardDraft &target) {
                target.edit([&key](Ensemble &ensemble) {
                    ensemble.settings.remove(key);
                    QJsonObject unknown = ensemble.extra.value("settings"_L1).toObject();
                    unknown.remove(key);
                    ensemble.extra.insert(u"settings"_s, unknown);
                    if (unknown.isEmpty())
                        ensemble.extra.remove("settings"_L1);
                });
            }};
}

Remedy loopback()
{
    return {Words::tr("Publish on 127.0.0.1"), [](WizardDraft &target) {
                target.edit([](Ensemble &ensemble) {
                    for (Member &member : ensemble.members) {
                        for (const PortKind kind : allPortKinds)
                            member.port(kind).address = u"127.0.0.1"_s;
                    }
                });
            }};
}

Remedy ownNetwork()
{
    return {Words::tr("Use an Own Network"), [](WizardDraft &target) {
                target.edit([](Ensemble &ensemble) { ensemble.network.existing.clear(); });
            }};
}

Remedy bridge()
{
    return {Words::tr("Use a Bridge Network"),
            [](WizardDraft &target) { target.setNetworkMode(NetworkMode::Bridge); }};
}

/// A heap that half of the host's memory has room for.
std::optional<Remedy> smallerHeap(const WizardDraft &draft)
{
    const qint64 members = std::max<qint64>(draft.ensemble().members.size(), 1);
    qint64 heap = 4096;
    while (heap >= 64 && (heap + 96) * members * 2 * mebibyte > draft.facts().memoryBytes)
        heap /= 2;
    if (heap < 64)
        return std::nullopt;
    return setting(Words::tr("Use a Heap of %1 MiB").arg(heap), u"heap"_s, QString::number(heap));
}

Remedy addSrvr(const WizardDraft &draft)
{
    const QString key = u"4lw.commands.whitelist"_s;
    const QString now = draft.ensemble().settings.value(key).trimmed();
    return setting(Words::tr("Add “srvr”"), key, now.isEmpty() ? u"srvr"_s : now + u",srvr"_s);
}

Remedy withoutHeapFlags(const WizardDraft &draft)
{
    QStringList flags = draft.ensemble().settings.value(u"jvmFlags"_s).split(u' ', Qt::SkipEmptyParts);
    flags.removeIf([](const QString &flag) { return flag.startsWith("-Xmx"_L1); });
    return setting(Words::tr("Remove -Xmx"), u"jvmFlags"_s, flags.join(u' '));
}

Remedy jmxOnLoopback(const WizardDraft &draft)
{
    const QString flags = draft.ensemble().settings.value(u"jvmFlags"_s).trimmed();
    return setting(Words::tr("Listen on 127.0.0.1"), u"jvmFlags"_s,
                   flags + " -Dcom.sun.management.jmxremote.host=127.0.0.1"_L1);
}

/// Lines of zoo.cfg say where.
Remedy linesOnLoopback()
{
    return {Words::tr("Listen on 127.0.0.1"), [](WizardDraft &target) {
                target.edit([](Ensemble &ensemble) {
                    QStringList lines = ensemble.settings.value(u"extra"_s).split(u'\n', Qt::SkipEmptyParts);
                    for (const LinePort &port : hostLinePorts(ensemble)) {
                        if (port.isFlag)
                            continue;
                        lines.removeIf([&port](const QString &line) {
                            return line.section(u'=', 0, 0).trimmed() == port.addressKey;
                        });
                        lines += port.addressKey + "=127.0.0.1"_L1;
                    }
                    ensemble.settings.insert(u"extra"_s, lines.join(u'\n'));
                });
            }};
}

/// The line of "More lines of zoo.cfg" that a finding is about: one that is none, or one whose key it names.
std::optional<QString> lineOf(const Finding &finding, const WizardDraft &draft)
{
    const ServerSetting *const extra = serverSetting(u"extra"_s);
    std::optional<QString> found;
    qsizetype longest = 0; // "clientPort" stands in "clientPortAddress", too
    for (const QString &line : draft.ensemble().settings.value(u"extra"_s).split(u'\n')) {
        if (finding.code == "setting.invalid"_L1 && extra && !extra->problem(line).isEmpty())
            return line;
        const QString key = line.section(u'=', 0, 0).trimmed();
        if (finding.code == "setting.extra.managed"_L1 && key.size() > longest &&
            finding.sentence.contains(key)) {
            found = line;
            longest = key.size();
        }
    }
    return found;
}

/// Only that line: the others are a person's work.
Remedy withoutLine(const QString &bad)
{
    return {Words::tr("Remove This Line"), [bad](WizardDraft &target) {
                target.edit([&bad](Ensemble &ensemble) {
                    QStringList lines = ensemble.settings.value(u"extra"_s).split(u'\n');
                    lines.removeOne(bad);
                    if (lines.join(QString()).trimmed().isEmpty())
                        ensemble.settings.remove(u"extra"_s);
                    else
                        ensemble.settings.insert(u"extra"_s, lines.join(u'\n'));
                });
            }};
}

std::optional<Remedy> byCode(const QString &code, const WizardDraft &draft)
{
    if (code == "engine.silent"_L1 || code == "engine.unknown"_L1)
        return Remedy{Words::tr("Look Again"), [](WizardDraft &target) { target.askEngine(); }};
    if (code == "members.two"_L1 || code == "members.even"_L1)
        return oddMembers(draft);
    if (code == "members.tooMany"_L1)
        return moreObservers(draft);
    if (code == "observers.without.quorum"_L1)
        return setting(Words::tr("Switch Standalone Mode Off"), u"standaloneEnabled"_s, u"false"_s);
    if (code == "address.public"_L1 || code == "address.invalid"_L1 || code == "address.foreign"_L1 ||
        code == "address.split"_L1)
        return loopback();
    if (code == "member.name.ambiguous"_L1 && draft.ensemble().network.existing.isEmpty())
        return rename(draft); // which gives it another network of its own
    if (code == "member.name.ambiguous"_L1)
        return freeNames(draft);
    if (code == "network.missing"_L1 || code == "network.predefined"_L1 || code == "network.internal"_L1)
        return ownNetwork();
    if (code == "host.rootless"_L1 || code == "host.desktop"_L1 ||
        (code.endsWith(".port.shared"_L1) && draft.purpose() != WizardDraft::Purpose::Change))
        return bridge();
    if (code == "setting.extra.port.open"_L1)
        return linesOnLoopback();
    if (code == "heap.total"_L1)
        return smallerHeap(draft);
    if (code == "heap.small"_L1)
        return defaultSetting(u"heap"_s);
    if (code == "setting.whitelist.srvr"_L1)
        return addSrvr(draft);
    if (code == "jvmflags.heap"_L1)
        return withoutHeapFlags(draft);
    if (code == "jvmflags.jmx"_L1)
        return jmxOnLoopback(draft);
    return std::nullopt;
}

/// Of a cluster that there is.
bool canChange(const Finding &finding)
{
    const QString &code = finding.code;
    return code.startsWith("port."_L1) || code.startsWith("address."_L1) || code.startsWith("engine."_L1) ||
           finding.field.startsWith("settings/"_L1);
}

} // namespace

std::optional<Remedy> remedyFor(const Finding &finding, const WizardDraft &draft)
{
    const QString &code = finding.code;
    if (draft.purpose() == WizardDraft::Purpose::Change && !canChange(finding))
        return std::nullopt;
    if (code == "port.moved"_L1)
        return std::nullopt;
    if (code.startsWith("port."_L1) && finding.field.startsWith("members/"_L1))
        return freePorts();
    const bool isName = finding.field.startsWith("members/"_L1) && finding.field.endsWith("/name"_L1);
    if (isName && code != "member.name.ambiguous"_L1)
        return plainNameOf(finding, draft);
    if (finding.field == "name"_L1 || code == "volume.otherId"_L1)
        return rename(draft);
    if (code.startsWith("heap."_L1) && finding.field == "settings/jvmFlags"_L1)
        return withoutHeapFlags(draft); // they win over any heap
    if (const std::optional<Remedy> remedy = byCode(code, draft))
        return remedy;
    if (finding.field == "settings/extra"_L1) {
        const std::optional<QString> line = lineOf(finding, draft);
        return line ? std::optional(withoutLine(*line)) : std::nullopt;
    }
    const bool isSetting =
        code == "setting.invalid"_L1 || code == "setting.unsupported"_L1 || code == "setting.unknown"_L1;
    if (isSetting)
        return defaultSetting(finding.field.section(u'/', 1));
    return std::nullopt;
}

QList<Remedy> remediesFor(const Finding &finding, const WizardDraft &draft)
{
    QList<Remedy> remedies;
    if (const std::optional<Remedy> first = remedyFor(finding, draft))
        remedies += *first;
    // Members may keep their names where nobody else is.
    if (finding.code == "member.name.ambiguous"_L1 && !draft.ensemble().network.existing.isEmpty() &&
        draft.purpose() != WizardDraft::Purpose::Change)
        remedies += ownNetwork();
    return remedies;
}

QStringList labelsOf(const QList<Remedy> &remedies)
{
    QStringList labels;
    for (const Remedy &remedy : remedies)
        labels += remedy.label;
    return labels;
}

void offerRemedies(FindingList &list, WizardDraft &draft)
{
    list.setLabels([&draft](const Finding &finding) { return labelsOf(remediesFor(finding, draft)); });
    QObject::connect(&list, &FindingList::remedyClicked, &draft, [&draft](const Finding &finding, int which) {
        if (const QList<Remedy> remedies = remediesFor(finding, draft); which < remedies.size())
            remedies.at(which).apply(draft);
    });
}

WizardStep stepOf(const Finding &finding)
{
    const QString &field = finding.field;
    const QStringList parts = field.split(u'/');
    if (parts.first() == "image"_L1)
        return WizardStep::Image;
    if (parts.first() == "settings"_L1)
        return WizardStep::Settings;
    if (parts.first() == "network"_L1)
        return WizardStep::Network;
    if (parts.first() == "members"_L1 && parts.size() == 3 && parts.last() != "id"_L1)
        return WizardStep::Network;
    return field.isEmpty() ? WizardStep::Review : WizardStep::What;
}

} // namespace zoodock
