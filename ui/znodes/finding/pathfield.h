// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QLineEdit>

namespace zoodock
{

/// A path to read and to type. Characters that are not seen (a space at the end of a name is one of them), or
/// turn the order of those beside them, stand
/// there as "⟨U+202E⟩", also when they are typed; what is copied has the characters themselves.
class PathField : public QLineEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PathField)
public:
    explicit PathField(QWidget *parent = nullptr);

    void setPath(const QString &path);
    /// As the znode is called.
    [[nodiscard]] QString path() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void escape();
    /// So that it is taken away as the one character that it stands for.
    void selectSign(bool before);
    /// Instead of the sign that Qt's own copy() took.
    void correctClipboard() const;
};

} // namespace zoodock
