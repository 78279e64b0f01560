// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/porttablemodel.h"

#include "ensemble/portplan.h"

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

PortKind kindOf(int column)
{
    switch (column) {
    case PortTableModel::QuorumColumn:
        return PortKind::Quorum;
    case PortTableModel::ElectionColumn:
        return PortKind::Election;
    case PortTableModel::AdminColumn:
        return PortKind::Admin;
    default:
        return PortKind::Client;
    }
}

} // namespace

PortTableModel::PortTableModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void PortTableModel::setEnsemble(const Ensemble &ensemble, const QList<Finding> &findings)
{
    const int before = rowCount();
    const int after = int(ensemble.members.size());
    m_findings = findings;
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_ensemble = ensemble;
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_ensemble = ensemble;
        endInsertRows();
    } else {
        m_ensemble = ensemble;
    }
    dropRefused();
    if (after > 0)
        Q_EMIT dataChanged(index(0, 0), index(after - 1, ColumnCount - 1));
}

void PortTableModel::dropRefused()
{
    m_refused.removeIf([this](const auto &refused) {
        const Member *member = m_ensemble.member(refused.key().first);
        return member == nullptr || port(*member, PortKind(refused.key().second)) != 0;
    });
}

int PortTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_ensemble.members.size());
}

int PortTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

quint16 PortTableModel::port(const Member &member, PortKind kind) const
{
    const MemberPort &port = member.port(kind);
    return m_ensemble.network.mode == NetworkMode::Host ? port.port : port.hostPort;
}

bool PortTableModel::isEditable(const Member &member, int column) const
{
    if (column == MemberColumn)
        return m_hasEditableNames;
    const QList<TakenPort> taken = hostPorts(m_ensemble);
    return std::any_of(taken.cbegin(), taken.cend(), [&](const TakenPort &port) {
        return port.memberId == member.id && port.kind == kindOf(column);
    });
}

QString PortTableModel::text(const Member &member, int column) const
{
    if (column == MemberColumn)
        return member.role == MemberRole::Observer ? tr("%1 (observer)").arg(member.name) : member.name;
    if (!isEditable(member, column))
        return u"–"_s;
    const quint16 number = port(member, kindOf(column));
    return number == 0 ? m_refused.value({member.id, int(kindOf(column))}) : QString::number(number);
}

QString PortTableModel::hint(const Member &member, int column) const
{
    if (column == MemberColumn)
        return m_ensemble.network.mode == NetworkMode::Host
                   ? tr("The container is called “%1”.").arg(containerName(m_ensemble, member))
                   : tr("On the Docker network it is reached by this name; the container is called “%1”.")
                         .arg(containerName(m_ensemble, member));
    if (isEditable(member, column))
        return {};
    if (m_ensemble.network.mode == NetworkMode::Host)
        return tr("The AdminServer is switched off.");
    return tr("Not published; inside the network it is %1.").arg(member.port(kindOf(column)).port);
}

const Finding *PortTableModel::finding(const QModelIndex &index) const
{
    const QString part = index.column() == MemberColumn ? u"name"_s : nameOf(kindOf(index.column()));
    const QString field = u"members/%1/%2"_s.arg(QString::number(index.row()), part);
    const auto found = std::find_if(m_findings.cbegin(), m_findings.cend(),
                                    [&field](const Finding &one) { return one.isAbout(field); });
    return found == m_findings.cend() ? nullptr : &*found;
}

QVariant PortTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Member &member = m_ensemble.members.at(index.row());
    const Finding *problem = finding(index);
    switch (role) {
    case Qt::EditRole:
        return index.column() == MemberColumn ? member.name : text(member, index.column());
    case Qt::DisplayRole:
        return text(member, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == MemberColumn ? QVariant() : int(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return problem != nullptr ? problem->sentence : hint(member, index.column());
    case Qt::AccessibleTextRole: {
        const QString cell =
            tr("%1, %2: %3", "member, kind of port, port")
                .arg(member.name, headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                     text(member, index.column()));
        return problem == nullptr ? cell : tr("%1. %2", "cell, finding").arg(cell, problem->sentence);
    }
    case SeverityRole:
        return problem == nullptr ? QVariant() : int(problem->severity);
    case FindingRole:
        return problem == nullptr ? QVariant() : problem->sentence;
    default:
        return {};
    }
}

QVariant PortTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case MemberColumn:
        return tr("Member");
    case QuorumColumn:
        return tr("Quorum");
    case ElectionColumn:
        return tr("Election");
    case AdminColumn:
        return tr("Admin");
    default:
        return tr("Client");
    }
}

Qt::ItemFlags PortTableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Member &member = m_ensemble.members.at(index.row());
    const Qt::ItemFlags common = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return isEditable(member, index.column()) ? common | Qt::ItemIsEditable : common;
}

bool PortTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
        !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const QString text = value.toString().trimmed();
    const Member &member = m_ensemble.members.at(index.row());
    if (index.column() == MemberColumn) {
        if (text != member.name)
            Q_EMIT memberNamed(member.id, text);
        return true;
    }
    bool isNumber = false;
    const uint number = text.toUInt(&isNumber);
    const bool isPort = isNumber && number >= 1 && number <= 0xffff;
    const int id = member.id;
    const PortKind kind = kindOf(index.column());
    if (!isPort && !text.isEmpty()) {
        m_refused.insert({id, int(kind)}, text);
        Q_EMIT portRefused(id, kind, text);
        return true;
    }
    const bool wasRefused = m_refused.remove({id, int(kind)});
    if (wasRefused || port(member, kind) != number)
        Q_EMIT portChosen(id, kind, quint16(number));
    return true;
}

} // namespace zoodock
