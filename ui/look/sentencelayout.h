// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>

class QFrame;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QWidget;

namespace zoodock
{

/// A notice between other things: plain sentences, one below the other, and the row of its buttons.
void layOutNotice(QFrame *notice, const QList<QLabel *> &sentences, QHBoxLayout *row);

/// What stands where nothing is: a plain sentence in the middle of `page`, and the way out below it.
void layOutInTheMiddle(QWidget *page, QLabel *sentence, QPushButton *wayOut);

} // namespace zoodock
