// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodeimport.h"

#include <QtCore/QLocale>
#include <QtCore/QSet>

#include <utility>

namespace zoodock
{

namespace
{

constexpr int questionsOnTheWay = 256;

template <typename T>
bool isMissing(const Result<T> &answer)
{
    return !answer && answer.error().kind() == ErrorKind::NoNode;
}

/// "" and no value at all are different.
bool isSame(const Result<ZooData> &data, const QByteArray &value)
{
    return data && data->bytes == value && data->bytes.isNull() == value.isNull();
}

/// The server would close the connection.
std::optional<Error> oversized(const QList<ZnodeRecord> &records, const QString &chroot, qint64 limit)
{
    for (const ZnodeRecord &record : records) {
        ZooOp op;
        op.what = ZooOp::What::Create;
        op.create = toCreate(record);
        op.create.path.prepend(chroot);
        if (packetBytes(op) > limit)
            return Error(
                ErrorKind::TooLarge,
                ImportComparison::tr("The value of %1 has %2 bytes; the server takes no request above %3 "
                                     "(jute.maxbuffer). Take it out of the file, or raise the limit on "
                                     "every server.")
                    .arg(record.path.text(), QString::number(record.value.size()), QString::number(limit)));
    }
    return std::nullopt;
}

} // namespace

// ---- comparing
// -----------------------------------------------------------------------------------------------

ImportComparison::ImportComparison(ZnodeConnection *connection, qint64 packetLimit,
                                   QList<ZnodeRecord> records, ZnodePath under, QObject *parent)
    : ValueOperation(parent)
    , m_connection(connection)
    , m_packetLimit(packetLimit)
    , m_records(std::move(records))
    , m_under(std::move(under))
{
}

void ImportComparison::begin()
{
    if (const auto problem = oversized(m_records, m_connection->target().chroot, m_packetLimit)) {
        fail(*problem);
        return;
    }
    int ephemeral = 0;
    QList<ZnodePath> hidden;
    for (const ZnodeRecord &record : std::as_const(m_records)) {
        ephemeral += record.kind == ZnodeKind::Ephemeral ? 1 : 0;
        if (hasHiddenHash(record.acl))
            hidden += record.path;
    }
    if (!hidden.isEmpty())
        m_preview.losses += tr("The file lacks password hashes of the access lists of %n znode(s), which the "
                               "server hid from whoever exported them: those users are left out. The first "
                               "is %1.",
                               nullptr, int(hidden.size()))
                                .arg(hidden.constFirst().text());
    if (ephemeral > 0)
        m_preview.losses += tr("%n ephemeral znode(s) will be ephemeral znodes of this connection and vanish "
                               "with it.",
                               nullptr, ephemeral);
    m_connection->calls().exists(m_under.parent(), ZooWatch::None,
                                 {this, [this](const Result<ZooStat> &stat) {
                                      if (isSettled())
                                          return;
                                      if (stat)
                                          pump();
                                      else if (isMissing(stat))
                                          fail(Error(ErrorKind::NoNode,
                                                     tr("There is no znode %1. Create it first, or "
                                                        "choose another place.")
                                                         .arg(m_under.parent().text()),
                                                     stat.error().detail()));
                                      else
                                          fail(stat.error());
                                  }});
}

void ImportComparison::pump()
{
    while (m_open < questionsOnTheWay && m_next < m_records.size()) {
        ++m_open;
        ask(m_records.at(m_next++));
    }
    const qint64 done = m_next - m_open;
    if (done % questionsOnTheWay == 0)
        Q_EMIT progress(done, m_records.size());
    if (!isSettled() && m_open == 0)
        succeedWith(m_preview);
}

void ImportComparison::ask(const ZnodeRecord &record)
{
    ZnodeCalls &calls = m_connection->calls();
    const auto same = std::make_shared<bool>(false);
    const auto missing = std::make_shared<bool>(false);
    const auto bothEmpty = std::make_shared<bool>(false);
    calls.getData(record.path, ZooWatch::None,
                  {this, [record, same, missing, bothEmpty](const Result<ZooData> &data) {
                       *bothEmpty = data && data->bytes.isEmpty() && record.value.isEmpty();
                       *same = isSame(data, record.value);
                       *missing = isMissing(data);
                   }});
    calls.getAcl(record.path, {this, [this, record, same, missing, bothEmpty](const Result<ZooAcl> &acl) {
                                   if (isSettled())
                                       return;
                                   --m_open;
                                   if (*missing || isMissing(acl))
                                       m_preview.toCreate += record.path;
                                   else if (*same && acl && isSameAcl(toAcl(acl->entries), record.acl))
                                       ++m_preview.equal;
                                   else if (!acl && acl.error().kind() != ErrorKind::NoAuth) {
                                       fail(acl.error());
                                       return;
                                   } else if (!record.path.isRoot()) {
                                       m_preview.existing += record.path;
                                       if (*bothEmpty && acl && isSameAcl(toAcl(acl->entries), record.acl))
                                           m_preview.emptied.insert(record.path);
                                   }
                                   pump();
                               }});
}

// ---- importing
// -----------------------------------------------------------------------------------------------

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
    connect(m_comparison, &Operation::finished, this, &ImportChange::onCompared);
    m_comparison->start();
}

void ImportChange::onCompared()
{
    if (isSettled())
        return;
    if (!m_comparison->succeeded()) {
        fail(m_comparison->error());
        return;
    }
    const ImportPreview &found = m_comparison->value();
    if (!found.existing.isEmpty()) {
        fail(Error(ErrorKind::NodeExists,
                   tr("Nothing was imported: %n znode(s) are there already and differ, the first is %1. "
                      "Choose to skip or to overwrite them.",
                      nullptr, int(found.existing.size()))
                       .arg(found.existing.constFirst().text())));
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
                   tr("The import stopped at %1, with %n znode(s) written. %2", nullptr,
                      int(m_undo.created.size() + m_undo.records.size()))
                       .arg(m_restore->refused()->text(), outcome.error().message()),
                   outcome.error().detail()));
    else
        settleWith(outcome);
}

} // namespace zoodock
