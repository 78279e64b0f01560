// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QAbstractTableModel>
#include <QtCore/QByteArray>

namespace zoodock
{

/// Bytes, sixteen a row, and beside them the row as text. A byte is set as two hexadecimal digits. Whoever
/// may edit finds one empty cell behind the last byte: setting it appends.
class HexModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HexModel)
public:
    static constexpr int bytesPerRow = 16;
    static constexpr int textColumn = bytesPerRow;

    explicit HexModel(QObject *parent);

    /// Not an edit.
    void setBytes(const QByteArray &bytes);
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    void setEditable(bool editable);
    [[nodiscard]] bool isEditable() const { return m_editable; }

    /// −1: the text column, or behind the end.
    [[nodiscard]] qsizetype offsetOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(qsizetype offset) const;
    void insertBytes(qsizetype before, const QByteArray &bytes);
    void removeBytes(qsizetype first, qsizetype count);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void edited();

private:
    [[nodiscard]] static int rowsFor(qsizetype size, bool editable);
    [[nodiscard]] QString rowText(int row) const;
    /// Announces everything from `offset` on as changed, then makes the rows fit.
    void replace(const QByteArray &bytes, bool editable, qsizetype offset);

    QByteArray m_bytes;
    int m_rows = 0;
    bool m_editable = false;
};

} // namespace zoodock
