// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <functional>

class QMessageBox;
class QWidget;

namespace zoodock
{

/// Something that cannot be taken back, to be asked before it is done.
struct Question
{
    QString title;
    QString text;
    QString consequence;
    QString button; ///< does it all the same; Cancel is the default
};

/// Opens it over `parent`. One of the two is called, unless the box is deleted before.
QMessageBox *askFirst(const Question &question, QWidget *parent, const std::function<void()> &onYes,
                      const std::function<void()> &onNo = {});

} // namespace zoodock
