// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/ensemble.h"

#include <QtWidgets/QWidget>

namespace zoodock
{

/// A drawing of an ensemble on its engine's host: bridge mode with a network of its own and ports published
/// through it, host mode with the members in the open. Says the same in words to a screen reader.
class TopologyPicture : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopologyPicture)
public:
    explicit TopologyPicture(QWidget *parent = nullptr);

    void setEnsemble(const Ensemble &ensemble);
    /// So many members are not among those.
    void setMore(int count);
    /// Drawn with the accent: this is the one that is chosen.
    void setChosen(bool chosen);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] int places() const;
    [[nodiscard]] int columns(int width) const;
    [[nodiscard]] int rows(int width) const;
    [[nodiscard]] QSize cell() const;
    /// What there is no room for stands in the tool tip.
    void refreshToolTip();
    [[nodiscard]] int nameRoom() const;
    [[nodiscard]] QString networkTitle() const;
    void paintMember(QPainter &painter, const Member &member, const QRectF &box) const;

    Ensemble m_ensemble;
    int m_more = 0;
    bool m_chosen = false;
};

/// What a program on the engine's host has to connect to; empty: nothing is published.
[[nodiscard]] QString clientAddressOf(const Ensemble &ensemble, const Member &member);

} // namespace zoodock
