// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/logline.h"
#include "core/elsewhere.h"
#include "core/operation.h"
#include "core/result.h"

#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QTimer>

#include <atomic>
#include <memory>

namespace zoodock
{

/// Writes lines of logs to a text file, in another thread; the file is whole or as it was. Yields the number
/// of lines. Cancelled it leaves nothing behind, also when it is destroyed: that waits for the few
/// milliseconds until it has stopped. `names`: of the members, put before each line with a tab; empty: the
/// lines alone.
class LogSaver : public ValueOperation<qint64>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogSaver)
public:
    LogSaver(QString file, QList<LogLine> lines, QMap<int, QString> names, QObject *parent);
    ~LogSaver() override;

Q_SIGNALS:
    /// A few times a second, of so many lines.
    void progress(qint64 written, qint64 total);

protected:
    void begin() override;
    void abort(const Error &why) override;

private:
    QString m_file;
    QList<LogLine> m_lines;
    QMap<int, QString> m_names;
    std::shared_ptr<std::atomic<qint64>> m_written; ///< so far, by the other thread
    QTimer m_telling;
    Elsewhere<Result<qint64>> m_writing;
};

} // namespace zoodock
