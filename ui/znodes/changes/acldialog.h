// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/acl.h"

#include <QtWidgets/QDialog>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace zoodock
{

/// One entry of an ACL: whom it is about, and five permissions.
class AclRow : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AclRow)
public:
    AclRow(const AclEntry &entry, int number, QWidget *parent);

    [[nodiscard]] AclEntry entry() const;

Q_SIGNALS:
    void changed();
    void removalWanted();

private:
    void build(const AclEntry &entry);
    void chooseScheme();

    int m_number;
    QComboBox *m_scheme;
    QLineEdit *m_id;
    QLineEdit *m_password;
    QList<QCheckBox *> m_permissions;
};

/// The entries of an ACL, to edit.
class AclEditor : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AclEditor)
public:
    explicit AclEditor(QWidget *parent = nullptr);

    void setAcl(const Acl &acl);
    /// Digests hashed.
    [[nodiscard]] Acl acl() const;

Q_SIGNALS:
    void changed();

private:
    void add(const AclEntry &entry);

    QList<AclRow *> m_rows;
    QBoxLayout *m_layout;
    int m_made = 0;
};

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
    QList<QByteArray> m_digestSecrets;
    AclEditor *m_editor;
    QCheckBox *m_recursive;
    QLabel *m_problem;
    QPushButton *m_ok = nullptr;
};

} // namespace zoodock
