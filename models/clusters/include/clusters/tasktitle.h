// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace zoodock
{

/// What a task is called: in the language of the moment when it was made, and what it takes to call it so in
/// another one, also after the program has been started anew. A value.
class TaskTitle
{
public:
    TaskTitle() = default;
    /// The same in every language.
    TaskTitle(QString text);
    /// `context` and `source` as of QCoreApplication::translate(); the arguments are names of things, at most
    /// three.
    TaskTitle(const char *context, const char *source, const QStringList &arguments);

    /// The same of T::tr().
    template <typename T>
    [[nodiscard]] static TaskTitle of(const char *source, const QStringList &arguments)
    {
        return {T::staticMetaObject.className(), source, arguments};
    }

    [[nodiscard]] const QString &text() const { return m_text; }
    /// In the language of now.
    [[nodiscard]] QString translated() const;

    /// For a file; empty where there is no more than the text.
    [[nodiscard]] QJsonObject words() const;
    /// `text`: of then, where the words are none.
    [[nodiscard]] static TaskTitle fromWords(const QJsonObject &words, const QString &text);

private:
    QByteArray m_context;
    QByteArray m_source;
    QStringList m_arguments;
    QString m_text;
};

} // namespace zoodock
