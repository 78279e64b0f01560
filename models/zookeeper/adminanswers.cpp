// SPDX-License-Identifier: GPL-3.0-or-later
#include "zookeeper/serverreplies.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int deepest = 16;
constexpr qint64 plausibleTime = 1'000'000'000'000; ///< ms; before that it is no time of day

bool isHexadecimal(const QString &key)
{
    return key.endsWith("zxid"_L1) || key.endsWith("session_id"_L1) || key == "last_processed_zxid"_L1;
}

QString none()
{
    return QCoreApplication::translate("ServerReply", "none");
}

QString scalar(const QString &key, const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isString())
        return value.toString();
    if (!value.isDouble())
        return none();
    const double number = value.toDouble();
    const qint64 whole = value.toInteger(-1);
    if (whole == -1 && !qFuzzyCompare(number, -1.0))
        return QString::number(number);
    if (isHexadecimal(key))
        return u"0x"_s + QString::number(static_cast<quint64>(whole), 16);
    if (key == "established"_L1 && whole > plausibleTime && whole < 253 * plausibleTime)
        return QDateTime::fromMSecsSinceEpoch(whole).toString(u"yyyy-MM-dd HH:mm:ss"_s);
    return QString::number(whole);
}

QString joined(const QString &key, const QJsonArray &array)
{
    if (array.isEmpty())
        return none();
    QStringList texts;
    for (const QJsonValue &value : array)
        texts += value.isObject() || value.isArray()
                     ? QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact))
                     : scalar(key, value);
    return texts.join(", "_L1);
}

/// Nested names are joined by dots; lists of objects are left to the caller.
void flatten(const QString &prefix, const QJsonObject &object, int depth,
             QList<std::pair<QString, QString>> &rows, QList<std::pair<QString, QJsonArray>> &lists)
{
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const QString name = prefix + entry.key();
        const QJsonValue value = entry.value();
        if (value.isObject() && value.toObject().isEmpty())
            rows.append({name, none()});
        else if (value.isObject() && depth < deepest)
            flatten(name + u'.', value.toObject(), depth + 1, rows, lists);
        else if (value.isArray() && !value.toArray().isEmpty() && value.toArray().first().isObject())
            lists.append({name, value.toArray()});
        else if (value.isArray())
            rows.append({name, joined(entry.key(), value.toArray())});
        else
            rows.append({name, scalar(entry.key(), value)});
    }
}

TextTable pagesTable(const QString &title = {})
{
    return {title,
            {QCoreApplication::translate("ServerReply", "Name"),
             QCoreApplication::translate("ServerReply", "Value")},
            {}};
}

/// A whole file in one value, as in initial_configuration: "name=value" in each line.
TextTable fileTable(const QString &title, const QString &content)
{
    TextTable table = pagesTable(title);
    for (const QString &line : content.split(u'\n', Qt::SkipEmptyParts)) {
        const qsizetype at = line.indexOf(u'=');
        table.rows.append({at < 0 ? line : line.left(at), at < 0 ? QString() : line.mid(at + 1)});
    }
    return table;
}

/// Of a connection, as `cons` has them: an object's own order is the alphabet.
qsizetype placeOf(const QString &key)
{
    static const QStringList order{u"remote_socket_address"_s,
                                   u"outstanding_requests"_s,
                                   u"packets_received"_s,
                                   u"packets_sent"_s,
                                   u"session_id"_s,
                                   u"last_operation"_s,
                                   u"established"_s,
                                   u"session_timeout"_s,
                                   u"last_cxid"_s,
                                   u"last_zxid"_s,
                                   u"last_latency"_s,
                                   u"min_latency"_s,
                                   u"avg_latency"_s,
                                   u"max_latency"_s};
    const qsizetype place = order.indexOf(key);
    return place < 0 ? order.size() : place;
}

TextTable listTable(const QString &title, const QJsonArray &list)
{
    TextTable table{title, {}, {}};
    for (const QJsonValue &item : list) {
        QList<std::pair<QString, QString>> cells;
        QList<std::pair<QString, QJsonArray>> deeper;
        flatten({}, item.toObject(), 0, cells, deeper);
        for (const auto &[name, array] : std::as_const(deeper))
            cells.append({name, joined(name, array)});
        std::stable_sort(cells.begin(), cells.end(), [](const auto &one, const auto &other) {
            return placeOf(one.first) < placeOf(other.first);
        });
        QStringList row;
        for (const auto &[name, value] : std::as_const(cells)) {
            if (!table.columns.contains(name))
                table.columns.append(name);
            const qsizetype column = table.columns.indexOf(name);
            while (row.size() <= column)
                row.append(QString());
            row[column] = value;
        }
        table.rows.append(row);
    }
    return table;
}

Error notAdmin(const QByteArray &answer)
{
    return Error(ErrorKind::BadOutput,
                 QCoreApplication::translate("ServerReply",
                                             "What listens on this port does not answer like ZooKeeper's "
                                             "AdminServer. Check the port."),
                 QString::fromUtf8(answer.left(200)));
}

} // namespace

Result<QStringList> parseAdminIndex(const QByteArray &html)
{
    static const QRegularExpression link(u"<a href=\"[^\"]*/([a-z_]{2,60})\">"_s);
    QStringList names;
    auto matches = link.globalMatch(QString::fromUtf8(html));
    while (matches.hasNext())
        names += matches.next().captured(1);
    names.removeDuplicates();
    if (names.isEmpty())
        return failure(notAdmin(html));
    return names;
}

Result<QList<TextTable>> parseAdminAnswer(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return failure(notAdmin(json));
    QJsonObject object = document.object();
    const QJsonValue error = object.take("error"_L1);
    object.remove("command"_L1);
    if (error.isString())
        return failure(
            ErrorKind::ZooKeeperFailed,
            QCoreApplication::translate("ServerReply", "The AdminServer says: %1.").arg(error.toString()),
            QString::fromUtf8(json.left(200)));
    QList<std::pair<QString, QString>> pairs;
    QList<std::pair<QString, QJsonArray>> lists;
    flatten({}, object, 0, pairs, lists);
    TextTable values = pagesTable();
    QList<TextTable> tables;
    for (const auto &[name, value] : std::as_const(pairs)) {
        if (value.contains(u'\n'))
            tables.append(fileTable(name, value));
        else
            values.rows.append({name, value});
    }
    for (const auto &[name, list] : std::as_const(lists))
        tables.append(listTable(name, list));
    if (!values.rows.isEmpty())
        tables.prepend(values);
    if (tables.isEmpty()) { // ruok
        const QString nothing = QCoreApplication::translate("ServerReply", "The server answered; it has "
                                                                           "nothing to tell.");
        tables.append(TextTable{{}, {QCoreApplication::translate("ServerReply", "Answer")}, {{nothing}}});
    }
    return tables;
}

} // namespace zoodock
