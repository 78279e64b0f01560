// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/tasktitle.h"
#include "core/operation.h"

#include <QtCore/QPointer>
#include <QtCore/QStringList>

namespace zoodock
{

class OperationTask;
class ZnodeSession;

/// What of the work on a session's znodes stands in the activity: of long work always, of other as soon as it
/// lasts.
class ZnodeActivity
{
public:
    enum class Row { Always, IfItLasts };

    explicit ZnodeActivity(ZnodeSession &session);

    /// As titles name it.
    [[nodiscard]] QString clusterName() const;
    /// `source` as of T::tr(), the names as they are.
    template <typename T>
    [[nodiscard]] static TaskTitle title(const char *source, const QStringList &names)
    {
        return TaskTitle::of<T>(source, shown(names));
    }
    /// A row for operations that are followed next.
    OperationTask *begin(const TaskTitle &title, const QStringList &steps, Row row);
    /// The newest row; null once it is gone.
    [[nodiscard]] OperationTask *row() const;
    /// The newest row if it is under way and has been seen; else null.
    [[nodiscard]] const OperationTask *underWay() const;
    /// It ends without a failure, and says this.
    void cancelRow(const QString &words);
    /// The cluster has gone, which nobody here may have wanted.
    void sayThatItIsGone();
    /// The cluster is left, which cancels what runs: the row is to say so.
    void sayThatItWasLeft();
    /// "3,000 of 8,001 znodes" for a row's step.
    [[nodiscard]] static QString progressWords(qint64 done, qint64 total);

private:
    [[nodiscard]] static QStringList shown(QStringList names);

    ZnodeSession &m_session;
    QPointer<OperationTask> m_row;
};

[[nodiscard]] bool isConnected(ZnodeSession &session, const QString &cluster, const QString &chroot);
/// Ends once it is; NotServing after half a minute.
[[nodiscard]] Operation *awaitConnection(ZnodeSession &session, const QString &cluster, const QString &chroot,
                                         QObject *parent);

} // namespace zoodock
