// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/znodes/pathtrail.h"

#include <QtWidgets/QWidget>

#include <optional>

class QAction;
class QBoxLayout;
class QCompleter;
class QMenu;
class QLineEdit;
class QStringListModel;
class QToolButton;

namespace zoodock
{

class PathField;

/// Where we are, where we were and where we like to be: the path to read and to type (completed by the
/// children that are known), back, forward, up and bookmarks.
class PathBar : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PathBar)
public:
    explicit PathBar(QWidget *parent = nullptr);

    /// Something was selected: a step in the history, unless it is where back and forward led.
    void setPath(const ZnodePath &path);
    /// Where `missing` was typed, and there is none, and nothing was typed since: where one still is.
    void putBack(const ZnodePath &missing, const ZnodePath &here);
    void clearHistory();
    [[nodiscard]] const PathTrail &trail() const { return m_trail; }
    void setTrail(const PathTrail &trail);
    /// The newest first, each once.
    [[nodiscard]] QStringList visited() const;
    void setBookmarks(const QStringList &paths);
    /// The children's names of the path that is being typed; an answer to childrenWanted().
    void setChildren(const ZnodePath &parent, const QStringList &names);
    [[nodiscard]] QLineEdit *field() const;
    [[nodiscard]] QAction *backAction() const { return m_back; }
    [[nodiscard]] QAction *forwardAction() const { return m_forward; }
    [[nodiscard]] QAction *upAction() const { return m_up; }

Q_SIGNALS:
    void pathWanted(const zoodock::ZnodePath &path);
    /// Somebody types below this one.
    void childrenWanted(const zoodock::ZnodePath &parent, const QString &beginning);
    void bookmarksChanged(const QStringList &paths);
    /// A sentence for the status bar.
    void said(const QString &sentence);

private:
    void build();
    QAction *addButton(QBoxLayout &layout, const QString &icon, const QString &text,
                       const QKeySequence &keys);
    void step(qsizetype by);
    void go();
    [[nodiscard]] QString typedPath() const;
    void complete(const QString &text);
    void fillBookmarks();
    void refresh();

    PathTrail m_trail;
    QStringList m_bookmarks;
    PathField *m_field = nullptr;
    QCompleter *m_completer = nullptr;
    QStringListModel *m_completions = nullptr;
    QAction *m_back = nullptr;
    QAction *m_forward = nullptr;
    QAction *m_up = nullptr;
    QToolButton *m_bookmarkButton = nullptr;
    QMenu *m_menu = nullptr;
};

} // namespace zoodock
