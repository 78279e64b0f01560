// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterstatus.h"

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

    [[nodiscard]] bool withVolumes() const;

Q_SIGNALS:
    void confirmed(bool withVolumes);

private:
    void collect(const ClusterStatus &status);
    void build();
    void describe();

    QStringList m_names;
    QStringList m_containers;
    QStringList m_volumes;
    QStringList m_networks; ///< those that are ours to remove
    QPlainTextEdit *m_list = nullptr;
    QCheckBox *m_volumesToo = nullptr;
    QLabel *m_kept = nullptr;
};

} // namespace zoodock
