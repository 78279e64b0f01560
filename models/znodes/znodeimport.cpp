// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodeimport.h"

#include "core/legible.h"

#include <QtCore/QSet>

#include <utility>

namespace zoodock
{

ImportChange::ImportChange(ZnodeConnection *connection, qint64 packetLimit, QList<ZnodeRecord> records,
                           const ZnodePath &under, ImportConflict onConflict, QObject *parent)
    : ChangeBase(connection, packetLimit, parent)
    , m_records(std::move(records))
    , m_under(under)
    , m_onConflict(onConflict)
{
}

void ImportChange::begin()
{
    if (connection().isReadOnly()) {
        const Result<void> allowed = checkChangeable(connection(), ZnodePath());
        fail(allowed.error());
        return;
    }
    const auto problem = oversized(m_records, connection().target().chroot, packetLimit());
    if (problem)
        fail(*problem);
    else if (m_onConflict == ImportConflict::Stop)
        compare();
    else
        write();
}

void ImportChange::abort(const Error &why)
{
    if (m_restore)
        m_restore->cancel();
    else
        fail(why);
}

/// All or nothing has to know before the first change.
void ImportChange::compare()
{
    m_phase = Phase::Reading;
    m_comparison = new ImportComparison(&connection(), packetLimit(), m_records, m_under, this);
    connect(m_comparison, &ImportComparison::progress, this,
            [this](qint64 done, qint64 total) { tell(done, total); });
    connect(m_comparison, &ImportComparison::waits, this, &ImportChange::waits);
    connect(m_comparison, &Operation::finished, this, &ImportChange::onCompared);
    m_comparison->setPatient();
    m_comparison->start();
}

void ImportChange::onCompared()
{
    if (isSettled())
        return;
    if (!m_comparison->succeeded()) {
        failReading(m_comparison->error());
        return;
    }
    const ImportPreview &found = m_comparison->value();
    if (!found.existing.isEmpty()) {
        fail(Error(ErrorKind::NodeExists,
                   tr("Nothing was imported: %Ln znode(s) are there already and differ, the first is %1. "
                      "Choose to skip or to overwrite them.",
                      nullptr, int(found.existing.size()))
                       .arg(legibleName(found.existing.constFirst().text()))));
        return;
    }
    const QSet<ZnodePath> missing(found.toCreate.cbegin(), found.toCreate.cend());
    m_records.removeIf([&missing](const ZnodeRecord &record) { return !missing.contains(record.path); });
    write();
}

void ImportChange::write()
{
    m_phase = Phase::Changing;
    m_restore = std::make_unique<ZnodeRestore>(&connection(), packetLimit(), std::move(m_records),
                                               m_onConflict, nullptr);
    if (m_seen)
        m_restore->overwriteOnly(*m_seen);
    m_restore->onProgress = [this](qint64 done) { tell(done, m_restore->total()); };
    m_restore->onEnd = [this](const Result<void> &outcome) { onWritten(outcome); };
    m_restore->start();
}

void ImportChange::onWritten(const Result<void> &outcome)
{
    m_undo.created = m_restore->created();
    m_undo.records = m_restore->overwritten();
    if (!m_undo.created.isEmpty() || !m_undo.records.isEmpty())
        m_undo.what = ZnodeUndo::What::Imported;
    m_undo.about = m_under;
    if (m_undo.created.isEmpty()) {
        conclude(outcome);
        return;
    }
    // What is younger than the last of them, others have made.
    calls().exists(m_undo.created.constLast(), ZooWatch::None,
                   {this, [this, outcome](const Result<ZooStat> &stat) {
                        m_undo.newest = stat ? stat->czxid : 0;
                        conclude(outcome);
                    }});
}

void ImportChange::conclude(const Result<void> &outcome)
{
    if (isSettled())
        return;
    tell(m_restore->total(), m_restore->total(), true);
    if (!outcome && m_restore->refused())
        fail(Error(outcome.error().kind(),
                   tr("The import stopped at %1, with %Ln znode(s) written. %2", nullptr,
                      int(m_undo.created.size() + m_undo.records.size()))
                       .arg(legibleName(m_restore->refused()->path.text()), outcome.error().message()),
                   outcome.error().detail()));
    else if (outcome && m_seen && !m_restore->different().isEmpty())
        fail(leftError());
    else
        settleWith(outcome);
}

Error ImportChange::leftError() const
{
    constexpr qsizetype most = 5;
    const QList<ZnodeRecord> &left = m_restore->different();
    QStringList names;
    for (qsizetype i = 0; i < left.size() && i < most; ++i)
        names += legibleName(left.at(i).path.text());
    if (left.size() > most)
        names += QStringLiteral("…");
    return Error(
        ErrorKind::VersionConflict,
        tr("%Ln znode(s) were changed or created by somebody else after the preview, and are left as "
           "they are: %1. Everything else is imported. Import again to see how they differ.",
           nullptr, int(left.size()))
            .arg(names.join(QStringLiteral(", "))));
}

} // namespace zoodock
