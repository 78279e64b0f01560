// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusters/tasktitle.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>

#include <utility>

namespace zoodock
{

TaskTitle::TaskTitle(QString text)
    : m_text(std::move(text))
{
}

TaskTitle::TaskTitle(const char *context, const char *source, const QStringList &arguments)
    : m_context(context)
    , m_source(source)
    , m_arguments(arguments)
    , m_text(translated())
{
}

QString TaskTitle::translated() const
{
    if (m_source.isEmpty())
        return m_text;
    const QString words = QCoreApplication::translate(m_context.constData(), m_source.constData());
    switch (m_arguments.size()) {
    case 0:
        return words;
    case 1:
        return words.arg(m_arguments.at(0));
    case 2: // at once: they may hold a %1 themselves
        return words.arg(m_arguments.at(0), m_arguments.at(1));
    default:
        return words.arg(m_arguments.at(0), m_arguments.at(1), m_arguments.at(2));
    }
}

QJsonObject TaskTitle::words() const
{
    if (m_source.isEmpty())
        return {};
    return {{QStringLiteral("context"), QString::fromUtf8(m_context)},
            {QStringLiteral("source"), QString::fromUtf8(m_source)},
            {QStringLiteral("arguments"), QJsonArray::fromStringList(m_arguments)}};
}

TaskTitle TaskTitle::fromWords(const QJsonObject &words, const QString &text)
{
    TaskTitle title(text);
    title.m_context = words.value(QLatin1StringView("context")).toString().toUtf8();
    title.m_source = words.value(QLatin1StringView("source")).toString().toUtf8();
    const QJsonArray arguments = words.value(QLatin1StringView("arguments")).toArray();
    for (const QJsonValue &argument : arguments)
        title.m_arguments += argument.toString();
    return title;
}

} // namespace zoodock
