// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/overview/actionrules.h"
#include "ui/uiservices.h"

#include <QtWidgets/QFrame>

class QLabel;
class QPushButton;

namespace zoodock
{

class Lifecycle;
class ZnodeSession;

/// Why no znodes can be shown, where something can be done about it here: the members do not run, or the
/// chroot does not exist. Hidden otherwise.
class ConnectionHint : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionHint)
public:
    ConnectionHint(const UiServices &services, ZnodeSession &session, QWidget *parent);

    /// Empty: a member runs, as far as is known.
    [[nodiscard]] QString whyNoServer() const;

Q_SIGNALS:
    /// Without the chroot.
    void wholeTreeWanted();
    void changed();

private:
    enum class Kind { Nothing, NotRunning, NoChroot };
    void build();
    void refresh();
    void watchRoot();
    [[nodiscard]] Kind kind() const;
    [[nodiscard]] QList<int> members() const;
    [[nodiscard]] Target target() const;
    [[nodiscard]] MemberAction remedy() const;
    void showMembers();
    void showChroot();
    void act();
    void createMissing();

    UiServices m_services;
    ZnodeSession &m_session;
    Lifecycle *m_lifecycle;
    Kind m_kind = Kind::Nothing;
    bool m_creating = false;
    QString m_problem; ///< why the chroot could not be created
    QLabel *m_sentence;
    QPushButton *m_remedy;
    QPushButton *m_wholeTree;
};

} // namespace zoodock
