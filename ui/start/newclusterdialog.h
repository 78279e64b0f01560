// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/ensemble.h"
#include "ensemble/finding.h"
#include "ensemble/hostfacts.h"
#include "ui/uiservices.h"

#include <QtWidgets/QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QSpinBox;
class QVBoxLayout;

namespace zoodock
{

/// Name, members, observers and network of a new cluster, with what speaks against them said at every
/// keystroke.
class NewClusterDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NewClusterDialog)
public:
    NewClusterDialog(const UiServices &services, const QString &name, QWidget *parent);

    /// As chosen; without an image, so that whoever creates takes the default.
    [[nodiscard]] Ensemble ensemble() const;

Q_SIGNALS:
    void wanted(const zoodock::Ensemble &ensemble);

private:
    QWidget *makeForm(const QString &name);
    QWidget *makeMembers();
    QWidget *makeNetwork();
    void askEngine();
    void check();
    void showFindings(const QList<Finding> &findings);
    void addFinding(const Finding &finding);

    UiServices m_services;
    HostFacts m_facts;
    bool m_asking = false;
    QLineEdit *m_name = nullptr;
    QSpinBox *m_members = nullptr;
    QList<QPushButton *> m_counts;
    QSpinBox *m_observers = nullptr;
    QRadioButton *m_bridge = nullptr;
    QRadioButton *m_host = nullptr;
    QVBoxLayout *m_findings = nullptr;
    QLabel *m_ports = nullptr;
    QPushButton *m_create = nullptr;
};

} // namespace zoodock
