// SPDX-License-Identifier: GPL-3.0-or-later
#include "undoclashes.h"

#include "znodecalls.h"
#include "znodes/znodeconnection.h"

#include <algorithm>
#include <utility>

namespace zoodock
{

UndoClashes::UndoClashes(ZnodeConnection *connection, const ZnodeUndo &undo, const QList<ZnodePath> &paths,
                         QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_what(undo.what)
{
    const bool deletes = undo.what == ZnodeUndo::What::Created;
    for (const ZnodePath &path : paths.first(std::min<qsizetype>(paths.size(), ZnodeChange::clashLimit))) {
        const auto record = std::find_if(undo.records.cbegin(), undo.records.cend(),
                                         [&path](const ZnodeRecord &one) { return one.path == path; });
        UndoClash clash;
        clash.path = path;
        if (!deletes && record != undo.records.cend())
            clash.before = *record;
        m_questions += Question{clash};
    }
    connect(connection, &ZnodeConnection::generationChanged, this, &UndoClashes::end);
}

void UndoClashes::start()
{
    const bool setsAcls = m_what == ZnodeUndo::What::AclSet || m_what == ZnodeUndo::What::Deleted ||
                          m_what == ZnodeUndo::What::Imported;
    m_onTheWay = 1; // it ends where there is nothing to read, too
    for (qsizetype row = 0; row < m_questions.size(); ++row) {
        read(row);
        if (setsAcls)
            readAcl(row);
    }
    answered();
}

void UndoClashes::read(qsizetype row)
{
    ++m_onTheWay;
    const auto take = [this, row](const Result<ZooData> &data) {
        Question &question = m_questions[row];
        if (data)
            question.clash.now = ZnodeValue{data->bytes, toZnodeStat(data->stat)};
        question.known = data || data.error().kind() == ErrorKind::NoNode;
        answered();
    };
    m_connection->calls().getData(m_questions.at(row).clash.path, ZooWatch::None, {this, take});
}

void UndoClashes::readAcl(qsizetype row)
{
    ++m_onTheWay;
    const auto take = [this, row](const Result<ZooAcl> &acl) {
        if (acl)
            m_questions[row].clash.aclNow = toAcl(acl->entries);
        answered();
    };
    m_connection->calls().getAcl(m_questions.at(row).clash.path, {this, take});
}

void UndoClashes::answered()
{
    if (--m_onTheWay == 0)
        end();
}

bool UndoClashes::isOfAcl(const UndoClash &clash) const
{
    if (!clash.aclNow || !clash.before)
        return false;
    if (m_what == ZnodeUndo::What::AclSet)
        return true;
    if (!clash.now)
        return false;
    const ZnodeRecord &before = *clash.before;
    if (m_what == ZnodeUndo::What::Imported)
        return before.version < 0 || clash.now->stat.version == before.version;
    return clash.now->bytes == before.value && clash.now->bytes.isNull() == before.value.isNull();
}

void UndoClashes::end()
{
    if (std::exchange(m_ended, true))
        return;
    QList<UndoClash> clashes;
    for (const Question &question : std::as_const(m_questions)) {
        UndoClash clash = question.clash;
        clash.isAcl = isOfAcl(clash);
        const bool isRead = m_what == ZnodeUndo::What::AclSet ? clash.isAcl : question.known;
        if (isRead)
            clashes += clash;
    }
    onEnd(clashes);
}

} // namespace zoodock
