// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QLayout>

namespace zoodock
{

/// As many columns of equal width as fit, rows as high as their highest item; left to right (or mirrored),
/// then down.
class CardLayout : public QLayout
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CardLayout)
public:
    explicit CardLayout(QWidget *parent = nullptr);
    ~CardLayout() override;

    /// Moves a widget's item to a position, so that it comes there in the reading order.
    void place(int position, QWidget *widget);

    void addItem(QLayoutItem *item) override { m_items.append(item); }
    [[nodiscard]] int count() const override { return int(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    /// Returns the height; moves the widgets only if told to.
    int arrange(const QRect &rect, bool move) const;
    [[nodiscard]] int itemWidth() const;

    QList<QLayoutItem *> m_items;
};

} // namespace zoodock
