// SPDX-License-Identifier: GPL-3.0-or-later
#include "sourcerules.h"

#include <QtCore/QHash>
#include <QtCore/QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace sourcerules
{

namespace
{

const QStringList rooms{u"core"_s,     u"ensemble"_s,   u"docker"_s, u"zookeeper"_s, u"znodes"_s,
                        u"clusters"_s, u"itemmodels"_s, u"ui"_s,     u"app"_s};

/// Room → the rooms that it may use (itself included).
const QHash<QString, QStringList> mayUse{
    {u"core"_s, {u"core"_s}},
    {u"ensemble"_s, {u"ensemble"_s, u"core"_s}},
    {u"docker"_s, {u"docker"_s, u"core"_s, u"ensemble"_s}},
    {u"zookeeper"_s, {u"zookeeper"_s, u"core"_s}},
    {u"znodes"_s, {u"znodes"_s, u"core"_s, u"zookeeper"_s}},
    {u"clusters"_s, {u"clusters"_s, u"core"_s, u"ensemble"_s, u"docker"_s, u"zookeeper"_s}},
    {u"itemmodels"_s, {u"itemmodels"_s, u"core"_s, u"ensemble"_s, u"clusters"_s, u"znodes"_s}},
    {u"ui"_s, {u"ui"_s, u"itemmodels"_s, u"clusters"_s, u"znodes"_s, u"ensemble"_s, u"core"_s}},
    {u"app"_s, rooms},
};

/// What ui may not see, not even through a public header of clusters/ or znodes/.
const QHash<QString, QStringList> hiddenInPublicHeaders{
    {u"clusters"_s, {u"docker"_s, u"zookeeper"_s}},
    {u"znodes"_s, {u"zookeeper"_s}},
};

QString roomOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    return parts.first() == "models"_L1 ? parts.value(1) : parts.first();
}

QString at(const QString &path, qsizetype line, const QString &sentence)
{
    return u"%1:%2: %3"_s.arg(path).arg(line).arg(sentence);
}

/// Without // comments and string literals, so that words in them do not count.
QString codeOf(const QString &line)
{
    static const QRegularExpression literal(u"\"(?:[^\"\\\\]|\\\\.)*\""_s);
    QString code = line;
    code.replace(literal, u"\"\""_s);
    const qsizetype comment = code.indexOf("//"_L1);
    return comment < 0 ? code : code.left(comment);
}

QString includeViolation(const QString &path, const QString &header)
{
    const QString room = roomOf(path);
    const QString used = header.section(u'/', 0, 0);
    if (header == "zookeeper/zookeeper.h"_L1 || header == "zookeeper.h"_L1) {
        const bool allowed = room == "zookeeper"_L1 && path.endsWith(".cpp"_L1);
        return allowed ? QString()
                       : u"The C client's header is included in .cpp files of zookeeper/ alone."_s;
    }
    if (rooms.contains(used) && !mayUse.value(room).contains(used))
        return u"%1/ may not use %2/."_s.arg(room, used);
    if (path.contains("/include/"_L1) && hiddenInPublicHeaders.value(room).contains(used))
        return u"A public header of %1/ shows nothing of %2/: ui/ would see it."_s.arg(room, used);
    static const QRegularExpression widgets(
        u"^(QtWidgets|QtGui|QtSvg)/|^Q(Widget|Dialog|MessageBox|Application)$"_s);
    if (path.startsWith("models/"_L1) && widgets.match(header).hasMatch())
        return u"models/ has no widget and no dialog."_s;
    static const QRegularExpression outside(u"^(QProcess|QtCore/QProcess|QtNetwork/.*|QTcpSocket)$"_s);
    if (room == "ui"_L1 && outside.match(header).hasMatch())
        return u"ui/ has no process and no socket."_s;
    if (room == "ensemble"_L1 && outside.match(header).hasMatch())
        return u"ensemble/ has no I/O."_s;
    if (header.endsWith("QProcess"_L1) && room != "core"_L1)
        return u"QProcess is wrapped in core/ProcessRunner; nobody else uses it."_s;
    if (header.startsWith("models/"_L1) || header.startsWith("../"_L1))
        return u"Rooms are included by name, not by path."_s;
    return {};
}

} // namespace

QStringList includeViolations(const QString &path, const QString &text)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"_s);
    QStringList violations;
    qsizetype number = 0;
    for (const QString &line : text.split(u'\n')) {
        ++number;
        const QRegularExpressionMatch match = include.match(line);
        if (!match.hasMatch())
            continue;
        const QString violation = includeViolation(path, match.captured(1));
        if (!violation.isEmpty())
            violations.append(at(path, number, violation));
    }
    return violations;
}

QStringList callViolations(const QString &path, const QString &text)
{
    struct Rule
    {
        QRegularExpression pattern;
        QString sentence;
    };
    static const QList<Rule> rules{
        {QRegularExpression(
             u"\\bwaitFor(Started|Finished|ReadyRead|BytesWritten|Connected|Disconnected)\\b"_s),
         u"Nothing waits: no waitFor… outside tests/."_s},
        {QRegularExpression(u"\\bprocessEvents\\b"_s), u"No processEvents outside tests/."_s},
        {QRegularExpression(u"\\bQEventLoop\\b"_s), u"No local event loop outside tests/."_s},
        {QRegularExpression(u"(\\.|->)exec\\s*\\(\\s*\\)"_s),
         u"Dialogs and menus open(); nothing is exec()uted."_s},
        {QRegularExpression(u"\\bQMessageBox::(question|information|warning|critical)\\s*\\("_s),
         u"The static QMessageBox functions run a nested loop; use open()."_s},
        {QRegularExpression(u"\\bQ(File|Input|Color|Font)Dialog::get[A-Z]"_s),
         u"The static dialog functions run a nested loop; use open()."_s},
        {QRegularExpression(u"\\b(SIGNAL|SLOT)\\s*\\("_s),
         u"Signals are connected by pointer, never by string."_s},
        {QRegularExpression(u"\\bQProcess::(execute|startDetached)\\b"_s),
         u"Processes start through ProcessRunner."_s},
        {QRegularExpression(u"\\b(system|popen)\\s*\\(\\s*\""_s), u"No shell."_s},
    };
    QStringList violations;
    qsizetype number = 0;
    for (const QString &line : text.split(u'\n')) {
        ++number;
        const QString code = codeOf(line);
        for (const Rule &rule : rules) {
            if (rule.pattern.match(code).hasMatch())
                violations.append(at(path, number, rule.sentence));
        }
    }
    return violations;
}

QStringList formViolations(const QString &path, const QString &text)
{
    QStringList violations;
    if (!text.startsWith("// SPDX-License-Identifier: GPL-3.0-or-later\n"_L1))
        violations.append(at(path, 1, u"The first line is the SPDX licence line."_s));
    if (path.endsWith(".h"_L1) && !text.contains("\n#pragma once\n"_L1))
        violations.append(at(path, 1, u"A header has #pragma once."_s));
    if (!text.endsWith(u'\n'))
        violations.append(at(path, text.count(u'\n') + 1, u"A file ends with a newline."_s));
    const QString name = path.section(u'/', -1);
    if (name != name.toLower())
        violations.append(at(path, 1, u"File names are lower-case."_s));
    static const QRegularExpression bare(u"%n\\b"_s); // in what people read
    const QRegularExpressionMatch number =
        path.startsWith("tests/"_L1) ? QRegularExpressionMatch() : bare.match(text);
    if (number.hasMatch())
        violations.append(at(path, text.left(number.capturedStart()).count(u'\n') + 1,
                             u"Numbers have the digits of the person's language: %Ln."_s));
    return violations;
}

} // namespace sourcerules
