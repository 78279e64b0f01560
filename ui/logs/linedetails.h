// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/logline.h"

#include <QtWidgets/QFrame>

class QLabel;
class QPlainTextEdit;

namespace zoodock
{

class GlyphLabel;

/// The chosen line in full, and, where it is recognised, what it means and what to do.
class LineDetails : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LineDetails)
public:
    explicit LineDetails(QWidget *parent = nullptr);

    void setLine(const LogLine &line, const QString &memberName);

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void tint();

    GlyphLabel *m_sign;
    QLabel *m_title;
    QLabel *m_cause;
    QLabel *m_remedy;
    QLabel *m_origin;
    QPlainTextEdit *m_text;
};

} // namespace zoodock
