// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/znodeeditor.h"

#include <QtWidgets/QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace zoodock
{

class AclEditor;
class PathField;
class ValueView;

/// Asks for everything that a new znode needs. Stays open until the server said yes: see setBusy() and
/// setProblem().
class CreateDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CreateDialog)
public:
    /// `path`: to begin with; it ends in a slash where the name is left to the person.
    CreateDialog(const QString &path, bool isSignedIn, QWidget *parent);

    void setBusy(bool busy);
    /// The server's, or the editor's reason.
    void setProblem(const QString &sentence);
    [[nodiscard]] Result<ZnodeSpec> spec() const;

Q_SIGNALS:
    void wanted(const zoodock::ZnodeSpec &spec);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    void build(const QString &path, bool isSignedIn);
    void check();
    [[nodiscard]] Acl chosenAcl() const;

    PathField *m_path;
    QComboBox *m_kind;
    QLabel *m_kindText;
    QCheckBox *m_sequential;
    QSpinBox *m_ttl;
    QCheckBox *m_parents;
    QComboBox *m_aclChoice;
    AclEditor *m_acl;
    ValueView *m_value;
    QLabel *m_problem;
    QPushButton *m_create = nullptr;
    bool m_busy = false;
};

} // namespace zoodock
