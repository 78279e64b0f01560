// SPDX-License-Identifier: GPL-3.0-or-later
#include "ensemble/secretrules.h"
#include "findings.h"

namespace zoodock::checks
{

using namespace Qt::Literals::StringLiterals;

void secrets(const Ensemble &ensemble, Findings &findings)
{
    const QList<MissingSecret> missing = missingSecrets(ensemble);
    for (const MissingSecret &secret : missing)
        findings.error(u"secret.missing"_s, u"settings/%1"_s.arg(secret.setting),
                       Validate::tr("The value of “%1” is not known: only the file of the cluster had it.")
                           .arg(secret.name),
                       Validate::tr("Write it into the setting anew."));
}

} // namespace zoodock::checks
