// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodes/znodeeditor.h"

#include "znodechanges.h"

#include <QtCore/QPointer>

#include <algorithm>
#include <utility>

namespace zoodock
{

namespace
{

class ReadAcl : public ValueOperation<AclValue>
{
public:
    ReadAcl(ZnodeConnection *connection, ZnodePath path, QObject *parent)
        : ValueOperation(parent)
        , m_connection(connection)
        , m_path(std::move(path))
    {
    }

protected:
    void begin() override
    {
        m_connection->calls().getAcl(m_path, {this, [this](const Result<ZooAcl> &acl) {
                                                  if (isSettled())
                                                      return;
                                                  if (acl)
                                                      succeedWith({toAcl(acl->entries), acl->stat.aversion});
                                                  else
                                                      fail(acl.error());
                                              }});
    }

private:
    ZnodeConnection *m_connection;
    ZnodePath m_path;
};

} // namespace

qint64 packetLimitOf(const QString &jvmFlags)
{
    const QString option = QStringLiteral("-Djute.maxbuffer=");
    qint64 limit = defaultPacketLimit;
    for (const QString &flag : jvmFlags.simplified().split(QLatin1Char(' '))) {
        if (!flag.startsWith(option))
            continue;
        // As Java's Integer.getInteger: also hexadecimal and octal; what it does not understand is the
        // default.
        bool isNumber = false;
        const int bytes = QString(flag.mid(option.size()))
                              .replace(QLatin1Char('#'), QLatin1String("0x"))
                              .toInt(&isNumber, 0);
        limit = isNumber && bytes > 0 ? bytes : defaultPacketLimit;
    }
    return limit;
}

ZnodeMeasure::ZnodeMeasure(ZnodeConnection *connection, const ZnodePath &top, QObject *parent)
    : ValueOperation(parent)
    , m_walk(std::make_unique<ZnodeWalk>(connection, top, ZnodeWalk::Reads::Access, nullptr))
{
    m_subtree.top = top;
}

ZnodeMeasure::~ZnodeMeasure() = default;

void ZnodeMeasure::begin()
{
    m_walk->onNode = [this](const ZnodeWalk::Node &node) {
        m_subtree.bytes += node.stat.dataLength;
        m_subtree.hidden += hasHiddenHash(node.acl) ? 1 : 0;
        m_subtree.ephemeral += node.stat.kind() == ZnodeKind::Ephemeral ? 1 : 0;
        count(node.path, node.stat.czxid);
    };
    m_walk->onUnreadable = [this](const ZnodeWalk::Node &node) {
        ++m_subtree.unreadable;
        if (m_subtree.unreadablePaths.size() < ZnodeEditor::listLimit)
            m_subtree.unreadablePaths += node.path;
        if (!m_hidden && node.stat.numChildren > 0)
            m_hidden = hiddenChildren(node.path, node.stat.numChildren);
        count(node.path, node.stat.czxid);
    };
    m_walk->onBreak = [this](bool isBroken) { Q_EMIT waits(isBroken); };
    m_walk->onEnd = [this](const Result<void> &outcome) {
        if (outcome)
            finish();
        else
            fail(outcome.error());
    };
    m_walk->start();
}

void ZnodeMeasure::finish()
{
    if (m_hidden) {
        fail(*m_hidden);
        return;
    }
    std::sort(m_subtree.marks.begin(), m_subtree.marks.end());
    succeedWith(m_subtree);
}

void ZnodeMeasure::abort(const Error &why)
{
    m_walk->stop();
    fail(why);
}

void ZnodeMeasure::count(const ZnodePath &path, qint64 czxid)
{
    constexpr qint64 often = 512;
    ++m_subtree.count;
    m_subtree.marks += markOf(path, czxid);
    if (m_subtree.paths.size() < ZnodeEditor::listLimit)
        m_subtree.paths += path;
    if (m_subtree.count % often == 0)
        Q_EMIT progress(m_subtree.count, m_walk->known());
}

class ZnodeEditor::Private
{
public:
    ZnodeConnection *connection;
    qint64 packetLimit = defaultPacketLimit;
};

ZnodeEditor::ZnodeEditor(ZnodeConnection *connection, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->connection = connection;
}

ZnodeEditor::~ZnodeEditor() = default;

void ZnodeEditor::setPacketLimit(qint64 bytes)
{
    d->packetLimit = bytes;
}

qint64 ZnodeEditor::packetLimit() const
{
    return d->packetLimit;
}

qint64 ZnodeEditor::largestValue(const ZnodePath &path) const
{
    // Request header, the value's own length, and an ACL of ordinary size. A chroot lengthens the path.
    constexpr qint64 around = 512;
    return d->packetLimit - around - path.text().toUtf8().size() -
           d->connection->target().chroot.toUtf8().size();
}

ZnodeChange *ZnodeEditor::create(const ZnodeSpec &spec, QObject *parent)
{
    return new CreateChange(d->connection, d->packetLimit, spec, parent);
}

ZnodeChange *ZnodeEditor::set(const ZnodePath &path, const QByteArray &value, qint32 version, QObject *parent)
{
    return new SetChange(d->connection, d->packetLimit, path, value, version, parent);
}

ZnodeChange *ZnodeEditor::set(const ZnodePath &path, const QByteArray &value, const ZnodeStat &read,
                              QObject *parent)
{
    auto *change = new SetChange(d->connection, d->packetLimit, path, value, read.version, parent);
    change->expect(read);
    return change;
}

ValueOperation<AclValue> *ZnodeEditor::readAcl(const ZnodePath &path, QObject *parent)
{
    return new ReadAcl(d->connection, path, parent);
}

ZnodeChange *ZnodeEditor::setAcl(const ZnodePath &path, const Acl &acl, qint32 aversion, bool recursive,
                                 QObject *parent)
{
    return new SetAclChange(d->connection, d->packetLimit, path, acl, aversion, recursive, parent);
}

ZnodeMeasure *ZnodeEditor::measure(const ZnodePath &top, QObject *parent)
{
    return new ZnodeMeasure(d->connection, top, parent);
}

ZnodeChange *ZnodeEditor::removeSubtree(const ZnodePath &top, QObject *parent, qint64 undoBytes)
{
    return new RemoveChange(d->connection, d->packetLimit, top, undoBytes, parent);
}

ZnodeChange *ZnodeEditor::removeSubtree(const ZnodeSubtree &confirmed, QObject *parent)
{
    constexpr qint64 undoBytes = qint64(256) * 1024 * 1024;
    auto *change = new RemoveChange(d->connection, d->packetLimit, confirmed.top, undoBytes, parent);
    change->expect(confirmed);
    return change;
}

ZnodeChange *ZnodeEditor::undo(const ZnodeUndo &undo, QObject *parent)
{
    return new UndoChange(d->connection, d->packetLimit, undo, parent);
}

} // namespace zoodock
