// SPDX-License-Identifier: GPL-3.0-or-later
#include "callbook.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QRegularExpression>

#include <sys/file.h>
#include <unistd.h>

namespace
{

/// Held while one call is matched and noted, so that "twice, then the next rule" holds for concurrent calls.
class Lock
{
public:
    explicit Lock(const QString &path)
        : m_file(path)
    {
        if (m_file.open(QIODevice::ReadWrite))
            ::flock(m_file.handle(), LOCK_EX);
    }

private:
    QFile m_file;
};

/// The command without docker's global options, which stand before it.
QStringList withoutGlobalOptions(QStringList arguments)
{
    static const QStringList withValue{"--context", "-c", "--host", "-H", "--log-level", "-l", "--config"};
    while (!arguments.isEmpty() && arguments.first().startsWith('-')) {
        const bool takesNext = withValue.contains(arguments.takeFirst());
        if (takesNext && !arguments.isEmpty())
            arguments.removeFirst();
    }
    return arguments;
}

bool startsWith(const QStringList &arguments, const QJsonArray &prefix)
{
    if (arguments.size() < prefix.size())
        return false;
    for (qsizetype i = 0; i < prefix.size(); ++i) {
        const QString pattern = prefix.at(i).toString();
        if (pattern != "*" && pattern != arguments.at(i))
            return false;
    }
    return true;
}

} // namespace

CallBook::CallBook(const QString &scriptFile, const QString &logFile, const QStringList &arguments)
    : m_logFile(logFile)
    , m_arguments(arguments)
{
    QFile script(scriptFile);
    if (script.open(QIODevice::ReadOnly))
        m_rules = QJsonDocument::fromJson(script.readAll()).object().value("rules").toArray();
}

QJsonObject CallBook::enter()
{
    const Lock lock(m_logFile + ".lock");
    const int rule = findRule();
    append({{"pid", static_cast<qint64>(::getpid())},
            {"time", QDateTime::currentMSecsSinceEpoch()},
            {"rule", rule},
            {"args", QJsonArray::fromStringList(m_arguments)}});
    return rule < 0 ? QJsonObject() : m_rules.at(rule).toObject();
}

void CallBook::noteInput(const QByteArray &bytes)
{
    const Lock lock(m_logFile + ".lock");
    append({{"pid", static_cast<qint64>(::getpid())}, {"stdin", QString::fromLatin1(bytes.toBase64())}});
}

int CallBook::findRule() const
{
    for (int i = 0; i < m_rules.size(); ++i) {
        const QJsonObject rule = m_rules.at(i).toObject();
        const int times = rule.value("times").toInt();
        if (matches(rule) && (times == 0 || timesUsed(i) < times))
            return i;
    }
    return -1;
}

bool CallBook::matches(const QJsonObject &rule) const
{
    if (rule.contains("regex"))
        return QRegularExpression(rule.value("regex").toString()).match(m_arguments.join(' ')).hasMatch();
    const QJsonArray prefix = rule.value("args").toArray();
    return startsWith(m_arguments, prefix) || startsWith(withoutGlobalOptions(m_arguments), prefix);
}

int CallBook::timesUsed(int rule) const
{
    int used = 0;
    QFile log(m_logFile);
    if (!log.open(QIODevice::ReadOnly))
        return 0;
    while (!log.atEnd()) {
        if (QJsonDocument::fromJson(log.readLine()).object().value("rule").toInt(-1) == rule)
            ++used;
    }
    return used;
}

void CallBook::append(const QJsonObject &record)
{
    QFile log(m_logFile);
    if (log.open(QIODevice::WriteOnly | QIODevice::Append))
        log.write(QJsonDocument(record).toJson(QJsonDocument::Compact) + '\n');
}
