// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/logs/logsituation.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace zoodock
{

/// Stands where the lines would be: why there are none, and a button for the way out.
class EmptyLog : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyLog)
public:
    explicit EmptyLog(QWidget *parent = nullptr);

    /// Hidden where there is no sentence. `names`: of the members that the button would start.
    void setReason(const EmptyReason &reason, const QMap<int, QString> &names);
    [[nodiscard]] const EmptyReason &reason() const { return m_reason; }

Q_SIGNALS:
    void wayOutWanted(const zoodock::EmptyReason &reason);

private:
    EmptyReason m_reason;
    QLabel *m_sentence;
    QPushButton *m_button;
};

} // namespace zoodock
