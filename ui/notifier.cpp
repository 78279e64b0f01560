// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifier.h"

#include "clusters/clusterstore.h"
#include "core/settings.h"

#include <QtCore/QTimer>
#include <QtWidgets/QApplication>

namespace zoodock
{

Notifier::Notifier(const ClusterStore &store, const Settings &settings, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_settings(settings)
{
    connect(&store, &ClusterStore::clusterAdded, this, &Notifier::look);
    connect(&store, &ClusterStore::clusterChanged, this, &Notifier::look);
    connect(&store, &ClusterStore::clusterRemoved, this,
            [this](const QString &name) { m_seen.remove(name); });
    const QStringList names = store.clusterNames();
    for (const QString &name : names)
        look(name);
}

Notifier::~Notifier() = default;

void Notifier::look(const QString &name)
{
    const ClusterStatus *status = m_store.cluster(name);
    if (!status || !status->quorum.known || status->quorum.unconfirmed)
        return;
    Seen &seen = m_seen[name];
    if (status->quorum.established) {
        if (std::exchange(seen.quorum, Quorum::Had) == Quorum::Lost)
            tell(*status, tr("“%1” has its quorum again").arg(status->ensemble.shownName()));
        return;
    }
    if (status->isBeingChanged()) {
        seen.quorum = Quorum::Unknown; // whoever changes it knows
        return;
    }
    if (seen.quorum != Quorum::Had)
        return;
    seen.quorum = Quorum::Missed;
    seen.loss = ++m_losses;
    QTimer::singleShot(m_patience, this, [this, name, loss = seen.loss] { confirmLoss(name, loss); });
}

void Notifier::confirmLoss(const QString &name, quint64 loss)
{
    const ClusterStatus *status = m_store.cluster(name);
    const auto seen = m_seen.find(name);
    if (!status || seen == m_seen.end() || seen->quorum != Quorum::Missed || seen->loss != loss)
        return;
    seen->quorum = Quorum::Lost;
    tell(*status, tr("“%1” has lost its quorum").arg(status->ensemble.shownName()));
}

void Notifier::tell(const ClusterStatus &status, const QString &title)
{
    if (!m_settings.value(SettingKey::Notifications).toBool() || QApplication::activeWindow())
        return;
    Q_EMIT wanted(status.ensemble.name, title, quorumSentence(status.quorum));
}

} // namespace zoodock
