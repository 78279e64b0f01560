// SPDX-License-Identifier: GPL-3.0-or-later
#include "ensemble/imagefamily.h"

#include "ensemble/imagereference.h"

#include <algorithm>
#include <array>

/// The table of image families. Source of the official family: docker-entrypoint.sh of docker-library's
/// zookeeper repository (31z4/zookeeper-docker) at each change of its variables. A variable that came in the
/// middle of a version's life, by a rebuild of its image, counts as absent: the older build may be what lies
/// on the engine.

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

using VariableMap = QMap<QString, QString>;

constexpr Version beginning{0, 0, 0};
constexpr int newest = 9999;

VariableMap merged(VariableMap first, const VariableMap &second)
{
    first.insert(second);
    return first;
}

const VariableMap &basicVariables()
{
    static const VariableMap table{
        {u"tickTime"_s, u"ZOO_TICK_TIME"_s},
        {u"initLimit"_s, u"ZOO_INIT_LIMIT"_s},
        {u"syncLimit"_s, u"ZOO_SYNC_LIMIT"_s},
        {u"maxClientCnxns"_s, u"ZOO_MAX_CLIENT_CNXNS"_s},
    };
    return table;
}

const VariableMap &purgeVariables()
{
    static const VariableMap table{
        {u"autopurge.purgeInterval"_s, u"ZOO_AUTOPURGE_PURGEINTERVAL"_s},
        {u"autopurge.snapRetainCount"_s, u"ZOO_AUTOPURGE_SNAPRETAINCOUNT"_s},
    };
    return table;
}

/// What a server of this image uses when nothing is said: the image's own defaults over the server's.
VariableMap officialDefaults(const QString &standaloneEnabled)
{
    return {
        {u"tickTime"_s, u"2000"_s},
        {u"initLimit"_s, u"5"_s},
        {u"syncLimit"_s, u"2"_s},
        {u"maxClientCnxns"_s, u"60"_s},
        {u"autopurge.purgeInterval"_s, u"0"_s},
        {u"autopurge.snapRetainCount"_s, u"3"_s},
        {u"standaloneEnabled"_s, standaloneEnabled},
        {u"admin.enableServer"_s, u"true"_s},
        {u"4lw.commands.whitelist"_s, QString()},
        {u"reconfigEnabled"_s, u"false"_s},
        {u"extendedTypesEnabled"_s, u"false"_s},
        {u"heap"_s, u"1000"_s},
        {u"jvmFlags"_s, QString()},
        {u"extra"_s, QString()},
    };
}

ImageEra officialEra(const QString &label, const QList<std::pair<Version, Version>> &ranges)
{
    ImageEra era;
    era.label = label;
    era.ranges = ranges;
    era.environment = basicVariables();
    era.imageDefaults = officialDefaults(u"true"_s);
    era.idVariable = u"ZOO_MY_ID"_s;
    era.serversVariable = u"ZOO_SERVERS"_s;
    return era;
}

ImageEra official34(const QString &label, const std::pair<Version, Version> &range)
{
    ImageEra era = officialEra(label, {range});
    era.clientPortInServerLine = false;
    era.hasAdminServer = false;
    era.hasFourLetterWhitelist = false;
    era.hasReconfig = false;
    era.hasHeapVariable = false;
    era.needsPeerType = true;
    return era;
}

QList<ImageEra> officialEras()
{
    ImageEra upTo3413 = official34(u"3.4.10–3.4.13"_s, {beginning, {3, 4, 13}});
    upTo3413.clientPortVariable = u"ZOO_PORT"_s;

    ImageEra last34 = official34(u"3.4.14"_s, {{3, 4, 14}, {3, 4, newest}});
    last34.environment = merged(basicVariables(), purgeVariables());

    ImageEra beta35 = officialEra(u"3.5.3-beta, 3.5.4-beta"_s, {{{3, 5, 0}, {3, 5, 4}}});
    beta35.environment.insert(u"standaloneEnabled"_s, u"ZOO_STANDALONE_ENABLED"_s);
    beta35.imageDefaults = officialDefaults(u"false"_s);

    ImageEra first35 = officialEra(u"3.5.5"_s, {{{3, 5, 5}, {3, 5, 5}}});
    first35.environment = merged(beta35.environment, purgeVariables());
    first35.environment.insert(u"admin.enableServer"_s, u"ZOO_ADMINSERVER_ENABLED"_s);

    ImageEra middle = officialEra(u"3.5.6, 3.5.7, 3.6.0"_s, {{{3, 5, 6}, {3, 5, 7}}, {{3, 6, 0}, {3, 6, 0}}});
    middle.environment = first35.environment;
    middle.environment.insert(u"4lw.commands.whitelist"_s, u"ZOO_4LW_COMMANDS_WHITELIST"_s);

    ImageEra current = officialEra(u"3.5.8, 3.6.1 and later"_s,
                                   {{{3, 5, 8}, {3, 5, newest}}, {{3, 6, 1}, {newest, newest, newest}}});
    current.environment = middle.environment;
    current.extraVariable = u"ZOO_CFG_EXTRA"_s;

    return {upTo3413, last34, beta35, first35, middle, current};
}

ImageFamily official()
{
    ImageFamily family;
    family.id = u"official"_s;
    family.repositories = {u"zookeeper"_s, u"library/zookeeper"_s, u"zoodock/zookeeper"_s};
    family.configurationDirectory = u"/conf"_s;
    family.dataDirectory = u"/data"_s;
    family.dataLogDirectory = u"/datalog"_s;
    family.logDirectory = u"/logs"_s;
    family.userId = 1000;
    family.jvmFlagsVariable = u"JVMFLAGS"_s;
    family.heapVariable = u"ZK_SERVER_HEAP"_s;
    family.eras = officialEras();
    return family;
}

} // namespace

const QList<ImageFamily> &imageFamilies()
{
    static const QList<ImageFamily> table{official()};
    return table;
}

/// Their own scripts: bitnami asks for ALLOW_ANONYMOUS_LOGIN and ZOO_SERVER_ID, colovu for
/// ZOO_ALLOW_ANONYMOUS_LOGIN, Confluent for ZOOKEEPER_CLIENT_PORT; owlgvt, garland and debezium read
/// SERVER_ID and lists of their own, wurstmeister nothing at all.
bool speaksAnotherDialect(const QString &reference)
{
    static constexpr std::array repositories{"bitnami/zookeeper"_L1,  "bitnamilegacy/zookeeper"_L1,
                                             "colovu/zookeeper"_L1,   "confluentinc/cp-zookeeper"_L1,
                                             "debezium/zookeeper"_L1, "garland/zookeeper"_L1,
                                             "owlgvt/zookeeper"_L1,   "wurstmeister/zookeeper"_L1};
    const QString repository = u'/' + ImageReference::parse(reference).repository;
    return std::any_of(repositories.begin(), repositories.end(), [&repository](QLatin1StringView known) {
        return repository.endsWith(known) && repository.at(repository.size() - known.size() - 1) == u'/';
    });
}

} // namespace zoodock
