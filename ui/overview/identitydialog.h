// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/ensemble.h"

#include <QtWidgets/QDialog>

class QButtonGroup;
class QLineEdit;
class QPlainTextEdit;

namespace zoodock
{

/// What a person calls a cluster, notes about it and the colour of its mark. Nothing that runs changes by it:
/// containers keep the cluster's own name.
class IdentityDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IdentityDialog)
public:
    IdentityDialog(const Ensemble &ensemble, QWidget *parent);

    [[nodiscard]] QString title() const; ///< empty: the cluster's own name
    [[nodiscard]] QString notes() const;
    [[nodiscard]] QString colour() const; ///< "#rrggbb"; empty: none

private:
    QWidget *makeColours(const QString &chosen);

    QString m_name;
    QLineEdit *m_title;
    QPlainTextEdit *m_notes;
    QButtonGroup *m_colours;
};

} // namespace zoodock
