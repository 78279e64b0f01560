// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/wizardpage.h"

#include <QtCore/QMap>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QRadioButton;
class QTableView;

namespace zoodock
{

class FindingList;
class PortTableModel;
class TopologyPicture;

/// Bridge or host, which network, what is published, and every port of the host that will be taken.
class NetworkPage : public WizardPage
{
    Q_OBJECT
public:
    NetworkPage(WizardDraft &draft, QWidget *parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString explanation() const override;
    void refresh() override;
    [[nodiscard]] QWidget *firstField() const override;

private:
    struct Publication
    {
        QLabel *label = nullptr;
        QCheckBox *published = nullptr;
        QComboBox *address = nullptr;
    };

    QWidget *makeModes();
    QWidget *makeNetwork();
    QWidget *makePublications();
    QWidget *makePorts();
    void publish(PortKind kind);
    void refreshModes();
    void refreshNetworks();
    void refreshPublications();

    QRadioButton *m_bridge = nullptr;
    QRadioButton *m_host = nullptr;
    TopologyPicture *m_bridgePicture = nullptr;
    TopologyPicture *m_hostPicture = nullptr;
    QWidget *m_networkRow = nullptr;
    QComboBox *m_network = nullptr;
    QLabel *m_publishTitle = nullptr;
    QMap<PortKind, Publication> m_publications;
    PortTableModel *m_ports = nullptr;
    QTableView *m_table = nullptr;
    QPushButton *m_propose = nullptr;
    FindingList *m_findings = nullptr;
};

} // namespace zoodock
