// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QSet>
#include <QtCore/QString>
#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace zoodock
{

class Banner;
class ClusterStore;

/// What a person should hear whatever page is shown: clusters that somebody left half made, and that the one
/// that was shown has been removed by somebody else. Without height where there is nothing.
class Notices : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Notices)
public:
    explicit Notices(const ClusterStore &store, QWidget *parent = nullptr);

    /// Its own page says what there is to say.
    void setShownCluster(const QString &cluster);

Q_SIGNALS:
    void showWanted(const QString &cluster);

private:
    void refresh(const QString &cluster);
    void addHalfMade(const QString &cluster);
    void removeHalfMade(const QString &cluster);
    void onClusterGoing(const QString &cluster);
    void removeRemoved(const QString &cluster);
    /// One banner for all.
    void refreshRemoved();
    void add(Banner *banner);
    void drop(Banner *banner);

    const ClusterStore &m_store;
    QString m_shown;
    QVBoxLayout *m_layout;
    QHash<QString, Banner *> m_halfMade;
    struct Removed
    {
        QString cluster;
        QString sentence;
    };
    QList<Removed> m_removed; ///< until they come back; the newest first
    Banner *m_removedBanner = nullptr;
    QSet<QString> m_read; ///< half-made ones that were shown or dismissed
};

} // namespace zoodock
