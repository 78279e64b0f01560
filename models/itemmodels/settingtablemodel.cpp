// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/settingtablemodel.h"

#include "ensemble/settingrules.h"

#include <algorithm>
#include <array>
#include <limits>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

/// A row's texts and values, whichever of the two kinds it is.
struct SettingTableModel::Row
{
    QString key;
    QString title;
    QString explanation;
    QString value;
    QString defaultValue;
    QString unit;
    QString range;
    QString since;
    QString unavailable; ///< why it cannot be set
    QStringList choices;
    QStringList choiceTexts;
};

namespace
{

constexpr std::array policies{RestartPolicy::UnlessStopped, RestartPolicy::Always, RestartPolicy::OnFailure,
                              RestartPolicy::No};

QString rangeOf(const ServerSetting &setting)
{
    const auto text = [](qint64 number) { return QString::number(number); };
    if (setting.minimum && setting.maximum && *setting.maximum < std::numeric_limits<qint32>::max())
        return SettingTableModel::tr("%1 to %2", "range").arg(text(*setting.minimum), text(*setting.maximum));
    return setting.minimum ? SettingTableModel::tr("%1 or more", "range").arg(text(*setting.minimum))
                           : QString();
}

bool isBoolean(const ServerSetting &setting)
{
    return setting.type == SettingType::Boolean;
}

} // namespace

QString SettingTableModel::restartKey()
{
    return u"container.restart"_s;
}

QString SettingTableModel::volumesKey()
{
    return u"container.volumes"_s;
}

SettingTableModel::SettingTableModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

QList<SettingTableModel::Row> SettingTableModel::rows() const
{
    QList<Row> rows;
    for (const ServerSetting &setting : serverSettings()) {
        if (setting.channel == SettingChannel::FreeLines)
            continue;
        Row row;
        row.key = setting.key;
        row.title = setting.title();
        row.explanation = setting.explanation();
        row.value = settingValue(m_ensemble, setting);
        row.defaultValue = setting.defaultValue;
        row.unit = setting.unitText();
        row.range = rangeOf(setting);
        row.since = setting.since == Version() ? QString() : setting.since.toString();
        row.unavailable = whyUnavailable(m_ensemble, setting);
        if (isBoolean(setting)) {
            row.choices = {u"true"_s, u"false"_s};
            row.choiceTexts = {tr("on"), tr("off")};
        }
        rows.append(row);
    }
    Row restart;
    restart.key = restartKey();
    restart.title = tr("Restart policy");
    restart.explanation =
        tr("Whether Docker starts a member again that has ended, and when the engine itself "
           "starts: “unless-stopped” does both but for members that were stopped on purpose.");
    restart.value = nameOf(m_ensemble.restart);
    restart.defaultValue = nameOf(RestartPolicy::UnlessStopped);
    for (const RestartPolicy policy : policies)
        restart.choices.append(nameOf(policy));
    restart.choiceTexts = restart.choices;
    Row volumes;
    volumes.key = volumesKey();
    volumes.title = tr("Data");
    volumes.explanation = tr("Named volumes keep the data when a container is removed and made anew. Without "
                             "them the data goes with the container.");
    volumes.value = nameOf(m_ensemble.volumes);
    volumes.defaultValue = nameOf(VolumePolicy::Named);
    volumes.choices = {nameOf(VolumePolicy::Named), nameOf(VolumePolicy::NotKept)};
    volumes.choiceTexts = {tr("in named volumes"), tr("not kept")};
    rows << restart << volumes;
    for (Row &row : rows) {
        if (row.unavailable.isEmpty())
            row.unavailable = m_fixed.value(row.key);
    }
    return rows;
}

SettingTableModel::Row SettingTableModel::row(int number) const
{
    return rows().at(number);
}

void SettingTableModel::setEnsemble(const Ensemble &ensemble, const QList<Finding> &findings)
{
    m_ensemble = ensemble;
    m_findings = findings;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void SettingTableModel::setFixed(const QMap<QString, QString> &reasons)
{
    m_fixed = reasons;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int SettingTableModel::rowCount(const QModelIndex &parent) const
{
    const auto isRow = [](const ServerSetting &setting) {
        return setting.channel != SettingChannel::FreeLines;
    };
    const QList<ServerSetting> &all = serverSettings();
    return parent.isValid() ? 0 : int(std::count_if(all.cbegin(), all.cend(), isRow)) + 2;
}

int SettingTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const Finding *SettingTableModel::finding(const QString &key) const
{
    const QString field = key == volumesKey() ? u"volumes"_s : u"settings/"_s + key;
    const auto found = std::find_if(m_findings.cbegin(), m_findings.cend(),
                                    [&field](const Finding &one) { return one.field == field; });
    return found == m_findings.cend() ? nullptr : &*found;
}

QString SettingTableModel::display(const Row &row, int column) const
{
    const auto called = [&row](const QString &value) {
        const qsizetype place = row.choices.indexOf(value.trimmed());
        return place < 0 ? value : row.choiceTexts.at(place);
    };
    switch (column) {
    case ValueColumn:
        return called(row.value);
    case DefaultColumn:
        return called(row.defaultValue);
    case UnitColumn:
        return row.unit;
    case RangeColumn:
        return row.range;
    case SinceColumn:
        return row.since;
    default:
        return row.title;
    }
}

QVariant SettingTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row row = this->row(index.row());
    const Finding *problem = finding(row.key);
    switch (role) {
    case Qt::DisplayRole:
        return display(row, index.column());
    case Qt::EditRole:
        return index.column() == ValueColumn ? row.value : display(row, index.column());
    case Qt::ToolTipRole:
    case ExplanationRole:
        return row.unavailable.isEmpty()
                   ? row.explanation
                   : tr("%1 %2", "explanation, why it cannot be set").arg(row.explanation, row.unavailable);
    case Qt::AccessibleTextRole:
        return tr("%1, %2: %3", "setting, column, cell")
            .arg(row.title, headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                 display(row, index.column()));
    case Qt::AccessibleDescriptionRole:
        return problem == nullptr ? row.unavailable : problem->sentence;
    case KeyRole:
        return row.key;
    case SeverityRole:
        return problem == nullptr || index.column() != ValueColumn ? QVariant() : int(problem->severity);
    case FindingRole:
        return problem == nullptr
                   ? QVariant()
                   : tr("%1 %2", "sentence, remedy").arg(problem->sentence, problem->remedy).trimmed();
    case ChoicesRole:
        return row.choices;
    case ChoiceTextsRole:
        return row.choiceTexts;
    case UnavailableRole:
        return row.unavailable;
    case ChangedRole:
        return row.value != row.defaultValue;
    default:
        return {};
    }
}

QVariant SettingTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ValueColumn:
        return tr("Value");
    case DefaultColumn:
        return tr("Default");
    case UnitColumn:
        return tr("Unit");
    case RangeColumn:
        return tr("Range");
    case SinceColumn:
        return tr("Since");
    default:
        return tr("Setting");
    }
}

Qt::ItemFlags SettingTableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags common = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    const bool isField = index.column() == ValueColumn && row(index.row()).unavailable.isEmpty();
    return isField ? common | Qt::ItemIsEditable : common;
}

bool SettingTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const Row row = this->row(index.row());
    if (!row.choices.isEmpty() && !row.choices.contains(value.toString()))
        return false;
    if (row.value != value.toString())
        Q_EMIT valueChosen(row.key, value.toString());
    return true;
}

void applyChoice(Ensemble &ensemble, const QString &key, const QString &value)
{
    if (const ServerSetting *setting = serverSetting(key)) {
        setSettingValue(ensemble, *setting, value);
    } else if (key == SettingTableModel::volumesKey()) {
        ensemble.volumes =
            value == nameOf(VolumePolicy::NotKept) ? VolumePolicy::NotKept : VolumePolicy::Named;
    } else if (key == SettingTableModel::restartKey()) {
        for (const RestartPolicy policy : policies)
            ensemble.restart = nameOf(policy) == value ? policy : ensemble.restart;
    }
}

} // namespace zoodock
