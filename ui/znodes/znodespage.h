// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/uiservices.h"
#include "ui/znodes/connection/keptznodes.h"
#include "ui/znodes/valueview.h"
#include "znodes/znodepath.h"

#include <QtWidgets/QWidget>

#include <optional>

namespace zoodock
{

class ChangeNotice;
class ConnectionHint;
class ConnectionLine;
class ConnectionQuestions;
class DraftButton;
class FocusMemory;
class MissingNotice;
class PathBar;
class ReadOnlyFrame;
class SearchPanel;
class TreePane;
class ValuePane;
class ZnodeActions;
class ZnodeChanger;
class ZnodeDetails;
class ZnodeLeaving;

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
    /// It is just being removed, and not left yet.
    void noteGoing(const QString &cluster);
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
    /// The znodes that have them, to look at.
    [[nodiscard]] QStringList unsavedNames() const;

    [[nodiscard]] ZnodeSession &session() const { return *m_session; }
    [[nodiscard]] ZnodeActions &actions() const { return *m_actions; }
    [[nodiscard]] TreePane *treePane() const { return m_tree; }
    [[nodiscard]] ValueView *valueView() const;
    [[nodiscard]] const std::optional<ZnodePath> &path() const { return m_path; }

Q_SIGNALS:
    /// This cluster's znodes are to be shown.
    void clusterWanted(const QString &cluster);
    /// A sentence for the status bar.
    void said(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void build();
    void connectParts();
    void adoptSession();
    /// Leaves the one that is shown.
    void goToCluster(const QString &name);
    void leaveCluster();
    void onClusterRemoved(const QString &name);
    void sayThatItIsAnew(const QStringList &ephemerals);
    void connectSession();
    void connectConnection();
    void connectValue();
    void connectFinding();
    void connectActions();
    void onOpened();
    void onSelected(const ZnodePath &path);
    void onFollowed();
    void onValueRead(qint64 missed);
    void showMissing(const ZnodePath &path, const Error &why);
    void offerToCreate(const ZnodePath &path, const Error &why);
    void refreshActions();
    void completePath(const ZnodePath &parent, const QString &beginning);

    UiServices m_services;
    KeptZnodes m_ownKept;
    KeptZnodes &m_kept;
    ZnodeSession *m_session;
    ZnodeActions *m_actions;
    ZnodeChanger *m_changer = nullptr;
    ZnodeLeaving *m_leaving = nullptr;
    PathBar *m_pathBar = nullptr;
    ConnectionLine *m_connection = nullptr;
    ConnectionHint *m_hint = nullptr;
    ConnectionQuestions *m_questions = nullptr;
    DraftButton *m_drafts = nullptr;
    ChangeNotice *m_notice = nullptr;
    MissingNotice *m_missing = nullptr;
    FocusMemory *m_focus = nullptr;
    ReadOnlyFrame *m_frame = nullptr;
    TreePane *m_tree = nullptr;
    ValuePane *m_value = nullptr;
    ZnodeDetails *m_details = nullptr;
    SearchPanel *m_search = nullptr;
    std::optional<ZnodePath> m_path;
    QString m_shown;
    /// The window is being made anew and shows other clusters on its way: the one to be shown in the end.
    std::optional<QString> m_awaited;
};

} // namespace zoodock
