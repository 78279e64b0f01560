// SPDX-License-Identifier: GPL-3.0-or-later
// What the editor of a cluster's settings says: why nothing can be edited or applied, and what would be.
#include "ui/clustersettings/clustereditor.h"

#include "clusters/clusterstore.h"
#include "clusters/enginereach.h"
#include "core/sentences.h"
#include "ui/wizard/wizarddraft.h"

namespace zoodock
{

QString ClusterEditor::reasonAgainstEditing() const
{
    if (m_base.volumes != VolumePolicy::Named)
        return tr("The members keep no data in named volumes: made anew with other settings, they would lose "
                  "it. Duplicate the cluster and change the copy.");
    const ClusterStatus *status = m_services.store.cluster(m_base.name);
    if (status && status->halfMade && !status->isBeingChanged())
        return tr("An earlier change of this cluster was interrupted. Finish it first, on the page "
                  "“Overview”.");
    return {};
}

QString ClusterEditor::reasonAgainstApplying() const
{
    const ClusterStatus *status = m_services.store.cluster(m_base.name);
    if (!status)
        return tr("The cluster is gone.");
    if (m_comparing)
        return tr("Looking at the engine …");
    if (const QString locked = reasonAgainstEditing(); !locked.isEmpty())
        return locked;
    if (m_applying)
        return tr("These settings are being applied. The line at the bottom of the window tells how far it "
                  "is.");
    if (!isModified() && m_unlike.isEmpty())
        return tr("Nothing was changed.");
    if (status->busy)
        return tr("Another task is changing this cluster. Wait until it ends, or cancel it.");
    if (status->changedElsewhere)
        return tr("Another process is changing this cluster. Wait until it has ended.");
    if (const QString silence = silenceSentence(m_services.store.engine(m_base.context)); !silence.isEmpty())
        return silence;
    if (const QString refusal = m_change.refusal(); !refusal.isEmpty())
        return refusal;
    if (m_draft->hasErrors())
        return tr("First mend what stands in the way.");
    return {};
}

QString ClusterEditor::namesOf(const QList<int> &members) const
{
    QStringList names;
    for (const int id : members) {
        if (const Member *member = m_base.member(id))
            names += member->name;
    }
    return listOf(names);
}

QString ClusterEditor::summary() const
{
    if (!isModified())
        return tr("Made with other settings than these, by a change that was cancelled: %1. Apply makes all "
                  "members alike.")
            .arg(namesOf(m_unlike));
    const QString changes = tr("%Ln setting(s) changed.", nullptr, int(m_change.values.size()));
    if (m_change.members.isEmpty())
        return tr("%1 No container has to be made anew.", "how many changes").arg(changes);
    return tr("%1 Made anew, with their data: %2.", "how many changes, names of members")
        .arg(changes, namesOf(m_change.members));
}

} // namespace zoodock
