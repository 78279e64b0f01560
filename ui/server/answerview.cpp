// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/server/answerview.h"

#include "itemmodels/texttablemodel.h"
#include "ui/look/labels.h"

#include <QtCore/QSortFilterProxyModel>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTreeView>

#include <algorithm>

namespace zoodock
{

namespace
{

constexpr int widestColumn = 60; // characters at first; the person may widen it

/// The chosen rows, with tabs between the cells.
void copyRows(const QTreeView &view)
{
    QModelIndexList rows = view.selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QString text;
    for (const QModelIndex &row : std::as_const(rows)) {
        QStringList cells;
        for (int column = 0; column < view.model()->columnCount(); ++column)
            cells += row.siblingAtColumn(column).data().toString();
        text += cells.join(u'\t') + u'\n';
    }
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

/// Numbers stand before words: compared with each other as words they would make a circle.
class AnswerOrder : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override
    {
        const bool isNumber = left.data(sortRole()).typeId() == QMetaType::Double;
        if (isNumber != (right.data(sortRole()).typeId() == QMetaType::Double))
            return isNumber;
        return QSortFilterProxyModel::lessThan(left, right);
    }
};

/// Many questions are answered by names and values: each has widths of its own.
QString shapeOf(const QString &question, const TextTable &table)
{
    return (QStringList{question, table.title} + table.columns).join(u'\n');
}

/// Where a person looks stays where it is.
void setTableOf(QTreeView &view, QSortFilterProxyModel &proxy, const TextTable &table)
{
    const int place = view.verticalScrollBar()->value();
    static_cast<TextTableModel *>(proxy.sourceModel())->setTable(table);
    view.doItemsLayout();
    view.verticalScrollBar()->setValue(place);
}

void greyRows(QTreeView &view, bool grey)
{
    QPalette palette;
    if (grey)
        palette.setColor(QPalette::Text, view.palette().color(QPalette::Disabled, QPalette::Text));
    view.setPalette(palette);
}

} // namespace

AnswerView::AnswerView(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
}

void AnswerView::setTables(const QString &question, const QList<TextTable> &tables)
{
    QStringList shapes;
    for (const TextTable &table : tables)
        shapes += shapeOf(question, table);
    if (shapes == m_shapes) {
        for (qsizetype i = 0; i < tables.size(); ++i)
            setTableOf(*static_cast<QTreeView *>(m_proxies.at(i)->parent()), *m_proxies.at(i), tables.at(i));
        return;
    }
    rememberArrangement();
    qDeleteAll(std::exchange(m_parts, {}));
    m_proxies.clear();
    m_shapes = shapes;
    for (qsizetype i = 0; i < tables.size(); ++i)
        addTable(tables.at(i), shapes.at(i));
}

void AnswerView::rememberArrangement()
{
    for (qsizetype i = 0; i < m_shapes.size(); ++i)
        m_arrangements.insert(m_shapes.at(i),
                              static_cast<QTreeView *>(m_proxies.at(i)->parent())->header()->saveState());
}

void AnswerView::addTable(const TextTable &table, const QString &shape)
{
    if (!table.title.isEmpty()) {
        auto *title = new QLabel(table.title, this);
        title->setTextFormat(Qt::PlainText);
        setTextScale(title, 1.0, true);
        m_layout->addWidget(title);
        m_parts.append(title);
    }
    auto *view = new QTreeView(this);
    view->setObjectName(QStringLiteral("answer"));
    auto *model = new TextTableModel(view);
    model->setTable(table);
    auto *proxy = new AnswerOrder(view);
    proxy->setSortRole(TextTableModel::SortRole);
    proxy->setFilterKeyColumn(-1);
    proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    proxy->setSourceModel(model);
    proxy->setFilterFixedString(m_filter);
    view->setModel(proxy);
    view->setRootIsDecorated(false);
    view->setUniformRowHeights(true);
    view->setAlternatingRowColors(true);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setAccessibleName(table.title.isEmpty() ? tr("Answer") : table.title);
    view->header()->setSortIndicator(-1, Qt::AscendingOrder);
    view->setSortingEnabled(true);
    const int widest = view->fontMetrics().averageCharWidth() * widestColumn;
    for (int column = 0; column < model->columnCount(); ++column) {
        view->resizeColumnToContents(column);
        view->setColumnWidth(column, std::min(view->columnWidth(column) + 8, widest));
    }
    if (const QByteArray arrangement = m_arrangements.value(shape); !arrangement.isEmpty())
        view->header()->restoreState(arrangement);
    auto *copy = new QAction(tr("&Copy"), view);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, view, [view] { copyRows(*view); });
    view->addAction(copy);
    view->setContextMenuPolicy(Qt::ActionsContextMenu);
    // Room by the number of rows, within reason.
    m_layout->addWidget(view, static_cast<int>(std::clamp<qsizetype>(table.rows.size() + 1, 2, 12)));
    if (m_old)
        greyRows(*view, true);
    m_parts.append(view);
    m_proxies.append(proxy);
}

void AnswerView::setOld(bool old)
{
    if (std::exchange(m_old, old) == old)
        return;
    for (QWidget *part : std::as_const(m_parts)) {
        if (auto *view = qobject_cast<QTreeView *>(part))
            greyRows(*view, old);
    }
}

void AnswerView::setFilter(const QString &text)
{
    m_filter = text;
    for (QSortFilterProxyModel *proxy : std::as_const(m_proxies))
        proxy->setFilterFixedString(text);
}

} // namespace zoodock
