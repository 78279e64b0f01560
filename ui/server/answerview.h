// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/texttable.h"

#include <QtCore/QHash>
#include <QtWidgets/QWidget>

class QBoxLayout;
class QSortFilterProxyModel;

namespace zoodock
{

/// Tables below each other, each with its title, sorted by a click, and filtered together. How a person
/// sorted them and how wide the columns are stays when the same is asked again.
class AnswerView : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AnswerView)
public:
    explicit AnswerView(QWidget *parent = nullptr);

    /// The answer to `question`, by which it is known when it comes again.
    void setTables(const QString &question, const QList<TextTable> &tables);
    /// Only rows with this text somewhere.
    void setFilter(const QString &text);
    /// Greyed: it was so once.
    void setOld(bool old);

private:
    void addTable(const TextTable &table, const QString &shape);
    void rememberArrangement();

    QBoxLayout *m_layout;
    QList<QWidget *> m_parts;
    QList<QSortFilterProxyModel *> m_proxies;
    QStringList m_shapes;                      ///< of the tables that are shown
    QHash<QString, QByteArray> m_arrangements; ///< sorting and widths of columns, by question and shape
    QString m_filter;
    bool m_old = false;
};

} // namespace zoodock
