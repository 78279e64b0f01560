// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterstatus.h"

#include <QtWidgets/QWidget>

namespace zoodock
{

/// One segment per voter, in the colour of its state (hollow if it does not serve), and a mark where the
/// majority lies.
class QuorumBar : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuorumBar)
public:
    explicit QuorumBar(QWidget *parent = nullptr);

    void setStatus(const ClusterStatus &status);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Voter
    {
        QString name;
        MemberState state = MemberState::Unknown;
        friend bool operator==(const Voter &, const Voter &) = default;
    };
    [[nodiscard]] QRectF segment(qsizetype index) const;
    void paintSegment(class QPainter &painter, const QRectF &place, const Voter &voter) const;
    [[nodiscard]] QString majorityText() const;

    QList<Voter> m_voters; ///< those that serve first: the mark then says whether they suffice
    int m_majority = 0;
};

} // namespace zoodock
