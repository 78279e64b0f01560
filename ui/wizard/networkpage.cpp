// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/networkpage.h"

#include "ensemble/portplan.h"
#include "itemmodels/porttablemodel.h"
#include "ui/look/labels.h"
#include "ui/wizard/celldelegate.h"
#include "ui/wizard/findinglist.h"
#include "ui/wizard/topologypicture.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QTableView>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int pictureMembers = 3;

QString wordFor(PortKind kind)
{
    switch (kind) {
    case PortKind::Quorum:
        return NetworkPage::tr("&Quorum ports");
    case PortKind::Election:
        return NetworkPage::tr("&Election ports");
    case PortKind::Admin:
        return NetworkPage::tr("A&dmin ports");
    case PortKind::Client:
        break;
    }
    return NetworkPage::tr("C&lient ports");
}

QString plain(QString text)
{
    return text.remove(u'&');
}

/// What the picture shows: some members, as they would be in `mode`.
Ensemble example(const WizardDraft &draft, NetworkMode mode)
{
    Ensemble some = draft.ensemble();
    if (some.network.mode != mode) {
        some.network.existing.clear();
        changeNetworkMode(some, mode, draft.facts());
    }
    some.members = some.members.mid(0, pictureMembers);
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
    auto *columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addWidget(makePublications());
    columns->addWidget(makePorts(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->insertWidget(0, makeModes());
    layout->insertWidget(1, makeNetwork());
    layout->addLayout(columns, 1);
    layout->addWidget(scroll);
    setTabOrder(m_host, m_network);
    setTabOrder(m_network, m_publications.first().published);
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
    grid->addWidget(m_bridgePicture, 1, 0, Qt::AlignTop);
    grid->addWidget(m_hostPicture, 1, 1, Qt::AlignTop);
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

QWidget *NetworkPage::makePublications()
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(4);
    m_publishTitle = new QLabel(box);
    grid->addWidget(m_publishTitle, 0, 0, 1, 2);
    int line = 1;
    for (const PortKind kind : allPortKinds) {
        Publication row;
        row.published = new QCheckBox(wordFor(kind), box);
        row.published->setObjectName(u"wizardPublish-"_s + nameOf(kind));
        row.label = new QLabel(wordFor(kind), box);
        // A parent of its own: on Unix an editable box is heard as its text, and siblings shall differ.
        auto *cell = new QWidget(box);
        auto *inner = new QHBoxLayout(cell);
        inner->setContentsMargins(0, 0, 0, 0);
        row.address = new QComboBox(cell);
        inner->addWidget(row.address);
        row.address->setObjectName(u"wizardAddress-"_s + nameOf(kind));
        row.address->setEditable(true);
        row.address->setInsertPolicy(QComboBox::NoInsert);
        row.address->setCompleter(nullptr);
        row.address->addItems({u"127.0.0.1"_s, u"0.0.0.0"_s});
        row.address->setAccessibleName(tr("Address of the %1").arg(plain(wordFor(kind))));
        row.address->lineEdit()->setAccessibleName(row.address->accessibleName());
        row.address->setAccessibleDescription(row.address->accessibleName());
        row.address->setToolTip(
            tr("127.0.0.1: programs on the host alone. 0.0.0.0: every machine that reaches "
               "the host."));
        row.label->setBuddy(row.address);
        grid->addWidget(row.published, line, 0);
        grid->addWidget(row.label, line, 0);
        grid->addWidget(cell, line, 1);
        connect(row.published, &QCheckBox::toggled, this, [this, kind] { publish(kind); });
        connect(row.address, &QComboBox::editTextChanged, this, [this, kind] { publish(kind); });
        m_publications.insert(kind, row);
        ++line;
    }
    grid->setRowStretch(line, 1);
    return box;
}

QWidget *NetworkPage::makePorts()
{
    auto *box = new QWidget(this);
    m_ports = new PortTableModel(this);
    m_table = new QTableView(box);
    m_table->setObjectName(u"wizardPorts"_s);
    m_table->setModel(m_ports);
    m_table->setItemDelegate(new CellDelegate({PortTableModel::SeverityRole, -1, -1, -1}, m_table));
    m_table->setAccessibleName(tr("Ports of the host"));
    m_table->setTabKeyNavigation(false);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked |
                             QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setMinimumHeight(fontMetrics().height() * 7);
    auto *label = new QLabel(tr("&Ports of the engine's host that will be taken:"), box);
    label->setBuddy(m_table);
    m_propose = new QPushButton(tr("Propose &Free Ports"), box);
    m_propose->setObjectName(u"wizardPropose"_s);
    m_propose->setAutoDefault(false);
    m_propose->setToolTip(tr("Forgets the ports that were entered, and looks for free ones again."));
    auto *head = new QHBoxLayout;
    head->addWidget(label, 1);
    head->addWidget(m_propose);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_table, 1);
    setTabOrder(m_table, m_propose);
    connect(m_ports, &PortTableModel::portChosen, &draft(), &WizardDraft::choosePort);
    connect(m_ports, &PortTableModel::portRefused, &draft(), &WizardDraft::refusePort);
    connect(m_propose, &QPushButton::clicked, this, [this] {
        draft().proposeFreePorts();
        draft().askEngine();
    });
    return box;
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

void NetworkPage::publish(PortKind kind)
{
    const Publication &row = m_publications[kind];
    const QString address = row.address->currentText().trimmed();
    // On the host's own network everything listens; what matters is whether only the host reaches it.
    const bool published = draft().ensemble().network.mode == NetworkMode::Host ? address != "127.0.0.1"_L1
                                                                                : row.published->isChecked();
    draft().publish(kind, published, address);
}

void NetworkPage::refresh()
{
    refreshModes();
    refreshNetworks();
    refreshPublications();
    m_ports->setEnsemble(draft().ensemble(), draft().findings());
    m_findings->setFindings(findingsOf(WizardStep::Network));
}

void NetworkPage::refreshModes()
{
    const bool isHost = draft().ensemble().network.mode == NetworkMode::Host;
    const QSignalBlocker silent(m_bridge);
    (isHost ? m_host : m_bridge)->setChecked(true);
    m_bridgePicture->setEnsemble(example(draft(), NetworkMode::Bridge));
    m_hostPicture->setEnsemble(example(draft(), NetworkMode::Host));
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

void NetworkPage::refreshPublications()
{
    const Ensemble &ensemble = draft().ensemble();
    const bool isHost = ensemble.network.mode == NetworkMode::Host;
    m_publishTitle->setText(isHost ? tr("Listen on:") : tr("Publish on the host:"));
    for (auto row = m_publications.cbegin(); row != m_publications.cend(); ++row) {
        const MemberPort &port = ensemble.members.constFirst().port(row.key());
        const QSignalBlocker noToggle(row->published);
        const QSignalBlocker noText(row->address);
        row->published->setVisible(!isHost);
        row->label->setVisible(isHost);
        row->published->setChecked(port.published);
        row->address->setEnabled(isHost || port.published);
        if (row->address->currentText().trimmed() != port.address)
            row->address->setEditText(port.address);
    }
}

} // namespace zoodock
