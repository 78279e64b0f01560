// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/znodestat.h"

#include <QtCore/QDateTime>
#include <QtCore/QList>
#include <QtWidgets/QWidget>

#include <optional>

class QTreeWidget;

namespace zoodock
{

class TextEditor;

/// The values that a znode had while it was open, the newest first, each with its difference to the one
/// before. Bounded: the oldest go.
class HistoryPanel : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryPanel)
public:
    explicit HistoryPanel(QWidget *parent = nullptr);

    void clear();
    /// `missed` changes lay between this and the last one; −1: the znode was made anew.
    void add(const ZnodeValue &value, const QDateTime &utc, qint64 missed);
    /// The znode is gone. Said once; not before the first value.
    void addDeletion(const QDateTime &utc);
    /// Of values; deletions do not count.
    [[nodiscard]] int count() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Seen
    {
        std::optional<ZnodeValue> value; ///< none: it was deleted
        QDateTime at;
        qint64 missed = 0;
    };
    void insert(const Seen &seen, const QStringList &columns);
    [[nodiscard]] const ZnodeValue *valueBefore(qsizetype index) const;
    void forgetOldest();
    void showDifference();

    QList<Seen> m_seen; ///< the oldest first
    QTreeWidget *m_list;
    TextEditor *m_difference;
    bool m_isBehind = false; ///< another row was chosen while this was not seen
};

} // namespace zoodock
