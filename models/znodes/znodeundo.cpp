// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodechanges.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString firstOf(const QList<ZnodePath> &paths)
{
    constexpr qsizetype most = 5;
    QStringList names;
    for (const ZnodePath &path : paths.first(std::min(paths.size(), most)))
        names += legibleName(path.text());
    return names.join(u", "_s) + (paths.size() > most ? u", …"_s : QString());
}

} // namespace

UndoChange::UndoChange(ZnodeConnection *connection, qint64 packetLimit, ZnodeUndo undo, QObject *parent)
    : ChangeBase(connection, packetLimit, parent)
    , m_what(std::move(undo))
{
}

void UndoChange::begin()
{
    // Until it is complete it can be gone on with; afterwards there is nothing to take back.
    m_undo = m_what;
    if (m_what.isEmpty()) {
        fail(Error(ErrorKind::InvalidInput, tr("There is nothing to take back.")));
        return;
    }
    if (!m_what.records.isEmpty() && refuses(m_what.records.constFirst().path))
        return;
    if (m_what.overwrites)
        checkSeen(0);
    else
        proceed();
}

void UndoChange::proceed()
{
    if (m_what.what == ZnodeUndo::What::Deleted)
        restore();
    else if (m_what.overwrites)
        takeBack();
    else
        look();
}

void UndoChange::abort(const Error &why)
{
    m_problem = why;
    if (m_reading) {
        m_reading->stop();
        fail(why);
    } else if (m_batches) {
        m_batches->cancel();
    } else if (m_restore) {
        m_restore->cancel();
    } else if (m_onTheWay == 0) {
        if (m_look)
            m_look->stop();
        fail(why);
    }
}

void UndoChange::look()
{
    m_phase = Phase::Reading;
    m_look = std::make_unique<UndoLook>(&connection(), m_what, nullptr);
    m_look->onProgress = [this](qint64 done, qint64 total) { tell(done, total); };
    m_look->onEnd = [this](const Result<void> &outcome) {
        UndoLook *look = m_look.release();
        look->deleteLater(); // we are inside one of its functions
        const bool isSet = m_what.what == ZnodeUndo::What::Set || m_what.what == ZnodeUndo::What::AclSet;
        if (!outcome)
            fail(outcome.error());
        else if (!look->foreign().isEmpty())
            failForeign(look->foreign());
        else if (isSet && look->gone() == m_what.records.size())
            fail(Error(ErrorKind::NoNode,
                       tr("%1 does not exist any more. Create it again; then Undo can set it back.")
                           .arg(legibleName(m_what.about.text()))));
        else
            takeBack();
    };
    m_look->start();
}

void UndoChange::takeBack()
{
    m_phase = Phase::Changing;
    QList<ZnodePath> created = m_what.created;
    switch (m_what.what) {
    case ZnodeUndo::What::Created:
        for (const ZnodeRecord &record : std::as_const(m_what.records))
            created += record.path;
        removeCreated(created, [this] { complete(); });
        return;
    case ZnodeUndo::What::Imported:
        removeCreated(created, [this] {
            m_undo.created.clear();
            setBack();
        });
        return;
    case ZnodeUndo::What::Set:
    case ZnodeUndo::What::AclSet:
    case ZnodeUndo::What::Deleted:
    case ZnodeUndo::What::Nothing:
        setBack();
        return;
    }
}

// ---- what was deleted
// -------------------------------------------------------------------------------------------

void UndoChange::restore()
{
    m_undo.begun = true;
    m_restore = std::make_unique<ZnodeRestore>(
        &connection(), packetLimit(), m_what.records,
        m_what.overwrites ? ImportConflict::Overwrite : ImportConflict::Skip, nullptr);
    m_restore->compareExisting(m_what.begun);
    m_restore->onProgress = [this](qint64 done) { tell(done, m_what.records.size(), done == 1); };
    m_restore->onEnd = [this](const Result<void> &outcome) { endRestore(outcome); };
    m_restore->start();
}

void UndoChange::endRestore(const Result<void> &outcome)
{
    m_changed = m_restore->created().size() + m_restore->overwritten().size();
    const QList<ZnodeRecord> different = m_restore->different();
    const std::optional<ZnodeRestore::Refused> refused = m_restore->refused();
    m_restore.release()->deleteLater(); // we are inside one of its functions
    if (m_problem)
        fail(*m_problem);
    else if (!outcome && refused)
        failRestore(outcome.error(), refused->path, refused->needed);
    else if (!outcome)
        fail(outcome.error());
    else if (different.isEmpty())
        complete();
    else
        leaveDifferent(different);
}

/// Says what is in the way where that is another znode than the one that is missed.
void UndoChange::failRestore(const Error &why, const ZnodePath &refused, AclPermission needed)
{
    m_problem = why;
    const bool isCreation = needed == AclPermission::Create;
    const ZnodePath parent = refused.parent();
    if (why.kind() == ErrorKind::NoAuth)
        failRefused({isCreation ? parent : refused, needed});
    else if (why.kind() == ErrorKind::NoNode && isCreation)
        fail(Error(why.kind(),
                   tr("%1 does not exist any more. Create it again; then Undo can bring back what was below "
                      "it.")
                       .arg(legibleName(parent.text())),
                   why.detail()));
    else
        fail(why);
}

/// What exists again is somebody's by now. The rest is back.
void UndoChange::leaveDifferent(const QList<ZnodeRecord> &different)
{
    m_undo.records = different;
    for (const ZnodeRecord &record : different)
        m_foreign += record.path;
    failAfterReading(
        Error(ErrorKind::VersionConflict,
              tr("Somebody else has created %Ln znode(s) again meanwhile, with another value or access list: "
                 "%1. They are left as they are until you say otherwise.",
                 nullptr, int(m_foreign.size()))
                  .arg(firstOf(m_foreign))));
}

void UndoChange::failForeign(const QList<ZnodePath> &foreign)
{
    m_foreign = foreign;
    const bool created = m_what.what == ZnodeUndo::What::Created || !m_what.created.isEmpty();
    const int count = int(foreign.size());
    failAfterReading(
        Error(ErrorKind::VersionConflict,
              (created ? tr("Somebody else has changed %Ln znode(s) meanwhile, or created some below: %1.",
                            nullptr, count)
                       : tr("Somebody else has changed %Ln znode(s) meanwhile: %1.", nullptr, count))
                  .arg(firstOf(foreign))));
}

/// Who could help where a list refuses; %1 is its path.
QString UndoChange::refusalOf(const Acl &acl, AclPermission needed)
{
    if (acl.isEmpty() || allowsAnybody(needed, acl))
        return tr("The access list of %1 does not allow this. Sign in with credentials that it allows.");
    if (!allowsAnybody(AclPermission::Admin, acl))
        return tr("The access list of %1 allows this to nobody, and nobody may change the list. It stays as "
                  "it is, unless you sign in as the superuser of the servers.");
    return tr("The access list of %1 allows this to nobody. Change the list, and undo again.");
}

/// Says whose access list it is.
void UndoChange::failRefused(const Refusal &refusal)
{
    const auto [path, needed] = refusal;
    calls().getAcl(path,
                   {this, [this, path = path, needed = needed](const Result<ZooAcl> &answer) {
                        if (isSettled())
                            return;
                        const Acl acl = answer ? toAcl(answer->entries) : Acl();
                        fail(Error(m_problem->kind(), refusalOf(acl, needed).arg(legibleName(path.text())),
                                   m_problem->detail()));
                    }});
}

/// So that whoever is asked then sees both values.
void UndoChange::failAfterReading(const Error &conflict)
{
    m_reading = std::make_unique<UndoClashes>(&connection(), m_what, m_foreign, nullptr);
    m_reading->onEnd = [this, conflict](const QList<UndoClash> &clashes) {
        m_reading.release()->deleteLater(); // we are inside one of its functions
        m_clashes = clashes;
        fail(conflict);
    };
    m_reading->start();
}

void UndoChange::complete()
{
    m_undo = {};
    if (!m_staying.isEmpty())
        m_undo.losses +=
            tr("%Ln znode(s) stay: somebody else has created some below.", nullptr, int(m_staying.size()));
    if (m_missing > 0)
        m_undo.losses += tr("%Ln znode(s) do not exist any more.", nullptr, int(m_missing));
    succeed();
}

} // namespace zoodock
