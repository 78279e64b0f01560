// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/ensemble.h"

#include <QtCore/QStringList>
#include <QtWidgets/QDialog>

class QButtonGroup;
class QDialogButtonBox;
class QLineEdit;
class QPlainTextEdit;

namespace zoodock
{

class Banner;
struct ClusterStatus;

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

    /// What there is of the cluster by now; nullptr: it is gone, and there is nothing to save it for. What
    /// was typed can still be copied. Then one of its name is the same again in the same containers alone.
    void follow(const ClusterStatus *status);
    /// The other clusters: whoever takes the name or the title of one of them is warned.
    void setOthers(const QList<Ensemble> &others);

private:
    QWidget *makeColours(const QString &chosen);
    void limitTitle();
    void compareWithOthers();
    void setGone(bool gone);

    QString m_name;
    QLineEdit *m_title;
    QPlainTextEdit *m_notes;
    QButtonGroup *m_colours;
    QDialogButtonBox *m_buttons;
    Banner *m_gone;
    Banner *m_cut;   ///< a part of what was typed
    Banner *m_taken; ///< another cluster is called that
    QList<Ensemble> m_others;
    QStringList m_containers; ///< their ids, when it was last there
    bool m_isGone = false;
};

} // namespace zoodock
