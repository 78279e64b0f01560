// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/acl.h"

#include <QtWidgets/QDialog>

class QCheckBox;
class QLabel;
class QPushButton;

namespace zoodock
{

class AclEditor;

/// Changes the ACL of a znode. Asks first where the new one leaves no way back.
class AclDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AclDialog)
public:
    /// `digestSecrets`: whom this connection is signed in as, "user:password" each.
    AclDialog(const QString &path, const Acl &acl, bool hasChildren, const QList<QByteArray> &digestSecrets,
              QWidget *parent);

Q_SIGNALS:
    void wanted(const zoodock::Acl &acl, bool recursive);

private:
    void check();
    void set();
    void finish();
    /// Empty: this connection keeps what it needs.
    [[nodiscard]] QString whatIsLost() const;

    QString m_path;
    Acl m_former;
    QList<QByteArray> m_digestSecrets;
    AclEditor *m_editor;
    QCheckBox *m_recursive;
    QLabel *m_problem;
    QPushButton *m_ok = nullptr;
};

} // namespace zoodock
