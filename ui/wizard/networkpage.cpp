// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/networkpage.h"

#include "ui/wizard/findingarea.h"
#include "ui/wizard/portspanel.h"
#include "ui/wizard/topologypicture.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QRadioButton>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int betweenPictures = 16;
constexpr int findingsWithRoom = 2;
/// Of the page's height at most, as long as members can be shown small: the table of ports matters more.
constexpr double mostOfPage = 0.4;

} // namespace

NetworkPage::NetworkPage(WizardDraft &draft, QWidget *parent)
    : WizardPage(draft, parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    m_modes = makeModes();
    layout->addWidget(m_modes);
    layout->addWidget(makeNetwork());
    m_ports = new PortsPanel(draft, this);
    m_findings = new FindingArea(this);
    offerRemedies(m_findings->list(), draft);
    m_findings->keepRoomFor(findingsWithRoom);
    layout->addWidget(m_ports, 1);
    layout->addWidget(m_findings);
    setTabOrder(m_host, m_network);
    setTabOrder(m_network, m_ports->firstField());
}

QWidget *NetworkPage::makeModes()
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(betweenPictures);
    m_bridge = new QRadioButton(tr("&Bridge: a Docker network; chosen ports are published"), box);
    m_bridge->setObjectName(u"wizardBridge"_s);
    m_host = new QRadioButton(tr("&Host: the host's own network; every port is the host's"), box);
    m_host->setObjectName(u"wizardHost"_s);
    m_bridgePicture = new TopologyPicture(box);
    m_hostPicture = new TopologyPicture(box);
    grid->addWidget(m_bridge, 0, 0);
    grid->addWidget(m_host, 0, 1);
    grid->addWidget(m_bridgePicture, 1, 0);
    grid->addWidget(m_hostPicture, 1, 1);
    m_bridgePicture->installEventFilter(this);
    m_hostPicture->installEventFilter(this);
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
    m_network->addItem(QString(), QString()); // a network of its own
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
    divideHeight();
}

void NetworkPage::resizeEvent(QResizeEvent *event)
{
    WizardPage::resizeEvent(event);
    divideHeight();
}

/// One may be wider than the other, by the words above it: each has its own rows.
bool NetworkPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        divideHeight();
    return WizardPage::eventFilter(watched, event);
}

/// What is typed into the table shall not move it: what stands above has its height whatever is found, and
/// only the table's end gives way.
void NetworkPage::divideHeight()
{
    // spacing() knows none where that beside each other is another one.
    const int others =
        m_bridge->sizeHint().height() + static_cast<QGridLayout *>(m_modes->layout())->verticalSpacing() +
        m_networkRow->sizeHint().height() + m_ports->minimumSizeHint().height() + 3 * layout()->spacing();
    const int room = height() - others - m_findings->keptRoom();
    using Nodes = TopologyPicture::Nodes;
    int large = 0;
    int small = 0;
    for (const TopologyPicture *picture : {m_bridgePicture, m_hostPicture}) {
        large = std::max(large, picture->wholeHeight(Nodes::Large, picture->width()));
        small = std::max(small, picture->heightWithin(picture->width(), room));
    }
    const bool isLarge = large <= std::min(room, int(height() * mostOfPage));
    const int pictures = isLarge ? large : small;
    for (TopologyPicture *picture : {m_bridgePicture, m_hostPicture})
        picture->setShape(isLarge ? Nodes::Large : Nodes::Small, pictures);
    m_findings->setMostHeight(height() - others - pictures);
}

void NetworkPage::refreshModes()
{
    const bool isHost = draft().ensemble().network.mode == NetworkMode::Host;
    const QSignalBlocker silent(m_bridge);
    (isHost ? m_host : m_bridge)->setChecked(true);
    m_bridgePicture->setEnsemble(draft().inMode(NetworkMode::Bridge));
    m_hostPicture->setEnsemble(draft().inMode(NetworkMode::Host));
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
    for (const auto predefined : {"bridge"_L1, "host"_L1, "none"_L1})
        names.removeAll(predefined);
    const QSignalBlocker silent(m_network);
    m_network->setItemText(0, tr("A network of its own, “%1”").arg(draft().ensemble().name));
    QStringList shown;
    for (int index = 1; index < m_network->count(); ++index)
        shown += m_network->itemData(index).toString();
    if (shown != names) {
        while (m_network->count() > 1)
            m_network->removeItem(1);
        for (const QString &name : std::as_const(names))
            m_network->addItem(tr("The existing network “%1”").arg(name), name);
    }
    m_network->setCurrentIndex(std::max(0, m_network->findData(existing)));
}

} // namespace zoodock
