// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked before settings are applied.
#include "ui/clustersettings/clustereditor.h"

#include "clusters/clusterservice.h"
#include "clusters/clusterstore.h"
#include "ui/clustersettings/changedialog.h"
#include "ui/wizard/wizarddraft.h"

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

void ClusterEditor::askToApply()
{
    if (!reasonAgainstApplying().isEmpty())
        return;
    m_problem.clear();
    m_comparing = true;
    m_questionBase = m_base;
    refreshFooter();
    ValueOperation<EnsembleChange> *query = m_services.service.compare(m_draft->ensemble(), this);
    connect(query, &Operation::finished, this, [this, query] {
        query->deleteLater();
        m_comparing = false;
        onCompared(query->result());
    });
    query->start();
}

void ClusterEditor::onCompared(const Result<EnsembleChange> &change)
{
    if (isAboutAnotherFile()) {
        refreshFooter();
        askToApply();
        return;
    }
    if (!change)
        m_problem = change.error().message();
    else if (const QString refusal = change->refusal(); !refusal.isEmpty())
        m_problem = refusal;
    refreshFooter();
    const ClusterStatus *status = m_services.store.cluster(m_base.name);
    if (!m_problem.isEmpty() || !status || change->isEmpty())
        return;
    ask(*change, *status);
}

void ClusterEditor::ask(const EnsembleChange &change, const ClusterStatus &status)
{
    const QList<Finding> &findings = m_draft->findings();
    const bool pulls = std::any_of(findings.cbegin(), findings.cend(),
                                   [](const Finding &finding) { return finding.code == "image.missing"_L1; });
    m_question = new ChangeDialog(change, status, pulls, window());
    connect(m_question, &QDialog::accepted, this, [this, wish = change.after] { Q_EMIT applyWanted(wish); });
    connect(this, &QObject::destroyed, m_question, &QDialog::reject); // the cluster is gone
    m_question->open();
}

bool ClusterEditor::isAboutAnotherFile() const
{
    return !changeBetween(m_questionBase, m_base).values.isEmpty();
}

/// What is asked is what is so by now; another file is another question.
void ClusterEditor::followQuestion()
{
    const ClusterStatus *status = m_services.store.cluster(m_base.name);
    if (!m_question || !m_question->isVisible() || !status)
        return;
    if (isAboutAnotherFile()) {
        m_question->reject();
        askToApply();
        return;
    }
    m_question->setStatus(*status);
    m_question->setReason(reasonAgainstApplying());
}

} // namespace zoodock
