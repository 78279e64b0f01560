// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/uiservices.h"

#include "clusters/clustermonitor.h"
#include "clusters/clusterstatus.h"
#include "clusters/enginereach.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace zoodock
{

/// No engine answers: which of the usual reasons it is, what to type, and which other Docker context could be
/// used. The window takes it away by itself once the engine answers.
class EnginePage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EnginePage)
public:
    explicit EnginePage(const UiServices &services, QWidget *parent = nullptr);

    void setEngine(const EngineStatus &engine);

Q_SIGNALS:
    void refreshWanted();
    void copied(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *makeContexts();
    void askContexts();
    [[nodiscard]] bool leadsToSilence(const ContextChoice &choice) const;
    void fillContexts(const QList<ContextChoice> &choices);
    void useContext();

    UiServices m_services;
    EngineStatus m_engine;
    QLabel *m_title;
    QLabel *m_explanation;
    QLabel *m_label;
    QLineEdit *m_command;
    QPushButton *m_copy;
    QPushButton *m_change;
    QPushButton *m_again;
    QLabel *m_detail;
    QComboBox *m_contexts = nullptr; ///< made with its row
    QWidget *m_contextRow;
};

} // namespace zoodock
