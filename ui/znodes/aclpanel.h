// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "znodes/acl.h"

#include <QtWidgets/QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace zoodock
{

/// Who may do what with a znode, in words.
class AclPanel : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AclPanel)
public:
    explicit AclPanel(QWidget *parent = nullptr);

    void setAcl(const AclValue &acl);
    /// Nothing to show; a sentence instead, or "".
    void setMessage(const QString &sentence);
    [[nodiscard]] const std::optional<AclValue> &acl() const { return m_acl; }
    /// Empty: it may be changed; else why not.
    void setReadOnly(const QString &why);

Q_SIGNALS:
    void editWanted();

private:
    void refresh();

    std::optional<AclValue> m_acl;
    QString m_whyReadOnly;
    QTreeWidget *m_list;
    QLabel *m_message;
    QPushButton *m_edit;
};

} // namespace zoodock
