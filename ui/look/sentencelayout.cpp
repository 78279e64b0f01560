// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/sentencelayout.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QFrame>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace zoodock
{

namespace
{

void makePlain(QLabel *sentence)
{
    sentence->setTextFormat(Qt::PlainText);
    sentence->setWordWrap(true);
}

} // namespace

void layOutNotice(QFrame *notice, const QList<QLabel *> &sentences, QHBoxLayout *row)
{
    row->setSpacing(8);
    auto *layout = new QVBoxLayout(notice);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(6);
    for (QLabel *sentence : sentences) {
        makePlain(sentence);
        layout->addWidget(sentence);
    }
    layout->addLayout(row);
    notice->setFrameShape(QFrame::StyledPanel);
}

void layOutInTheMiddle(QWidget *page, QLabel *sentence, QPushButton *wayOut)
{
    makePlain(sentence);
    sentence->setAlignment(Qt::AlignCenter);
    auto *layout = new QVBoxLayout(page);
    layout->setSpacing(8);
    layout->addStretch(1);
    layout->addWidget(sentence);
    layout->addWidget(wayOut, 0, Qt::AlignHCenter);
    layout->addStretch(1);
}

} // namespace zoodock
