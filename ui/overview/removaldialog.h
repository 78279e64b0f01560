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

    /// What the engine says that there is; comes later than the dialog.
    void setExtent(const RemovalExtent &extent);
    [[nodiscard]] bool withVolumes() const;

Q_SIGNALS:
    void confirmed(bool withVolumes);

private:
    void build();
    void describe();
    void fit();
    [[nodiscard]] QStringList volumeLines() const;
    /// Of all clusters together.
    [[nodiscard]] RemovalExtent total() const;

    QStringList m_shownNames;
    QMap<QString, RemovalExtent> m_extents; ///< by cluster; first as wanted, then as the engine has it
    QPlainTextEdit *m_list = nullptr;
    QCheckBox *m_volumesToo = nullptr;
    QLabel *m_kept = nullptr;
};

} // namespace zoodock
