// SPDX-License-Identifier: GPL-3.0-or-later
#include "barezookeeper.h"

#include <QtCore/QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <memory>

namespace zoodock::bench
{

namespace
{

constexpr int window = 256;
constexpr std::size_t opsInOneMulti = 500;

double since(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

QByteArray childOf(const QByteArray &path, const char *name)
{
    return path.endsWith('/') ? path + name : path + '/' + name;
}

/// Runs `op(index)` into multis of 500, each sent when the last was answered.
template <typename Make>
double multis(zhandle_t *handle, std::size_t count, Make make)
{
    QElapsedTimer timer;
    timer.start();
    std::vector<zoo_op_t> ops(opsInOneMulti);
    std::vector<zoo_op_result_t> results(opsInOneMulti);
    for (std::size_t first = 0; first < count; first += opsInOneMulti) {
        const std::size_t size = std::min(opsInOneMulti, count - first);
        for (std::size_t i = 0; i < size; ++i)
            make(ops[i], first + i);
        if (const int code = zoo_multi(handle, static_cast<int>(size), ops.data(), results.data());
            code != ZOK)
            std::fprintf(stderr, "a bare multi failed: %s\n", zerror(code));
    }
    return since(timer);
}

} // namespace

BareWalk::BareWalk(zhandle_t *handle, QByteArray text, bool values)
    : m_handle(handle)
    , m_text(std::move(text))
    , m_values(values)
{
}

double BareWalk::run(const QByteArray &top)
{
    QElapsedTimer timer;
    timer.start();
    std::unique_lock lock(m_mutex);
    visit(top);
    m_end.wait(lock, [this] { return m_ended; });
    return since(timer);
}

void BareWalk::visit(const QByteArray &path)
{
    ++m_open;
    m_paths.push_back(path);
    auto *const visit = new Visit{this, path};
    if (m_values)
        zoo_awget(m_handle, path.constData(), nullptr, nullptr, onData, visit);
    else
        askChildren(visit);
}

void BareWalk::askChildren(Visit *visit)
{
    zoo_awget_children2(m_handle, visit->path.constData(), nullptr, nullptr, onChildren, visit);
}

void BareWalk::onData(int code, const char *value, int length, const Stat *stat, const void *data)
{
    auto *const visit = static_cast<Visit *>(const_cast<void *>(data));
    BareWalk *const walk = visit->walk;
    const std::lock_guard lock(walk->m_mutex);
    if (code == ZOK && length > 0 && !walk->m_text.isEmpty() &&
        memmem(value, static_cast<std::size_t>(length), walk->m_text.constData(),
               static_cast<std::size_t>(walk->m_text.size())))
        ++walk->m_matches;
    if (code == ZOK && stat->numChildren > 0)
        walk->askChildren(visit);
    else
        walk->done(visit);
}

void BareWalk::onChildren(int code, const String_vector *names, const Stat *, const void *data)
{
    auto *const visit = static_cast<Visit *>(const_cast<void *>(data));
    BareWalk *const walk = visit->walk;
    const std::lock_guard lock(walk->m_mutex);
    for (int i = 0; code == ZOK && i < names->count; ++i)
        walk->m_waiting.push_back(childOf(visit->path, names->data[i]));
    walk->done(visit);
}

void BareWalk::done(Visit *visit)
{
    ++m_visited;
    if (!m_text.isEmpty() && visit->path.mid(visit->path.lastIndexOf('/') + 1).contains(m_text))
        ++m_matches;
    delete visit;
    --m_open;
    pump();
}

void BareWalk::pump()
{
    while (m_open < window && !m_waiting.empty()) {
        const QByteArray path = std::move(m_waiting.back());
        m_waiting.pop_back();
        visit(path);
    }
    if (m_open == 0) {
        m_ended = true;
        m_end.notify_all();
    }
}

double bareRemoval(zhandle_t *handle, const std::vector<QByteArray> &parentsFirst)
{
    const std::size_t count = parentsFirst.size();
    return multis(handle, count, [&](zoo_op_t &op, std::size_t index) {
        zoo_delete_op_init(&op, parentsFirst[count - 1 - index].constData(), -1);
    });
}

double bareCreation(zhandle_t *handle, const std::vector<QByteArray> &parentsFirst, const QByteArray &value)
{
    return multis(handle, parentsFirst.size(), [&](zoo_op_t &op, std::size_t index) {
        zoo_create_op_init(&op, parentsFirst[index].constData(), value.constData(),
                           static_cast<int>(value.size()), &ZOO_OPEN_ACL_UNSAFE, 0, nullptr, 0);
    });
}

} // namespace zoodock::bench
