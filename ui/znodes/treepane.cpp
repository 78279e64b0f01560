// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/treepane.h"

#include "itemmodels/childfiltermodel.h"
#include "itemmodels/znodetreemodel.h"
#include "ui/look/labels.h"
#include "ui/look/meaning.h"
#include "ui/znodes/znodetreeview.h"
#include "znodes/znodetree.h"

#include <QtCore/QLocale>
#include <QtGui/QResizeEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QStackedWidget>

namespace zoodock
{

namespace
{

/// A view that gets lower would hide the row of `index`, which is in sight now.
bool hides(const QAbstractItemView &view, const QModelIndex &index, const QResizeEvent &event)
{
    const int bottom = view.visualRect(index).bottom();
    return index.isValid() && bottom >= event.size().height() && bottom < event.oldSize().height();
}

/// That is said elsewhere, with its remedy.
bool isRootMissing(const ZnodeTree &tree)
{
    const auto &error = tree.root()->error();
    return error && error->kind() == ErrorKind::NoNode;
}

} // namespace

TreePane::TreePane(ZnodeTree *tree, QWidget *parent)
    : QWidget(parent)
    , m_tree(tree)
    , m_model(new ZnodeTreeModel(tree, this))
    , m_children(new ChildFilterModel(tree, this))
    , m_view(new ZnodeTreeView(m_model, this))
    , m_filter(new QLineEdit(this))
    , m_matches(new QListView(this))
    , m_stack(new QStackedWidget(this))
    , m_notices(new QVBoxLayout)
    , m_footer(new ElidedLabel(this))
{
    build();
    connect(m_filter, &QLineEdit::textChanged, this, &TreePane::applyFilter);
    connect(m_children, &ChildFilterModel::counted, this, &TreePane::refreshFooter);
    connect(tree, &ZnodeTree::folderChanged, this, &TreePane::refreshFooter);
    connect(tree, &ZnodeTree::folderChanged, this, &TreePane::refreshPlaceholder);
    connect(tree, &ZnodeTree::rowsChanged, this, &TreePane::refreshPlaceholder);
    connect(tree, &ZnodeTree::rowsChanged, this, &TreePane::refreshFooter);
    connect(tree, &ZnodeTree::reset, this, [this] {
        m_current.reset();
        m_filter->clear();
        refreshFooter();
        refreshPlaceholder();
    });
    connect(m_view, &ZnodeTreeView::notFound, this, [this](const ZnodePath &path, const QString &sentence) {
        if (!isRootMissing(*m_tree))
            Q_EMIT said(sentence);
        Q_EMIT notFound(path);
    });
    connect(m_view, &ZnodeTreeView::pathSelected, this, [this](const ZnodePath &path) {
        m_current = path;
        refreshFooter();
        refreshPlaceholder();
        Q_EMIT pathSelected(path);
    });
    connect(m_matches->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (!index.isValid())
                    return;
                m_current = ZnodePath::trusted(index.data(ChildFilterModel::PathRole).toString());
                Q_EMIT pathSelected(*m_current);
            });
    refreshFooter();
    refreshPlaceholder();
}

void TreePane::build()
{
    m_filter->setAccessibleName(tr("Filter the children"));
    m_filter->setClearButtonEnabled(true);
    m_matches->setModel(m_children);
    m_matches->setAccessibleName(tr("Matching children"));
    m_matches->setUniformItemSizes(true);
    m_matches->setFrameShape(QFrame::NoFrame);
    m_matches->setContextMenuPolicy(Qt::CustomContextMenu);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_matches);
    setQuietText(m_footer);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_filter);
    layout->addWidget(m_stack, 1);
    layout->addLayout(m_notices);
    layout->addWidget(m_footer);
    for (QAbstractItemView *view :
         {static_cast<QAbstractItemView *>(m_view), static_cast<QAbstractItemView *>(m_matches)}) {
        view->viewport()->installEventFilter(this);
        connect(view, &QWidget::customContextMenuRequested, this, [this, view](const QPoint &at) {
            if (m_current)
                Q_EMIT menuWanted(view->viewport()->mapToGlobal(at));
        });
    }
}

void TreePane::goTo(const ZnodePath &path)
{
    m_filter->clear();
    m_view->goTo(path);
}

void TreePane::awaitRow(const ZnodePath &path)
{
    m_view->awaitRow(path);
    m_current.reset();
    refreshFooter();
}

void TreePane::host(QWidget *notice)
{
    m_notices->addWidget(notice);
}

bool TreePane::eventFilter(QObject *watched, QEvent *event)
{
    QAbstractItemView *const view =
        m_stack->currentWidget() == m_view ? static_cast<QAbstractItemView *>(m_view) : m_matches;
    if (event->type() == QEvent::Resize && watched == view->viewport() &&
        hides(*view, view->currentIndex(), *static_cast<QResizeEvent *>(event)))
        // Queued: the view has its new size then.
        QMetaObject::invokeMethod(
            view, [view] { view->scrollTo(view->currentIndex()); }, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

std::optional<ZnodePath> TreePane::currentPath() const
{
    return m_current;
}

QString TreePane::footer() const
{
    return m_footer->fullText();
}

ZnodePath TreePane::folderAtHand() const
{
    const std::optional<ZnodePath> selected = m_view->currentPath();
    if (!selected)
        return {};
    return m_model->hasChildren(m_model->indexOf(*selected)) ? *selected : selected->parent();
}

void TreePane::refreshPlaceholder()
{
    const ZnodePath folder = folderAtHand();
    m_filter->setPlaceholderText(tr("Filter the children of %1").arg(folder.name()));
    m_filter->setToolTip(
        tr("Shows only those children of %1 whose name contains what you type").arg(folder.text()));
}

void TreePane::applyFilter()
{
    const bool filtering = !m_filter->text().isEmpty();
    // The folder stays the same while the text grows: the selection moves among the matches.
    const bool began = filtering && m_stack->currentWidget() == m_view;
    const ZnodePath folder = began ? folderAtHand() : m_children->parentPath();
    if (began)
        m_view->expand(m_model->indexOf(folder)); // only what is read can be filtered
    m_children->setFilter(folder, m_filter->text());
    m_stack->setCurrentWidget(filtering ? static_cast<QWidget *>(m_matches) : m_view);
    if (!filtering && m_current && m_view->currentPath() != m_current)
        m_view->goTo(*m_current);
    refreshFooter();
}

void TreePane::refreshFooter()
{
    const QLocale locale;
    if (!m_filter->text().isEmpty()) {
        m_footer->show();
        const QString found = locale.toString(m_children->rowCount());
        const QString all = locale.toString(m_children->total());
        m_footer->setFullText(
            m_children->isRunning()
                ? tr("%1 of %2 children of %3 so far")
                      .arg(found, all, legible(m_children->parentPath().text()))
                : tr("%1 of %2 children of %3").arg(found, all, legible(m_children->parentPath().text())));
        return;
    }
    const ZnodeFolder *folder = m_current ? m_tree->folder(*m_current) : m_tree->root();
    const bool isMissingRoot = folder == m_tree->root() && isRootMissing(*m_tree);
    m_footer->setHidden(isMissingRoot);
    if (!folder || isMissingRoot || folder->state() == ZnodeFolder::State::Loading) {
        const auto stat = m_current ? m_model->statAt(m_model->indexOf(*m_current)) : std::nullopt;
        m_footer->setFullText(stat ? tr("%Ln children", nullptr, stat->numChildren) : QString());
        return;
    }
    m_footer->setFullText(folder->state() == ZnodeFolder::State::Failed && folder->error()
                              ? folder->error()->message()
                              : tr("%Ln children", nullptr, int(folder->names().size())));
}

} // namespace zoodock
