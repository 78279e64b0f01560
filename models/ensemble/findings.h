// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/ensemble.h"
#include "ensemble/finding.h"
#include "ensemble/hostfacts.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QList>
#include <QtCore/QString>

namespace zoodock
{

/// Where the checks put what they find. The parts of validate(), one file each, share it.
class Findings
{
public:
    void error(const QString &code, const QString &field, const QString &sentence, const QString &remedy)
    {
        m_all.append({Severity::Error, code, field, sentence, remedy});
    }
    void warning(const QString &code, const QString &field, const QString &sentence, const QString &remedy)
    {
        m_all.append({Severity::Warning, code, field, sentence, remedy});
    }
    /// One sentence about several fields.
    void errorOfAll(const QString &code, const QStringList &fields, const QString &sentence,
                    const QString &remedy)
    {
        m_all.append({Severity::Error, code, fields.value(0), sentence, remedy, fields.mid(1)});
    }
    void warningOfAll(const QString &code, const QStringList &fields, const QString &sentence,
                      const QString &remedy)
    {
        m_all.append({Severity::Warning, code, fields.value(0), sentence, remedy, fields.mid(1)});
    }
    void hint(const QString &code, const QString &field, const QString &sentence, const QString &remedy)
    {
        m_all.append({Severity::Hint, code, field, sentence, remedy});
    }
    void add(const Finding &finding) { m_all.append(finding); }
    /// Errors first, then warnings, then hints; otherwise in the order in which they were found.
    [[nodiscard]] QList<Finding> sorted() const;

private:
    QList<Finding> m_all;
};

namespace checks
{

/// Says the findings' sentences in the person's language.
struct Validate
{
    Q_DECLARE_TR_FUNCTIONS(Validate)
};

void names(const Ensemble &ensemble, const HostFacts &facts, Findings &findings);
void members(const Ensemble &ensemble, Findings &findings);
void ports(const Ensemble &ensemble, const HostFacts &facts, Findings &findings);
void addresses(const Ensemble &ensemble, const HostFacts &facts, Findings &findings);
void image(const Ensemble &ensemble, const HostFacts &facts, Findings &findings);
void settings(const Ensemble &ensemble, Findings &findings);
void secrets(const Ensemble &ensemble, Findings &findings);
void memory(const Ensemble &ensemble, const HostFacts &facts, Findings &findings);
void engine(const Ensemble &ensemble, const HostFacts &facts, Findings &findings);

} // namespace checks

/// "members/1/client" with the member's index.
[[nodiscard]] QString memberField(const Ensemble &ensemble, const Member &member, const QString &part = {});
/// Translated, for sentences: "client port".
[[nodiscard]] QString portWords(PortKind kind);

} // namespace zoodock
