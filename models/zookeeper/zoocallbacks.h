// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "zoolink.h"

#include <memory>

struct ACL_vector;
struct Stat;
struct String_vector;

/// The callbacks that the C client calls on threads of its own: they make values of what they get and post
/// them. `data` is a ZooLink::Ticket.
namespace zoodock::callbacks
{

void onVoid(int code, const void *data);
/// data: a ZooLink::AuthTicket.
void onAuth(int code, const void *data);
void onString(int code, const char *value, const void *data);
void onStringStat(int code, const char *value, const Stat *stat, const void *data);
void onData(int code, const char *value, int length, const Stat *stat, const void *data);
void onStat(int code, const Stat *stat, const void *data);
void onStrings(int code, const String_vector *strings, const Stat *stat, const void *data);
void onAcl(int code, ACL_vector *acl, Stat *stat, const void *data);
void onMulti(int code, const void *data);
/// A watch on a znode; the context is the ZooLink.
void onWatch(_zhandle *handle, int type, int state, const char *path, void *context);

/// Calls zoo_amulti() with the ops; its results stay in the ticket.
int sendMulti(_zhandle *handle, const QList<ZooOp> &ops, ZooLink::Ticket *ticket);

} // namespace zoodock::callbacks
