// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodetreeprivate.h"

#include <utility>

namespace zoodock
{

using namespace std::chrono_literals;

namespace
{

constexpr std::chrono::milliseconds dueInterval = 50ms;
constexpr std::chrono::milliseconds tellInterval = 50ms;
constexpr std::chrono::milliseconds statInterval = 1s;

} // namespace

ZnodeTreePrivate::ZnodeTreePrivate(ZnodeTree *tree, ZnodeConnection *connection)
    : q(tree)
    , m_connection(connection)
    , m_clock(Clock::system())
{
    m_root = makeFolder({}, nullptr);
    m_dueTimer.setInterval(dueInterval);
    m_tellTimer.setInterval(tellInterval);
    m_tellTimer.setSingleShot(true);
    m_refreshTimer.setInterval(statInterval);
    QObject::connect(&m_dueTimer, &QTimer::timeout, q, [this] { readDue(); });
    QObject::connect(&m_tellTimer, &QTimer::timeout, q, [this] { tellChanged(); });
    QObject::connect(&m_refreshTimer, &QTimer::timeout, q, [this] { refreshInTurn(); });
    QObject::connect(&connection->calls(), &ZnodeCalls::watchFired, q,
                     [this](ZooEvent event, const ZnodePath &path) {
                         // A child watch fires for these two.
                         if (event == ZooEvent::ChildrenChanged || event == ZooEvent::Deleted)
                             onWatch(path);
                     });
    QObject::connect(connection, &ZnodeConnection::stateChanged, q,
                     [this](ZnodeConnection::State state) { onState(state); });
    QObject::connect(connection, &ZnodeConnection::generationChanged, q, [this] { onGeneration(); });
}

ZnodeTreePrivate::~ZnodeTreePrivate()
{
    for (ZnodeFolder *const folder : std::as_const(m_folders)) {
        if (folder->m_watched)
            m_connection->calls().releaseWatch(folder->m_path, ZooWatchKind::Child);
    }
    qDeleteAll(m_folders);
}

ZnodeFolder *ZnodeTreePrivate::makeFolder(const ZnodePath &path, ZnodeFolder *parent)
{
    auto *const folder = new ZnodeFolder;
    folder->m_path = path;
    folder->m_parent = parent;
    if (parent) {
        folder->m_name = path.name().toUtf8();
        parent->m_folders.insert(folder->m_name, folder);
    }
    m_folders.insert(path, folder);
    return folder;
}

bool ZnodeTreePrivate::isWanted(const ZnodeFolder *folder)
{
    while (folder && folder->m_expanded)
        folder = folder->m_parent;
    return !folder;
}

/// `folder` and every folder below it, ancestors first.
QList<ZnodeFolder *> ZnodeTreePrivate::below(ZnodeFolder *folder)
{
    QList<ZnodeFolder *> list{folder};
    for (qsizetype i = 0; i < list.size(); ++i)
        list.append(list.at(i)->m_folders.values());
    return list;
}

ZnodeFolder *ZnodeTreePrivate::expand(const ZnodePath &path)
{
    ZnodeFolder *entry = folder(path);
    if (!entry) {
        ZnodeFolder *const parent = folder(path.parent());
        if (!parent || parent->m_names.indexOf(path.name().toUtf8()) < 0)
            return nullptr;
        entry = makeFolder(path, parent);
    }
    const bool again = entry->m_state == ZnodeFolder::State::Failed;
    if (std::exchange(entry->m_expanded, true) && !again)
        return entry;
    if (!isWanted(entry))
        return entry;
    for (ZnodeFolder *const folder : below(entry)) {
        if (isWanted(folder))
            arm(folder);
    }
    return entry;
}

void ZnodeTreePrivate::collapse(const ZnodePath &path)
{
    ZnodeFolder *const entry = folder(path);
    if (!entry || !std::exchange(entry->m_expanded, false))
        return;
    for (ZnodeFolder *const folder : below(entry))
        disarm(folder);
}

void ZnodeTreePrivate::refresh()
{
    const QList<ZnodeFolder *> all = m_folders.values();
    for (ZnodeFolder *const folder : all) {
        if (isWanted(folder))
            arm(folder);
    }
    refreshVisible();
}

/// Wanted from now on: watched, and read (again).
void ZnodeTreePrivate::arm(ZnodeFolder *folder)
{
    if (!std::exchange(folder->m_watched, true))
        m_connection->calls().retainWatch(folder->m_path, ZooWatchKind::Child);
    if (m_connection->state() != ZnodeConnection::State::Connected)
        return; // onState() reads
    if (folder->m_reading == 0)
        read(folder);
    else
        folder->m_outdated = true;
}

void ZnodeTreePrivate::disarm(ZnodeFolder *folder)
{
    m_due.remove(folder->m_path);
    if (std::exchange(folder->m_watched, false))
        m_connection->calls().releaseWatch(folder->m_path, ZooWatchKind::Child);
    if (folder->m_state == ZnodeFolder::State::Loaded)
        setState(folder, ZnodeFolder::State::Stale);
}

void ZnodeTreePrivate::setState(ZnodeFolder *folder, ZnodeFolder::State state,
                                const std::optional<Error> &error)
{
    if (folder->m_state == state && !error && !folder->m_error)
        return;
    folder->m_state = state;
    folder->m_error = error;
    Q_EMIT q->folderChanged(folder);
}

/// Everything below a folder whose znode is another one now, or gone.
void ZnodeTreePrivate::forget(ZnodeFolder *folder)
{
    removeRows(folder, 0, folder->m_names.size());
    folder->m_stats.clear();
}

/// Deletes folders whose rows are gone already; deepest first.
void ZnodeTreePrivate::bury(const QList<ZnodeFolder *> &folders)
{
    for (auto entry = folders.crbegin(); entry != folders.crend(); ++entry) {
        ZnodeFolder *const folder = *entry;
        m_due.remove(folder->m_path);
        if (folder->m_watched)
            m_connection->calls().releaseWatch(folder->m_path, ZooWatchKind::Child);
        m_visible.remove(folder->m_path);
        m_changed.remove(folder->m_path);
        m_folders.remove(folder->m_path);
        if (folder->m_parent) {
            folder->m_parent->m_folders.remove(folder->m_name);
            folder->m_parent->m_lastFound = nullptr;
        }
        Q_EMIT q->folderRemoved(folder);
        delete folder;
    }
}

void ZnodeTreePrivate::onState(ZnodeConnection::State state)
{
    const QList<ZnodeFolder *> all = m_folders.values();
    for (ZnodeFolder *const folder : all) {
        if (state != ZnodeConnection::State::Connected) {
            if (folder->m_state == ZnodeFolder::State::Loaded)
                setState(folder, ZnodeFolder::State::Stale);
        } else if (isWanted(folder)) {
            // The server tells what was missed, but for requests that were lost on the way. One more request
            // each is no price for certainty.
            arm(folder);
        }
    }
    if (state == ZnodeConnection::State::Connected)
        refreshVisible();
}

void ZnodeTreePrivate::onGeneration()
{
    m_wanted.clear();
    m_asking = 0;
    m_due.clear();
    for (ZnodeFolder *const folder : std::as_const(m_folders)) {
        folder->m_reading = 0;
        folder->m_outdated = false;
    }
    // A new session of the same cluster keeps what is known; its reading corrects it.
    if (m_connection->state() != ZnodeConnection::State::Broken)
        resetAll();
}

void ZnodeTreePrivate::resetAll()
{
    Q_EMIT q->aboutToReset();
    for (ZnodeFolder *const folder : std::as_const(m_folders)) {
        if (folder->m_watched)
            m_connection->calls().releaseWatch(folder->m_path, ZooWatchKind::Child);
    }
    const bool wasExpanded = m_root->m_expanded;
    qDeleteAll(std::exchange(m_folders, {}));
    m_visible.clear();
    m_changed.clear();
    m_refreshTimer.stop();
    m_root = makeFolder({}, nullptr);
    m_root->m_expanded = wasExpanded;
    Q_EMIT q->reset();
}

} // namespace zoodock
