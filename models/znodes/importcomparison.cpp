// SPDX-License-Identifier: GPL-3.0-or-later
// What an import would find, and do.
#include "znodeimport.h"

#include <QtCore/QSet>

#include <algorithm>
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

} // namespace

struct ImportComparison::Question
{
    qsizetype row = 0;
    int breaks = 0;               ///< of the connection, until it was asked
    std::optional<ZooStat> stat;  ///< of the value
    std::optional<Error> problem; ///< why it could not be read
    bool same = false;            ///< the value
    bool bothEmpty = false;
};

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
                    .arg(legibleName(record.path.text()), QString::number(record.value.size()),
                         QString::number(limit)));
    }
    return std::nullopt;
}

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
        m_preview.losses +=
            tr("The file lacks password hashes of the access lists of %Ln znode(s), which the "
               "server hid from whoever exported them: those users are left out. The first "
               "is %1.",
               nullptr, int(hidden.size()))
                .arg(legibleName(hidden.constFirst().text()));
    if (ephemeral > 0)
        m_preview.losses +=
            tr("%Ln ephemeral znode(s) will be ephemeral znodes of this connection and vanish "
               "with it.",
               nullptr, ephemeral);
    if (m_patient) {
        connect(m_connection, &ZnodeConnection::stateChanged, this, &ImportComparison::onState);
        connect(m_connection, &ZnodeConnection::generationChanged, this, [this] {
            if (!isSettled())
                fail(Error::cancelled());
        });
    }
    askForParent();
}

void ImportComparison::askForParent()
{
    m_connection->calls().exists(m_under.parent(), ZooWatch::None,
                                 {this, [this, breaks = m_breaks](const Result<ZooStat> &stat) {
                                      if (isSettled())
                                          return;
                                      m_parentKnown = stat.has_value();
                                      if (stat)
                                          pump();
                                      else if (isInterrupted(stat.error(), breaks))
                                          wait();
                                      else if (isMissing(stat))
                                          fail(Error(ErrorKind::NoNode,
                                                     tr("There is no znode %1. Create it first, or "
                                                        "choose another place.")
                                                         .arg(legibleName(m_under.parent().text())),
                                                     stat.error().detail()));
                                      else
                                          fail(stat.error());
                                  }});
}

bool ImportComparison::isInterrupted(const Error &error, int breaks) const
{
    return m_patient && isBreak(error, *m_connection, breaks != m_breaks);
}

void ImportComparison::wait()
{
    if (m_connection->state() == ZnodeConnection::State::Connected)
        goOn(); // it is back before all have heard that it was lost
    else if (!std::exchange(m_waits, true))
        Q_EMIT waits(true);
}

void ImportComparison::onState()
{
    if (m_connection->state() != ZnodeConnection::State::Connected) {
        ++m_breaks;
        return;
    }
    if (!std::exchange(m_waits, false) || isSettled())
        return;
    Q_EMIT waits(false);
    if (!isSettled())
        goOn();
}

void ImportComparison::goOn()
{
    if (m_parentKnown)
        pump();
    else
        askForParent();
}

void ImportComparison::pump()
{
    while (!m_waits && m_open < questionsOnTheWay && (!m_again.isEmpty() || m_next < m_records.size())) {
        ++m_open;
        ask(m_again.isEmpty() ? m_next++ : m_again.takeLast());
    }
    const qint64 done = m_next - m_open - m_again.size();
    if (done % questionsOnTheWay == 0)
        Q_EMIT progress(done, m_records.size());
    if (isSettled() || m_waits || m_open > 0)
        return;
    noteLocks();
    succeedWith(m_preview);
}

void ImportComparison::ask(qsizetype row)
{
    ZnodeCalls &calls = m_connection->calls();
    const auto question = std::make_shared<Question>();
    question->row = row;
    question->breaks = m_breaks;
    const ZnodeRecord &record = m_records.at(row);
    calls.getData(record.path, ZooWatch::None,
                  {this, [question, value = record.value](const Result<ZooData> &data) {
                       if (data)
                           question->stat = data->stat;
                       else
                           question->problem = data.error();
                       question->bothEmpty = data && data->bytes.isEmpty() && value.isEmpty();
                       question->same = isSame(data, value);
                   }});
    calls.getAcl(record.path, {this, [this, question](const Result<ZooAcl> &acl) {
                                   if (!isSettled())
                                       answered(*question, acl);
                               }});
}

void ImportComparison::answered(const Question &question, const Result<ZooAcl> &acl)
{
    --m_open;
    const ZnodeRecord &record = m_records.at(question.row);
    const bool isLost = (question.problem && isInterrupted(*question.problem, question.breaks)) ||
                        (!acl && isInterrupted(acl.error(), question.breaks));
    if (isLost) {
        m_again += question.row;
        wait();
        return;
    }
    const bool missing =
        isMissing(acl) || (question.problem && question.problem->kind() == ErrorKind::NoNode);
    const bool sameAcl = acl && isSameAcl(toAcl(acl->entries), record.acl);
    if (missing) {
        m_preview.toCreate += record.path;
    } else if (question.same && sameAcl) {
        ++m_preview.equal;
    } else if (!acl && acl.error().kind() != ErrorKind::NoAuth) {
        fail(acl.error());
        return;
    } else if (!record.path.isRoot()) {
        m_preview.existing += record.path;
        noteSeen(record.path, question.stat, acl);
        if (question.bothEmpty && sameAcl)
            m_preview.emptied.insert(record.path);
    }
    pump();
}

/// Lists that shut out whoever imports them, too.
void ImportComparison::noteLocks()
{
    QList<QByteArray> secrets;
    for (const ZnodeCredential &credential : m_connection->target().credentials)
        secrets += credential.secret;
    const bool isSuper = std::any_of(secrets.cbegin(), secrets.cend(),
                                     [](const QByteArray &secret) { return secret.startsWith("super:"); });
    const QSet<ZnodePath> created(m_preview.toCreate.cbegin(), m_preview.toCreate.cend());
    const QSet<ZnodePath> existing(m_preview.existing.cbegin(), m_preview.existing.cend());
    QSet<ZnodePath> parents;
    for (const ZnodePath &path : created)
        parents.insert(path.parent());
    for (const ZnodeRecord &record : std::as_const(m_records)) {
        if (record.acl == openAcl() || (!created.contains(record.path) && !existing.contains(record.path)))
            continue;
        const Acl acl = withoutHidden(record.acl, !secrets.isEmpty());
        if (!allowsAnybody(AclPermission::Admin, acl))
            m_preview.locked += record.path;
        if (!isSuper && parents.contains(record.path) && !mayBeAllowed(AclPermission::Delete, secrets, acl))
            m_preview.barred += record.path;
    }
}

QStringList lossesOf(const ImportPreview &preview, ImportConflict onConflict)
{
    QStringList losses = preview.losses;
    QList<ZnodePath> locked = preview.locked;
    QList<ZnodePath> barred = preview.barred;
    if (onConflict != ImportConflict::Overwrite && !(locked.isEmpty() && barred.isEmpty())) {
        const QSet<ZnodePath> existing(preview.existing.cbegin(), preview.existing.cend());
        const auto stays = [&existing](const ZnodePath &path) { return existing.contains(path); };
        locked.removeIf(stays);
        barred.removeIf(stays);
    }
    if (!locked.isEmpty())
        losses += ImportComparison::tr("The access lists of %Ln znode(s) allow nobody to change them "
                                       "afterwards but the superuser of the servers. The first is %1.",
                                       nullptr, int(locked.size()))
                      .arg(legibleName(locked.constFirst().text()));
    if (!barred.isEmpty())
        losses += ImportComparison::tr("Undo cannot take the import back: the access lists of %Ln znode(s) "
                                       "do not let this connection delete what is created below. The first "
                                       "is %1.",
                                       nullptr, int(barred.size()))
                      .arg(legibleName(barred.constFirst().text()));
    return losses;
}

/// The value's numbers as its own reading had them: a change between the two readings was not seen.
void ImportComparison::noteSeen(const ZnodePath &path, const std::optional<ZooStat> &data,
                                const Result<ZooAcl> &acl)
{
    if (!data && !acl)
        return;
    ZnodeStat seen = toZnodeStat(data ? *data : acl->stat);
    if (acl)
        seen.aversion = acl->stat.aversion;
    m_preview.seen.insert(path, seen);
}

} // namespace zoodock
