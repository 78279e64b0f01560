// SPDX-License-Identifier: GPL-3.0-or-later
#include "zookeeper/zoohandle.h"

#include "zooacl.h"
#include "zoocallbacks.h"
#include "zoorequest.h"

#include <zookeeper/zookeeper.h>

#include <utility>

namespace zoodock
{

using namespace callbacks;

namespace
{

using Ticket = ZooLink::Ticket;

QStringList listOf(const NameList &names)
{
    QStringList list;
    list.reserve(names.size());
    for (qsizetype row = 0; row < names.size(); ++row)
        list.append(names.at(row));
    return list;
}

} // namespace

template <typename T>
void ZooRequest<T>::begin()
{
    if (!m_handle) {
        this->fail(m_call.error(ZCLOSING));
        return;
    }
    ZooCall call = m_call;
    call.context = this;
    call.settle = [this](ZooLetter &letter) { this->succeedWith(m_read(letter)); };
    call.fail = [this](const Error &error) {
        if (!this->isSettled())
            this->fail(error);
    };
    m_number = m_d->submit(std::move(call));
}

template <typename T, typename Send, typename Read>
ValueOperation<T> *ZooHandle::request(ZooPurpose purpose, const char *verb, const QString &path, Send send,
                                      Read read, QObject *parent)
{
    ZooCall call;
    call.verb = verb;
    call.path = path;
    call.purpose = purpose;
    call.send = std::move(send);
    auto *const operation = new ZooRequest<T>(this, d.get(), std::move(call), std::move(read), parent);
    operation->setDeadline(d->deadline());
    return operation;
}

ValueOperation<QString> *ZooHandle::create(const QString &path, const QByteArray &value, QObject *parent)
{
    auto send = [path = path.toUtf8(), value](zhandle_t *handle, Ticket *ticket) {
        return zoo_acreate(handle, path.constData(), value.constData(), static_cast<int>(value.size()),
                           &ZOO_OPEN_ACL_UNSAFE, ZOO_PERSISTENT, onString, ticket);
    };
    return request<QString>(
        ZooPurpose::Change, "create", path, send,
        [](ZooLetter &letter) { return QString::fromUtf8(letter.bytes); }, parent);
}

ValueOperation<QByteArray> *ZooHandle::get(const QString &path, QObject *parent)
{
    auto send = [path = path.toUtf8()](zhandle_t *handle, Ticket *ticket) {
        return zoo_aget(handle, path.constData(), 0, onData, ticket);
    };
    return request<QByteArray>(
        ZooPurpose::Read, "get", path, send, [](ZooLetter &letter) { return letter.bytes; }, parent);
}

ValueOperation<QStringList> *ZooHandle::children(const QString &path, QObject *parent)
{
    auto send = [path = path.toUtf8()](zhandle_t *handle, Ticket *ticket) {
        return zoo_aget_children2(handle, path.constData(), 0, onStrings, ticket);
    };
    return request<QStringList>(
        ZooPurpose::Read, "ls", path, send, [](ZooLetter &letter) { return listOf(letter.names); }, parent);
}

Operation *ZooHandle::remove(const QString &path, int version, QObject *parent)
{
    auto send = [path = path.toUtf8(), version](zhandle_t *handle, Ticket *ticket) {
        return zoo_adelete(handle, path.constData(), version, onVoid, ticket);
    };
    return request<bool>(
        ZooPurpose::Change, "delete", path, send, [](ZooLetter &) { return true; }, parent);
}

} // namespace zoodock
