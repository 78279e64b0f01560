// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QScrollArea>

namespace zoodock
{

class CardLayout;

/// The members' cards, which scroll where they do not fit. Beside a scroll bar fewer cards stand in a row, in
/// more rows, which need the scroll bar: whether there is one is decided by the room without it.
class CardArea : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CardArea)
public:
    explicit CardArea(QWidget *parent = nullptr);

    [[nodiscard]] CardLayout &cards() const { return *m_cards; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void chooseScrollBar();
    [[nodiscard]] bool fitsWithout() const;

    CardLayout *m_cards;
};

} // namespace zoodock
