// SPDX-License-Identifier: GPL-3.0-or-later
#include "zookeeper/serverreplies.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QMap>

#include <algorithm>
#include <optional>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype excerptLength = 200;

QString text(const char *english)
{
    return QCoreApplication::translate("ServerReply", english);
}

/// Whatever bytes there are; a table must not break its rows.
QString cell(const QByteArray &bytes)
{
    QString shown = QString::fromUtf8(bytes).trimmed();
    for (QChar &character : shown) {
        if (character.unicode() < 0x20)
            character = character == u'\t' ? QChar(u' ') : QChar(0x2400 + character.unicode());
    }
    return shown;
}

QList<QByteArray> linesOf(const QByteArray &answer)
{
    QList<QByteArray> lines;
    for (QByteArray line : answer.split('\n')) {
        if (line.endsWith('\r'))
            line.chop(1);
        if (!line.trimmed().isEmpty())
            lines.append(line);
    }
    return lines;
}

TextTable namesAndValues(QString title = {})
{
    return {std::move(title),
            {text(QT_TRANSLATE_NOOP("ServerReply", "Name")), text(QT_TRANSLATE_NOOP("ServerReply", "Value"))},
            {}};
}

/// "name: value", "name=value", "name\tvalue": whichever `separator` is.
QList<TextTable> pairs(const QByteArray &answer, char separator, const QByteArray &prefix = {})
{
    TextTable table = namesAndValues();
    for (const QByteArray &line : linesOf(answer)) {
        const auto at = line.indexOf(separator);
        QByteArray name = at < 0 ? line : line.left(at);
        if (name.startsWith(prefix))
            name.remove(0, prefix.size());
        table.rows.append({cell(name), at < 0 ? QString() : cell(line.mid(at + 1))});
    }
    return {table};
}

/// conf: pairs, then "membership: " and the server lines.
QList<TextTable> configuration(const QByteArray &answer)
{
    TextTable settings = namesAndValues();
    TextTable servers = namesAndValues(text(QT_TRANSLATE_NOOP("ServerReply", "Membership")));
    bool isMembership = false;
    for (const QByteArray &line : linesOf(answer)) {
        if (line.startsWith("membership:")) {
            isMembership = true;
            continue;
        }
        const auto at = line.indexOf('=');
        QStringList row{cell(at < 0 ? line : line.left(at)), at < 0 ? QString() : cell(line.mid(at + 1))};
        if (row.first() == "peerType"_L1)
            row.last() = row.last() == "0"_L1   ? text(QT_TRANSLATE_NOOP("ServerReply", "participant (0)"))
                         : row.last() == "1"_L1 ? text(QT_TRANSLATE_NOOP("ServerReply", "observer (1)"))
                                                : row.last();
        (isMembership ? servers : settings).rows.append(row);
    }
    return servers.rows.isEmpty() ? QList<TextTable>{settings} : QList<TextTable>{settings, servers};
}

QString connectionColumn(const QString &key)
{
    static const QMap<QString, const char *> words{
        {u"queued"_s, QT_TRANSLATE_NOOP("ServerReply", "Queued")},
        {u"recved"_s, QT_TRANSLATE_NOOP("ServerReply", "Received")},
        {u"sent"_s, QT_TRANSLATE_NOOP("ServerReply", "Sent")},
        {u"sid"_s, QT_TRANSLATE_NOOP("ServerReply", "Session")},
        {u"lop"_s, QT_TRANSLATE_NOOP("ServerReply", "Last operation")},
        {u"est"_s, QT_TRANSLATE_NOOP("ServerReply", "Since")},
        {u"to"_s, QT_TRANSLATE_NOOP("ServerReply", "Time-out (ms)")},
        {u"lcxid"_s, QT_TRANSLATE_NOOP("ServerReply", "Last cxid")},
        {u"lzxid"_s, QT_TRANSLATE_NOOP("ServerReply", "Last zxid")},
        {u"llat"_s, QT_TRANSLATE_NOOP("ServerReply", "Last latency (ms)")},
        {u"minlat"_s, QT_TRANSLATE_NOOP("ServerReply", "Least latency (ms)")},
        {u"avglat"_s, QT_TRANSLATE_NOOP("ServerReply", "Mean latency (ms)")},
        {u"maxlat"_s, QT_TRANSLATE_NOOP("ServerReply", "Greatest latency (ms)")},
    };
    const char *word = words.value(key);
    return word ? text(word) : key;
}

QString connectionValue(const QString &key, const QString &value)
{
    bool ok = false;
    const qint64 milliseconds = value.toLongLong(&ok);
    if (key == "est"_L1 && ok && milliseconds > 0 && milliseconds < 253'402'300'800'000) // year 9999
        return QDateTime::fromMSecsSinceEpoch(milliseconds).toString(u"yyyy-MM-dd HH:mm:ss"_s);
    return value;
}

/// " /172.17.0.1:57954[1](queued=0,recved=6,…)"; nothing: it looks otherwise.
std::optional<std::pair<QString, QList<std::pair<QString, QString>>>> connection(const QByteArray &line)
{
    const auto open = line.indexOf('(');
    const auto close = line.lastIndexOf(')');
    if (open < 0 || close < open)
        return std::nullopt;
    QByteArray address = line.left(open).trimmed();
    if (const auto bracket = address.lastIndexOf('['); bracket > 0 && address.endsWith(']'))
        address.truncate(bracket);
    if (address.startsWith('/'))
        address.remove(0, 1);
    QList<std::pair<QString, QString>> fields;
    for (const QByteArray &field : line.mid(open + 1, close - open - 1).split(',')) {
        const auto at = field.indexOf('=');
        if (at > 0)
            fields.append({cell(field.left(at)), cell(field.mid(at + 1))});
    }
    return std::make_pair(cell(address), fields);
}

QList<TextTable> connections(const QByteArray &answer)
{
    TextTable table{{}, {text(QT_TRANSLATE_NOOP("ServerReply", "Client"))}, {}};
    QStringList keys;
    for (const QByteArray &line : linesOf(answer)) {
        const auto client = connection(line);
        QStringList row{client ? client->first : cell(line)};
        for (const auto &[key, value] : client ? client->second : decltype(client->second)()) {
            if (key == "lresp"_L1) // ms of the server's own clock: of no use to anybody
                continue;
            if (!keys.contains(key))
                keys.append(key);
            const qsizetype column = keys.indexOf(key) + 1;
            while (row.size() <= column)
                row.append(QString());
            row[column] = connectionValue(key, value);
        }
        table.rows.append(row);
    }
    for (const QString &key : std::as_const(keys))
        table.columns.append(connectionColumn(key));
    return {table};
}

TextTable groupsAndEntries(QString title = {})
{
    return {
        std::move(title),
        {text(QT_TRANSLATE_NOOP("ServerReply", "Group")), text(QT_TRANSLATE_NOOP("ServerReply", "Entry"))},
        {}};
}

/// "0x300027e58a80000\t10000ms", as a member that follows lists the sessions; nothing: it looks otherwise.
std::optional<QStringList> sessionRow(const QByteArray &line)
{
    const QList<QByteArray> words = line.simplified().split(' ');
    if (words.size() != 2 || !words.at(0).startsWith("0x") || !words.at(1).endsWith("ms"))
        return std::nullopt;
    return QStringList{cell(words.at(0)), cell(words.at(1).chopped(2))};
}

QStringList sessionColumns()
{
    return {connectionColumn(u"sid"_s), connectionColumn(u"to"_s)};
}

/// Its heading ("Global Sessions(2):") was taken for a group.
void addSession(QList<TextTable> &tables, const QStringList &row)
{
    if (tables.constLast().columns != sessionColumns()) {
        QList<QStringList> &rows = tables.last().rows;
        const bool hasHeading = !rows.isEmpty() && rows.last().last().isEmpty();
        const QString heading = hasHeading ? rows.takeLast().first() : QString();
        if (rows.isEmpty())
            tables.last().columns = sessionColumns();
        else
            tables.append({heading, sessionColumns(), {}});
    }
    tables.last().rows.append(row);
}

/// dump: headings, group lines ("0x10000ef1e310000:", "2 expire at …:") and their entries after a tab.
QList<TextTable> sessions(const QByteArray &answer)
{
    QList<TextTable> tables;
    QString group;
    for (const QByteArray &line : linesOf(answer)) {
        const bool isEntry = line.startsWith('\t') || line.startsWith(' ');
        QByteArray name = line.trimmed();
        if (name.endsWith(':'))
            name.chop(1);
        if (!isEntry && line.endsWith("dump:")) {
            tables.append(groupsAndEntries(cell(name)));
            group.clear();
            continue;
        }
        if (tables.isEmpty())
            tables.append(groupsAndEntries());
        if (const auto session = isEntry ? std::nullopt : sessionRow(line)) {
            addSession(tables, *session);
            continue;
        }
        if (tables.constLast().columns == sessionColumns()) // groups again
            tables.append(groupsAndEntries());
        QList<QStringList> &rows = tables.last().rows;
        if (isEntry) {
            rows.append({group, cell(name)});
            continue;
        }
        group = cell(name);
        rows.append({group, QString()});
    }
    // A group is a row of its own only where it is empty.
    for (TextTable &table : tables) {
        for (qsizetype row = table.rows.size() - 2; row >= 0; --row) {
            if (table.rows.at(row).at(1).isEmpty() &&
                table.rows.at(row + 1).at(0) == table.rows.at(row).at(0))
                table.rows.remove(row);
        }
    }
    return tables;
}

QList<TextTable> watchSummary(const QByteArray &answer)
{
    TextTable table = namesAndValues();
    for (const QByteArray &line : linesOf(answer)) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() == 5 && words.at(1) == "connections") {
            table.rows.append(
                {text(QT_TRANSLATE_NOOP("ServerReply", "Connections that watch")), cell(words.at(0))});
            table.rows.append({text(QT_TRANSLATE_NOOP("ServerReply", "Watched paths")), cell(words.at(3))});
        } else if (line.startsWith("Total watches:")) {
            table.rows.append({text(QT_TRANSLATE_NOOP("ServerReply", "Watches")), cell(line.mid(14))});
        } else {
            table.rows.append({cell(line), QString()});
        }
    }
    return {table};
}

QList<TextTable> oneWord(const QByteArray &answer)
{
    static const QMap<QString, const char *> meanings{
        {u"imok"_s, QT_TRANSLATE_NOOP("ServerReply", "The server runs. That does not say that it serves.")},
        {u"rw"_s, QT_TRANSLATE_NOOP("ServerReply", "The server takes reads and writes.")},
        {u"ro"_s, QT_TRANSLATE_NOOP("ServerReply", "The server takes reads alone: it has lost the quorum.")},
        {u"null"_s, QT_TRANSLATE_NOOP("ServerReply", "The server serves nobody: there is no quorum.")},
    };
    TextTable table{
        {},
        {text(QT_TRANSLATE_NOOP("ServerReply", "Answer")), text(QT_TRANSLATE_NOOP("ServerReply", "Meaning"))},
        {}};
    const QString word = cell(answer);
    const char *meaning = meanings.value(word);
    table.rows.append({word, meaning ? text(meaning) : QString()});
    return {table};
}

Error answerError(ErrorKind kind, const QString &sentence, const QByteArray &word, const QByteArray &answer)
{
    return Error(kind, sentence, QString::fromUtf8(word + ": " + answer.left(excerptLength)));
}

std::optional<Error> refusal(const QByteArray &word, const QByteArray &answer)
{
    if (answer.trimmed().isEmpty())
        return answerError(
            ErrorKind::ConnectionLost,
            text(QT_TRANSLATE_NOOP("ServerReply", "The server closed the connection without an answer. "
                                                  "This version may not know the word.")),
            word, answer);
    if (answer.contains("not currently serving requests"))
        return answerError(
            ErrorKind::NotServing,
            text(QT_TRANSLATE_NOOP("ServerReply", "The server runs, but serves nobody: it is looking "
                                                  "for a leader. Start enough members for a majority.")),
            word, answer);
    if (answer.contains("is not executed because it is not in the whitelist"))
        return answerError(ErrorKind::NotWhitelisted,
                           QCoreApplication::translate("ServerReply",
                                                       "The server does not answer “%1”: its setting "
                                                       "4lw.commands.whitelist does not name it.")
                               .arg(QString::fromLatin1(word)),
                           word, answer);
    return std::nullopt;
}

} // namespace

Result<QList<TextTable>> parseFourLetterAnswer(const QByteArray &word, const QByteArray &answer)
{
    if (const std::optional<Error> error = refusal(word, answer))
        return failure(*error);
    if (word == "mntr")
        return pairs(answer, '\t', "zk_");
    if (word == "conf")
        return configuration(answer);
    if (word == "cons")
        return connections(answer);
    if (word == "dump")
        return sessions(answer);
    if (word == "wchs")
        return watchSummary(answer);
    if (word == "ruok" || word == "isro")
        return oneWord(answer);
    return pairs(answer, ':');
}

} // namespace zoodock
