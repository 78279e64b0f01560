// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notices.h"

#include "clusters/clusterstore.h"
#include "ui/look/banner.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QPushButton>

#include <algorithm>
#include <utility>

namespace zoodock
{

namespace
{

constexpr qsizetype mostClustersNamed = 3;

/// Why the one that was shown is no longer there.
QString sentenceFor(const ClusterStatus &gone)
{
    const QString name = gone.ensemble.shownName();
    if (gone.isManaged())
        return Notices::tr("“%1” was removed outside this window.").arg(name);
    const bool isEmpty =
        std::none_of(gone.members.cbegin(), gone.members.cend(), [](const MemberStatus &member) {
            return member.container.life != ContainerLife::Absent &&
                   member.container.life != ContainerLife::Unknown;
        });
    return isEmpty ? Notices::tr("“%1” is gone: its containers were removed outside ZooDock.").arg(name)
                   : Notices::tr("“%1” is no longer one cluster of that name: its containers were changed "
                                 "outside ZooDock. What there is now stands in the list of clusters.")
                         .arg(name);
}

} // namespace

Notices::Notices(const ClusterStore &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(20, 12, 20, 8);
    m_layout->setSpacing(8);
    hide();
    connect(&store, &ClusterStore::clusterAdded, this, &Notices::refresh);
    connect(&store, &ClusterStore::clusterAdded, this, &Notices::removeRemoved);
    connect(&store, &ClusterStore::clusterAboutToBeRemoved, this, &Notices::onClusterGoing);
    connect(&store, &ClusterStore::clusterChanged, this, &Notices::refresh);
    connect(&store, &ClusterStore::clusterRemoved, this, &Notices::refresh);
    const QStringList names = store.clusterNames();
    for (const QString &name : names)
        refresh(name);
}

void Notices::add(Banner *banner)
{
    m_layout->addWidget(banner);
    show();
}

void Notices::drop(Banner *banner)
{
    banner->hide();
    m_layout->removeWidget(banner);
    banner->deleteLater(); // one of its buttons may have been what brought us here
    setVisible(m_layout->count() > 0);
}

void Notices::setShownCluster(const QString &cluster)
{
    const QString before = std::exchange(m_shown, cluster);
    refresh(before);
    refresh(cluster);
}

/// What the person does here is told by its activity.
void Notices::onClusterGoing(const QString &cluster)
{
    const ClusterStatus *status = m_store.cluster(cluster);
    if (cluster != m_shown || !status || status->busy || !m_store.heirOf(cluster).isEmpty())
        return;
    m_removed.prepend({cluster, sentenceFor(*status)});
    refreshRemoved();
}

void Notices::removeRemoved(const QString &cluster)
{
    if (m_removed.removeIf([&cluster](const Removed &gone) { return gone.cluster == cluster; }) > 0)
        refreshRemoved();
}

void Notices::refreshRemoved()
{
    if (m_removed.isEmpty()) {
        if (Banner *banner = std::exchange(m_removedBanner, nullptr))
            drop(banner);
        return;
    }
    QStringList sentences;
    for (const Removed &gone : m_removed.first(std::min(mostClustersNamed, m_removed.size())))
        sentences += gone.sentence;
    if (m_removed.size() > mostClustersNamed)
        sentences +=
            tr("… and %Ln more", "clusters that are gone", int(m_removed.size() - mostClustersNamed));
    if (m_removedBanner) {
        m_removedBanner->setSentence(sentences.join(u'\n'));
        return;
    }
    m_removedBanner = new Banner({Glyph::Info, Meaning::Looking}, sentences.join(u'\n'), this);
    connect(m_removedBanner->addButton(tr("&Dismiss")), &QPushButton::clicked, this, [this] {
        m_removed.clear();
        refreshRemoved();
    });
    add(m_removedBanner);
}

void Notices::refresh(const QString &cluster)
{
    const ClusterStatus *status = m_store.cluster(cluster);
    const bool halfMade = status && status->halfMade && !status->isBeingChanged();
    if (!halfMade)
        m_read.remove(cluster);
    else if (cluster == m_shown)
        m_read.insert(cluster);
    const bool news = halfMade && !m_read.contains(cluster);
    if (news && !m_halfMade.contains(cluster))
        addHalfMade(cluster);
    else if (!news)
        removeHalfMade(cluster);
}

void Notices::addHalfMade(const QString &cluster)
{
    auto *banner =
        new Banner({Glyph::Warning, Meaning::Looking},
                   tr("A change of “%1” was interrupted. Its page “Overview” tells what can be done.")
                       .arg(m_store.cluster(cluster)->ensemble.shownName()),
                   this);
    m_halfMade.insert(cluster, banner);
    connect(banner->addButton(tr("&Show")), &QPushButton::clicked, this,
            [this, cluster] { Q_EMIT showWanted(cluster); });
    connect(banner->addButton(tr("&Dismiss")), &QPushButton::clicked, this, [this, cluster] {
        m_read.insert(cluster);
        removeHalfMade(cluster);
    });
    add(banner);
}

void Notices::removeHalfMade(const QString &cluster)
{
    if (Banner *banner = m_halfMade.take(cluster))
        drop(banner);
}

} // namespace zoodock
