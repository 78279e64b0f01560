// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/networkpage.h"

#include "ensemble/portplan.h"
#include "ui/wizard/findinglist.h"
#include "ui/wizard/portspanel.h"
#include "ui/wizard/topologypicture.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QScrollArea>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int pictureVoters = 3;
constexpr int pictureObservers = 1;

/// What the picture shows: the first members of each role, as they would be in `mode`.
Ensemble example(const WizardDraft &draft, NetworkMode mode)
{
    Ensemble some = draft.ensemble();
    if (some.network.mode != mode) {
        some.network.existing.clear();
        changeNetworkMode(some, mode, draft.facts());
    }
    int voters = 0;
    int observers = 0;
    some.members.removeIf([&](const Member &member) {
        return member.role == MemberRole::Observer ? ++observers > pictureObservers
                                                   : ++voters > pictureVoters;
    });
    return some;
}

} // namespace

NetworkPage::NetworkPage(WizardDraft &draft, QWidget *parent)
    : WizardPage(draft, parent)
{
    m_findings = new FindingList(this);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_findings);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumHeight(fontMetrics().height() * 4);
    scroll->setMaximumHeight(fontMetrics().height() * 8);
    m_ports = new PortsPanel(draft, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->insertWidget(0, makeModes());
    layout->insertWidget(1, makeNetwork());
    layout->addWidget(m_ports, 1);
    layout->addWidget(scroll);
    setTabOrder(m_host, m_network);
    setTabOrder(m_network, m_ports->firstField());
}

QWidget *NetworkPage::makeModes()
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    m_bridge = new QRadioButton(tr("&Bridge: a network of its own; chosen ports are published"), box);
    m_bridge->setObjectName(u"wizardBridge"_s);
    m_host = new QRadioButton(tr("&Host: the host's own network; every port is the host's"), box);
    m_host->setObjectName(u"wizardHost"_s);
    m_bridgePicture = new TopologyPicture(box);
    m_hostPicture = new TopologyPicture(box);
    grid->addWidget(m_bridge, 0, 0);
    grid->addWidget(m_host, 0, 1);
    grid->addWidget(m_bridgePicture, 1, 0);
    grid->addWidget(m_hostPicture, 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    connect(m_bridge, &QRadioButton::toggled, this,
            [this](bool on) { draft().setNetworkMode(on ? NetworkMode::Bridge : NetworkMode::Host); });
    return box;
}

QWidget *NetworkPage::makeNetwork()
{
    m_networkRow = new QWidget(this);
    m_network = new QComboBox(m_networkRow);
    m_network->setObjectName(u"wizardNetwork"_s);
    m_network->setMinimumContentsLength(40);
    auto *label = new QLabel(tr("&Network:"), m_networkRow);
    label->setBuddy(m_network);
    auto *row = new QHBoxLayout(m_networkRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label);
    row->addWidget(m_network);
    row->addStretch(1);
    connect(m_network, &QComboBox::activated, this, [this](int index) {
        const QString existing = m_network->itemData(index).toString();
        draft().edit([&existing](Ensemble &ensemble) { ensemble.network.existing = existing; });
    });
    return m_networkRow;
}

QString NetworkPage::title() const
{
    return tr("Network");
}

QString NetworkPage::explanation() const
{
    return tr("How members reach each other, and how programs reach them.");
}

QWidget *NetworkPage::firstField() const
{
    return m_bridge->isChecked() ? m_bridge : m_host;
}

void NetworkPage::refresh()
{
    refreshModes();
    refreshNetworks();
    m_ports->refresh();
    m_findings->setFindings(findingsOf(WizardStep::Network));
}

void NetworkPage::refreshModes()
{
    const bool isHost = draft().ensemble().network.mode == NetworkMode::Host;
    const QSignalBlocker silent(m_bridge);
    (isHost ? m_host : m_bridge)->setChecked(true);
    const Ensemble bridged = example(draft(), NetworkMode::Bridge);
    m_bridgePicture->setEnsemble(bridged);
    m_hostPicture->setEnsemble(example(draft(), NetworkMode::Host));
    for (TopologyPicture *picture : {m_bridgePicture, m_hostPicture})
        picture->setMore(int(draft().ensemble().members.size() - bridged.members.size()));
    m_bridgePicture->setChosen(!isHost);
    m_hostPicture->setChosen(isHost);
    m_networkRow->setEnabled(!isHost);
}

void NetworkPage::refreshNetworks()
{
    const QString existing = draft().ensemble().network.existing;
    QStringList names(draft().facts().networkNames.cbegin(), draft().facts().networkNames.cend());
    if (!existing.isEmpty() && !names.contains(existing))
        names.append(existing);
    names.sort();
    const QSignalBlocker silent(m_network);
    m_network->clear();
    m_network->addItem(tr("A network of its own, “%1”").arg(draft().ensemble().name), QString());
    for (const QString &name : std::as_const(names)) {
        if (name != "bridge"_L1 && name != "host"_L1 && name != "none"_L1)
            m_network->addItem(tr("The existing network “%1”").arg(name), name);
    }
    m_network->setCurrentIndex(std::max(0, m_network->findData(existing)));
}

} // namespace zoodock
