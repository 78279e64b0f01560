// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/acl.h"

#include <QtWidgets/QDialog>

class QCheckBox;
class QDialogButtonBox;
class QLabel;
class QPushButton;

namespace zoodock
{

class AclEditor;

/// Changes the ACL of a znode. Asks first where the new one leaves no way back. Follows what others make of
/// the list meanwhile: what was entered stays, and theirs is offered.
class AclDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AclDialog)
public:
    /// `digestSecrets`: whom this connection is signed in as, "user:password" each.
    AclDialog(const QString &path, const AclValue &acl, bool hasChildren,
              const QList<QByteArray> &digestSecrets, QWidget *parent);

    /// The list as the server has it by now.
    void noteNow(const AclValue &now);
    /// What was wanted was refused, and nothing is changed: open again, as it was, with this sentence.
    void reopen(const QString &problem);

Q_SIGNALS:
    /// `aversion`: of the list that the person has seen. The dialog is hidden then, until it is closed or
    /// opened again.
    void wanted(const zoodock::Acl &acl, qint32 aversion, bool recursive);

private:
    void build(const QString &path, bool hasChildren);
    [[nodiscard]] QDialogButtonBox *buildButtons();
    void check();
    void takeTheirs();
    void set();
    void finish(qint32 aversion);
    [[nodiscard]] bool isEdited() const;
    /// Empty: this connection keeps what it needs.
    [[nodiscard]] QString whatIsLost() const;

    QString m_path;
    AclValue m_now; ///< what the person has seen last
    Acl m_former;   ///< the same as the editor gives it back
    QList<QByteArray> m_digestSecrets;
    AclEditor *m_editor;
    QCheckBox *m_recursive;
    QLabel *m_news;
    QPushButton *m_takeTheirs;
    QLabel *m_problem;
    QString m_refusal; ///< of what was wanted; until something is entered
    QPushButton *m_ok = nullptr;
};

} // namespace zoodock
