// SPDX-License-Identifier: GPL-3.0-or-later
#include "ensemble/validate.h"

#include "findings.h"

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

QList<Finding> Findings::sorted() const
{
    QList<Finding> result = m_all;
    std::stable_sort(result.begin(), result.end(),
                     [](const Finding &one, const Finding &other) { return one.severity > other.severity; });
    return result;
}

QString memberField(const Ensemble &ensemble, const Member &member, const QString &part)
{
    const auto index = std::distance(ensemble.members.constData(), &member);
    const QString field = u"members/%1"_s.arg(index);
    return part.isEmpty() ? field : u"%1/%2"_s.arg(field, part);
}

QString portWords(PortKind kind)
{
    switch (kind) {
    case PortKind::Quorum:
        return QCoreApplication::translate("Validate", "quorum port");
    case PortKind::Election:
        return QCoreApplication::translate("Validate", "election port");
    case PortKind::Admin:
        return QCoreApplication::translate("Validate", "AdminServer port");
    case PortKind::Client:
        break;
    }
    return QCoreApplication::translate("Validate", "client port");
}

QList<Finding> validate(const Ensemble &ensemble, const HostFacts &facts)
{
    Findings findings;
    checks::names(ensemble, facts, findings);
    checks::members(ensemble, findings);
    checks::ports(ensemble, facts, findings);
    checks::addresses(ensemble, facts, findings);
    checks::image(ensemble, facts, findings);
    checks::settings(ensemble, findings);
    checks::secrets(ensemble, findings);
    checks::memory(ensemble, facts, findings);
    checks::engine(ensemble, facts, findings);
    return findings.sorted();
}

bool hasErrors(const QList<Finding> &findings)
{
    return std::any_of(findings.cbegin(), findings.cend(),
                       [](const Finding &finding) { return finding.severity == Severity::Error; });
}

} // namespace zoodock
