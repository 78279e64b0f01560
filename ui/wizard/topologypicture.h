// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/ensemble.h"

#include <QtWidgets/QWidget>

namespace zoodock
{

/// A drawing of an ensemble on its engine's host: bridge mode with a Docker network and ports published
/// through it, host mode with the members in the open. Says the same in words to a screen reader.
class TopologyPicture : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopologyPicture)
public:
    explicit TopologyPicture(QWidget *parent = nullptr);

    void setEnsemble(const Ensemble &ensemble);
    /// A member with its address, or small ones by their names alone.
    enum class Nodes { Large, Small };
    /// Whatever it needs: it shows as many as there is room for, and how many more there are.
    void setShape(Nodes nodes, int height);
    /// With all members.
    [[nodiscard]] int wholeHeight(Nodes nodes, int width) const;
    /// Whole rows of small members, as many as `room` has, at least one or two.
    [[nodiscard]] int heightWithin(int width, int room) const;
    /// What “and 11 more” says.
    [[nodiscard]] int unseenMembers() const;
    /// Drawn with the accent: this is the one that is chosen.
    void setChosen(bool chosen);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return m_wantedHeight == 0; }
    [[nodiscard]] int heightForWidth(int width) const override { return wholeHeight(m_nodes, width); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] int places() const;
    [[nodiscard]] int columns(Nodes nodes, int width) const;
    [[nodiscard]] int rows(Nodes nodes, int width) const;
    [[nodiscard]] int frameHeight() const;
    [[nodiscard]] int heightOf(Nodes nodes, int rows) const;
    [[nodiscard]] int rowsWithin(Nodes nodes, int room) const;
    [[nodiscard]] int step(Nodes nodes) const; ///< from one row of members to the next
    [[nodiscard]] int shownMembers() const;
    [[nodiscard]] QSize cell(Nodes nodes) const;
    /// What there is no room for stands in the tool tip.
    void refreshToolTip();
    [[nodiscard]] int nameRoom() const;
    [[nodiscard]] QString networkTitle() const;
    void paintMember(QPainter &painter, const Member &member, const QRectF &box) const;

    Ensemble m_ensemble;
    Nodes m_nodes = Nodes::Large;
    int m_wantedHeight = 0; ///< 0: what is needed
    bool m_chosen = false;
};

/// What a program on the engine's host has to connect to; empty: nothing is published.
[[nodiscard]] QString clientAddressOf(const Ensemble &ensemble, const Member &member);

} // namespace zoodock
