// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/znodestat.h"

#include <QtWidgets/QTreeWidget>

#include <optional>

namespace zoodock
{

/// Every field of a znode's stat, named, explained and copyable.
class StatPanel : public QTreeWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatPanel)
public:
    explicit StatPanel(QWidget *parent = nullptr);

    /// Nothing: empty. `ownSession`: of this connection; an ephemeral of ours says so.
    void setStat(const std::optional<ZnodeStat> &stat, qint64 ownSession);

Q_SIGNALS:
    /// A sentence for the status bar.
    void said(const QString &sentence);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setLine(int row, const QString &name, const QString &value, const QString &meaning);
    void setTime(int row, const QString &name, qint64 milliseconds);
    void setZxid(int row, const QString &name, qint64 zxid, const QString &meaning);
    void copy();
};

} // namespace zoodock
