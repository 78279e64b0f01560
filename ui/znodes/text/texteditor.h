// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/linediff.h"
#include "znodes/valuecodec.h"

#include <QtWidgets/QWidget>

class QsciScintilla;

namespace zoodock
{

/// An editor for text with highlighting, in the colours of the palette. The one place that knows QScintilla.
/// Tab moves the focus on, as in every other field of the window.
class TextEditor : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextEditor)
public:
    explicit TextEditor(const QString &accessibleName, QWidget *parent = nullptr);
    ~TextEditor() override;

    /// Not an edit: the undo history is empty afterwards.
    void setText(const QString &text);
    [[nodiscard]] QString text() const;
    /// Lines that are too long to be laid out at every key are shown in pieces; text() has them whole.
    [[nodiscard]] bool isInPieces() const { return m_inPieces; }
    void setFormat(ValueFormat format);
    void setReadOnly(bool readOnly);
    [[nodiscard]] bool isReadOnly() const;
    /// Read-only lines with their signs, removed and added ones on a ground of their own.
    void setDiff(const QList<DiffLine> &diff);
    void setMargin(bool lineNumbers);
    /// 0-based, of the beginning of what is on screen.
    [[nodiscard]] int firstVisibleLine() const;
    /// For tests, and for whoever has to type into it.
    [[nodiscard]] QWidget *field() const;

Q_SIGNALS:
    /// By a person; not by setText().
    void edited();
    /// A person typed into what cannot be changed.
    void refused();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tint();
    void chooseLexer();
    void resizeMargin();

    bool m_inPieces = false;
    QsciScintilla *m_editor; // looks at m_inPieces
    ValueFormat m_format = ValueFormat::Plain;
    ValueFormat m_lexed = ValueFormat::Plain; ///< m_format, but for pieces
    bool m_numbers = true;
    bool m_loading = false;
};

} // namespace zoodock
