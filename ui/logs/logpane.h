// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "itemmodels/logmodel.h"

#include <QtWidgets/QWidget>

class QLabel;

namespace zoodock
{

class EmptyLog;
class LogView;

/// One log side by side with others: a heading, and the lines.
class LogPane : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogPane)
public:
    explicit LogPane(const LogRings &rings, QWidget *parent = nullptr);
    ~LogPane() override;

    [[nodiscard]] LogModel &model() { return m_model; }
    [[nodiscard]] LogView &view() { return *m_view; }
    /// In the place of the lines, where there are none.
    [[nodiscard]] EmptyLog &empty() { return *m_empty; }
    /// Empty: no heading.
    void setHeading(const QString &heading);
    [[nodiscard]] QString heading() const;
    void setMembers(const QMap<int, QString> &names, const QMap<int, int> &places);

private:
    LogModel m_model;
    QLabel *m_heading;
    LogView *m_view;
    EmptyLog *m_empty;
};

} // namespace zoodock
