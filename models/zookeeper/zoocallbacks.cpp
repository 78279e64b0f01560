// SPDX-License-Identifier: GPL-3.0-or-later
#include "zoocallbacks.h"

#include "zooacl.h"

#include <zookeeper/zookeeper.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace zoodock::callbacks
{

namespace
{

using Ticket = ZooLink::Ticket;

/// What the C client fills in while a multi is on its way.
struct MultiRoom
{
    std::vector<zoo_op_result_t> results;
    std::vector<QByteArray> paths; ///< of creations
    std::vector<Stat> stats;
    QList<ZooOp::What> what;
};

void reply(const void *data, ZooLetter letter)
{
    const std::unique_ptr<const Ticket> ticket(static_cast<const Ticket *>(data));
    letter.kind = ZooLetter::Kind::Reply;
    letter.request = ticket->request;
    ticket->link->post(std::move(letter));
}

ZooStat statOf(const Stat *stat)
{
    if (!stat)
        return {};
    return {stat->czxid,          stat->mzxid,      stat->pzxid,      stat->ctime,
            stat->mtime,          stat->version,    stat->cversion,   stat->aversion,
            stat->ephemeralOwner, stat->dataLength, stat->numChildren};
}

ZooLetter letterOf(int code, const Stat *stat = nullptr)
{
    ZooLetter letter;
    letter.code = code;
    if (code == ZOK)
        letter.stat = statOf(stat);
    return letter;
}

ZooOpResult resultOf(const MultiRoom &room, std::size_t index)
{
    const zoo_op_result_t &from = room.results[index];
    ZooOpResult result;
    result.code = from.err;
    if (from.err != ZOK)
        return result;
    const ZooOp::What what = room.what.at(static_cast<qsizetype>(index));
    if (what == ZooOp::What::Create)
        result.path = QString::fromUtf8(room.paths[index].constData());
    if (what == ZooOp::What::Set)
        result.stat = statOf(&room.stats[index]);
    return result;
}

} // namespace

void onVoid(int code, const void *data)
{
    reply(data, letterOf(code));
}

void onAuth(int code, const void *data)
{
    const auto *const ticket = static_cast<const ZooLink::AuthTicket *>(data);
    ZooLetter letter = letterOf(code);
    letter.kind = ZooLetter::Kind::Reply;
    letter.request = ticket->request;
    ticket->link->post(std::move(letter));
}

void onString(int code, const char *value, const void *data)
{
    onStringStat(code, value, nullptr, data);
}

void onStringStat(int code, const char *value, const Stat *stat, const void *data)
{
    ZooLetter letter = letterOf(code, stat);
    if (value)
        letter.bytes = QByteArray(value);
    reply(data, std::move(letter));
}

void onData(int code, const char *value, int length, const Stat *stat, const void *data)
{
    ZooLetter letter = letterOf(code, stat);
    // No value and an empty one are two things: the length is −1 or 0.
    if (code == ZOK && length >= 0)
        letter.bytes = length > 0 ? QByteArray(value, length) : QByteArray("");
    reply(data, std::move(letter));
}

void onStat(int code, const Stat *stat, const void *data)
{
    reply(data, letterOf(code, stat));
}

void onStrings(int code, const String_vector *strings, const Stat *stat, const void *data)
{
    ZooLetter letter = letterOf(code, stat);
    if (code == ZOK && strings)
        letter.names =
            NameList::sorted(std::vector<QByteArrayView>(strings->data, strings->data + strings->count));
    reply(data, std::move(letter));
}

void onAcl(int code, ACL_vector *acl, Stat *stat, const void *data)
{
    ZooLetter letter = letterOf(code, stat);
    for (int i = 0; code == ZOK && acl && i < acl->count; ++i) {
        const ACL &entry = acl->data[i];
        letter.acl.append({entry.id.scheme, entry.id.id, entry.perms});
    }
    reply(data, std::move(letter));
}

void onMulti(int code, const void *data)
{
    ZooLetter letter = letterOf(code);
    const auto room = std::static_pointer_cast<MultiRoom>(static_cast<const Ticket *>(data)->room);
    for (std::size_t i = 0; i < room->results.size(); ++i)
        letter.results.append(resultOf(*room, i));
    reply(data, std::move(letter));
}

void onWatch(zhandle_t *, int type, int, const char *path, void *context)
{
    if (type == ZOO_SESSION_EVENT)
        return; // every watch gets these, too
    ZooLetter letter;
    letter.kind = ZooLetter::Kind::Watch;
    // Not constants in zookeeper.h, so no switch.
    letter.event = type == ZOO_CREATED_EVENT   ? ZooEvent::Created
                   : type == ZOO_DELETED_EVENT ? ZooEvent::Deleted
                   : type == ZOO_CHILD_EVENT   ? ZooEvent::ChildrenChanged
                                               : ZooEvent::Changed;
    letter.bytes = QByteArray(path);
    static_cast<ZooLink *>(context)->post(std::move(letter));
}

int sendMulti(zhandle_t *handle, const QList<ZooOp> &ops, ZooLink::Ticket *ticket)
{
    const auto count = static_cast<std::size_t>(ops.size());
    const auto room = std::make_shared<MultiRoom>();
    room->results.resize(count);
    room->stats.resize(count);
    room->paths.resize(count);
    ticket->room = room;
    std::vector<zoo_op_t> list(count);
    std::vector<QByteArray> paths(count);
    std::vector<std::unique_ptr<AclArgument>> acls(count);
    for (std::size_t i = 0; i < count; ++i) {
        const ZooOp &op = ops.at(static_cast<qsizetype>(i));
        room->what.append(op.what);
        paths[i] = (op.what == ZooOp::What::Create ? op.create.path : op.path).toUtf8();
        const char *const path = paths[i].constData();
        switch (op.what) {
        case ZooOp::What::Create: {
            // Room for the server's ten digits and an end.
            QByteArray &made = room->paths[i] = QByteArray(paths[i].size() + 16, '\0');
            acls[i] = std::make_unique<AclArgument>(op.create.acl);
            zoo_create_op_init(&list[i], path, op.create.value.constData(), lengthOf(op.create.value),
                               acls[i]->get(), createFlags(op.create), made.data(),
                               static_cast<int>(made.size()));
            list[i].create_op.ttl = createTtl(op.create);
            break;
        }
        case ZooOp::What::Delete:
            zoo_delete_op_init(&list[i], path, op.version);
            break;
        case ZooOp::What::Set:
            zoo_set_op_init(&list[i], path, op.value.constData(), lengthOf(op.value), op.version,
                            &room->stats[i]);
            break;
        case ZooOp::What::Check:
            zoo_check_op_init(&list[i], path, op.version);
            break;
        }
    }
    return zoo_amulti(handle, static_cast<int>(count), list.data(), room->results.data(), onMulti, ticket);
}

} // namespace zoodock::callbacks
