// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "itemmodels/logfilter.h"

#include <QtWidgets/QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace zoodock
{

/// What to find, where one is among the matches, and the way to the next. Return: next; Shift+Return:
/// previous; Escape: away.
class FindBar : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindBar)
public:
    explicit FindBar(QWidget *parent = nullptr);

    void open();
    /// Nothing while the bar is closed.
    [[nodiscard]] LogPattern pattern() const;
    /// number 0: not at a match. `where`: the member whose lines are searched; empty: all that are shown.
    void setMatches(int number, int count, bool searching, const QString &where = {});

Q_SIGNALS:
    void patternChanged();
    void nextWanted();
    void previousWanted();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void close();
    [[nodiscard]] QString found(int number, int count, const QString &where) const;

    QLabel *m_label;
    QLineEdit *m_text;
    QCheckBox *m_expression;
    QCheckBox *m_caseSensitive;
    QLabel *m_count;
    bool m_open = false;
};

} // namespace zoodock
