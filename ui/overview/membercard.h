// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/clusterservice.h"
#include "clusters/clusterstatus.h"

#include <QtWidgets/QFrame>

#include <chrono>

class QLabel;

namespace zoodock
{

class ElidedLabel;
class GlyphLabel;
class MemberActions;
class MemberFigures;

/// One member: state by shape, colour and word, its figures, and what can be done with it.
class MemberCard : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MemberCard)
public:
    explicit MemberCard(int memberId, QWidget *parent = nullptr);

    void setStatus(const ClusterStatus &cluster, const MemberStatus &member, const EngineStatus &engine);
    /// The texts that only time changes. `now`: Clock::monotonic() and Clock::utc().
    void updateTimes(std::chrono::milliseconds now, const QDateTime &utc);
    void setCurrent(bool current);
    [[nodiscard]] bool isCurrent() const { return m_current; }

    [[nodiscard]] int memberId() const { return m_memberId; }
    [[nodiscard]] bool isStale() const { return m_stale; }
    /// Shows a duration below a minute, which is wrong after a second.
    [[nodiscard]] bool isYoung(const QDateTime &utc) const;
    [[nodiscard]] MemberActions &actions() const { return *m_actions; }
    /// Everything on the card as lines of "name: value".
    [[nodiscard]] QString asText() const;

Q_SIGNALS:
    void wanted(zoodock::MemberAction action);
    void rollingRestartWanted();
    void browseWanted();
    void focused(); ///< by the mouse or the keyboard
    void copied(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *makeHeader();
    QWidget *makeButtons();
    void updateActions(const ClusterStatus &cluster, const EngineStatus &engine);
    void showHead(const ClusterStatus &cluster, const MemberStatus &member);
    void tint();

    int m_memberId;
    MemberStatus m_member;
    bool m_stale = false;
    bool m_engineSilent = false;
    bool m_current = false;
    MemberActions *m_actions;
    GlyphLabel *m_glyph = nullptr;
    ElidedLabel *m_name = nullptr;
    QLabel *m_word = nullptr;
    QLabel *m_age = nullptr;
    QLabel *m_note = nullptr; ///< what is wrong, else since when it is so
    MemberFigures *m_figures = nullptr;
};

} // namespace zoodock
