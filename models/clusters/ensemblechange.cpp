// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/ensemblechange.h"

#include "clusters/adoption.h"
#include "containerrecipe.h"
#include "ensemble/imagereference.h"
#include "ensemble/portplan.h"
#include "ensemble/secretrules.h"
#include "ensemble/serversetting.h"
#include "ensemble/snapshotrules.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>
#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// Finds the differences of two wishes, in the order of a form.
class Comparison
{
    Q_DECLARE_TR_FUNCTIONS(EnsembleChange)
public:
    Comparison(const Ensemble &before, const Ensemble &after)
        : m_before(before)
        , m_after(after)
    {
        m_change.before = before;
        m_change.after = after;
    }

    EnsembleChange make()
    {
        compareSurroundings();
        compareImage();
        compareMembers();
        compareSettings();
        add(u"restart"_s, tr("Restart policy"), nameOf(m_before.restart), nameOf(m_after.restart));
        findMembers();
        return m_change;
    }

private:
    void add(const QString &field, const QString &title, const QString &from, const QString &to,
             const QString &refusal = {})
    {
        if (from != to)
            m_change.values.append({field, title, from, to, refusal});
    }

    [[nodiscard]] static QString elsewhere()
    {
        return tr("This can only be chosen for a new cluster. Duplicate this one and change the copy.");
    }

    [[nodiscard]] static QString orDefault(const QString &text)
    {
        return text.isEmpty() ? tr("(default)") : text;
    }

    [[nodiscard]] static QString networkOf(const Ensemble &ensemble)
    {
        const NetworkChoice &network = ensemble.network;
        return network.existing.isEmpty() ? nameOf(network.mode) : network.existing;
    }

    void compareSurroundings()
    {
        add(u"name"_s, tr("Name"), m_before.name, m_after.name, elsewhere());
        add(u"context"_s, tr("Docker context"), orDefault(m_before.context), orDefault(m_after.context),
            elsewhere());
        add(u"network"_s, tr("Network"), networkOf(m_before), networkOf(m_after), elsewhere());
        add(u"volumes"_s, tr("Volumes"), nameOf(m_before.volumes), nameOf(m_after.volumes), elsewhere());
    }

    void compareImage()
    {
        add(u"image/family"_s, tr("Image family"), m_before.image.family, m_after.image.family, elsewhere());
        if (!isSameImage(m_before.image.reference, m_after.image.reference))
            add(u"image/reference"_s, tr("Image"), m_before.image.reference, m_after.image.reference);
    }

    void compareMembers()
    {
        const auto names = [](const Ensemble &ensemble) {
            QStringList list;
            for (const Member &member : ensemble.members)
                list += u"%1 (%2, %3)"_s.arg(member.name).arg(member.id).arg(nameOf(member.role));
            return list.join(", "_L1);
        };
        add(u"members"_s, tr("Members"), names(m_before), names(m_after), elsewhere());
        for (const Member &member : m_before.members) {
            if (const Member *const now = m_after.member(member.id))
                comparePorts(member, *now);
        }
    }

    void comparePorts(const Member &before, const Member &after)
    {
        for (const PortKind kind : allPortKinds) {
            const MemberPort &from = before.port(kind);
            const MemberPort &to = after.port(kind);
            const QString field = u"members/%1/%2"_s.arg(before.id).arg(nameOf(kind));
            const bool isHost = m_before.network.mode == NetworkMode::Host;
            if (!isHost)
                add(field, tr("%1 port of %2, as the servers use it").arg(titleOf(kind), before.name),
                    QString::number(from.port), QString::number(to.port), elsewhere());
            add(field, tr("%1 port of %2").arg(titleOf(kind), before.name), publication(from, isHost),
                publication(to, isHost));
        }
    }

    [[nodiscard]] static QString titleOf(PortKind kind)
    {
        switch (kind) {
        case PortKind::Client:
            return tr("Client");
        case PortKind::Quorum:
            return tr("Quorum");
        case PortKind::Election:
            return tr("Election");
        case PortKind::Admin:
            return tr("Admin");
        }
        return {};
    }

    [[nodiscard]] static QString publication(const MemberPort &port, bool isHost)
    {
        const QString place = u"%1:%2"_s;
        if (isHost)
            return place.arg(port.published ? port.address : u"127.0.0.1"_s).arg(port.port);
        return port.published ? place.arg(port.address).arg(port.hostPort) : tr("not published");
    }

    void compareSettings()
    {
        QStringList unknown;
        for (const QString &key : m_before.settings.keys() + m_after.settings.keys()) {
            if (!serverSetting(key) && !unknown.contains(key))
                unknown += key;
        }
        for (const ServerSetting &setting : serverSettings())
            compareSetting(setting.key, setting.title(), setting.defaultValue, setting.unitText());
        for (const QString &key : std::as_const(unknown))
            compareSetting(key, key, {}, {});
        compareUnknown(m_before.extra.value("settings"_L1).toObject(),
                       m_after.extra.value("settings"_L1).toObject());
    }

    /// Settings of a later version that are no texts.
    void compareUnknown(const QJsonObject &before, const QJsonObject &after)
    {
        QStringList keys = before.keys() + after.keys();
        keys.removeDuplicates();
        const auto shown = [](const QJsonValue &value) {
            const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
            return value.isUndefined() ? tr("(default)") : QString::fromUtf8(list.mid(1, list.size() - 2));
        };
        for (const QString &key : std::as_const(keys))
            add(u"settings/"_s + key, key, shown(before.value(key)), shown(after.value(key)));
    }

    void compareSetting(const QString &key, const QString &title, const QString &defaultValue,
                        const QString &unit)
    {
        const QString from = m_before.settings.value(key, defaultValue);
        const QString to = m_after.settings.value(key, defaultValue);
        if (from == to)
            return;
        const auto shown = [&](const Ensemble &ensemble, const QString &value) {
            const QString open = withMaskedSecrets(key, value);
            const QString text =
                unit.isEmpty() || value.isEmpty() ? open : tr("%1 %2", "value, unit").arg(open, unit);
            if (ensemble.settings.contains(key))
                return text;
            return text.isEmpty() ? tr("(default)") : tr("%1 (default)").arg(text);
        };
        const QString before = shown(m_before, from);
        const QString after = shown(m_after, to);
        add(u"settings/"_s + key, title, before,
            before == after ? tr("%1 (with another secret)").arg(after) : after);
    }

    void findMembers()
    {
        for (const Member &member : m_after.members) {
            if (m_before.member(member.id) && !makesSameContainer(m_before, m_after, member.id))
                m_change.members += member.id;
        }
        m_change.together = needsAllAtOnce(m_before, m_after);
        m_change.settle();
    }

    const Ensemble &m_before;
    const Ensemble &m_after;
    EnsembleChange m_change;
};

struct ChangeWords
{
    Q_DECLARE_TR_FUNCTIONS(EnsembleChange)
};

} // namespace

QString EnsembleChange::refusal() const
{
    for (const ChangedValue &value : values) {
        if (!value.refusal.isEmpty())
            return ChangeWords::tr("%1: %2", "title of a setting, why it cannot be changed")
                .arg(value.title, value.refusal);
    }
    return remakeRefusal;
}

QList<Finding> EnsembleChange::warnings() const
{
    for (const int id : members) {
        if (const auto finding = missingSnapshot(after, made.value(id, before).image.reference))
            return {*finding};
    }
    return {};
}

/// Voters that are left alone.
int EnsembleChange::staying() const
{
    return static_cast<int>(
        std::count_if(after.members.cbegin(), after.members.cend(), [this](const Member &member) {
            return member.role == MemberRole::Participant && !members.contains(member.id);
        }));
}

void EnsembleChange::settle()
{
    interruption = !members.isEmpty() && (together ? staying() < after.majority() : after.participants() < 3);
    remakeRefusal.clear();
    if (members.isEmpty())
        return;
    if (before.adopted)
        remakeRefusal = adoptedSentence(before.name, before.composeProject);
    else if (before.volumes != VolumePolicy::Named)
        remakeRefusal =
            ChangeWords::tr("The members of “%1” keep no data in named volumes: made anew, they would "
                            "lose it. Duplicate the cluster and change the copy.")
                .arg(before.name);
}

QList<ChangedValue> EnsembleChange::valuesOf(int memberId) const
{
    QList<ChangedValue> own =
        made.contains(memberId) ? changeBetween(made.value(memberId), after).values : values;
    const QString prefix = u"members/%1/"_s.arg(memberId);
    own.removeIf([&prefix](const ChangedValue &value) {
        return value.field.startsWith("members/"_L1) && !value.field.startsWith(prefix);
    });
    return own;
}

void EnsembleChange::setMade(const QMap<int, Ensemble> &containers)
{
    made = containers;
    const QList<int> byWish = std::exchange(members, {});
    for (const Member &member : std::as_const(after.members)) {
        const auto spec = made.constFind(member.id);
        if (spec == made.cend())
            continue;
        const bool differs = spec->member(member.id) ? !makesSameContainer(*spec, after, member.id)
                                                     : byWish.contains(member.id);
        if (differs)
            members += member.id;
        together = together || needsAllAtOnce(*spec, after);
    }
    settle();
}

bool needsAllAtOnce(const Ensemble &before, const Ensemble &after)
{
    if (before.network.mode != after.network.mode)
        return false; // which is refused anyway
    const bool isHost = before.network.mode == NetworkMode::Host;
    const QList<TakenPort> old = hostPorts(before);
    for (const TakenPort &now : hostPorts(after)) {
        const bool takesOver = std::any_of(old.cbegin(), old.cend(), [&now](const TakenPort &then) {
            return then.port == now.port && then.memberId != now.memberId;
        });
        const bool stays = std::any_of(old.cbegin(), old.cend(), [&now](const TakenPort &then) {
            return then.memberId == now.memberId && then.kind == now.kind && then.port == now.port &&
                   then.address == now.address;
        });
        if (takesOver || (isHost && !stays && now.kind != PortKind::Admin))
            return true;
    }
    return false;
}

EnsembleChange changeBetween(const Ensemble &before, const Ensemble &after)
{
    return Comparison(before, after).make();
}

} // namespace zoodock
