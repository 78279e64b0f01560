// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clustersettings/portspage.h"

#include "ui/wizard/findingarea.h"
#include "ui/wizard/portspanel.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QTableView>

namespace zoodock
{

PortsPage::PortsPage(WizardDraft &draft, QWidget *parent)
    : WizardPage(draft, parent)
    , m_ports(new PortsPanel(draft, this))
    , m_findings(new FindingArea(this))
{
    offerRemedies(m_findings->list(), draft);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_ports, 1);
    layout->addWidget(m_findings);
}

QString PortsPage::title() const
{
    return tr("Ports");
}

QString PortsPage::explanation() const
{
    if (draft().ensemble().network.mode == NetworkMode::Host)
        return tr("On the host's own network every member knows the ports of all others: when one changes, "
                  "all members are made anew at once, and nobody serves for a moment.");
    return tr("Where programs on the host reach the members. Inside the Docker network the ports stay as "
              "they are. A member whose port changes is made anew, with its data.");
}

void PortsPage::refresh()
{
    m_ports->refresh();
    m_findings->setFindings(findingsOf(WizardStep::Network));
}

QWidget *PortsPage::firstField() const
{
    return &m_ports->table();
}

} // namespace zoodock
