// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/znodes/valueview.h"
#include "znodes/znodepath.h"

class QLabel;
class QPushButton;

namespace zoodock
{

class DraftButton;
class ZnodeSession;

/// The selected znode's value as the session follows it, with what was edited and not saved: kept while one
/// looks elsewhere, told apart from what the server has by now, and still there when the znode is gone.
class ValuePane : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ValuePane)
public:
    ValuePane(ZnodeSession &session, DraftButton &drafts, QWidget *parent);

    [[nodiscard]] ValueView *view() const { return m_view; }
    /// Another znode, of which nothing is known yet; or none. An unsaved change of the former one is kept.
    void setPath(const std::optional<ZnodePath> &path);
    /// What the session's follower knows by now, unless something is being edited.
    void showFollowed();
    /// False: there is no unsaved change.
    bool storeDraft();
    /// This was written to the server.
    void noteSaved(const ZnodePath &path, const ZnodeValue &value);
    /// The person prefers what the server has.
    void takeTheirs(const ZnodePath &path);
    /// What was read before is of another cluster, which nobody here has changed.
    void noteMadeAnew();
    /// There is no server that could be asked: nothing is being read.
    void setNoServer(bool none);
    /// `why`: why the znode cannot be changed, or empty; `busy`: a change is under way.
    void setReadOnly(const QString &why, bool busy);
    void refreshLimit();
    /// As the button does it.
    void save();

Q_SIGNALS:
    void saveWanted(const zoodock::ZnodePath &path, const zoodock::ZnodeValue &base, const QByteArray &bytes);
    /// What somebody deleted, with this value.
    void createWanted(const zoodock::ZnodePath &path, const zoodock::ZnodeStat &former,
                      const QByteArray &bytes);
    /// As somebody who may read it.
    void signInWanted();
    /// A sentence for the status bar.
    void said(const QString &sentence);

private:
    void build();
    void take(const ZnodeValue &value);
    void takeDraft();
    void showAbsence();
    void createAgain();
    void showNote();
    [[nodiscard]] QString loadingSentence() const;
    [[nodiscard]] QString note() const;
    [[nodiscard]] QString absenceNote() const;
    [[nodiscard]] bool isForbidden() const;
    /// What is shown or edited.
    [[nodiscard]] bool isOfFormerCluster() const;

    ZnodeSession &m_session;
    DraftButton &m_drafts;
    ValueView *m_view;
    QLabel *m_note;
    QPushButton *m_createAgain;
    QPushButton *m_signIn;
    std::optional<ZnodePath> m_path;
    bool m_noServer = false;
    quint64 m_baseGeneration = 0; ///< of the connection, when the view's base was read
    quint64 m_newHistory = 0;     ///< the generation that came with another history
};

} // namespace zoodock
