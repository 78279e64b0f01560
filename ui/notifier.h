// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QString>

#include <chrono>

namespace zoodock
{

class ClusterStore;
class Settings;
struct ClusterStatus;

/// Decides when the desktop should be told of a cluster: its quorum is gone (for longer than an election
/// takes, and not because somebody is changing the cluster with ZooDock), or it is back after that; no window
/// of the program is active; and the person has not switched it off.
class Notifier : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Notifier)
public:
    Notifier(const ClusterStore &store, const Settings &settings, QObject *parent = nullptr);
    ~Notifier() override;

    /// How long the quorum has to be gone; two seconds.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

Q_SIGNALS:
    void wanted(const QString &cluster, const QString &title, const QString &text);

private:
    enum class Quorum { Unknown, Had, Missed, Lost };
    void look(const QString &name);
    void confirmLoss(const QString &name, quint64 loss);
    void tell(const ClusterStatus &status, const QString &title);

    const ClusterStore &m_store;
    const Settings &m_settings;
    std::chrono::milliseconds m_patience = std::chrono::seconds(2);
    struct Seen
    {
        Quorum quorum = Quorum::Unknown;
        quint64 loss = 0; ///< which one is waited for
    };
    QHash<QString, Seen> m_seen; ///< by cluster
    quint64 m_losses = 0;
};

} // namespace zoodock
