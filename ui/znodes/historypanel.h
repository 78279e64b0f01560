// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/znodestat.h"

#include <QtCore/QDateTime>
#include <QtCore/QList>
#include <QtWidgets/QWidget>

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
    [[nodiscard]] int count() const { return int(m_seen.size()); }

private:
    struct Seen
    {
        ZnodeValue value;
        QDateTime at;
        qint64 missed = 0;
    };
    void forgetOldest();
    void showDifference();
    [[nodiscard]] static QString textOf(const QByteArray &bytes);

    QList<Seen> m_seen; ///< the oldest first
    QTreeWidget *m_list;
    TextEditor *m_difference;
};

} // namespace zoodock
