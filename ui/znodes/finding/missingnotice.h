// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/znodefollower.h"
#include "znodes/znodepath.h"

#include <QtWidgets/QFrame>

class QLabel;
class QPushButton;

namespace zoodock
{

class ZnodeConnection;

/// That there is no znode where somebody wanted to go, and that it can be created. Once somebody else has
/// created it, of which the server tells, it is offered instead.
class MissingNotice : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MissingNotice)
public:
    /// The connection outlives what the notice tells.
    explicit MissingNotice(ZnodeConnection &connection, QWidget *parent = nullptr);

    void tell(const ZnodePath &path, const QString &sentence);
    /// Hides itself: somebody is elsewhere by now.
    void forget();
    /// `why`: a sentence that the disabled button shows; empty: znodes may be created.
    void setReadOnly(const QString &why);

Q_SIGNALS:
    void createWanted(const zoodock::ZnodePath &path);
    void pathWanted(const zoodock::ZnodePath &path);

private:
    void look();
    void say(const QString &sentence);

    ZnodePath m_path;
    ZnodeFollower m_follower; ///< until the znode is there
    QLabel *m_sentence;
    QPushButton *m_create;
    QPushButton *m_show;
};

} // namespace zoodock
