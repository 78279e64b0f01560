// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/acl.h"

#include <QtWidgets/QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

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
    /// Nobody has said yet whom it is about.
    [[nodiscard]] bool isBlank() const;

Q_SIGNALS:
    void changed();
    void removalWanted();

private:
    void build(const AclEntry &entry);
    void chooseScheme();
    void refreshPassword();
    [[nodiscard]] bool keepsHash() const;

    int m_number;
    QString m_user; ///< whose hash this is, of a digest entry that is there already
    QString m_hash;
    QComboBox *m_scheme;
    QLineEdit *m_id;
    QLineEdit *m_password;
    QList<QCheckBox *> m_permissions;
};

} // namespace zoodock
