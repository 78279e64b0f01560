// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterstatus.h"

#include <QtWidgets/QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace zoodock
{

/// No engine answers: which of the usual reasons it is, and what to type. The window takes it away by itself
/// once the engine answers.
class EnginePage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EnginePage)
public:
    explicit EnginePage(QWidget *parent = nullptr);

    void setProblem(const Error &problem);

Q_SIGNALS:
    void refreshWanted();
    void copied(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();

    QLabel *m_title;
    QLabel *m_explanation;
    QLabel *m_label;
    QLineEdit *m_command;
    QPushButton *m_copy;
    QLabel *m_detail;
};

} // namespace zoodock
