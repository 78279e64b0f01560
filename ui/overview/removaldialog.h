// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterstatus.h"

#include <QtWidgets/QMessageBox>

class QCheckBox;

namespace zoodock
{

/// Names exactly what a removal takes, and asks. The data volumes stay unless the person says otherwise;
/// Enter and Esc keep everything.
class RemovalDialog : public QMessageBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RemovalDialog)
public:
    explicit RemovalDialog(const ClusterStatus &status, QWidget *parent);

    [[nodiscard]] bool withVolumes() const;

Q_SIGNALS:
    void confirmed(bool withVolumes);

private:
    void describe();

    Ensemble m_ensemble;
    QStringList m_containers;
    QStringList m_volumes;
    QString m_network; ///< empty: not ours to remove
    QCheckBox *m_volumesToo = nullptr;
};

} // namespace zoodock
