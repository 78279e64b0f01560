// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/acl.h"

#include <QtWidgets/QWidget>

class QBoxLayout;
class QScrollArea;

namespace zoodock
{

class AclRow;

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
    /// What is wrong with it, but for entries that nobody has filled in yet.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void changed();

private:
    void add(const AclEntry &entry);
    void makeRoom();

    QList<AclRow *> m_rows;
    QScrollArea *m_scroll;
    QBoxLayout *m_layout;
    int m_made = 0;
};

} // namespace zoodock
