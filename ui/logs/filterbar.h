// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "itemmodels/logfilter.h"

#include <QtCore/QMap>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace zoodock
{

class CardLayout;

/// Which lines are shown: members, text, level.
class FilterBar : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterBar)
public:
    explicit FilterBar(QWidget *parent = nullptr);

    /// In the cluster's order. Members that were chosen before stay so; new ones are chosen.
    void setMembers(const QList<std::pair<int, QString>> &members);
    /// 0: all.
    void choose(int memberId);
    [[nodiscard]] LogFilter filter() const;
    /// Neither text nor level; members and probes stay as they are.
    void dropFilter();
    void setProbes(bool shown);
    /// The members' buttons may have rows of their own.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void filterChanged();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Beside the text where it leaves room enough for typing, else above it.
    void placeMembers();
    [[nodiscard]] int widthOfOthers() const;
    void tell();
    void tint();

    QBoxLayout *m_memberButtons;
    CardLayout *m_manyButtons; ///< in rows of their own
    bool m_areInTheRow = true; ///< the members' buttons
    QMap<int, QToolButton *> m_members;
    QLineEdit *m_text;
    QCheckBox *m_expression;
    QComboBox *m_level;
    QLabel *m_problem;
    QTimer m_typing;
    LogPattern m_pattern; ///< the last one that was well-formed
    bool m_probes = false;
};

} // namespace zoodock
