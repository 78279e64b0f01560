// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/meaning.h"

#include <QtWidgets/QFrame>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace zoodock
{

class GlyphLabel;

/// Something that is odd, in a sentence, with its remedies as buttons beside it; below it where there is no
/// room beside.
class Banner : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Banner)
public:
    Banner(Look look, const QString &sentence, QWidget *parent = nullptr);

    void setSentence(const QString &sentence);
    /// A second, quieter paragraph.
    void setDetails(const QString &details);
    QPushButton *addButton(const QString &text);
    /// What programs said, below the rest; a button shows and hides it. Nothing for an empty text. Its
    /// buttons answer to Alt and a letter, which one of a window alone can, if `lettered`.
    void addOutput(const QString &text, bool lettered = true);
    [[nodiscard]] QString sentence() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeButtons();

    Look m_look;
    QLabel *m_sentence;
    QLabel *m_details;
    QBoxLayout *m_buttons;
    QBoxLayout *m_rows;
    QBoxLayout *m_line; ///< the first of the rows: glyph, text and, where they have room, buttons
    bool m_buttonsBelow = false;
};

} // namespace zoodock
