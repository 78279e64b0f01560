// SPDX-License-Identifier: GPL-3.0-or-later
#include "createtask.h"

#include "clusters/clusterstore.h"
#include "ensemble/validate.h"
#include "wishesofothers.h"

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

CreateTask::CreateTask(TaskTools tools, Plan plan, std::chrono::milliseconds quorumDeadline, QObject *parent)
    : PlanTask(tools, plan.ensemble.name,
               TaskTitle::of<CreateTask>(QT_TR_NOOP("Create %1"), {tools.store.shownName(plan.ensemble)}),
               quorumDeadline, parent)
    , m_plan(std::move(plan))
{
    show(m_plan);
}

namespace
{

/// What was going on when a process ended: its journal says so.
QString interruptionSentence(const JournalEntry &journal)
{
    switch (journal.change) {
    case JournalEntry::Change::Remove:
        return CreateTask::tr("There is a half-removed cluster “%1”. Finish it or remove it, or choose "
                              "another name.");
    case JournalEntry::Change::Apply:
        return CreateTask::tr("There is a cluster “%1”, a change of whose settings was interrupted. Finish "
                              "it, or choose another name.");
    case JournalEntry::Change::Create:
        break;
    }
    return CreateTask::tr("There is a half-made cluster “%1”. Finish it or remove it, or choose another "
                          "name.");
}

} // namespace

void CreateTask::begin()
{
    markBegun();
    if (const Result<void> held = hold().take(); !held) {
        conclude(held);
        return;
    }
    if (const Result<void> isNew = refuseExisting(); !isNew) {
        conclude(isNew);
        return;
    }
    run(m_plan);
}

Result<void> CreateTask::refuseExisting() const
{
    // The folder, too: what another process has just written there is not in the store yet.
    const QString &name = cluster();
    const Result<Ensemble> file = tools().repository.load(name);
    if (const auto journal = tools().repository.journal().read(name))
        return failure(ErrorKind::NameInUse, interruptionSentence(*journal).arg(name));
    if (tools().store.cluster(name) || file || file.error().kind() != ErrorKind::FileMissing)
        return failure(ErrorKind::NameInUse,
                       tr("There is a cluster “%1” already. Choose another name, or remove that "
                          "cluster first.")
                           .arg(name));
    return refuseMixing();
}

/// Another cluster may have been given the same names on the same network since the plan was made.
Result<void> CreateTask::refuseMixing() const
{
    if (m_plan.ensemble.network.existing.isEmpty())
        return {};
    tools().repository.rescan(); // what another process has just written is not in the store yet
    HostFacts facts;
    facts.namesOnNetworks = namesOfOthers(tools().store, m_plan.ensemble);
    const QList<Finding> findings = validate(m_plan.ensemble, facts);
    const auto mixing = std::find_if(findings.cbegin(), findings.cend(), [](const Finding &finding) {
        return finding.code == "member.name.ambiguous"_L1;
    });
    if (mixing == findings.cend())
        return {};
    return failure(ErrorKind::PlanRefused,
                   tr("%1 %2", "what is so, what to do").arg(mixing->sentence, mixing->remedy));
}

void CreateTask::forgetFile()
{
    (void) tools().repository.remove(cluster());
}

void CreateTask::restoreJournal()
{
    tools().repository.journal().remove(cluster());
}

} // namespace zoodock
