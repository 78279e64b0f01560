// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quickopen/quickopen.h"

#include "clusters/clusterstore.h"
#include "core/legible.h"
#include "ui/look/labels.h"
#include "ui/look/meaning.h"
#include "ui/look/textformat.h"
#include "ui/znodes/connection/znodesession.h"
#include "ui/znodes/znodespage.h"
#include "znodes/znodetree.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTreeWidget>

#include <algorithm>
#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int gatheringPause = 100; // ms

QString nameOf(QuickPlace::Kind kind)
{
    switch (kind) {
    case QuickPlace::Kind::Cluster:
        return QuickOpen::tr("Cluster");
    case QuickPlace::Kind::Member:
        return QuickOpen::tr("Member");
    case QuickPlace::Kind::Bookmark:
        return QuickOpen::tr("Bookmark");
    case QuickPlace::Kind::Recent:
        return QuickOpen::tr("Visited");
    case QuickPlace::Kind::Znode:
        return QuickOpen::tr("Znode");
    case QuickPlace::Kind::Typed:
        return QuickOpen::tr("As typed");
    }
    return {};
}

void gatherFolder(const ZnodeFolder &folder, QList<QuickPlaces::Folder> &into)
{
    if (!folder.names().isEmpty())
        into.append({folder.path(), folder.names()});
    for (const ZnodeFolder *child : folder.folders())
        gatherFolder(*child, into);
}

/// "/a/b/": without the slash that is still to be followed by a name.
std::optional<ZnodePath> typedPath(const QString &text)
{
    QString path = ZnodePath::cleaned(text);
    while (path.size() > 1 && path.endsWith(u'/'))
        path.chop(1);
    const Result<ZnodePath> parsed = ZnodePath::parse(path);
    return parsed ? std::optional(*parsed) : std::nullopt;
}

} // namespace

QuickOpen::QuickOpen(const ClusterStore &store, ZnodesPage &znodes, QWidget *window)
    : QDialog(window, Qt::Dialog | Qt::FramelessWindowHint)
    , m_store(store)
    , m_znodes(znodes)
    , m_searching(this,
                  [this](const Found &found) {
                      if (found.question == m_question)
                          showPlaces(found.places);
                  })
    , m_field(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
    , m_hint(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Quick Open"));
    build();
    m_gathering.setSingleShot(true);
    m_gathering.setInterval(gatheringPause);
    connect(&m_gathering, &QTimer::timeout, this, &QuickOpen::gather);
    const ZnodeTree &tree = znodes.session().tree();
    const auto gatherSoon = [this] {
        if (!m_gathering.isActive())
            m_gathering.start();
    };
    connect(&tree, &ZnodeTree::rowsInserted, this, gatherSoon);
    connect(&tree, &ZnodeTree::rowsRemoved, this, gatherSoon);
    connect(&tree, &ZnodeTree::reset, this, gatherSoon);
    connect(&store, &ClusterStore::clusterAdded, this, gatherSoon);
    connect(&store, &ClusterStore::clusterReset, this, gatherSoon);
    connect(&store, &ClusterStore::clusterRemoved, this, gatherSoon);
    gather();
}

void QuickOpen::build()
{
    m_field->setPlaceholderText(tr("Part of a cluster's, member's or znode's name, or a path"));
    m_field->setAccessibleName(tr("Go to"));
    m_field->installEventFilter(this);
    m_list->setAccessibleName(tr("Where you can go"));
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the field's arrow keys move it
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    setQuietText(m_hint);
    auto *frame = new QFrame(this); // the window has none
    frame->setFrameShape(QFrame::StyledPanel);
    auto *around = new QVBoxLayout(this);
    around->setContentsMargins(0, 0, 0, 0);
    around->addWidget(frame);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_hint);
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        askForChildren();
        search();
    });
    connect(m_list, &QTreeWidget::itemClicked, this, &QuickOpen::openChosen);
}

void QuickOpen::popUp()
{
    const QWidget *window = parentWidget();
    resize(qMin(fontMetrics().averageCharWidth() * 90, window->width() - 40), fontMetrics().height() * 20);
    move(window->mapToGlobal(QPoint((window->width() - width()) / 2, fontMetrics().height() * 3)));
    QDialog::show();
    raise();
    activateWindow();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

/// Once per opening and when something changed: a snapshot that another thread may read.
void QuickOpen::gather()
{
    auto places = std::make_shared<QuickPlaces>();
    const QStringList clusters = m_store.clusterNames();
    for (const QString &name : clusters)
        places->listed.append(
            {QuickPlace::Kind::Cluster, bothNamesOf(m_store.cluster(name)->ensemble), name, 0});
    for (const QString &name : clusters) {
        const ClusterStatus *cluster = m_store.cluster(name);
        for (const MemberStatus &member : cluster->members)
            places->listed.append(
                {QuickPlace::Kind::Member,
                 tr("%1 / %2", "cluster, member").arg(bothNamesOf(cluster->ensemble), member.wanted.name),
                 name, member.wanted.id});
    }
    for (const QString &path : m_znodes.session().view().bookmarks)
        places->listed.append({QuickPlace::Kind::Bookmark, path, {}, 0});
    for (const QString &path : m_znodes.visitedPaths())
        if (!m_znodes.session().view().bookmarks.contains(path))
            places->listed.append({QuickPlace::Kind::Recent, path, {}, 0});
    gatherFolder(*m_znodes.session().tree().root(), places->folders);
    m_places = std::move(places);
    askForChildren();
    search();
}

/// The children of what is typed so far: read as if it were expanded, one level after the other.
void QuickOpen::askForChildren()
{
    const QString text = ZnodePath::cleaned(m_field->text());
    const qsizetype slash = text.lastIndexOf(u'/');
    const std::optional<ZnodePath> parent =
        text.startsWith(u'/') ? typedPath(slash > 0 ? text.left(slash) : u"/"_s) : std::nullopt;
    if (!parent || m_znodes.session().connection().state() != ZnodeConnection::State::Connected)
        return;
    expand({});
    ZnodePath at;
    for (const QString &name : parent->components()) {
        at = at.child(name);
        if (!expand(at))
            return;
    }
}

/// False: it is not known yet whether it exists.
bool QuickOpen::expand(const ZnodePath &path)
{
    ZnodeTree &tree = m_znodes.session().tree();
    const ZnodeFolder *folder = tree.folder(path);
    if (folder && folder->isExpanded())
        return true;
    folder = tree.expand(path);
    if (folder)
        m_expanded.append(path);
    return folder != nullptr;
}

/// Watches that only the typing wanted are given back.
void QuickOpen::done(int result)
{
    for (const ZnodePath &path : std::exchange(m_expanded, {})) {
        if (!m_goal || !m_goal->isAtOrBelow(path))
            m_znodes.session().tree().collapse(path);
    }
    QDialog::done(result);
}

void QuickOpen::search()
{
    m_searching.run([question = ++m_question, places = m_places, typed = m_field->text()] {
        return Found{question, bestPlaces(*places, typed, mostRows)};
    });
}

void QuickOpen::showPlaces(const QList<QuickPlace> &places)
{
    // What was chosen with the arrow keys stays chosen while the same text finds more.
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    const bool isSameText = m_shownFor == m_field->text();
    const std::optional<QuickPlace> chosen =
        isSameText && row > 0 ? std::optional(m_shown.at(row)) : std::nullopt;
    m_shown = places;
    m_shownFor = m_field->text();
    const std::optional<ZnodePath> typed = typedPath(m_field->text());
    const bool isListed = typed && std::any_of(places.cbegin(), places.cend(), [&typed](const auto &place) {
                              return place.text == typed->text();
                          });
    const bool hasZnodes = !m_znodes.session().cluster().isEmpty();
    if (typed && !isListed && hasZnodes)
        m_shown.append({QuickPlace::Kind::Typed, typed->text(), {}, 0});
    m_list->clear();
    QList<QTreeWidgetItem *> items;
    for (const QuickPlace &place : std::as_const(m_shown)) {
        const bool isPath = place.text.startsWith(u'/');
        const QString text = isPath ? legibleName(place.text) : legible(place.text); // names are anything
        auto *item = new QTreeWidgetItem({text, nameOf(place.kind)});
        item->setToolTip(0, text);
        items.append(item);
    }
    m_list->addTopLevelItems(items);
    const qsizetype again = chosen ? m_shown.indexOf(*chosen) : 0;
    m_list->setCurrentItem(m_list->topLevelItem(int(std::max<qsizetype>(again, 0))));
    m_hint->setText(
        m_shown.isEmpty()
            ? tr("Nothing fits. Of the znodes only those are known that were expanded; type a path, "
                 "such as /brokers, to go anywhere.")
            : tr("Enter goes there, Tab takes over the path, Escape closes."));
}

bool QuickOpen::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress && onKey(*static_cast<QKeyEvent *>(event)))
        return true;
    return QDialog::eventFilter(watched, event);
}

bool QuickOpen::onKey(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: {
        QKeyEvent copy(event.type(), event.key(), event.modifiers());
        QCoreApplication::sendEvent(m_list, &copy);
        return true;
    }
    case Qt::Key_Tab:
        complete();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        openChosen();
        return true;
    default:
        return false;
    }
}

void QuickOpen::complete()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (row < 0 || !m_shown.at(row).text.startsWith(u'/'))
        return;
    const QString path = m_shown.at(row).text;
    m_field->setText(path == m_field->text() ? path + u'/' : path);
}

void QuickOpen::openChosen()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (row < 0)
        return;
    const QuickPlace place = m_shown.at(row);
    const bool isZnode = place.kind != QuickPlace::Kind::Cluster && place.kind != QuickPlace::Kind::Member;
    if (isZnode)
        m_goal = ZnodePath::trusted(place.text);
    accept();
    if (place.kind == QuickPlace::Kind::Cluster)
        Q_EMIT clusterWanted(place.cluster);
    else if (place.kind == QuickPlace::Kind::Member)
        Q_EMIT memberWanted(place.cluster, place.memberId);
    else
        Q_EMIT znodeWanted(*m_goal);
}

/// A click elsewhere closes it, as with a menu.
void QuickOpen::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() != QEvent::ActivationChange)
        return;
    if (isActiveWindow())
        m_wasActive = true;
    else if (m_wasActive)
        close();
}

} // namespace zoodock
