// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

#include <array>
#include <optional>

namespace zoodock
{

/// Remembers the first thing that is wrong with a JSON text, and where. Readers go on with defaults after it.
class JsonComplaints
{
public:
    void add(const QStringList &path, const QString &reason);
    [[nodiscard]] bool isEmpty() const { return m_reason.isEmpty(); }
    /// FileDamaged: "Line 12: …". `json` is the text that was read.
    [[nodiscard]] Error error(const QByteArray &json) const;

private:
    QStringList m_path;
    QString m_reason;
};

/// One JSON object being read: takes the known keys, keeps the rest. A key that is absent gives the fallback,
/// one of another type the fallback and a complaint.
class JsonObjectReader
{
public:
    JsonObjectReader(const QJsonObject &object, const QStringList &path, JsonComplaints &complaints);

    [[nodiscard]] bool has(const QString &key) const { return m_rest.contains(key); }
    /// What nobody has taken yet.
    [[nodiscard]] const QJsonObject &rest() const { return m_rest; }

    QString text(const QString &key, const QString &fallback = {});
    bool truth(const QString &key, bool fallback);
    QJsonObject object(const QString &key);
    QJsonArray array(const QString &key);

    /// A complaint names `lowest` and `highest`; what else an int holds is taken as it is, for others to
    /// judge.
    int number(const QString &key, int lowest, int highest, int fallback);

    /// 0 or a TCP port.
    quint16 port(const QString &key, quint16 fallback);

    /// One of the choices by its name, which nameOf() gives.
    template <typename T, size_t count>
    T word(const QString &key, const std::array<T, count> &choices, T fallback)
    {
        const QString wanted = text(key, nameOf(fallback));
        QStringList names;
        for (const T choice : choices) {
            if (nameOf(choice) == wanted)
                return choice;
            names.append(nameOf(choice));
        }
        complainAboutWord(key, wanted, names);
        return fallback;
    }

    /// The path of a child.
    [[nodiscard]] QStringList below(const QString &key) const { return m_path + QStringList{key}; }
    void complain(const QString &key, const QString &reason) { m_complaints.add(below(key), reason); }
    [[nodiscard]] JsonComplaints &complaints() { return m_complaints; }

private:
    std::optional<qint64> wholeNumber(const QString &key);
    void complainAboutWord(const QString &key, const QString &wanted, const QStringList &choices);

    QJsonObject m_rest;
    QStringList m_path;
    JsonComplaints &m_complaints;
};

} // namespace zoodock
