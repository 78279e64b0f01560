// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodes/znodepath.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

tl::unexpected<Error> refusal(const char *sentence, const QString &text)
{
    return failure(ErrorKind::InvalidInput, QCoreApplication::translate("ZnodePath", sentence), text);
}

/// PathUtils.validatePath: what some terminals, or Java's own strings, do not bear.
bool isForbidden(QChar character)
{
    const char16_t c = character.unicode();
    return c <= 0x1f || (c >= 0x7f && c <= 0x9f) || (c >= 0xd800 && c <= 0xf8ff) || c >= 0xfff0;
}

} // namespace

Result<void> ZnodePath::checkName(const QString &name)
{
    if (name.isEmpty())
        return refusal(QT_TRANSLATE_NOOP("ZnodePath", "A name is missing. Type one."), name);
    if (name == "."_L1 || name == ".."_L1)
        return refusal(QT_TRANSLATE_NOOP("ZnodePath", "“.” and “..” are no names here. Type another one."),
                       name);
    if (name.contains(u'/'))
        return refusal(QT_TRANSLATE_NOOP("ZnodePath", "A name has no “/” in it. Leave it out."), name);
    if (std::any_of(name.begin(), name.end(), isForbidden))
        return refusal(QT_TRANSLATE_NOOP("ZnodePath",
                                         "The name has a character that ZooKeeper does not take, such as "
                                         "a line break or a symbol. Remove it."),
                       name);
    return {};
}

Result<ZnodePath> ZnodePath::parse(const QString &text)
{
    if (!text.startsWith(u'/'))
        return refusal(QT_TRANSLATE_NOOP("ZnodePath", "A path begins with “/”. Put one in front."), text);
    if (text.size() == 1)
        return ZnodePath();
    if (text.endsWith(u'/'))
        return refusal(QT_TRANSLATE_NOOP("ZnodePath", "A path does not end with “/”. Remove it."), text);
    const QStringList names = text.mid(1).split(u'/');
    for (const QString &name : names) {
        if (name.isEmpty())
            return refusal(QT_TRANSLATE_NOOP("ZnodePath", "The path has two “/” in a row. Remove one."),
                           text);
        if (const Result<void> checked = checkName(name); !checked)
            return failure(checked.error());
    }
    return ZnodePath(text);
}

QString ZnodePath::cleaned(const QString &typed)
{
    const auto isEndOfLine = [](QChar c) { return c == u'\n' || c == u'\r'; };
    QString text = typed;
    while (!text.isEmpty() && isEndOfLine(text.back()))
        text.chop(1);
    const QString rest = text.trimmed();
    if (rest.isEmpty())
        return {};
    return rest.startsWith(u'/') ? text.mid(text.indexOf(u'/')) : text;
}

ZnodePath ZnodePath::trusted(QString text)
{
    return ZnodePath(std::move(text));
}

QString ZnodePath::name() const
{
    return isRoot() ? m_text : m_text.mid(m_text.lastIndexOf(u'/') + 1);
}

ZnodePath ZnodePath::parent() const
{
    const qsizetype slash = m_text.lastIndexOf(u'/');
    return slash <= 0 ? ZnodePath() : ZnodePath(m_text.left(slash));
}

ZnodePath ZnodePath::child(const QString &name) const
{
    return ZnodePath(isRoot() ? m_text + name : m_text + u'/' + name);
}

int ZnodePath::depth() const
{
    return isRoot() ? 0 : static_cast<int>(m_text.count(u'/'));
}

QStringList ZnodePath::components() const
{
    return isRoot() ? QStringList() : m_text.mid(1).split(u'/');
}

bool ZnodePath::isAtOrBelow(const ZnodePath &ancestor) const
{
    if (ancestor.isRoot() || m_text == ancestor.m_text)
        return true;
    return m_text.size() > ancestor.m_text.size() && m_text.startsWith(ancestor.m_text) &&
           m_text.at(ancestor.m_text.size()) == u'/';
}

bool ZnodePath::isProtected(bool hasChroot) const
{
    return isRoot() || (!hasChroot && isAtOrBelow(ZnodePath(u"/zookeeper"_s)));
}

} // namespace zoodock
