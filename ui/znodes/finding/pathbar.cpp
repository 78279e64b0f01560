// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/finding/pathbar.h"

#include "ui/look/icons.h"
#include "ui/znodes/finding/pathfield.h"

#include <QtCore/QStringListModel>
#include <QtGui/QAction>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype mostSteps = 100;

} // namespace

PathBar::PathBar(QWidget *parent)
    : QWidget(parent)
{
    build();
    refresh();
}

void PathBar::build()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_back = addButton(*layout, u"back"_s, tr("Back"), QKeySequence(Qt::ALT | Qt::Key_Left));
    m_forward = addButton(*layout, u"forward"_s, tr("Forward"), QKeySequence(Qt::ALT | Qt::Key_Right));
    m_up = addButton(*layout, u"up"_s, tr("Up to the parent"), QKeySequence(Qt::ALT | Qt::Key_Up));
    m_field = new PathField(this);
    m_field->setAccessibleName(tr("Path"));
    m_field->setPlaceholderText(tr("Path of a znode, such as /brokers/ids"));
    m_completions = new QStringListModel(this);
    m_completer = new QCompleter(m_completions, this);
    m_completer->setCompletionMode(QCompleter::PopupCompletion);
    m_completer->setMaxVisibleItems(12);
    m_field->setCompleter(m_completer);
    layout->addWidget(m_field, 1);
    m_menu = new QMenu(this);
    m_bookmarkButton = new QToolButton(this);
    m_bookmarkButton->setText(tr("Bookmarks"));
    m_bookmarkButton->setToolTip(tr("Paths that you want to find again"));
    m_bookmarkButton->setFocusPolicy(Qt::StrongFocus);
    m_bookmarkButton->setPopupMode(QToolButton::InstantPopup);
    m_bookmarkButton->setMenu(m_menu);
    layout->addWidget(m_bookmarkButton);
    connect(m_menu, &QMenu::aboutToShow, this, &PathBar::fillBookmarks);
    connect(m_field, &QLineEdit::returnPressed, this, &PathBar::go);
    connect(m_field, &QLineEdit::textEdited, this, [this] { complete(m_field->path()); });
    connect(m_back, &QAction::triggered, this, [this] { step(-1); });
    connect(m_forward, &QAction::triggered, this, [this] { step(1); });
    connect(m_up, &QAction::triggered, this,
            [this] { Q_EMIT pathWanted(m_trail.visited.at(m_trail.at).parent()); });
}

QAction *PathBar::addButton(QBoxLayout &layout, const QString &icon, const QString &text,
                            const QKeySequence &keys)
{
    auto *action = new QAction(actionIcon(icon), text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(
        tr("%1 (%2)", "action, its shortcut").arg(text, keys.toString(QKeySequence::NativeText)));
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(text);
    layout.addWidget(button);
    return action;
}

void PathBar::setPath(const ZnodePath &path)
{
    m_field->setPath(path.text());
    if (m_trail.at < 0 || m_trail.visited.at(m_trail.at) != path) {
        m_trail.visited.resize(m_trail.at + 1);
        m_trail.visited.append(path);
        if (m_trail.visited.size() > mostSteps)
            m_trail.visited.removeFirst();
        m_trail.at = m_trail.visited.size() - 1;
    }
    refresh();
}

void PathBar::putBack(const ZnodePath &missing, const ZnodePath &here)
{
    if (typedPath() != missing.text())
        return;
    m_field->setPath(here.text());
    m_field->selectAll();
}

void PathBar::clearHistory()
{
    m_trail = {};
    m_field->clear();
    refresh();
}

void PathBar::setTrail(const PathTrail &trail)
{
    m_trail = trail;
    if (m_trail.at >= 0)
        m_field->setPath(m_trail.visited.at(m_trail.at).text());
    refresh();
}

QLineEdit *PathBar::field() const
{
    return m_field;
}

QStringList PathBar::visited() const
{
    QStringList paths;
    for (const ZnodePath &path : m_trail.visited)
        paths.prepend(path.text());
    paths.removeDuplicates();
    return paths;
}

void PathBar::step(qsizetype by)
{
    const qsizetype to = m_trail.at + by;
    if (to < 0 || to >= m_trail.visited.size())
        return;
    m_trail.at = to;
    refresh();
    Q_EMIT pathWanted(m_trail.visited.at(to));
}

QString PathBar::typedPath() const
{
    QString text = ZnodePath::cleaned(m_field->path());
    if (!text.startsWith(u'/'))
        text.prepend(u'/');
    while (text.size() > 1 && text.endsWith(u'/'))
        text.chop(1);
    return text;
}

void PathBar::go()
{
    if (const Result<ZnodePath> path = ZnodePath::parse(typedPath()))
        Q_EMIT pathWanted(*path);
    else
        Q_EMIT said(path.error().message());
}

void PathBar::complete(const QString &text)
{
    const qsizetype slash = text.lastIndexOf(u'/');
    const Result<ZnodePath> parent = ZnodePath::parse(slash > 0 ? text.left(slash) : u"/"_s);
    if (text.startsWith(u'/') && parent)
        Q_EMIT childrenWanted(*parent, text.mid(slash + 1));
}

void PathBar::setChildren(const ZnodePath &parent, const QStringList &names)
{
    QStringList paths;
    for (const QString &name : names)
        paths.append(legibleName(parent.child(name).text()));
    if (paths == m_completions->stringList())
        return;
    m_completions->setStringList(paths);
    if (m_field->hasFocus() && m_field->text() != m_completer->completionPrefix())
        m_completer->setCompletionPrefix(m_field->text());
    if (m_field->hasFocus() && !paths.isEmpty())
        m_completer->complete();
}

void PathBar::setBookmarks(const QStringList &paths)
{
    m_bookmarks = paths;
    refresh();
}

void PathBar::fillBookmarks()
{
    m_menu->clear();
    const QString here = m_trail.at < 0 ? QString() : m_trail.visited.at(m_trail.at).text();
    const bool kept = m_bookmarks.contains(here);
    QAction *toggle = m_menu->addAction(kept ? tr("&Remove the Bookmark of This Znode")
                                             : tr("&Add a Bookmark for This Znode"));
    toggle->setEnabled(!here.isEmpty());
    connect(toggle, &QAction::triggered, this, [this, here, kept] {
        kept ? void(m_bookmarks.removeAll(here)) : m_bookmarks.append(here);
        Q_EMIT bookmarksChanged(m_bookmarks);
    });
    m_menu->addSeparator();
    for (const QString &text : std::as_const(m_bookmarks)) {
        QAction *action = m_menu->addAction(legibleName(text).replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, this, [this, text] {
            if (const Result<ZnodePath> path = ZnodePath::parse(text))
                Q_EMIT pathWanted(*path);
        });
    }
}

void PathBar::refresh()
{
    m_back->setEnabled(m_trail.at > 0);
    m_forward->setEnabled(m_trail.at >= 0 && m_trail.at + 1 < m_trail.visited.size());
    m_up->setEnabled(m_trail.at >= 0 && !m_trail.visited.at(m_trail.at).isRoot());
    m_bookmarkButton->setEnabled(m_trail.at >= 0 || !m_bookmarks.isEmpty());
}

} // namespace zoodock
