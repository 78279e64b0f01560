// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodechanges.h"
#include "znodes/znodetransfer.h"

namespace zoodock
{

/// Why the server would close the connection on one of them.
[[nodiscard]] std::optional<Error> oversized(const QList<ZnodeRecord> &records, const QString &chroot,
                                             qint64 limit);

/// Makes what an export holds, at the paths that the records have.
class ImportChange : public ChangeBase
{
    Q_OBJECT
public:
    ImportChange(ZnodeConnection *connection, qint64 packetLimit, QList<ZnodeRecord> records,
                 const ZnodePath &under, ImportConflict onConflict, QObject *parent);
    /// Overwrites nothing but these, as they were then.
    void expect(const QHash<ZnodePath, ZnodeStat> &seen) { m_seen = seen; }

protected:
    void begin() override;
    void abort(const Error &why) override;

private:
    void compare();
    void onCompared();
    void write();
    void onWritten(const Result<void> &outcome);
    void conclude(const Result<void> &outcome);
    [[nodiscard]] Error leftError() const;

    QList<ZnodeRecord> m_records;
    ZnodePath m_under;
    ImportConflict m_onConflict;
    std::optional<QHash<ZnodePath, ZnodeStat>> m_seen;
    ImportComparison *m_comparison = nullptr;
    std::unique_ptr<ZnodeRestore> m_restore;
};

} // namespace zoodock
