// SPDX-License-Identifier: GPL-3.0-or-later
#include "ensemble/serversetting.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <array>
#include <limits>

/// The table of server settings and its texts. Source: zookeeperAdmin.md 3.9.3.

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qint64 largest = std::numeric_limits<qint32>::max();
constexpr qint64 shortestTick = 10; ///< ms
/// The servers multiply.
constexpr qint64 mostTicks = largest / shortestTick;

ServerSetting number(const QString &key, const QString &value, const QString &unit, qint64 minimum,
                     qint64 maximum, Version since = {})
{
    return {key, SettingChannel::ZooCfg, SettingType::Integer, key, value, unit, minimum, maximum, since};
}

ServerSetting flag(const QString &key, const QString &value, Version since)
{
    return {key, SettingChannel::ZooCfg, SettingType::Boolean, key, value, {}, {}, {}, since};
}

QList<ServerSetting> table()
{
    // Four-letter words that neither change the server nor cost much on a large one; wchc and wchp list every
    // watch.
    const QString readOnlyWords = u"conf,cons,dirs,dump,envi,isro,mntr,ruok,srvr,stat,wchs"_s;
    ServerSetting heap = number(u"heap"_s, u"256"_s, u"MiB"_s, 16, 1'048'576);
    heap.channel = SettingChannel::JvmHeap;
    heap.configKey = u"-Xmx"_s;
    ServerSetting ttl = flag(u"extendedTypesEnabled"_s, u"false"_s, {3, 5, 4});
    ttl.channel = SettingChannel::JvmFlag;
    ttl.configKey = u"zookeeper.extendedTypesEnabled"_s;
    return {
        number(u"tickTime"_s, u"2000"_s, u"ms"_s, shortestTick, 600'000),
        number(u"initLimit"_s, u"10"_s, u"ticks"_s, 1, mostTicks),
        number(u"syncLimit"_s, u"5"_s, u"ticks"_s, 1, mostTicks),
        number(u"maxClientCnxns"_s, u"60"_s, {}, 0, largest),
        heap,
        {u"jvmFlags"_s, SettingChannel::JvmFlags, SettingType::Text, {}, {}, {}, {}, {}, {}},
        {u"4lw.commands.whitelist"_s,
         SettingChannel::ZooCfg,
         SettingType::Text,
         u"4lw.commands.whitelist"_s,
         readOnlyWords,
         {},
         {},
         {},
         {3, 4, 10}},
        flag(u"admin.enableServer"_s, u"true"_s, {3, 5, 0}),
        flag(u"standaloneEnabled"_s, u"true"_s, {3, 5, 0}),
        flag(u"reconfigEnabled"_s, u"false"_s, {3, 5, 3}),
        ttl,
        number(u"autopurge.purgeInterval"_s, u"0"_s, u"h"_s, 0, 8760, {3, 4, 0}),
        number(u"autopurge.snapRetainCount"_s, u"3"_s, {}, 3, largest, {3, 4, 0}),
        {u"extra"_s, SettingChannel::FreeLines, SettingType::Lines, {}, {}, {}, {}, {}, {}},
    };
}

struct SettingText
{
    const char *key;
    const char *title;
    const char *explanation;
};

constexpr std::array texts{
    SettingText{"tickTime", QT_TRANSLATE_NOOP("ServerSetting", "Tick"),
                QT_TRANSLATE_NOOP("ServerSetting",
                                  "The server's unit of time. Sessions may last between 2 and 20 ticks.")},
    SettingText{"initLimit", QT_TRANSLATE_NOOP("ServerSetting", "Time to join"),
                QT_TRANSLATE_NOOP("ServerSetting",
                                  "How long a follower may take to connect and fetch the leader's data.")},
    SettingText{"syncLimit", QT_TRANSLATE_NOOP("ServerSetting", "Time to keep up"),
                QT_TRANSLATE_NOOP("ServerSetting",
                                  "How far a follower may lag behind the leader before it is dropped.")},
    SettingText{
        "maxClientCnxns", QT_TRANSLATE_NOOP("ServerSetting", "Connections per client address"),
        QT_TRANSLATE_NOOP("ServerSetting",
                          "How many connections one address may have to one member. 0 means no limit.")},
    SettingText{
        "heap", QT_TRANSLATE_NOOP("ServerSetting", "Heap"),
        QT_TRANSLATE_NOOP("ServerSetting", "Memory for each member's data. All znodes have to fit into it.")},
    SettingText{
        "jvmFlags", QT_TRANSLATE_NOOP("ServerSetting", "JVM flags"),
        QT_TRANSLATE_NOOP("ServerSetting", "More flags for the Java virtual machine, separated by spaces.")},
    SettingText{"4lw.commands.whitelist", QT_TRANSLATE_NOOP("ServerSetting", "Four-letter words"),
                QT_TRANSLATE_NOOP("ServerSetting", "Which four-letter words the members answer. ZooDock asks "
                                                   "“srvr” to see who leads; * allows all.")},
    SettingText{"admin.enableServer", QT_TRANSLATE_NOOP("ServerSetting", "AdminServer"),
                QT_TRANSLATE_NOOP("ServerSetting",
                                  "A small HTTP server in each member that answers questions about it.")},
    SettingText{"standaloneEnabled", QT_TRANSLATE_NOOP("ServerSetting", "Standalone mode"),
                QT_TRANSLATE_NOOP("ServerSetting",
                                  "A single participant runs without a quorum. Switch it off to let "
                                  "one participant have observers or grow later.")},
    SettingText{
        "reconfigEnabled", QT_TRANSLATE_NOOP("ServerSetting", "Dynamic reconfiguration"),
        QT_TRANSLATE_NOOP("ServerSetting", "Members can be added and removed while the ensemble runs.")},
    SettingText{"extendedTypesEnabled", QT_TRANSLATE_NOOP("ServerSetting", "TTL nodes"),
                QT_TRANSLATE_NOOP("ServerSetting",
                                  "Znodes may carry a time to live. The member id 255 cannot be used then.")},
    SettingText{
        "autopurge.purgeInterval", QT_TRANSLATE_NOOP("ServerSetting", "Purge every"),
        QT_TRANSLATE_NOOP("ServerSetting",
                          "How often old snapshots and transaction logs are deleted. 0 means never.")},
    SettingText{
        "autopurge.snapRetainCount", QT_TRANSLATE_NOOP("ServerSetting", "Snapshots kept"),
        QT_TRANSLATE_NOOP("ServerSetting",
                          "How many of the newest snapshots a purge keeps, with their transaction logs.")},
    SettingText{
        "extra", QT_TRANSLATE_NOOP("ServerSetting", "More lines of zoo.cfg"),
        QT_TRANSLATE_NOOP(
            "ServerSetting",
            "Any other configuration, one key=value per line. The server does not report misspelt keys.")},
};

const SettingText *textOf(const QString &key)
{
    const auto *found = std::find_if(texts.begin(), texts.end(), [&key](const SettingText &text) {
        return key == QLatin1StringView(text.key);
    });
    return found == texts.end() ? nullptr : found;
}

} // namespace

QString ServerSetting::title() const
{
    const SettingText *text = textOf(key);
    return text == nullptr ? key : QCoreApplication::translate("ServerSetting", text->title);
}

QString ServerSetting::explanation() const
{
    const SettingText *text = textOf(key);
    return text == nullptr ? QString() : QCoreApplication::translate("ServerSetting", text->explanation);
}

QString ServerSetting::unitText() const
{
    static constexpr std::array units{QT_TRANSLATE_NOOP("ServerSetting", "ms"),
                                      QT_TRANSLATE_NOOP("ServerSetting", "ticks"),
                                      QT_TRANSLATE_NOOP("ServerSetting", "h")};
    const auto *known = std::find_if(units.begin(), units.end(),
                                     [this](const char *name) { return unit == QLatin1StringView(name); });
    return known == units.end() ? unit : QCoreApplication::translate("ServerSetting", *known);
}

const QList<ServerSetting> &serverSettings()
{
    static const QList<ServerSetting> settings = table();
    return settings;
}

} // namespace zoodock
