// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/ensemble.h"

#include <QtCore/QList>
#include <QtCore/QString>

namespace zoodock
{

/// Which settings are secrets, and what stands in their place where they must not be: docker's command lines,
/// labels, journals, shown commands. They are kept in the cluster's file, travel into the container by a
/// generated file, and stay visible there: in /conf, and as arguments of the JVM for those that have no other
/// way (-D flags).

/// Of a line of zoo.cfg or a system property: passwords, digests, secrets; not the paths of files that hold
/// them.
[[nodiscard]] bool isSecretKey(QStringView key);
/// "-Dzookeeper.DigestAuthenticationProvider.superDigest=…"
[[nodiscard]] bool isSecretFlag(QStringView flag);
[[nodiscard]] bool hasSecrets(const Ensemble &ensemble);

/// For people: *** in place of each secret.
[[nodiscard]] Ensemble withMaskedSecrets(const Ensemble &ensemble);
/// Lines of zoo.cfg or JVM flags, by the key of their setting.
[[nodiscard]] QString withMaskedSecrets(const QString &settingKey, const QString &value);

/// For labels and journals: in place of each secret a note that the cluster's file has it, with a keyed
/// digest by which a changed one is noticed. The key itself is left out.
[[nodiscard]] Ensemble withoutSecrets(const Ensemble &ensemble);
/// The way back: fills in what `known` has, where the digests do not say that it was another value. Without a
/// digest, or without the key in `known`, its value is taken.
[[nodiscard]] Ensemble withSecretsOf(const Ensemble &ensemble, const Ensemble &known);
/// Neither secrets nor notes: lines and flags that hold one are left out.
[[nodiscard]] Ensemble withSecretsForgotten(const Ensemble &ensemble);
/// Makes the key of the digests, where there are secrets and none was made yet.
[[nodiscard]] Ensemble withSecretsKey(Ensemble ensemble);

struct MissingSecret
{
    QString setting; ///< ServerSetting::key
    QString name;    ///< "ssl.keyStore.password"
};
/// Those that withoutSecrets() took away and nobody gave back.
[[nodiscard]] QList<MissingSecret> missingSecrets(const Ensemble &ensemble);

} // namespace zoodock
