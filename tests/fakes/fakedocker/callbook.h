// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

/// The script (which rule answers a call) and the log (who called), both shared by concurrent fakedockers.
class CallBook
{
public:
    CallBook(const QString &scriptFile, const QString &logFile, const QStringList &arguments);

    /// Finds the rule for this call and notes the call. Empty: there is none.
    [[nodiscard]] QJsonObject enter();
    void noteInput(const QByteArray &bytes);

private:
    [[nodiscard]] int findRule() const;
    [[nodiscard]] bool matches(const QJsonObject &rule) const;
    [[nodiscard]] int timesUsed(int rule) const;
    void append(const QJsonObject &record);

    QJsonArray m_rules;
    QString m_logFile;
    QStringList m_arguments;
};
