// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/look/meaning.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QWidget>

namespace zoodock
{

/// A state's shape in its colour, as high as the text beside it (`scale` times). Not for the keyboard; the
/// word stands beside it.
class GlyphLabel : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GlyphLabel)
public:
    explicit GlyphLabel(double scale = 1.0, QWidget *parent = nullptr);

    void setLook(Look look);
    [[nodiscard]] Look look() const { return m_look; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_scale;
    Look m_look;
};

/// A line of text that is cut in the middle where there is no room, and then shows itself whole as a tool
/// tip.
class ElidedLabel : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ElidedLabel)
public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setFullText(const QString &text);
    [[nodiscard]] const QString &fullText() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void elide();
    QString m_text;
};

/// `label`'s text in a colour of meaning, or calmer than the palette's text; follows a change of palette when
/// called again.
void setTextColour(QWidget *label, const QColor &colour);
/// The colour of a meaning, or the calm one; follows every later change of palette by itself.
void setTextMeaning(QWidget *label, Meaning meaning);
void setQuietText(QWidget *label);
/// The widget's font, `scale` times as large and as heavy as told.
void setTextScale(QWidget *widget, double scale, bool bold);

} // namespace zoodock
