// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodechanges.h"
#include "znodes/znodetransfer.h"

namespace zoodock
{

/// Makes what an export holds, at the paths that the records have.
class ImportChange : public ChangeBase
{
    Q_OBJECT
public:
    ImportChange(ZnodeConnection *connection, qint64 packetLimit, QList<ZnodeRecord> records,
                 const ZnodePath &under, ImportConflict onConflict, QObject *parent);

protected:
    void begin() override;
    void abort(const Error &why) override;

private:
    void compare();
    void onCompared();
    void write();
    void onWritten(const Result<void> &outcome);
    void conclude(const Result<void> &outcome);

    QList<ZnodeRecord> m_records;
    ZnodePath m_under;
    ImportConflict m_onConflict;
    ImportComparison *m_comparison = nullptr;
    std::unique_ptr<ZnodeRestore> m_restore;
};

} // namespace zoodock
