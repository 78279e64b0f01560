// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/znodeconnection.h"

#include <QtWidgets/QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace zoodock
{

class PathField;

/// Where below to look, and whom to sign in as.
class ConnectionDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionDialog)
public:
    /// `credentialsNote`: where they are kept.
    ConnectionDialog(const ZnodeTarget &target, const QString &credentialsNote, QWidget *parent);

Q_SIGNALS:
    void wanted(const QString &chroot, const QList<zoodock::ZnodeCredential> &credentials);

private:
    void build(const QString &credentialsNote);
    void add();
    void refresh();

    QList<ZnodeCredential> m_credentials;
    PathField *m_chroot;
    QListWidget *m_list;
    QLabel *m_nobody; ///< in the list while it is empty
    QLineEdit *m_user;
    QLineEdit *m_password;
    QPushButton *m_add;
    QPushButton *m_remove;
    QLabel *m_problem;
    QPushButton *m_ok = nullptr;
};

} // namespace zoodock
