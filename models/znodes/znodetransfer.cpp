// SPDX-License-Identifier: GPL-3.0-or-later
#include "znodes/znodetransfer.h"

#include "znodechanges.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>

#include <utility>

namespace zoodock
{

namespace
{

constexpr qint64 requestLimit = 0xfffff;
constexpr int questionsOnTheWay = 256;

/// A relative path of a dump, under `base`.
ZnodePath below(const ZnodePath &base, const ZnodePath &relative)
{
    if (relative.isRoot())
        return base;
    return ZnodePath::trusted(base.isRoot() ? relative.text() : base.text() + relative.text());
}

ZnodePath relativeTo(const ZnodePath &base, const ZnodePath &path)
{
    if (path == base)
        return {};
    return base.isRoot() ? path : ZnodePath::trusted(path.text().mid(base.text().size()));
}

QList<ZnodeRecord> placed(const ZnodeDump &dump, const ZnodePath &under)
{
    QList<ZnodeRecord> records = dump.records;
    for (ZnodeRecord &record : records)
        record.path = below(under, record.path);
    // ZooKeeper's own znodes are exported for reading and never written.
    records.removeIf(
        [](const ZnodeRecord &record) { return record.path.isProtected() && !record.path.isRoot(); });
    return records;
}

class Export : public ValueOperation<ZnodeDump>
{
    Q_DECLARE_TR_FUNCTIONS(ZnodeTransfer)
public:
    Export(ZnodeConnection *connection, const ZnodePath &top, QObject *parent)
        : ValueOperation(parent)
        , m_walk(connection, top, ZnodeWalk::Reads::Records, nullptr)
    {
        m_dump.exportedFrom = top;
        m_dump.exportedAt = QDateTime::currentDateTimeUtc();
    }

protected:
    void begin() override
    {
        m_walk.onNode = [this](const ZnodeWalk::Node &node) {
            ZnodeRecord record;
            record.path = relativeTo(m_dump.exportedFrom, node.path);
            record.value = node.value;
            record.acl = node.acl;
            record.kind = node.stat.kind();
            record.ttlMilliseconds = node.stat.ttlMilliseconds();
            m_dump.records += record;
        };
        // An export that silently lacks something would be no export.
        m_walk.onForbidden = [this](const ZnodePath &path) {
            m_walk.stop();
            fail(Error(ErrorKind::NoAuth,
                       tr("%1 may not be read. Sign in with credentials that allow it, or export "
                          "another subtree.")
                           .arg(path.text())));
        };
        m_walk.onEnd = [this](const Result<void> &outcome) {
            if (outcome)
                succeedWith(std::move(m_dump));
            else
                fail(outcome.error());
        };
        m_walk.start();
    }
    void abort(const Error &why) override
    {
        m_walk.stop();
        fail(why);
    }

private:
    ZnodeDump m_dump;
    ZnodeWalk m_walk;
};

class Preview : public ValueOperation<ImportPreview>
{
    Q_DECLARE_TR_FUNCTIONS(ZnodeTransfer)
public:
    Preview(ZnodeConnection *connection, const ZnodeDump &dump, const ZnodePath &under, QObject *parent)
        : ValueOperation(parent)
        , m_connection(connection)
        , m_records(placed(dump, under))
    {
    }

protected:
    void begin() override
    {
        int ephemeral = 0;
        for (const ZnodeRecord &record : std::as_const(m_records))
            ephemeral += record.kind == ZnodeKind::Ephemeral ? 1 : 0;
        if (ephemeral > 0)
            m_preview.losses +=
                tr("%n ephemeral znode(s) will be ephemeral znodes of this connection and vanish "
                   "with it.",
                   nullptr, ephemeral);
        pump();
    }

private:
    void pump()
    {
        while (!isSettled() && m_open < questionsOnTheWay && m_next < m_records.size()) {
            ++m_open;
            ask(m_records.at(m_next++));
        }
        if (!isSettled() && m_open == 0)
            succeedWith(m_preview);
    }
    void ask(const ZnodeRecord &record)
    {
        ZnodeCalls &calls = m_connection->calls();
        const auto same = std::make_shared<bool>(false);
        const auto missing = std::make_shared<bool>(false);
        calls.getData(record.path, ZooWatch::None,
                      {this, [record, same, missing](const Result<ZooData> &data) {
                           *same = data && data->bytes == record.value &&
                                   data->bytes.isNull() == record.value.isNull();
                           *missing = isMissing(data);
                       }});
        calls.getAcl(record.path, {this, [this, record, same, missing](const Result<ZooAcl> &acl) {
                                       if (isSettled())
                                           return;
                                       --m_open;
                                       if (*missing || isMissing(acl))
                                           m_preview.toCreate += record.path;
                                       else if (*same && acl && toAcl(acl->entries) == record.acl)
                                           ++m_preview.equal;
                                       else if (!acl && acl.error().kind() != ErrorKind::NoAuth) {
                                           fail(acl.error());
                                           return;
                                       } else if (!record.path.isRoot())
                                           m_preview.existing += record.path;
                                       pump();
                                   }});
    }
    template <typename T>
    [[nodiscard]] static bool isMissing(const Result<T> &answer)
    {
        return !answer && answer.error().kind() == ErrorKind::NoNode;
    }

    ZnodeConnection *m_connection;
    QList<ZnodeRecord> m_records;
    ImportPreview m_preview;
    qsizetype m_next = 0;
    int m_open = 0;
};

class ImportChange : public ChangeBase
{
public:
    ImportChange(ZnodeConnection *connection, QList<ZnodeRecord> records, ImportConflict onConflict,
                 QObject *parent)
        : ChangeBase(connection, requestLimit, parent)
        , m_restore(connection, requestLimit, std::move(records), onConflict, nullptr)
    {
    }

protected:
    void begin() override
    {
        if (connection().isReadOnly()) {
            const Result<void> allowed = checkChangeable(connection(), ZnodePath());
            fail(allowed.error());
            return;
        }
        m_restore.onProgress = [this](qint64 done) { tell(done, m_restore.total()); };
        m_restore.onEnd = [this](const Result<void> &outcome) {
            m_undo.created = m_restore.created();
            m_undo.records = m_restore.overwritten();
            if (!m_undo.created.isEmpty() || !m_undo.records.isEmpty())
                m_undo.what = ZnodeUndo::What::Imported;
            tell(m_restore.total(), m_restore.total(), true);
            if (outcome)
                succeed();
            else
                fail(outcome.error());
        };
        m_restore.start();
    }
    void abort(const Error &) override { m_restore.cancel(); }

private:
    ZnodeRestore m_restore;
};

} // namespace

class ZnodeTransfer::Private
{
public:
    ZnodeConnection *connection;
};

ZnodeTransfer::ZnodeTransfer(ZnodeConnection *connection, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->connection = connection;
}

ZnodeTransfer::~ZnodeTransfer() = default;

ValueOperation<ZnodeDump> *ZnodeTransfer::exportSubtree(const ZnodePath &top, QObject *parent)
{
    return new Export(d->connection, top, parent);
}

ValueOperation<ImportPreview> *ZnodeTransfer::preview(const ZnodeDump &dump, const ZnodePath &under,
                                                      QObject *parent)
{
    return new Preview(d->connection, dump, under, parent);
}

ZnodeChange *ZnodeTransfer::import(const ZnodeDump &dump, const ZnodePath &under, ImportConflict onConflict,
                                   QObject *parent)
{
    QList<ZnodeRecord> records = placed(dump, under);
    // The root is always there.
    records.removeIf([](const ZnodeRecord &record) { return record.path.isRoot(); });
    return new ImportChange(d->connection, std::move(records), onConflict, parent);
}

} // namespace zoodock
