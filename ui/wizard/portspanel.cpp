// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/portspanel.h"

#include "itemmodels/porttablemodel.h"
#include "ui/look/textformat.h"
#include "ui/wizard/celldelegate.h"
#include "ui/wizard/findinglist.h"
#include "ui/wizard/wizarddraft.h"

#include <QtCore/QSignalBlocker>
#include <QtGui/QFocusEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTableView>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString wordFor(PortKind kind)
{
    switch (kind) {
    case PortKind::Quorum:
        return PortsPanel::tr("&Quorum ports");
    case PortKind::Election:
        return PortsPanel::tr("&Election ports");
    case PortKind::Admin:
        return PortsPanel::tr("A&dmin ports");
    case PortKind::Client:
        break;
    }
    return PortsPanel::tr("C&lient ports");
}

} // namespace

PortsPanel::PortsPanel(WizardDraft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
{
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(24);
    columns->addWidget(makePublications());
    columns->addWidget(makePorts(), 1);
}

QWidget *PortsPanel::firstField() const
{
    const Publication &first = m_publications.first();
    if (m_draft.ensemble().network.mode == NetworkMode::Host)
        return first.address;
    return first.published;
}

void PortsPanel::refresh()
{
    refreshPublications();
    m_propose->setEnabled(m_draft.purpose() == WizardDraft::Purpose::NewCluster || m_draft.hasPortFindings());
    m_ports->setEnsemble(m_draft.ensemble(), m_draft.findings());
}

QWidget *PortsPanel::makePublications()
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(4);
    m_publishTitle = new QLabel(box);
    grid->addWidget(m_publishTitle, 0, 0, 1, 2);
    int line = 1;
    for (const PortKind kind : allPortKinds) {
        // A parent of its own: on Unix an editable box is heard as its text, and siblings shall differ.
        auto *cell = new QWidget(box);
        const Publication row = makePublication(kind, box, cell);
        grid->addWidget(row.published, line, 0);
        grid->addWidget(row.label, line, 0);
        grid->addWidget(cell, line, 1);
        m_publications.insert(kind, row);
        ++line;
    }
    grid->setRowStretch(line, 1);
    return box;
}

PortsPanel::Publication PortsPanel::makePublication(PortKind kind, QWidget *box, QWidget *cell)
{
    Publication row;
    row.published = new QCheckBox(wordFor(kind), box);
    row.published->setObjectName(u"wizardPublish-"_s + nameOf(kind));
    row.label = new QLabel(wordFor(kind), box);
    auto *inner = new QHBoxLayout(cell);
    inner->setContentsMargins(0, 0, 0, 0);
    row.address = new QComboBox(cell);
    inner->addWidget(row.address);
    row.address->setObjectName(u"wizardAddress-"_s + nameOf(kind));
    row.address->setEditable(true);
    row.address->setInsertPolicy(QComboBox::NoInsert);
    row.address->setCompleter(nullptr);
    row.address->addItems({u"127.0.0.1"_s, u"0.0.0.0"_s});
    row.address->setAccessibleName(tr("Address of the %1").arg(withoutMnemonic(wordFor(kind))));
    row.address->lineEdit()->setAccessibleName(row.address->accessibleName());
    row.address->setAccessibleDescription(row.address->accessibleName());
    row.address->setToolTip(tr("127.0.0.1: programs on the host alone. 0.0.0.0: every machine that reaches "
                               "the host."));
    row.label->setBuddy(row.address);
    connect(row.published, &QCheckBox::toggled, this, [this, kind] { publish(kind); });
    connect(row.address, &QComboBox::editTextChanged, this, [this, kind] { publish(kind); });
    return row;
}

void PortsPanel::makeTable(QWidget *box)
{
    m_ports = new PortTableModel(this);
    m_ports->setNamesEditable(m_draft.purpose() == WizardDraft::Purpose::NewCluster);
    m_table = new QTableView(box);
    m_table->setObjectName(u"wizardPorts"_s);
    m_table->setModel(m_ports);
    m_table->setItemDelegate(new CellDelegate({PortTableModel::SeverityRole}, m_table));
    m_table->setAccessibleName(tr("Ports of the host"));
    m_table->setTabKeyNavigation(false);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::AnyKeyPressed);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    m_table->horizontalHeader()->setSectionResizeMode(PortTableModel::MemberColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    setColumnWidths();
    m_table->setMinimumHeight(fontMetrics().height() * 7);
    m_table->installEventFilter(this);
}

/// With what is wrong with it before it.
int PortsPanel::widthOfCell(const QString &text) const
{
    QStyleOptionViewItem cell;
    cell.initFrom(m_table);
    cell.font = m_table->font();
    cell.fontMetrics = m_table->fontMetrics();
    cell.features = QStyleOptionViewItem::HasDisplay | QStyleOptionViewItem::HasDecoration;
    cell.icon = findingIcon(Severity::Error, *m_table);
    const int side = m_table->fontMetrics().height();
    cell.decorationSize = {side, side};
    cell.text = text;
    const QSize size = m_table->style()->sizeFromContents(QStyle::CT_ItemViewItem, &cell, {}, m_table);
    return size.width() + 1; // the grid
}

/// Ports of five digits, and members that observe, are read whole.
void PortsPanel::setColumnWidths()
{
    const QHeaderView *header = m_table->horizontalHeader();
    int sum = widthOfCell(PortTableModel::tr("%1 (observer)").arg(u"zoo15"_s));
    for (int column = PortTableModel::ClientColumn; column < m_ports->columnCount(); ++column) {
        const int width = std::max(widthOfCell(u"65535"_s), header->sectionSizeHint(column));
        m_table->setColumnWidth(column, width);
        sum += width;
    }
    const int scrollBar = m_table->verticalScrollBar()->sizeHint().width();
    m_table->setMinimumWidth(sum + scrollBar + 2 * m_table->frameWidth());
}

/// Who comes by the keyboard comes to type a port: the view itself would begin with the first cell.
bool PortsPanel::eventFilter(QObject *watched, QEvent *event)
{
    const bool comes = watched == m_table && event->type() == QEvent::FocusIn &&
                       static_cast<QFocusEvent *>(event)->reason() != Qt::MouseFocusReason;
    if (comes && !m_table->currentIndex().flags().testFlag(Qt::ItemIsEditable))
        m_table->setCurrentIndex(firstEditable());
    return QWidget::eventFilter(watched, event);
}

QModelIndex PortsPanel::firstEditable() const
{
    for (int row = 0; row < m_ports->rowCount(); ++row) {
        for (int column = PortTableModel::ClientColumn; column < m_ports->columnCount(); ++column) {
            const QModelIndex cell = m_ports->index(row, column);
            if (cell.flags().testFlag(Qt::ItemIsEditable))
                return cell;
        }
    }
    return m_table->currentIndex();
}

QWidget *PortsPanel::makePorts()
{
    auto *box = new QWidget(this);
    makeTable(box);
    auto *label =
        new QLabel(m_draft.purpose() == WizardDraft::Purpose::NewCluster
                       ? tr("Names of the members, and &ports of the engine's host that will be taken:")
                       : tr("&Ports of the engine's host that will be taken:"),
                   box);
    label->setWordWrap(true);
    label->setBuddy(m_table);
    m_propose = new QPushButton(tr("Propose &Free Ports"), box);
    m_propose->setObjectName(u"wizardPropose"_s);
    m_propose->setAutoDefault(false);
    m_propose->setToolTip(m_draft.purpose() == WizardDraft::Purpose::Change
                              ? tr("Takes free ports in place of those that something speaks against.")
                              : tr("Forgets the ports that were entered, and looks for free ones again."));
    auto *head = new QHBoxLayout;
    head->addWidget(label, 1);
    head->addWidget(m_propose);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_table, 1);
    setTabOrder(m_table, m_propose);
    connect(m_ports, &PortTableModel::memberNamed, &m_draft, &WizardDraft::callMember);
    connect(m_ports, &PortTableModel::portChosen, &m_draft, &WizardDraft::choosePort);
    connect(m_ports, &PortTableModel::portRefused, &m_draft, &WizardDraft::refusePort);
    connect(m_propose, &QPushButton::clicked, this, [this] {
        m_draft.proposeFreePorts();
        m_draft.askEngine();
    });
    return box;
}

void PortsPanel::publish(PortKind kind)
{
    const Publication &row = m_publications[kind];
    const QString address = row.address->currentText().trimmed();
    // On the host's own network everything listens; what matters is whether only the host reaches it.
    const bool published = m_draft.ensemble().network.mode == NetworkMode::Host ? address != "127.0.0.1"_L1
                                                                                : row.published->isChecked();
    m_draft.publish(kind, published, address);
}

void PortsPanel::refreshPublications()
{
    const Ensemble &ensemble = m_draft.ensemble();
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
