// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

namespace zoodock
{

/// Around the znodes of a connection that changes nothing: a coloured frame. Its place is always kept.
class ReadOnlyFrame : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReadOnlyFrame)
public:
    static constexpr int margin = 4; ///< around what is framed, for the frame itself

    ReadOnlyFrame(QWidget *content, QWidget *parent);

    void setOn(bool on);
    [[nodiscard]] bool isOn() const { return m_on; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_on = false;
};

} // namespace zoodock
