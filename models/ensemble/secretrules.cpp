// SPDX-License-Identifier: GPL-3.0-or-later
#include "ensemble/secretrules.h"

#include <QtCore/QHash>
#include <QtCore/QMessageAuthenticationCode>
#include <QtCore/QRandomGenerator>
#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr auto linesSetting = "extra"_L1;
constexpr auto flagsSetting = "jvmFlags"_L1;
constexpr auto noteBegin = "<kept-in-the-cluster-file"_L1;
constexpr qsizetype digestLength = 16;
constexpr int keyWords = 4;

struct Secret
{
    QString setting;
    QString name;
    QString value;
    bool isRemark = false; ///< in a comment
};

/// nullopt: the line or flag is left out.
using Replacement = std::function<std::optional<QString>(const Secret &)>;

QString noteOf(const QString &digest)
{
    return noteBegin + (digest.isEmpty() ? u">"_s : u':' + digest + u'>');
}

bool isNote(const QString &value)
{
    return value.startsWith(noteBegin) && value.endsWith(u'>');
}

QString digestIn(const QString &note)
{
    QString rest = note.mid(noteBegin.size() + 1); // past the colon, which a note without a digest lacks
    rest.chop(1);
    return rest;
}

/// Keyed, so that nobody who reads a label can try passwords on it.
QString digestOf(const QString &key, const Secret &secret)
{
    if (key.isEmpty())
        return {};
    const QString text = secret.setting + u'/' + secret.name + u'=' + secret.value;
    const QByteArray digest =
        QMessageAuthenticationCode::hash(text.toUtf8(), key.toLatin1(), QCryptographicHash::Sha256);
    return QString::fromLatin1(digest.toHex().left(digestLength));
}

std::optional<QString> replacedInLine(const QString &line, const Replacement &replace)
{
    static const QRegularExpression shape(u"\\A([\\s#!]*)([^=:\\s]+)(\\s*[=:]\\s*)(.*?)(\\s*)\\z"_s);
    const QRegularExpressionMatch match = shape.match(line);
    if (!match.hasMatch() || !isSecretKey(match.captured(2)))
        return line;
    const bool isRemark = !match.captured(1).trimmed().isEmpty();
    const auto value = replace({linesSetting, match.captured(2), match.captured(4), isRemark});
    if (!value)
        return {};
    return match.captured(1) + match.captured(2) + match.captured(3) + *value + match.captured(5);
}

QString replacedInLines(const QString &text, const Replacement &replace)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        if (const std::optional<QString> replaced = replacedInLine(line, replace))
            lines += *replaced;
    }
    return lines.join(u'\n');
}

QString replacedInFlags(const QString &text, const Replacement &replace)
{
    QStringList flags = text.simplified().split(u' ');
    if (std::none_of(flags.cbegin(), flags.cend(), [](const QString &flag) { return isSecretFlag(flag); }))
        return text;
    QStringList kept;
    for (const QString &flag : std::as_const(flags)) {
        const QString name = flag.section(u'=', 0, 0);
        const auto value = isSecretFlag(flag)
                               ? replace({flagsSetting, name.mid(name.startsWith("-D"_L1) ? 2 : 0),
                                          flag.section(u'=', 1), false})
                               : std::nullopt;
        if (value)
            kept += name + u'=' + *value;
        else if (!isSecretFlag(flag))
            kept += flag;
    }
    return kept.join(u' ');
}

/// nullopt: nothing is left of it.
std::optional<QString> replacedIn(const QString &setting, const QString &value, const Replacement &replace)
{
    if (setting == linesSetting)
        return replacedInLines(value, replace);
    if (setting == flagsSetting)
        return replacedInFlags(value, replace);
    return isSecretKey(setting) ? replace({setting, setting, value}) : value;
}

Ensemble replacedIn(Ensemble ensemble, const Replacement &replace)
{
    QMap<QString, QString> settings;
    for (auto it = ensemble.settings.cbegin(); it != ensemble.settings.cend(); ++it) {
        if (const std::optional<QString> value = replacedIn(it.key(), it.value(), replace))
            settings.insert(it.key(), *value);
    }
    ensemble.settings = settings;
    return ensemble;
}

QList<Secret> secretsIn(const Ensemble &ensemble)
{
    QList<Secret> found;
    (void) replacedIn(ensemble, [&found](const Secret &secret) {
        found += secret;
        return secret.value;
    });
    return found;
}

std::optional<QString> masked(const Secret & /*secret*/)
{
    return u"***"_s;
}

/// Finds the values of one ensemble for the notes of another.
class Filling
{
public:
    explicit Filling(const Ensemble &known)
        : m_key(known.secretsKey)
    {
        for (const Secret &secret : secretsIn(known)) {
            if (!isNote(secret.value))
                m_known[placeOf(secret)] += secret;
        }
    }

    /// The same name may stand there more than once: the first note gets the first value.
    QString operator()(const Secret &secret)
    {
        const QList<Secret> &values = m_known[placeOf(secret)];
        const qsizetype index = m_seen[placeOf(secret)]++;
        if (!isNote(secret.value))
            return secret.value;
        const QString digest = digestIn(secret.value);
        if (digest.isEmpty() || m_key.isEmpty())
            return index < values.size() ? values.at(index).value : secret.value;
        const auto same = std::find_if(values.cbegin(), values.cend(),
                                       [&](const Secret &value) { return digestOf(m_key, value) == digest; });
        return same == values.cend() ? secret.value : same->value;
    }

private:
    static QString placeOf(const Secret &secret)
    {
        return secret.setting + u'/' + secret.name + (secret.isRemark ? u"#"_s : QString());
    }

    QString m_key;
    QHash<QString, QList<Secret>> m_known;
    QHash<QString, qsizetype> m_seen;
};

} // namespace

bool isSecretKey(QStringView key)
{
    static constexpr std::array words{"password"_L1, "passwd"_L1, "passphrase"_L1, "superdigest"_L1,
                                      "secret"_L1};
    static constexpr std::array places{"path"_L1, "file"_L1, "location"_L1, "dir"_L1};
    const auto isIn = [&key](QLatin1StringView word) { return key.contains(word, Qt::CaseInsensitive); };
    const auto ends = [&key](QLatin1StringView word) { return key.endsWith(word, Qt::CaseInsensitive); };
    return std::any_of(words.begin(), words.end(), isIn) && std::none_of(places.begin(), places.end(), ends);
}

bool isSecretFlag(QStringView flag)
{
    const qsizetype equals = flag.indexOf(u'=');
    return equals > 0 && isSecretKey(flag.left(equals));
}

bool hasSecrets(const Ensemble &ensemble)
{
    return !secretsIn(ensemble).isEmpty();
}

Ensemble withMaskedSecrets(const Ensemble &ensemble)
{
    return replacedIn(ensemble, masked);
}

QString withMaskedSecrets(const QString &settingKey, const QString &value)
{
    return replacedIn(settingKey, value, masked).value_or(QString());
}

Ensemble withoutSecrets(const Ensemble &ensemble)
{
    Ensemble without = replacedIn(ensemble, [&ensemble](const Secret &secret) -> std::optional<QString> {
        return isNote(secret.value) ? secret.value : noteOf(digestOf(ensemble.secretsKey, secret));
    });
    without.secretsKey.clear();
    return without;
}

Ensemble withSecretsOf(const Ensemble &ensemble, const Ensemble &known)
{
    Filling filling(known);
    Ensemble filled = replacedIn(ensemble, [&filling](const Secret &secret) { return filling(secret); });
    if (filled.secretsKey.isEmpty())
        filled.secretsKey = known.secretsKey;
    return filled;
}

Ensemble withSecretsForgotten(const Ensemble &ensemble)
{
    Ensemble without = replacedIn(ensemble, [](const Secret &) { return std::optional<QString>(); });
    without.secretsKey.clear();
    return without;
}

Ensemble withSecretsKey(Ensemble ensemble)
{
    if (!ensemble.secretsKey.isEmpty() || !hasSecrets(ensemble))
        return ensemble;
    std::array<quint32, keyWords> words{};
    QRandomGenerator::system()->fillRange(words.data(), keyWords);
    for (const quint32 word : words)
        ensemble.secretsKey += QString::number(word, 16).rightJustified(8, u'0');
    return ensemble;
}

QList<MissingSecret> missingSecrets(const Ensemble &ensemble)
{
    QList<MissingSecret> missing;
    for (const Secret &secret : secretsIn(ensemble)) {
        if (isNote(secret.value) && !secret.isRemark)
            missing.append({secret.setting, secret.name});
    }
    return missing;
}

} // namespace zoodock
