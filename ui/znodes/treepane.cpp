// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/treepane.h"

#include "itemmodels/childfiltermodel.h"
#include "itemmodels/znodetreemodel.h"
#include "ui/look/labels.h"
#include "ui/look/meaning.h"
#include "ui/znodes/finding/matchlist.h"
#include "ui/znodes/finding/nomatches.h"
#include "ui/znodes/znodetreeview.h"
#include "znodes/znodetree.h"

#include <QtCore/QLocale>
#include <QtGui/QResizeEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLineEdit>
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
    , m_matches(new MatchList(this))
    , m_noMatches(new NoMatches(this))
    , m_stack(new QStackedWidget(this))
    , m_notices(new QVBoxLayout)
    , m_footer(new ElidedLabel(this))
{
    build();
    connect(m_filter, &QLineEdit::textChanged, this, &TreePane::applyFilter);
    connect(m_children, &ChildFilterModel::counted, this, &TreePane::choosePage);
    connect(m_children, &ChildFilterModel::counted, this, &TreePane::refreshFooter);
    connect(tree, &ZnodeTree::folderChanged, this, &TreePane::choosePage);
    connect(m_noMatches, &NoMatches::clearWanted, this, [this] {
        m_filter->clear();
        m_filter->setFocus();
    });
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
    connect(m_view, &ZnodeTreeView::notFound, this, [this](const ZnodePath &path, const Error &why) {
        if (!isRootMissing(*m_tree))
            Q_EMIT said(why.message());
        Q_EMIT notFound(path, why);
    });
    connect(m_view, &ZnodeTreeView::pathSelected, this, [this](const ZnodePath &path) {
        m_current = path;
        refreshFooter();
        refreshPlaceholder();
        Q_EMIT pathSelected(path);
    });
    // After the view has heard of it, which has no current row then.
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, [this] {
        if (m_current && !m_view->currentPath()) {
            refreshFooter();
            refreshPlaceholder();
        }
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
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_matches);
    m_stack->addWidget(m_noMatches);
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

QString TreePane::footer() const
{
    return m_footer->fullText();
}

ZnodePath TreePane::folderAtHand() const
{
    const std::optional<ZnodePath> selected = m_view->currentPath();
    if (!selected && m_current) { // it was deleted: what it was in
        ZnodePath folder = *m_current;
        while (!folder.isRoot() && !m_model->indexOf(folder).isValid())
            folder = folder.parent();
        return folder;
    }
    if (!selected)
        return {};
    return m_model->hasChildren(m_model->indexOf(*selected)) ? *selected : selected->parent();
}

void TreePane::refreshPlaceholder()
{
    const ZnodePath folder = folderAtHand();
    m_filter->setPlaceholderText(tr("Filter the children of %1").arg(legibleName(folder.name())));
    m_filter->setToolTip(tr("Shows only those children of %1 whose name contains what you type")
                             .arg(legibleName(folder.text())));
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
    choosePage();
    if (!filtering && m_current && m_view->currentPath() != m_current)
        m_view->goTo(*m_current);
    refreshFooter();
}

void TreePane::choosePage()
{
    const ZnodeFolder *folder = m_tree->folder(m_children->parentPath());
    const bool isRead = folder && folder->state() != ZnodeFolder::State::Loading &&
                        folder->state() != ZnodeFolder::State::Failed;
    const bool filtering = !m_filter->text().isEmpty();
    const bool hidesAll = isRead && !m_children->isRunning() && m_children->rowCount() == 0;
    if (filtering && hidesAll)
        m_noMatches->tell(m_children->parentPath(), m_children->total());
    m_stack->setCurrentWidget(!filtering ? static_cast<QWidget *>(m_view)
                              : hidesAll ? static_cast<QWidget *>(m_noMatches)
                                         : m_matches);
}

void TreePane::refreshFooter()
{
    const QLocale locale;
    if (!m_filter->text().isEmpty()) {
        m_footer->show();
        const QString found = locale.toString(m_children->rowCount());
        const QString all = locale.toString(m_children->total());
        m_footer->setFullText(m_children->isRunning()
                                  ? tr("%1 of %2 children of %3 so far")
                                        .arg(found, all, legibleName(m_children->parentPath().text()))
                                  : tr("%1 of %2 children of %3")
                                        .arg(found, all, legibleName(m_children->parentPath().text())));
        return;
    }
    const bool isGone = m_current && !m_model->indexOf(*m_current).isValid();
    const ZnodePath at = isGone ? folderAtHand() : m_current.value_or(ZnodePath());
    const ZnodeFolder *folder = m_tree->folder(at);
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
