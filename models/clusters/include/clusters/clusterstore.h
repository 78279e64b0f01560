// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterstatus.h"
#include "core/clock.h"

#include <QtCore/QMap>
#include <QtCore/QObject>
#include <QtCore/QSet>

#include <memory>

namespace zoodock
{

/// What is wanted and what was observed, side by side: the one truth that views show. Two kinds of writers:
/// the repository (wanted) and the observers. Emits a minimal diff: no signal where nothing that is shown
/// changed.
class ClusterStore : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClusterStore)
public:
    explicit ClusterStore(const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] QStringList clusterNames() const; ///< natural order ("zoo2" before "zoo10")
    /// Valid until the next change; nullptr: no such cluster.
    [[nodiscard]] const ClusterStatus *cluster(const QString &name) const;
    [[nodiscard]] EngineStatus engine(const QString &context) const;
    [[nodiscard]] QList<EngineStatus> engines() const;

    /// For a command line: its sentences name a cluster by the name that is typed there, too.
    void sayNames() { m_saysNames = true; }
    [[nodiscard]] bool saysNames() const { return m_saysNames; }
    /// What a person calls the cluster; where names are said: "name (title)".
    [[nodiscard]] QString shownName(const Ensemble &ensemble) const;

    // Wanted (ClusterRepository, ClusterMonitor for labels)
    /// A file wins: Labels change nothing where a readable file has spoken, Discovered nothing where the name
    /// is that of a managed cluster.
    void setWanted(const Ensemble &ensemble, WantedOrigin origin);
    /// Keeps what is known of the members; cleared by the next setWanted() from a file.
    void setDamaged(const QString &name, const Error &damage);
    /// The cluster leaves the store, whatever runs; the ClusterMonitor puts it back as WantedOrigin::Labels
    /// if its containers are still there.
    void removeWanted(const QString &name);
    void setHalfMade(const QString &name, bool halfMade);
    void setBusy(const QString &name, bool busy);
    void setChangedElsewhere(const QString &name, bool changed);

    // Observed
    /// A container that runs since another start than before forgets the old answers.
    void observeContainer(const QString &cluster, int memberId, const ContainerObservation &observation);
    /// Where programs on this machine reach the member; from the engine's endpoint.
    void observeAddresses(const QString &cluster, int memberId, const QString &clientHost, quint16 clientPort,
                          const QString &adminHost, quint16 adminPort);
    /// Dropped if it was asked before the member's last container change, or before its role was doubted.
    void observeProbe(const QString &cluster, int memberId, const ProbeObservation &observation);
    void observeUsage(const QString &cluster, int memberId, double cpuPercent, qint64 memoryBytes);
    void forgetUsage(const QString &cluster);
    void observeEngine(const EngineStatus &status);
    /// Roles of all other serving members become Unconfirmed until they answer again. The store does so by
    /// itself when a container changes; this is for whoever learns of it in another way.
    void doubtRoles(const QString &cluster, int exceptMemberId);

    /// The discovered cluster that has containers of this one under another name; empty: none. For
    /// clusterAboutToBeRemoved.
    [[nodiscard]] QString heirOf(const QString &cluster) const;

Q_SIGNALS:
    void clusterAdded(const QString &name);
    void clusterAboutToBeRemoved(const QString &name);
    void clusterRemoved(const QString &name);
    /// The wanted ensemble changed so that members came, went or were renamed: take everything anew.
    void clusterReset(const QString &name);
    /// Something of the cluster itself (quorum, origin, damage, halfMade, busy) changed.
    void clusterChanged(const QString &name);
    void memberChanged(const QString &name, int memberId);
    /// The state of a member moved; comes before memberChanged.
    void memberStateChanged(const QString &name, int memberId, zoodock::MemberState from,
                            zoodock::MemberState to);
    void engineChanged(const QString &context);

private:
    struct Entry;
    /// Changes one cluster, follows every consequence, then emits the difference.
    template <typename Mutation>
    void change(const QString &name, Mutation &&mutation);
    template <typename Mutation>
    void changeMember(const QString &name, int memberId, Mutation &&mutation);
    void derive(Entry &entry) const;
    [[nodiscard]] bool doubtAfter(Entry &entry, const QList<MemberStatus> &before) const;
    void announce(const std::shared_ptr<Entry> &entry, const QList<MemberStatus> &before,
                  bool clusterTouched);
    void addEntry(const Ensemble &ensemble, WantedOrigin origin);
    void replaceWanted(Entry &entry, const Ensemble &ensemble, WantedOrigin origin);

    const Clock &m_clock;
    QMap<QString, std::shared_ptr<Entry>> m_entries;
    QMap<QString, EngineStatus> m_engines;
    QSet<QString>
        m_busy; ///< also of clusters that are not wanted yet: a task begins before its file is written
    QSet<QString> m_halfMade;
    bool m_saysNames = false;
};

/// The rule from observations to a state; pure. `answered`: the container has answered since its last start.
/// `overdue`: it runs for so long that a server would have answered by now. With a silent engine the last
/// known containers are still asked: who answers has a role, everybody else is Unknown.
[[nodiscard]] MemberState deriveState(const ContainerObservation &container, const ProbeObservation &probe,
                                      bool answered, bool doubted, bool creating, bool engineSilent,
                                      bool overdue = false);

} // namespace zoodock
