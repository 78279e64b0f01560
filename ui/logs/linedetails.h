// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/logline.h"
#include "itemmodels/logfilter.h"

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
    /// Marked here as well: the row shows only the beginning of a long line.
    void setSearch(const LogPattern &pattern);

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void tint();
    void mark();

    GlyphLabel *m_sign;
    QLabel *m_title;
    QLabel *m_cause;
    QLabel *m_remedy;
    QLabel *m_origin;
    QPlainTextEdit *m_text;
    LogMatcher m_search;
};

} // namespace zoodock
