// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QPlainTextEdit;
class QPushButton;

namespace zoodock
{

/// What programs said when something failed (masked command, output, the ends of logs), to read and to copy.
class ErrorDetails : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ErrorDetails)
public:
    explicit ErrorDetails(QWidget *parent = nullptr);

    void setText(const QString &text);
    /// Whether its button answers to Alt and a letter, which one of a window alone can.
    void setLettered(bool lettered);
    [[nodiscard]] QString text() const;

private:
    QPlainTextEdit *m_text;
    QPushButton *m_copy;
};

} // namespace zoodock
