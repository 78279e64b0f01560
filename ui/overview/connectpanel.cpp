// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/connectpanel.h"

#include "ensemble/connectstring.h"
#include "ui/look/icons.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString noContainer()
{
    return ConnectPanel::tr("No member has a container.");
}

bool hasContainer(const ClusterStatus &status)
{
    return std::any_of(status.members.cbegin(), status.members.cend(), [](const MemberStatus &member) {
        return member.container.life != ContainerLife::Absent;
    });
}

QString wishedAddress(Ensemble ensemble, const Member &member)
{
    ensemble.members = {member};
    return hostConnectString(ensemble);
}

/// What the observers saw beats what was wished: a remote engine's address is not 127.0.0.1. A member that
/// nobody sees just now keeps its wished address: who copies the string wants the whole cluster. One without
/// a container is left out: whoever listens there is somebody else.
QString observedHostString(const ClusterStatus &status)
{
    QStringList addresses;
    for (const MemberStatus &member : status.members) {
        if (member.container.life == ContainerLife::Absent)
            continue;
        if (member.clientPort != 0 && !member.clientHost.isEmpty())
            addresses.append(u"%1:%2"_s.arg(member.clientHost).arg(member.clientPort));
        else if (const QString wished = wishedAddress(status.ensemble, member.wanted); !wished.isEmpty())
            addresses.append(wished);
    }
    return addresses.join(u',');
}

/// Without the members that have no container; in docker's default network, which knows no names, by the
/// containers' addresses.
QString observedNetworkString(const ClusterStatus &status)
{
    Ensemble there = status.ensemble;
    there.members.clear();
    QStringList addresses;
    for (const MemberStatus &member : status.members) {
        const ContainerObservation &container = member.container;
        if (container.life == ContainerLife::Absent)
            continue;
        there.members.append(member.wanted);
        if (!container.address.isEmpty())
            addresses.append(u"%1:%2"_s.arg(container.address).arg(member.wanted.client.port));
    }
    return namesResolve(there) ? networkConnectString(there) : addresses.join(u',');
}

} // namespace

QString reasonAgainstHostString(const ClusterStatus &status)
{
    if (!observedHostString(status).isEmpty())
        return {};
    return hasContainer(status) ? ConnectPanel::tr("No client port is published.") : noContainer();
}

QString reasonAgainstNetworkString(const ClusterStatus &status)
{
    if (!observedNetworkString(status).isEmpty())
        return {};
    return hasContainer(status) ? ConnectPanel::tr("No container's address is known.") : noContainer();
}

ConnectPanel::ConnectPanel(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    m_host = makeRow(tr("For &programs on this machine:"), tr("Connect string for programs on this machine"),
                     tr("Copy the connect string for programs on this machine"));
    m_network = makeRow(tr("&Inside the Docker network:"),
                        tr("Connect string for programs inside the Docker network"),
                        tr("Copy the connect string for programs inside the Docker network"));
    connect(m_host.copy, &QToolButton::clicked, this, &ConnectPanel::copyHostString);
    connect(m_network.copy, &QToolButton::clicked, this, &ConnectPanel::copyNetworkString);
}

ConnectPanel::Row ConnectPanel::makeRow(const QString &label, const QString &name, const QString &copyName)
{
    const Row row{new QLabel(label, this), new QLineEdit(this), new QToolButton(this)};
    row.text->setReadOnly(true);
    row.text->setTextMargins(4, 0, 4, 0);
    row.text->setAccessibleName(name);
    row.label->setBuddy(row.text);
    row.copy->setText(tr("Copy"));
    row.copy->setIcon(actionIcon(u"copy"_s));
    row.copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    row.copy->setAccessibleName(copyName);
    row.copy->setToolTip(copyName);
    row.copy->setFocusPolicy(Qt::StrongFocus);
    auto *grid = static_cast<QGridLayout *>(layout());
    const int line = grid->rowCount();
    grid->addWidget(row.label, line, 0);
    grid->addWidget(row.text, line, 1);
    grid->addWidget(row.copy, line, 2);
    return row;
}

void ConnectPanel::setRow(const Row &row, const QString &text, const QString &whyNone)
{
    if (row.text->text() != text) {
        row.text->setText(text);
        row.text->setCursorPosition(0);
    }
    row.text->setPlaceholderText(whyNone);
    row.copy->setEnabled(!text.isEmpty());
}

void ConnectPanel::setStatus(const ClusterStatus &status)
{
    const bool named = namesResolve(status.ensemble);
    setRow(m_host, observedHostString(status), reasonAgainstHostString(status));
    setRow(m_network, observedNetworkString(status), reasonAgainstNetworkString(status));
    m_network.text->setToolTip(named
                                   ? QString()
                                   : tr("In Docker's default network names do not resolve. These are the "
                                        "containers' addresses; they may change when one is started again."));
    const bool bridge = status.ensemble.network.mode == NetworkMode::Bridge;
    m_network.label->setVisible(bridge);
    m_network.text->setVisible(bridge);
    m_network.copy->setVisible(bridge);
}

QString ConnectPanel::hostString() const
{
    return m_host.text->text();
}

QString ConnectPanel::networkString() const
{
    return m_network.text->text();
}

void ConnectPanel::copyHostString()
{
    copy(m_host);
}

void ConnectPanel::copyNetworkString()
{
    copy(m_network);
}

void ConnectPanel::copy(const Row &row)
{
    if (row.text->text().isEmpty())
        return;
    QGuiApplication::clipboard()->setText(row.text->text());
    Q_EMIT copied(tr("Copied %1").arg(row.text->text()));
}

} // namespace zoodock
