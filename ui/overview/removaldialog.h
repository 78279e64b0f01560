// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterstatus.h"
#include "clusters/removalextent.h"

#include <QtCore/QMap>

#include <QtWidgets/QDialog>

class QCheckBox;
class QLabel;
class QPlainTextEdit;

namespace zoodock
{

/// Names exactly what a removal takes, and asks. The data volumes stay unless the person says otherwise;
/// Enter and Esc keep everything.
class RemovalDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RemovalDialog)
public:
    RemovalDialog(const QList<ClusterStatus> &clusters, QWidget *parent);

    /// What the engine says that there is; comes later than the dialog, and again. Sizes that are known stay.
    void setExtent(const RemovalExtent &extent);
    /// Others have removed it: it is not asked about any more, and after the last one nothing is.
    void drop(const QString &cluster);
    /// By name; those that are asked about.
    [[nodiscard]] QStringList clusters() const { return m_extents.keys(); }
    /// What becomes of the work that goes on with the clusters, a sentence each.
    void setWork(const QStringList &sentences);
    [[nodiscard]] bool withVolumes() const;

Q_SIGNALS:
    void confirmed(bool withVolumes);

private:
    void build();
    void ask();
    void describe();
    void fit();
    [[nodiscard]] QStringList volumeLines() const;
    /// Of all clusters together.
    [[nodiscard]] RemovalExtent total() const;

    QMap<QString, QString> m_shownNames;    ///< by cluster
    QMap<QString, RemovalExtent> m_extents; ///< by cluster; first as wanted, then as the engine has it
    QLabel *m_question = nullptr;
    QPlainTextEdit *m_list = nullptr;
    QCheckBox *m_volumesToo = nullptr;
    QLabel *m_kept = nullptr;
    QLabel *m_work = nullptr;
};

} // namespace zoodock
