// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commandspec.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

bool isHarmless(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
           "@%+=:,./_-"_L1.contains(c);
}

bool isControl(QChar c)
{
    return c < u' ' || c == u'\x7f';
}

QString singleQuoted(QString word)
{
    return u'\'' + word.replace(u'\'', "'\\''"_L1) + u'\'';
}

/// printf's format for `word`, so that a word with line breaks still fits on one line.
QString printfFormat(const QString &word)
{
    QString format;
    for (const QChar c : word) {
        if (c == u'\n')
            format += "\\n"_L1;
        else if (c == u'\\')
            format += "\\\\"_L1;
        else if (c == u'%')
            format += "%%"_L1;
        else if (isControl(c))
            format += u'\\' + QString::number(c.unicode(), 8).rightJustified(3, u'0');
        else
            format += c;
    }
    return format;
}

} // namespace

QString shellQuoted(const QString &word)
{
    if (word.isEmpty())
        return u"''"_s;
    // A leading "=" is an expansion in zsh, into which people paste as well.
    if (!word.startsWith(u'=') && std::all_of(word.cbegin(), word.cend(), isHarmless))
        return word;
    // $(…) drops newlines at the end; such a word takes several lines instead.
    if (!word.endsWith(u'\n') && std::any_of(word.cbegin(), word.cend(), isControl)) {
        // A format that begins with "-" would be taken for an option.
        const QString format = printfFormat(word);
        return u"\"$(printf "_s + (format.startsWith(u'-') ? "-- "_L1 : ""_L1) + singleQuoted(format) +
               ")\""_L1;
    }
    return singleQuoted(word);
}

QString CommandSpec::display() const
{
    QStringList words;
    for (const auto &[name, value] : environment)
        words += name + u'=' + shellQuoted(masked(value));
    const QString shownProgram = masked(program);
    // NAME=VALUE in the first place would be an assignment.
    words += shownProgram.contains(u'=') ? singleQuoted(shownProgram) : shellQuoted(shownProgram);
    for (const QString &argument : arguments)
        words += shellQuoted(masked(argument));
    if (!standardInput.isEmpty()) {
        const QString note = standardInputNote.isEmpty()
                                 ? QCoreApplication::translate("CommandSpec", "standard input: %Ln byte(s)",
                                                               nullptr, int(standardInput.size()))
                                 : QCoreApplication::translate("CommandSpec", "standard input: %1")
                                       .arg(masked(standardInputNote).simplified());
        words += "# "_L1 + note;
    }
    return words.join(u' ');
}

QString CommandSpec::masked(QString text) const
{
    // Longest first: a secret may be the beginning of another one.
    QStringList byLength = secrets;
    std::sort(byLength.begin(), byLength.end(),
              [](const QString &a, const QString &b) { return a.size() > b.size(); });
    for (const QString &secret : std::as_const(byLength)) {
        if (!secret.isEmpty())
            text.replace(secret, "***"_L1);
    }
    return text;
}

} // namespace zoodock
