// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/hexmodel.h"

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QChar shownCharacter(char byte)
{
    const auto code = static_cast<uchar>(byte);
    return code >= 0x20 && code < 0x7f ? QChar(char16_t{code}) : QChar(u'·');
}

} // namespace

HexModel::HexModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

int HexModel::rowsFor(qsizetype size, bool editable)
{
    const qsizetype cells = size + (editable ? 1 : 0);
    return static_cast<int>((cells + bytesPerRow - 1) / bytesPerRow);
}

void HexModel::replace(const QByteArray &bytes, bool editable, qsizetype offset)
{
    const int after = rowsFor(bytes.size(), editable);
    m_bytes = bytes;
    m_editable = editable;
    const int first = static_cast<int>(offset / bytesPerRow);
    const int last = std::min(m_rows, after) - 1;
    if (first <= last)
        Q_EMIT dataChanged(index(first, 0), index(last, textColumn));
    if (after > m_rows) {
        beginInsertRows({}, m_rows, after - 1);
        m_rows = after;
        endInsertRows();
    } else if (after < m_rows) {
        beginRemoveRows({}, after, m_rows - 1);
        m_rows = after;
        endRemoveRows();
    }
}

void HexModel::setBytes(const QByteArray &bytes)
{
    if (bytes != m_bytes)
        replace(bytes, m_editable, 0);
}

void HexModel::setEditable(bool editable)
{
    if (editable != m_editable)
        replace(m_bytes, editable, m_bytes.size());
}

qsizetype HexModel::offsetOf(const QModelIndex &index) const
{
    if (!index.isValid() || index.column() >= textColumn)
        return -1;
    const qsizetype offset = qsizetype(index.row()) * bytesPerRow + index.column();
    return offset < m_bytes.size() ? offset : -1;
}

QModelIndex HexModel::indexOf(qsizetype offset) const
{
    return index(static_cast<int>(offset / bytesPerRow), static_cast<int>(offset % bytesPerRow));
}

void HexModel::insertBytes(qsizetype before, const QByteArray &bytes)
{
    if (!m_editable || bytes.isEmpty() || before < 0 || before > m_bytes.size())
        return;
    QByteArray all = m_bytes;
    replace(all.insert(before, bytes), true, before);
    Q_EMIT edited();
}

void HexModel::removeBytes(qsizetype first, qsizetype count)
{
    if (!m_editable || count < 1 || first < 0 || first + count > m_bytes.size())
        return;
    QByteArray all = m_bytes;
    replace(all.remove(first, count), true, first);
    Q_EMIT edited();
}

int HexModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int HexModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : bytesPerRow + 1;
}

QString HexModel::rowText(int row) const
{
    QString text;
    const qsizetype start = qsizetype(row) * bytesPerRow;
    for (qsizetype i = start; i < std::min(start + bytesPerRow, m_bytes.size()); ++i)
        text += shownCharacter(m_bytes.at(i));
    return text;
}

QVariant HexModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(index.column() == textColumn ? Qt::AlignLeft | Qt::AlignVCenter
                                                                : Qt::Alignment(Qt::AlignCenter));
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::AccessibleTextRole)
        return {};
    if (index.column() == textColumn)
        return rowText(index.row());
    const qsizetype offset = offsetOf(index);
    if (offset < 0)
        return role == Qt::AccessibleTextRole ? QVariant(tr("No byte")) : QVariant(QString());
    return QString::fromLatin1(m_bytes.mid(offset, 1).toHex());
}

bool HexModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QByteArray byte = QByteArray::fromHex(value.toString().toLatin1().rightJustified(2, '0'));
    const qsizetype offset = index.isValid() ? qsizetype(index.row()) * bytesPerRow + index.column() : -1;
    const bool allowed = m_editable && role == Qt::EditRole && index.column() < textColumn && offset >= 0 &&
                         offset <= m_bytes.size() && byte.size() == 1 && !value.toString().isEmpty();
    if (!allowed)
        return false;
    if (m_bytes.mid(offset, 1) == byte)
        return true; // looked at, not changed
    QByteArray all = m_bytes;
    replace(all.replace(offset, 1, byte), true, offset);
    Q_EMIT edited();
    return true;
}

QVariant HexModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (orientation == Qt::Vertical)
        return u"%1"_s.arg(qsizetype(section) * bytesPerRow, 6, 16, QLatin1Char('0'));
    if (section == textColumn)
        return tr("Text");
    return u"%1"_s.arg(section, 1, 16).toUpper();
}

Qt::ItemFlags HexModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const qsizetype offset = qsizetype(index.row()) * bytesPerRow + index.column();
    if (m_editable && index.isValid() && index.column() < textColumn && offset <= m_bytes.size())
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace zoodock
