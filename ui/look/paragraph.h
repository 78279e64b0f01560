// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QTextEdit>

namespace zoodock
{

/// Plain text in as many lines as it needs, to be read and selected by the mouse. Other than a label it
/// breaks words that are wider than the room: options of a server, digests, paths.
class Paragraph : public QTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Paragraph)
public:
    explicit Paragraph(const QString &text, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const { return toPlainText(); }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    /// Whoever scrolls means what the text lies in.
    void wheelEvent(QWheelEvent *event) override;

private:
    void takeColours();
};

} // namespace zoodock
