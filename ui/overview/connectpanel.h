// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterstatus.h"

#include <QtWidgets/QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace zoodock
{

/// "Which address do I give my program?": the connect string for programs on this machine, and the one for
/// programs in containers of the same network, each with Copy.
class ConnectPanel : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectPanel)
public:
    explicit ConnectPanel(QWidget *parent = nullptr);

    void setStatus(const ClusterStatus &status);
    [[nodiscard]] QString hostString() const;
    [[nodiscard]] QString networkString() const;

Q_SIGNALS:
    void copied(const QString &sentence);

public:
    void copyHostString();
    void copyNetworkString();

private:
    struct Row
    {
        QLabel *label = nullptr;
        QLineEdit *text = nullptr;
        QToolButton *copy = nullptr;
    };
    Row makeRow(const QString &label, const QString &name, const QString &copyName);
    void setRow(const Row &row, const QString &text, const QString &whyNone);
    void copy(const Row &row);

    Row m_host;
    Row m_network;
};

/// Why there is no connect string for programs on this machine; empty: there is one.
[[nodiscard]] QString reasonAgainstHostString(const ClusterStatus &status);
/// The same of programs in containers of its network.
[[nodiscard]] QString reasonAgainstNetworkString(const ClusterStatus &status);

} // namespace zoodock
