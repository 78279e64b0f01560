// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QTableView>

namespace zoodock
{

class HexModel;

/// Bytes to read, copy and change: typing two digits sets a byte and goes on to the next, Insert puts one in,
/// Delete takes the marked ones away, Ctrl+C copies them as hex digits and Ctrl+V puts digits in.
class HexView : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HexView)
public:
    explicit HexView(QWidget *parent = nullptr);

    void setBytes(const QByteArray &bytes);
    [[nodiscard]] const QByteArray &bytes() const;
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    void edited();
    /// A sentence for the status bar.
    void said(const QString &sentence);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Range
    {
        qsizetype first = 0;
        qsizetype count = 0;
    };
    void build();
    void layOut();
    /// From the first to the last marked byte.
    [[nodiscard]] Range marked() const;
    void copy();
    void paste();
    void insertOne();
    void removeMarked();

    HexModel *m_bytes;
};

} // namespace zoodock
