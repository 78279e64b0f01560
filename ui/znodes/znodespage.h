// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/uiservices.h"
#include "ui/znodes/valueview.h"
#include "znodes/znodepath.h"

#include <QtCore/QHash>
#include <QtWidgets/QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QSplitter;
class QTabWidget;

namespace zoodock
{

class AclPanel;
class ChangeNotice;
class ConnectionLine;
class HistoryPanel;
class PathBar;
class ReadOnlyFrame;
class SearchPanel;
class StatPanel;
class TreePane;
class ZnodeActions;
class ZnodeChanger;
class ZnodeSession;

/// A cluster's znodes: the tree, and of the selected one its value, stat, access list and changes. Connects
/// once it is looked at.
class ZnodesPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZnodesPage)
public:
    explicit ZnodesPage(const UiServices &services, QWidget *parent = nullptr);
    ~ZnodesPage() override;

    void showCluster(const QString &name);
    /// Connects to this member of the cluster alone; 0: to all.
    void connectTo(int memberId);
    /// Reads everything that is shown again (F5), if it is looked at.
    void refresh();
    void goTo(const ZnodePath &path);
    /// The same, or as soon as there is a connection.
    void openPath(const ZnodePath &path);
    /// The newest first.
    [[nodiscard]] QStringList visitedPaths() const;
    /// Here, at other znodes or in other clusters.
    [[nodiscard]] bool hasUnsavedChanges() const;

    [[nodiscard]] ZnodeSession &session() const { return *m_session; }
    [[nodiscard]] ZnodeActions &actions() const { return *m_actions; }
    [[nodiscard]] TreePane *treePane() const { return m_tree; }
    [[nodiscard]] ValueView *valueView() const { return m_value; }
    [[nodiscard]] const std::optional<ZnodePath> &path() const { return m_path; }

Q_SIGNALS:
    /// A sentence for the status bar.
    void said(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void build();
    QWidget *buildToolBar();
    QWidget *buildValuePane();
    QWidget *buildDetails();
    void connectSession();
    void connectValue();
    void connectActions();
    void onOpened();
    void onSelected(const ZnodePath &path);
    void onFollowed();
    void onValueRead(qint64 missed);
    void showStat();
    void showValue();
    void showDraftNote();
    [[nodiscard]] QString draftNote() const;
    void createAgain();
    bool storeDraft();
    void keepDraft();
    [[nodiscard]] QString draftKey(const ZnodePath &path) const;
    void readAcl();
    void save();
    void refreshActions();
    void refreshLimit();
    void askForConnection();
    void completePath(const ZnodePath &parent, const QString &beginning);
    void copyCommand();
    void copyValue();
    void copy(const QString &text);

    UiServices m_services;
    ZnodeSession *m_session;
    ZnodeActions *m_actions;
    ZnodeChanger *m_changer = nullptr;
    PathBar *m_pathBar = nullptr;
    ConnectionLine *m_connection = nullptr;
    ChangeNotice *m_notice = nullptr;
    ReadOnlyFrame *m_frame = nullptr;
    TreePane *m_tree = nullptr;
    ValueView *m_value = nullptr;
    QLabel *m_draftNote = nullptr;
    QPushButton *m_createAgain = nullptr;
    QTabWidget *m_details = nullptr;
    StatPanel *m_stat = nullptr;
    AclPanel *m_acl = nullptr;
    HistoryPanel *m_history = nullptr;
    SearchPanel *m_search = nullptr;
    std::optional<ZnodePath> m_path;
    ZnodeDrafts m_ownDrafts;
    ZnodeDrafts &m_drafts;    ///< by draftKey()
    qint32 m_aclVersion = -1; ///< of what the panel shows
};

} // namespace zoodock
